import type { Knowledge } from "../../model/index.ts";
import { listOf, rowsOf } from "../../shared/tables.ts";
import { apostropheAt } from "./characters.ts";

/** Hands the syntactic words of the word at `from` to `to` to `push`, in order. */
export type Parter = (text: string, from: number, to: number, push: (from: number, to: number) => void) => void;

const LONGEST_CLITIC = 5;

export function createParter(knowledge: Knowledge): Parter {
  const contractions = new Map(
    rowsOf(knowledge, "language/contractions", ["form", "parts"]).map(({ form, parts }) => [
      form,
      listOf(parts).map((part) => part.length),
    ]),
  );
  const longest = Math.max(0, ...[...contractions.keys()].map((form) => form.length));

  return (text, from, to, push) => {
    if (to - from >= 2 && to - from <= longest) {
      const parts = contractions.get(text.slice(from, to).toLowerCase());
      if (parts) {
        let at = from;
        for (const [i, length] of parts.entries()) {
          const next = i === parts.length - 1 ? to : at + length;
          push(at, next);
          at = next;
        }
        return;
      }
    }
    const cut = cliticAt(text, from, to);
    if (cut <= from || cut >= to) push(from, to);
    else {
      // "would|n't|'ve"
      const inner = cliticAt(text, from, cut);
      if (inner > from && inner < cut) push(from, inner);
      push(inner > from && inner < cut ? inner : from, cut);
      push(cut, to);
    }
  };
}

/** Where the clitic that ends a word begins; `to` when there is none. */
function cliticAt(text: string, from: number, to: number): number {
  for (let at = to - 2; at > from && to - at <= LONGEST_CLITIC; at--) {
    const length = apostropheAt(text, at);
    if (length === 0 || at + length >= to) continue;
    const tail = text.slice(at + length, to).toLowerCase();
    if (tail === "t" && (text.charCodeAt(at - 1) | 0x20) === 0x6e) return at - 1 > from ? at - 1 : to;
    if (tail === "s" || tail === "m" || tail === "d" || tail === "ll" || tail === "re" || tail === "ve") return at;
    return to;
  }
  return to;
}
