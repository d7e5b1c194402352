import type { Document, Knowledge, Word } from "../model/index.ts";
import { rowsOf } from "../shared/tables.ts";

export type SignalKind = "before-cause" | "before-effect" | "purpose" | "part";

/** Words that tie a cause to its effect, and the heads of both sides as the tree has them. */
export interface Signal {
  first: number;
  last: number;
  text: string;
  kind: SignalKind;
  type: "cause" | "retaliation";
  /** How sure the words are by themselves: "because" is, "after" is not. */
  strength: "strong" | "weak";
  /** The head of what follows the signal, and of what governs it. */
  complement: Word;
  governor: Word | undefined;
}

export interface Signals {
  find(document: Document): Signal[];
}

const STEPS = 12;

export function createSignals(knowledge: Knowledge): Signals {
  const byFirst = new Map<
    string,
    { words: string[]; kind: SignalKind; type: "cause" | "retaliation"; strength: "strong" | "weak" }[]
  >();
  for (const row of rowsOf(knowledge, "relations/signals", ["words", "kind", "type", "strength"])) {
    const words = row.words.split(" ");
    const first = words[0] as string;
    const entry = {
      words,
      kind: row.kind as SignalKind,
      type: row.type === "retaliation" ? ("retaliation" as const) : ("cause" as const),
      strength: row.strength === "weak" ? ("weak" as const) : ("strong" as const),
    };
    const list = byFirst.get(first);
    if (list) list.push(entry);
    else byFirst.set(first, [entry]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);

  return {
    find(document) {
      const found: Signal[] = [];
      const { words } = document;
      for (let i = 0; i < words.length; i++) {
        const word = words[i] as Word;
        const entry = byFirst
          .get(word.lower)
          ?.find(({ words: parts }) =>
            parts.every((part, k) => words[i + k]?.lower === part && words[i + k]?.sentence === word.sentence),
          );
        if (!entry) continue;
        const last = i + entry.words.length;
        const complement = complementOf(document, i, last);
        if (!complement) continue;
        const { kind, type, strength } = entry;
        found.push({
          first: i,
          last,
          text: entry.words.join(" "),
          kind,
          type,
          strength,
          complement,
          governor: governorOf(document, i, last, complement),
        });
        i = last - 1;
      }
      return found;
    },
  };
}

/** The top word of what follows a signal: climbed to from its first word, never past the signal. */
function complementOf(document: Document, first: number, last: number): Word | undefined {
  const signal = document.words[last - 1] as Word;
  const marked = document.words[signal.head];
  const marks = /^(?:case|mark|advmod|fixed)/.test(signal.deprel);
  if (marks && marked && marked.index >= last && marked.sentence === signal.sentence) return marked;
  // "to avenge": the verb itself belongs to the signal; what hangs on it follows.
  let at = document.words[last];
  if (!at || at.sentence !== signal.sentence || at.upos === "PUNCT") return undefined;
  for (let steps = 0; steps < STEPS; steps++) {
    const above: Word | undefined = document.words[at.head];
    if (!above || above.index < last || above.sentence !== signal.sentence) break;
    at = above;
  }
  return at.index >= first ? at : undefined;
}

/** The word that the signal and what follows it hang on. */
function governorOf(document: Document, first: number, last: number, complement: Word): Word | undefined {
  let at: Word | undefined = document.words[complement.head];
  for (let steps = 0; at && steps < STEPS && at.index >= first && at.index < last; steps++) at = document.words[at.head];
  return at;
}
