// Reads annotated sentences: "Rebels [ASSAULT shelled] the town." A mark is a type, or several that would
// each be right, and words of the event's trigger.
import { readFileSync } from "node:fs";

/** @returns {{ text: string, marks: { types: string[], start: number, end: number }[] }[]} */
export function readAnnotated(file) {
  const sentences = [];
  for (const [i, line] of readFileSync(file, "utf8").split("\n").entries()) {
    if (line === "" || line.startsWith("#")) continue;
    const marks = [];
    let text = "";
    let at = 0;
    for (const found of line.matchAll(/\[(?:([A-Z|]+) )?([^\]]+)\]/g)) {
      text += line.slice(at, found.index);
      if (found[1]) marks.push({ types: found[1].split("|"), start: text.length, end: text.length + found[2].length });
      text += found[2];
      at = found.index + found[0].length;
    }
    text += line.slice(at);
    if (/[[\]]/.test(text)) throw new Error(`${file}:${i + 1}: a bracket that opens or closes no mark`);
    sentences.push({ text, marks });
  }
  return sentences;
}

/** How far a trigger may lie from the marked words, in UTF-16 code units: "launched an [attack]". */
const NEAR = 12;

export const isMarked = ({ type, trigger }, marks) =>
  marks.some((mark) => mark.types.includes(type) && mark.start < trigger.end + NEAR && trigger.start < mark.end + NEAR);
