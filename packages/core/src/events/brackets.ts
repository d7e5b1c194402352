import type { Word } from "../model/index.ts";
import type { Trees } from "./trees.ts";

/** How many words a bracket behind a name holds, and how many the name and the noun behind it have, at most. */
const IN_BRACKET = 10;
const BESIDE = 4;

/**
 * "Liberation Front (LF) rebels", "LF [Liberation Front] urban guerrillas": the noun behind the bracket, which the name before it
 * only tells apart.
 */
export function behindBracket(tree: Trees, name: Word): Word | undefined {
  if (name.upos !== "PROPN") return undefined;
  let open = name.index + 1;
  while (open <= name.index + BESIDE && /^(?:PROPN|ADP|DET|ADJ|NOUN)$/.test(tree.at(open, name)?.upos ?? "")) open++;
  if (!/^[([]$/.test(tree.at(open, name)?.text ?? "")) return undefined;
  let close = open + 1;
  while (close <= open + IN_BRACKET && !/^[)\]]$/.test(tree.at(close, name)?.text ?? "")) close++;
  if (close > open + IN_BRACKET) return undefined;
  const run: Word[] = [];
  for (let i = close + 1; i <= close + 2 * BESIDE; i++) {
    const word = tree.at(i, name);
    if (!word || !/^(?:NOUN|ADJ|PROPN)$/.test(word.upos)) break;
    run.push(word);
  }
  // "LF [Liberation Front] leader Ana Perez": the name is who is meant; else the last noun.
  const named = run.findIndex(({ upos }) => upos === "NOUN");
  const person = named < 0 ? undefined : run.find((word, i) => i > named && word.upos === "PROPN" && !inRun(run, word));
  if (person && run.length > BESIDE - 2) return person;
  const last = run[run.length - 1];
  return last && last.upos === "NOUN" ? last : undefined;
}

const inRun = (run: readonly Word[], { head }: Word): boolean => run.some(({ index }) => index === head);
