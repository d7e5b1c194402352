import type { Document, Knowledge, Word } from "../model/index.ts";
import { rowsOf } from "../shared/tables.ts";
import { sentenceOf } from "../shared/words.ts";

export interface Cumulative {
  /** Whether the clause of a casualty word gives a running total. */
  holds(document: Document, cue: Word): boolean;
}

/** How many words around the casualty word may tell. */
const REACH = 16;

export function createCumulative(knowledge: Knowledge): Cumulative {
  const byFirst = new Map<string, string[][]>();
  for (const { words } of rowsOf(knowledge, "casualties/cumulative", ["words"])) {
    const parts = words.split(" ");
    const first = parts[0] as string;
    const list = byFirst.get(first);
    if (list) list.push(parts);
    else byFirst.set(first, [parts]);
  }
  return {
    holds(document, cue) {
      if (cue.lower === "toll" && isAdded(document, cue)) return true;
      const { first, last } = sentenceOf(document, cue);
      const from = Math.max(first, cue.index - REACH);
      const to = Math.min(last, cue.index + REACH);
      for (let i = from; i < to; i++) {
        const lists = byFirst.get(document.words[i]?.lower ?? "");
        if (lists?.some((parts) => parts.every((part, k) => document.words[i + k]?.lower === part))) return true;
      }
      return false;
    },
  };
}

const ADDING = /^(?:bring|raise|push|take|lift|drive)$/;

/** "Two more died, bringing the toll to 12": those who were told before are among them. */
function isAdded({ words }: Document, toll: Word): boolean {
  const verb = words[toll.head];
  return verb !== undefined && verb.index < toll.index && toll.deprel === "obj" && ADDING.test(verb.lemma.toLowerCase());
}
