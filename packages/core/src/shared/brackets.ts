import type { Word } from "../model/index.ts";

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]" };

/**
 * Where a phrase ends that was cut inside a bracket: "the Liberation Front (LF" ends behind the bracket. `first` and `last`: its
 * first word, and the one behind its last.
 */
export function closed(words: readonly Word[], first: number, last: number): number {
  let open: string | undefined;
  for (let i = first; i < last; i++) {
    const { text } = words[i] as Word;
    if (CLOSING[text]) open = text;
    else if (open && text === CLOSING[open]) open = undefined;
  }
  return open !== undefined && words[last]?.text === CLOSING[open] ? last + 1 : last;
}

/** Where a phrase begins that was cut inside a bracket: "LF [Liberation Front] rebels" begins before it. */
export function opened(words: readonly Word[], first: number, last: number): number {
  for (let i = first; i < last; i++) {
    const { text } = words[i] as Word;
    if (text === "[" || text === "(") return first;
    if (text !== "]" && text !== ")") continue;
    const open = text === "]" ? "[" : "(";
    return words[first - 1]?.text === open && words[first - 2]?.upos === "PROPN" ? first - 2 : first;
  }
  return first;
}
