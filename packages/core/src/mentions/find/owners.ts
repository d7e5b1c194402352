import type { EntityKind, Word } from "../../model/index.ts";
import { relation } from "../../shared/tree.ts";
import type { Nouns } from "../lexicon/nouns.ts";
import type { Reading } from "./reading.ts";

/** Nouns that say little by themselves: whose official, leader or member decides. */
export const ROLES = new Set(
  "official leader commander chief head member fighter spokesman spokeswoman spokesperson source officer representative supporter figure boss deputy aide veteran recruit operative force unit troop vehicle convoy position base camp personnel staff guard agent delegate negotiator wing bomber candidate politician lawmaker activist group organization organisation movement faction network outfit cell alliance leadership cadre inspector expert adviser envoy mission convoy headquarters checkpoint stronghold attacker prisoner detainee suspect sniper squad guard department company column battalion platoon brigade team picket party posse contingent man band gang".split(
    " ",
  ),
);

/** Whether a phrase is of an intergovernmental body: "U.N. peacekeepers", "NATO's warplanes". */
export function worldOf({ document, knownAt }: Reading, head: Word): boolean {
  return head.children.some((index) => {
    const child = document.words[index] as Word;
    const behind = index > head.index && child.children.some((at) => (document.words[at] as Word).lower === "of");
    return (
      (index < head.index || behind) &&
      (relation(child) === "compound" || relation(child) === "nmod") &&
      knownAt[index]?.actor.kind === "intergovernmental"
    );
  });
}

/** Adjectives that make any group one in arms. */
const ARMED = new Set(
  "armed militant rebel insurgent islamist jihadist jihadi separatist paramilitary terrorist guerrilla extremist secessionist guerilla subversive mercenary".split(
    " ",
  ),
);
/** Kinds that pass on to what is theirs: "police officials", but not "opposition communists". */
const OWNERS = new Set<EntityKind>([
  "armed-group",
  "military",
  "police",
  "party",
  "judiciary",
  "intergovernmental",
  "media",
  "organisation",
  "government",
  "business",
]);

/** The body before a role noun: "militia" in "Iraqi militia officials", "Hamas" in "Hamas leaders". */
export function ownerOf(
  { document, knownAt }: Reading,
  head: Word,
  nouns: Nouns,
): { kind: EntityKind; sector: string } | undefined {
  for (const index of head.children) {
    const child = document.words[index] as Word;
    const link = relation(child);
    // "army men", but not "armed men" or "men of the party"
    if (head.lemma === "man" && (link !== "compound" || head.lower !== "men")) continue;
    if (link !== "compound" && link !== "amod" && child.deprel !== "nmod:poss" && !(link === "nmod" && index > head.index))
      continue;
    if (link === "nmod" && index > head.index && !child.children.some((at) => (document.words[at] as Word).lower === "of"))
      continue;
    const actor = knownAt[index]?.actor;
    if (actor && actor.kind !== "state" && actor.kind !== "population" && actor.kind !== "person")
      return { kind: actor.kind, sector: actor.sector };
    const noun =
      child.upos === "NOUN" || child.upos === "PROPN" || child.upos === "ADJ"
        ? // "a posse of security personnel": what the two words are is said by both.
          (nouns.phrase(`${document.words[index - 1]?.lower} ${child.lower}`) ??
          nouns.word(child.lemma.toLowerCase(), child.lower))
        : undefined;
    if (isStates(child, head) || isAgainst(document.words[index - 1], child)) continue;
    if (ARMED.has(child.lemma.toLowerCase())) return { kind: "armed-group", sector: "REB" };
    // "the leader of the cartel"
    if (noun?.sector === "CRM" && noun.class === "group" && !actor) return noun;
    // "private companies": no soldiers.
    if (child.upos === "ADJ" && noun?.class === "person") continue;
    if (noun && OWNERS.has(noun.kind) && noun.sector !== "" && noun.sector !== "GOV" && !actor) return noun;
  }
  return undefined;
}

/** "the anti-terrorist squad" is whom they fight, and not theirs. */
const isAgainst = (before: Word | undefined, { lower }: Word): boolean =>
  /^(?:anti|counter)-/.test(lower) || /^(?:anti|counter)$/.test(before?.lower ?? "");

const OF_STATES = /^(?:force|troop|troops|personnel|soldier|police|ranger)$/;
/** "paramilitary troops" are a state's; a paramilitary group is none's. */
const isStates = (adjective: Word, head: Word): boolean =>
  /^para-?military$/.test(adjective.lower) && OF_STATES.test(head.lemma.toLowerCase());
