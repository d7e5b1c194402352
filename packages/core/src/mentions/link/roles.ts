import type { Word } from "../../model/index.ts";
import { relation } from "../../shared/tree.ts";
import { wordFrom } from "../../shared/words.ts";
import type { Candidate } from "../find/candidate.ts";
import type { Reading } from "../find/reading.ts";
import type { Clusters } from "./clusters.ts";

/** By head word: the candidate that it heads, or -1. */
export type Heads = Int32Array;

/** Appositions, predicates and namings: "Kirby, a spokesman", "the group is a militia", "a group called Jaish". */
export function linkRoles(reading: Reading, clusters: Clusters, heads: Heads): void {
  const { document } = reading;
  const { words } = document;
  const at = (index: number | undefined): number => (index === undefined || index < 0 ? -1 : (heads[index] ?? -1));
  for (const [i, one] of clusters.candidates.entries()) {
    if (one.form === "pronoun") continue;
    const head = words[one.word] as Word;
    for (const index of head.children) {
      const child = words[index] as Word;
      const link = relation(child);
      if (link === "appos") {
        // "rebels of the Liberation Front (LF)": the letters are the front's.
        if (one.form !== "nominal" || !/^[([]$/.test(words[index - 1]?.text ?? "") || !isNamed(clusters, one, words[index - 2]))
          join(clusters, i, at(index), true);
      } else if (link === "acl")
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
      // "The dead are Ana Ruiz, a baker and a nurse": she is one of them.
      const several = one.number === "one" && head.children.some((index) => /^(?:are|were)$/.test((words[index] as Word).lower));
      if (!several)
        for (const index of head.children) if ((words[index] as Word).deprel === "nsubj") join(clusters, at(index), i, false);
    }
    // "The victim was identified as Ana Ruiz"
    if (one.form === "name" && relation(head) === "obl" && head.children.some((index) => (words[index] as Word).lower === "as")) {
      const verb = words[head.head];
      const subject = verb?.children.map((index) => words[index] as Word).find(({ deprel }) => deprel === "nsubj:pass");
      const known = subject && clusters.candidates[at(subject.index)];
      if (verb && /^(?:identify|name)$/.test(verb.lemma) && known?.number === "one" && known.class === "person")
        join(clusters, at((subject as Word).index), i, false);
    }
    // "was a poet and a judge": a second predicate with an article of its own is of the same subject.
    if (relation(head) === "conj" && one.form === "nominal" && one.number === "one" && one.article === "indefinite") {
      const first = at(head.head);
      const other = clusters.candidates[first];
      if (
        other &&
        other.form === "nominal" &&
        other.number === "one" &&
        other.article === "indefinite" &&
        isPredicate(words, head.head)
      )
        join(clusters, first, i, true);
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

/** Whether a word stands in a name within a description. */
const isNamed = ({ candidates }: Clusters, within: Candidate, word: Word | undefined): boolean =>
  word !== undefined &&
  candidates.some(
    (other) =>
      other.form === "name" &&
      other.start > within.start &&
      other.start <= word.start &&
      other.end >= word.end &&
      other !== within,
  );

const isPredicate = (words: readonly Word[], index: number): boolean =>
  (words[index] as Word).children.some((at) => (words[at] as Word).deprel === "cop");

/**
 * A description and a name that follow each other where the tree does not say so: "Pentagon spokesman John Kirby", "a spokeswoman,
 * Navy Cmdr. Jessica McNulty,". The parser then gives a verb two subjects.
 */
export function linkNeighbours({ document, titleAt, knownAt }: Reading, clusters: Clusters): void {
  const { words } = document;
  for (let i = 0; i + 1 < clusters.candidates.length; i++) {
    const left = clusters.candidates[i] as Candidate;
    if (left.form === "pronoun" || left.number !== "one" || left.class !== "person") continue;
    for (let j = i + 1; j < clusters.candidates.length && j <= i + 3; j++) {
      const right = clusters.candidates[j] as Candidate;
      if (right.sentence !== left.sentence) break;
      if (right.form === left.form || right.form === "pronoun" || right.number !== "one" || right.class !== "person") continue;
      const from = wordFrom(words, left.head.end);
      const to = wordFrom(words, right.start);
      let commas = 0;
      let free = true;
      for (let at = from; at < to && free; at++) {
        const word = words[at] as Word;
        if (word.text === ",") commas++;
        else if (!titleAt[at] && !knownAt[at] && !(right.form === "name" && word.upos === "PROPN")) free = false;
      }
      if (!free || commas > 1) continue;
      const [a, b] = [words[left.word] as Word, words[right.word] as Word];
      const twins = a.head === b.head && a.deprel === b.deprel && a.deprel.startsWith("nsubj");
      const tied = a.head === b.index || b.head === a.index;
      if (
        commas === 0
          ? left.form === "nominal" && left.end <= right.start
          : twins || (tied && /^(?:appos|nmod|parataxis|dep|list)/.test(a.head === b.index ? a.deprel : b.deprel))
      )
        join(clusters, i, j, true);
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
