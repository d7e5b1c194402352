import type { Document, Word } from "../model/index.ts";
import { childrenOf } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";

/** How many counts on either side may tell of the same people. */
const WINDOW = 60;

/** Counts of the same people. */
interface Cluster {
  outcome: string;
  members: Draft[];
  sorts: Set<string>;
  one: boolean;
  exact: number | undefined;
  entity: string | undefined;
  /** Some member is "another", "three other men". */
  other: boolean;
  named: boolean;
}

/**
 * The entity of counts that tell again of victims told before: a headline and its lead, "several insurgents" who turn out
 * to be eight, "a leader" and "the leader". Both then name one entity, so that nobody adds them up. Two exact numbers that
 * differ are different people.
 */
export function sameVictims(
  document: Document,
  drafts: readonly Draft[],
  entityOf: (head: Word) => string | undefined,
  hasName: (head: Word) => boolean,
): Map<Draft, string> {
  const isNamed = (head: Word) => hasName(head) && isProper(head);
  const byCue = new Map<Word, Draft[]>();
  for (const draft of drafts) byCue.set(draft.cue, [...(byCue.get(draft.cue) ?? []), draft]);
  const known = new Set<string>();
  const clusters: Cluster[] = [];
  const home = new Map<Draft, Cluster>();
  for (const draft of drafts) {
    const { head, outcome, quantity } = draft;
    if (!head || quantity.best === 0) continue;
    const entity = entityOf(head);
    const one = quantity.exact && quantity.best === 1;
    const exact = quantity.exact ? quantity.best : undefined;
    const sorts = sortsOf(document, head);
    const other = isOther(document, head);
    // "another militant" is new, unless others were told before too, or it stands beside one who was.
    const fresh =
      other && !byCue.get(draft.cue)?.some((beside) => beside !== draft && (home.get(beside)?.members.length ?? 0) > 1);
    const match = clusters.slice(-WINDOW).find((cluster) => {
      if (cluster.outcome !== outcome || cluster.one !== one) return false;
      if (entity !== undefined && cluster.entity === entity) return true;
      const pronoun = one && head.upos === "PRON";
      if (cluster.members.slice(-4).some(({ cue }) => cue.sentence === draft.cue.sentence && !(pronoun && cue !== draft.cue)))
        return false;
      if (fresh && !cluster.other) return false;
      if (pronoun) return entity === undefined || !known.has(entity);
      if (one && (isNamed(head) || cluster.named))
        return sorts.some((sort) => sort !== NAME && cluster.sorts.has(sort)) && !(isNamed(head) && cluster.named);
      const bare = sorts.includes(BARE) || cluster.sorts.has(BARE);
      if (bare ? exact === undefined || exact !== cluster.exact : !sorts.some((sort) => cluster.sorts.has(sort))) return false;
      return one || cluster.exact === undefined || exact === undefined || cluster.exact === exact;
    });
    const cluster: Cluster = match ?? { outcome, members: [], sorts: new Set(), one, exact, entity, other, named: isNamed(head) };
    if (!match) clusters.push(cluster);
    cluster.members.push(draft);
    for (const sort of sorts) cluster.sorts.add(sort);
    cluster.exact ??= exact;
    cluster.entity ??= entity;
    if (entity !== undefined) known.add(entity);
    cluster.named ||= isNamed(head);
    home.set(draft, cluster);
  }
  identify(clusters);
  const same = new Map<Draft, string>();
  for (const { members, entity } of clusters) if (entity !== undefined) for (const draft of members) same.set(draft, entity);
  return same;
}

/** One nameless victim and one name, of one outcome: "a man was killed … he was identified as …". */
function identify(clusters: readonly Cluster[]): void {
  for (const outcome of new Set(clusters.map((cluster) => cluster.outcome))) {
    const ones = clusters.filter((cluster) => cluster.outcome === outcome && cluster.one);
    const named = ones.filter((cluster) => cluster.named);
    const nameless = ones.filter((cluster) => !cluster.named);
    const [name] = named;
    const [nobody] = nameless;
    if (named.length !== 1 || nameless.length !== 1 || !name || !nobody || name.entity === undefined || nobody.other) continue;
    if (![...nobody.sorts].some((sort) => sort === "people" || GENDERED.has(sort))) continue;
    nobody.entity = name.entity;
  }
}

const NAME = "*name";
const BARE = "*bare";
const GENDERED: ReadonlySet<string> = new Set(
  "woman boy girl teen teenager child officer student soldier driver employee suspect youth male female".split(" "),
);

/** The sorts of those named after "including" behind a noun: "several insurgents, including the commander". */
export function includedSorts(document: Document, head: Word): string[] {
  const sorts: string[] = [];
  for (let i = head.index + 1; i < head.index + 14; i++) {
    const word = document.words[i];
    if (!word || word.sentence !== head.sentence) break;
    if (word.lower !== "including" && !(word.lower === "among" && document.words[i + 1]?.lower === "them")) continue;
    for (let k = i + 1; k < i + 8; k++) {
      const next = document.words[k];
      if (!next || next.sentence !== head.sentence || next.upos === "VERB") break;
      if (next.upos === "NOUN") sorts.push(sortOf(next));
    }
    break;
  }
  return sorts;
}

/** Counts without those of one person who is said to be among a larger number: nobody is counted twice. */
export function withoutParts(document: Document, drafts: readonly Draft[]): Draft[] {
  const parts = new Set<Draft>();
  for (const [i, whole] of drafts.entries()) {
    if (!whole.head || whole.quantity.best < 2) continue;
    const sorts = includedSorts(document, whole.head);
    if (sorts.length === 0) continue;
    for (const part of drafts.slice(Math.max(0, i - WINDOW), i + WINDOW)) {
      if (part.head && part.quantity.best === 1 && part.outcome === whole.outcome && sorts.includes(sortOf(part.head)))
        parts.add(part);
    }
  }
  return drafts.filter((draft) => !parts.has(draft));
}

/** Counts without the wounding of one person who died: what came of it counts. */
export function withoutDead(drafts: readonly Draft[], entityOf: (head: Word) => string | undefined): Draft[] {
  const dead = new Set<string>();
  for (const { head, outcome, quantity } of drafts) {
    const entity = outcome === "killed" && quantity.best === 1 && head ? entityOf(head) : undefined;
    if (entity !== undefined) dead.add(entity);
  }
  return drafts.filter(({ head, outcome, quantity }) => {
    if (outcome !== "injured" || quantity.best !== 1 || !head) return true;
    const entity = entityOf(head);
    return entity === undefined || !dead.has(entity);
  });
}

/** "another militant", "three other men": new ones. */
const isOther = (document: Document, head: Word): boolean =>
  childrenOf(document, head, "det", "amod").some(({ lower }) =>
    /^(?:another|other|additional|further|second|more)$/.test(lower),
  ) || document.words[head.index - 1]?.lower === "another";

/** A name, and not a noun with the capital of a headline ("Rebel Commander"). */
const isProper = (head: Word): boolean => {
  if (head.upos !== "PROPN") return false;
  const sort = sortOf(head);
  return sort !== "leader" && sort !== "fighter" && sort !== "people" && !GENDERED.has(sort);
};

/** What victims may be matched by: their noun, and the noun of an apposition ("Yah, a commander"). */
function sortsOf(document: Document, head: Word): string[] {
  if (head.upos === "NUM" || head.upos === "ADJ" || (head.upos === "VERB" && head.children.length > 0)) return [BARE, "people"];
  const sorts = [isProper(head) ? NAME : sortOf(head)];
  for (const other of childrenOf(document, head, "appos")) sorts.push(sortOf(other));
  return sorts;
}

const FIGHTERS: ReadonlySet<string> = new Set(
  "insurgent militant fighter rebel guerrilla suspect terrorist combatant member individual attacker gunman".split(" "),
);
const PEOPLE: ReadonlySet<string> = new Set("people person man civilian resident villager victim other life".split(" "));

const LEADERS: ReadonlySet<string> = new Set("leader commander chief facilitator planner emplacer financier".split(" "));

function sortOf(word: Word): string {
  const whole = word.lemma.toLowerCase();
  // "sub-commander" is a commander.
  const lemma = whole.slice(whole.lastIndexOf("-") + 1);
  if (LEADERS.has(lemma)) return "leader";
  return FIGHTERS.has(lemma) ? "fighter" : PEOPLE.has(lemma) ? "people" : lemma;
}
