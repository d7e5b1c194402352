import type { EntityKind, Word } from "../../model/index.ts";
import { BEHIND, type Candidate } from "../find/candidate.ts";
import type { Reading } from "../find/reading.ts";
import { keysOf } from "../lexicon/normalise.ts";
import type { Clusters } from "./clusters.ts";
import type { Heads } from "./roles.ts";

/** Modifiers that set a description apart from what was named before. */
const OTHER = new Set(
  "other another second third fourth first next new different same-type additional further more former rival opposing similar separate own previous earlier last fellow".split(
    " ",
  ),
);

/** What a general noun may take up: "the group" any group that is no state, "the company" a business. */
const GENERAL: ReadonlyMap<string, (one: Candidate) => boolean> = new Map<string, (one: Candidate) => boolean>([
  ...pairs("group organisation organization movement faction network outfit grouping side", [
    "armed-group",
    "party",
    "organisation",
    "intergovernmental",
    "protesters",
  ]),
  ...pairs("rebel insurgent guerrilla militant militia fighter terrorist separatist extremist islamist jihadist militiaman", [
    "armed-group",
  ]),
  ...pairs("company firm corporation airline bank manufacturer", ["business"]),
  ...pairs("party", ["party"]),
  ...pairs("agency", ["media", "government", "intergovernmental"]),
  ...pairs("newspaper paper broadcaster magazine outlet", ["media"]),
  ...pairs("alliance bloc body", ["intergovernmental", "organisation"]),
  ...pairs("country nation", ["state"]),
  ...pairs("court tribunal", ["judiciary"]),
  ...pairs("ministry department", ["government"]),
  ...pairs("club team band university school college church charity institution", ["organisation"]),
]);

function pairs(nouns: string, kinds: readonly EntityKind[]): [string, (one: Candidate) => boolean][] {
  return nouns.split(" ").map((noun) => [noun, (one) => kinds.includes(one.kind)]);
}

/**
 * Definite descriptions that take up something: the same noun, a role, or a more general noun. Looks back a bounded way. Those with
 * a possessor ("her brother") come in a second pass, `possessed`, when it is known who "her" is.
 */
export function linkDescriptions({ document }: Reading, clusters: Clusters, heads: Heads, possessed: boolean): void {
  const { candidates } = clusters;
  const byHead = new Map<string, number[]>();
  const titles = new Map<string, number[]>();
  const named: number[] = [];
  for (const [i, one] of candidates.entries()) {
    if (one.form === "name") {
      named.push(i);
      for (const key of one.title ? keysOf(one.title) : []) push(titles, key, i);
      const last = one.keys[one.keys.length - 1];
      if (one.kind !== "person" && one.kind !== "state" && last) {
        push(byHead, last, i);
        // "the Guards" is read as a plural noun
        if (/[^s]s$/.test(last)) push(byHead, last.slice(0, -1), i);
      }
      continue;
    }
    if (one.form !== "nominal") continue;
    const key = one.keys[0] as string;
    const anaphoric = one.article === "definite" || one.article === "demonstrative";
    let antecedent = -1;
    if (!one.modifiers.some((word) => OTHER.has(word))) {
      if (one.article === "possessive")
        antecedent = !possessed
          ? -1
          : last(byHead.get(key), (j) => samePossessor(document.words, clusters, heads, j, i) && agree(clusters, j, i));
      else if (possessed) antecedent = -1;
      else if (
        anaphoric ||
        (one.article === "bare" && one.number === "many" && key !== "people") ||
        (one.body !== "" && one.country !== "")
      ) {
        antecedent = last(byHead.get(key), (j) => sameNoun(candidates[j] as Candidate, one) && agree(clusters, j, i));
        if (antecedent < 0 && anaphoric && one.number === "one") antecedent = last(titles.get(key), (j) => agree(clusters, j, i));
        const general = anaphoric ? GENERAL.get(key) : undefined;
        const reach = one.modifiers.length === 0 ? 6 : 2;
        if (antecedent < 0 && general) {
          // "the rebel group" is one in arms where one was named, and no other body.
          const armed = one.kind === "armed-group" && named.some((j) => (candidates[j] as Candidate).kind === "armed-group");
          antecedent = last(named, (j) => {
            const before = candidates[j] as Candidate;
            if (armed && before.kind !== "armed-group") return false;
            if (!general(before) || one.sentence - before.sentence > reach) return false;
            return (one.modifiers.length === 0 || before.form === "name") && agree(clusters, j, i);
          });
        }
      }
    }
    if (antecedent >= 0) clusters.join(antecedent, i);
    push(byHead, key, i);
    if (one.number !== "one" && one.class === "group") named.push(i);
    if (one.kind === "person") push(titles, key, i);
  }
}

function last(list: readonly number[] | undefined, fits: (index: number) => boolean): number {
  if (!list) return -1;
  for (let n = list.length - 1; n >= 0 && list.length - n <= 12; n--) if (fits(list[n] as number)) return list[n] as number;
  return -1;
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** "the militia" takes up "Iran-backed militia in Iraq", "the armed group" not "the political group". */
function sameNoun(before: Candidate, one: Candidate): boolean {
  if (before.form === "name") return one.article === "definite" && one.modifiers.length === 0;
  if (before.article === "possessive" && one.article !== "demonstrative" && one.article !== "definite") return false;
  if (one.article === "bare")
    return before.modifiers.length === one.modifiers.length && one.modifiers.every((word) => before.modifiers.includes(word));
  return one.modifiers.every((word) => word.startsWith(BEHIND) || before.modifiers.includes(word) || /^\d/.test(word));
}

function agree(clusters: Clusters, j: number, i: number): boolean {
  const before = clusters.candidates[j] as Candidate;
  const one = clusters.candidates[i] as Candidate;
  if (before.end > one.start && before.start < one.end) return false;
  if ((before.number === "one") !== (one.number === "one")) return false;
  if (before.number === "many" && one.number === "group" && before.form === "nominal") return false;
  return clusters.compatible(j, i);
}

function samePossessor(words: readonly Word[], clusters: Clusters, heads: Heads, j: number, i: number): boolean {
  const owner = (index: number): number => {
    const head = words[(clusters.candidates[index] as Candidate).word] as Word;
    const child = head.children.find((at) => (words[at] as Word).deprel === "nmod:poss");
    return child === undefined ? -1 : (heads[child] ?? -1);
  };
  const [a, b] = [owner(j), owner(i)];
  return a >= 0 && b >= 0 && clusters.same(a, b);
}
