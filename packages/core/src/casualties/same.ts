import type { Document, Word } from "../model/index.ts";
import { childrenOf } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { BARE, GENDERED, isProper, NAME, sortsOf } from "./sorts.ts";

/** How many counts on either side may tell of the same people. */
const WINDOW = 60;

/** The first sentences, a headline and dateline among them, of which the rest of a report tells more. */
const LEAD = 4;

/** Counts of the same people. */
interface Cluster {
  outcome: string;
  members: Draft[];
  sorts: Set<string>;
  one: boolean;
  exact: number | undefined;
  entity: string | undefined;
  /** What its members are taken for, `entity` among them. */
  entities: Set<string>;
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
    // So is "another leader" in the report behind a headline that tells of the one.
    const fresh =
      other &&
      clusters.some((cluster) => cluster.outcome === outcome && cluster.members.some(({ cue }) => cue.sentence > 0)) &&
      !byCue.get(draft.cue)?.some((beside) => beside !== draft && (home.get(beside)?.members.length ?? 0) > 1);
    const match = clusters.slice(-WINDOW).find((cluster) => {
      if (cluster.outcome !== outcome || cluster.one !== one) return false;
      if (entity !== undefined && cluster.entities.has(entity)) return true;
      const pronoun = one && head.upos === "PRON";
      if (cluster.members.slice(-4).some(({ cue }) => cue.sentence === draft.cue.sentence && !(pronoun && cue !== draft.cue)))
        return false;
      if (fresh && !cluster.other) return false;
      if (pronoun) return entity === undefined || !known.has(entity);
      if (one && (isNamed(head) || cluster.named))
        return sorts.some((sort) => sort !== NAME && cluster.sorts.has(sort)) && !(isNamed(head) && cluster.named);
      // A lead's "two men" are told of again as "two of the shooters".
      const lead = !one && !other && !cluster.other && exact !== undefined && exact === cluster.exact;
      if (lead && cluster.sorts.has("people") && (cluster.members[0]?.cue.sentence ?? LEAD) < LEAD) return true;
      const bare = sorts.includes(BARE) || cluster.sorts.has(BARE);
      if (bare ? exact === undefined || exact !== cluster.exact : !sorts.some((sort) => cluster.sorts.has(sort))) return false;
      return one || cluster.exact === undefined || exact === undefined || cluster.exact === exact;
    });
    const cluster: Cluster = match ?? {
      outcome,
      members: [],
      sorts: new Set(),
      one,
      exact,
      entity,
      entities: new Set(),
      other,
      named: isNamed(head),
    };
    if (!match) clusters.push(cluster);
    cluster.members.push(draft);
    for (const sort of sorts) cluster.sorts.add(sort);
    cluster.exact ??= exact;
    cluster.entity ??= entity;
    if (entity !== undefined) known.add(entity);
    if (entity !== undefined) cluster.entities.add(entity);
    cluster.named ||= isNamed(head);
    home.set(draft, cluster);
  }
  identify(clusters, "killed");
  identify(clusters, "injured");
  const same = new Map<Draft, string>();
  for (const { members, entity } of clusters) if (entity !== undefined) for (const draft of members) same.set(draft, entity);
  return same;
}

/**
 * One death told in several words: "a man was killed … his friend … he was identified as …". In a report that tells of
 * deaths one at a time and names one of the dead at most, nameless ones who may be the same are the same.
 */
function identify(clusters: readonly Cluster[], outcome: string): void {
  const alike = clusters.filter((cluster) => cluster.outcome === outcome);
  const [host, ...rest] = [...alike].sort((a, b) => Number(b.named) - Number(a.named));
  if (!host || host.entity === undefined || alike.some(({ one }) => !one) || rest.some(({ named }) => named)) return;
  const taken = [host];
  for (const cluster of rest) {
    if ((cluster.other && cluster !== alike[0]) || taken.some((one) => differ(one, cluster))) continue;
    if (!host.named && !(isAnybody(host) || isAnybody(cluster))) continue;
    taken.push(cluster);
    cluster.entity = host.entity;
  }
}

/** Told in one sentence side by side, or of another sex or age. */
function differ(a: Cluster, b: Cluster): boolean {
  const sentences = new Set(a.members.map(({ cue }) => cue.sentence));
  if (b.members.some(({ cue }) => sentences.has(cue.sentence))) return true;
  const [x, y] = [lemmasOf(a), lemmasOf(b)];
  const clash = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
    (x.some((lemma) => one.has(lemma)) && y.some((lemma) => other.has(lemma))) ||
    (x.some((lemma) => other.has(lemma)) && y.some((lemma) => one.has(lemma)));
  return clash(MALE, FEMALE) || clash(CHILDREN, ADULTS);
}

const lemmasOf = ({ members }: Cluster): string[] => members.map(({ head }) => head?.lemma.toLowerCase() ?? "");
const isAnybody = (cluster: Cluster): boolean =>
  cluster.sorts.has("people") || lemmasOf(cluster).some((lemma) => GENDERED.has(lemma) || MALE.has(lemma) || FEMALE.has(lemma));

const MALE: ReadonlySet<string> = new Set(
  "man boy male father brother son nephew uncle husband boyfriend grandfather stepson stepfather he him himself".split(" "),
);
const FEMALE: ReadonlySet<string> = new Set(
  "woman girl female mother sister daughter niece aunt wife ex-wife girlfriend grandmother stepdaughter stepmother she her herself".split(
    " ",
  ),
);
const CHILDREN: ReadonlySet<string> = new Set("boy girl child toddler baby infant".split(" "));
const ADULTS: ReadonlySet<string> = new Set("man woman husband wife ex-wife officer soldier".split(" "));

/** "another militant", "three other men": new ones. */
const isOther = (document: Document, head: Word): boolean =>
  childrenOf(document, head, "det", "amod").some(({ lower }) =>
    /^(?:another|other|additional|further|second|more)$/.test(lower),
  ) || document.words[head.index - 1]?.lower === "another";
