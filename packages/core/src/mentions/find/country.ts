import type { Document, Word } from "../../model/index.ts";
import { relation } from "../../shared/tree.ts";
import type { Reading } from "./reading.ts";

const OF = new Set(["of", "in", "from", "for", "at", "to", "within", "inside", "across", "on"]);

/**
 * The country that a noun phrase names: by an adjective or a state before the head ("Iraqi militia officials", "the U.S. military"),
 * a possessor ("Ethiopia's government"), or what follows ("police in Northern Ireland"). What a hyphen ties to a participle
 * ("Iran-backed militia") names no country of the phrase. Empty when there is none.
 */
export function countryOf(reading: Reading, head: Word): string {
  const { words, text } = reading.document;
  let behind = "";
  let before = "";
  const visit = (index: number, depth: number): void => {
    const word = words[index] as Word;
    const link = relation(word);
    if (link === "amod" || link === "compound" || link === "flat" || link === "nmod" || link === "appos" || link === "det") {
      if (index > head.index && link === "amod" && depth > 0)
        behind ||= tied(text, reading, index) ? "" : countryAt(reading, index);
      else if (index < head.index) {
        const country = countryAt(reading, index);
        if (country && !tied(text, reading, index)) before ||= country;
        else if (depth < 2 && !isHyphenated(text, word)) for (const child of word.children) visit(child, depth + 1);
      } else if (link === "nmod" && caseOf(reading.document, word, OF)) {
        behind ||= countryAt(reading, index);
        // "the Foreign Ministry in the capital of Iran": one step more.
        if (!behind && depth < 1)
          for (const child of word.children) if (relation(words[child] as Word) !== "acl") visit(child, depth + 1);
      }
    }
  };
  for (const child of head.children) visit(child, 0);
  return before || behind;
}

/** The country of a state, its adjective or people, a body of one state, or a place at a word. */
export function countryAt(reading: Reading, index: number): string {
  const known = reading.knownAt[index];
  if (known?.actor.country) return known.actor.country;
  return known ? "" : (reading.countryAt[index] ?? "");
}

/** "Iran-backed", "U.S.-led", "Taliban-held". */
function tied(text: string, reading: Reading, index: number): boolean {
  const end = reading.knownAt[index]?.end ?? (reading.document.words[index] as Word).end;
  return (
    /^\s?[-‐‑–]\s?\p{Ll}+(?:ed|en|led|run|held|based|linked|born|made|won|built|fed|bred)\b/u.test(text.slice(end, end + 24)) &&
    !/^\s?[-‐‑–]\s?(?:based|born|run)\b/.test(text.slice(end, end + 12))
  );
}

const isHyphenated = (text: string, word: Word): boolean =>
  /[-‐‑–]/.test(word.text) || /^[-‐‑–]/.test(text.slice(word.end, word.end + 1));

export function caseOf(document: Pick<Document, "words">, word: Word, cases: ReadonlySet<string>): boolean {
  return word.children.some((index) => {
    const child = document.words[index] as Word;
    return child.deprel === "case" && cases.has(child.lower);
  });
}
