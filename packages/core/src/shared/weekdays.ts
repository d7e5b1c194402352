import type { Word } from "../model/index.ts";

const WEEKDAY = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/;

/** Whether a word under a noun is a day that says when, and no part of who: "the rebels on Monday", "on Saturday soldiers shot two men". */
export function isDayBeside(words: readonly Word[], word: Word): boolean {
  if (word.xpos !== "NNP" || !WEEKDAY.test(word.lower)) return false;
  if (word.deprel === "compound") return words[word.index - 1]?.lower === "on";
  return word.deprel.startsWith("nmod") && word.children.some((index) => words[index]?.lower === "on");
}
