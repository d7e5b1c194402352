import type { Word } from "../../model/index.ts";
import { relation } from "../../shared/tree.ts";
import type { Candidate } from "../find/candidate.ts";
import type { Reading } from "../find/reading.ts";
import type { Clusters } from "./clusters.ts";

/** By head word: the candidate that it heads, or -1. */
export type Heads = Int32Array;

/** Appositions, predicates and namings: "Kirby, a spokesman", "the group is a militia", "a group called Jaish". */
export function linkRoles({ document }: Reading, clusters: Clusters, heads: Heads): void {
  const { words } = document;
  const at = (index: number | undefined): number => (index === undefined || index < 0 ? -1 : (heads[index] ?? -1));
  for (const [i, one] of clusters.candidates.entries()) {
    if (one.form === "pronoun") continue;
    const head = words[one.word] as Word;
    for (const index of head.children) {
      const child = words[index] as Word;
      const link = relation(child);
      if (link === "appos") join(clusters, i, at(index), true);
      else if (link === "acl")
        for (const inner of child.children)
          if (
            /^(?:call|name|know|dub|term|nickname|style|brand)$/.test(child.lemma) &&
            /^(?:xcomp|obj|obl)/.test((words[inner] as Word).deprel)
          )
            join(clusters, i, at(inner), true);
    }
    // A predicate: its subject is the same, unless it is denied or asked.
    if (
      head.children.some((index) => (words[index] as Word).deprel === "cop") &&
      !head.children.some((index) => /^(?:not|n't|n’t|never)$/.test((words[index] as Word).lower))
    ) {
      for (const index of head.children) if ((words[index] as Word).deprel === "nsubj") join(clusters, at(index), i, false);
    }
    // "became president", "was elected mayor", "was named commander"
    if (relation(head) === "xcomp" && one.form === "nominal" && one.number === "one") {
      const verb = words[head.head];
      if (verb && /^(?:become|remain|elect|appoint|name|proclaim|declare|crown|make|call|consider)$/.test(verb.lemma)) {
        const role = verb.children
          .map((index) => words[index] as Word)
          .find(({ deprel }) =>
            /^(?:become|remain)$/.test(verb.lemma) ? deprel === "nsubj" : deprel === "nsubj:pass" || deprel === "obj",
          );
        if (role && !verb.children.some((index) => (words[index] as Word).lower === "not"))
          join(clusters, at(role.index), i, false);
      }
    }
  }
}

function join(clusters: Clusters, a: number, b: number, apposed: boolean): void {
  if (a < 0 || b < 0 || a === b) return;
  const { candidates } = clusters;
  const left = candidates[a] as Candidate;
  const right = candidates[b] as Candidate;
  // Two names in apposition are a place in a place, or a list, unless one stands in brackets as the other's acronym (linked by name).
  if (left.form === "name" && right.form === "name") return;
  if (left.form === "pronoun" && right.form === "pronoun") return;
  const person = (one: Candidate) => one.kind === "person" || (one.form === "pronoun" && one.number === "one");
  if (left.form !== "pronoun" && right.form !== "pronoun") {
    if (person(left) !== person(right)) return;
    if (left.number === "many" && right.number === "one") return;
    if (left.number === "one" && right.number === "many") return;
  }
  if (left.form === "pronoun" && left.gender === "n" && person(right)) return;
  if (left.form === "pronoun" && left.number === "one" && right.number !== "one") return;
  if (!apposed && left.kind === "state") return;
  if (clusters.compatible(a, b)) clusters.join(a, b);
}
