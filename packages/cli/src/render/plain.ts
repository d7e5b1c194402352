import { stripVTControlCharacters } from "node:util";
import type { Span } from "@annalist/core";

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach a terminal
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffc]/g;

/** Text that is safe on a terminal, in one line: no escape sequence, no control or direction mark; blanks folded. */
export const plain = (text: string): string => stripVTControlCharacters(text).replace(/\s+/g, " ").replace(UNSAFE, "").trim();

/** Breaks words into lines of at most `width` columns, the second and later ones behind `indent`. */
export function wrap(text: string, width: number, indent: string): string {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && columns(line) + 1 + columns(word) > width - indent.length) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.join(`\n${indent}`);
}

const columns = (text: string) => stripVTControlCharacters(text).length;

/** The words of a clause around its trigger, at most about `limit` characters, with the trigger marked. */
export function quotation(text: string, clause: Span, trigger: Span, mark: (text: string) => string, limit = 260): string {
  let { start, end } = clause;
  const room = Math.max(0, limit - (trigger.end - trigger.start)) >> 1;
  if (end - start > limit) {
    start = Math.max(start, trigger.start - room);
    end = Math.min(end, trigger.end + room);
    while (start > clause.start && start < trigger.start && !/\s/.test(text[start - 1] ?? " ")) start++;
    while (end < clause.end && end > trigger.end && !/\s/.test(text[end] ?? " ")) end--;
  }
  const at = (from: number, to: number) => text.slice(from, to);
  const before = at(Math.min(start, trigger.start), trigger.start);
  const after = at(trigger.end, Math.max(end, trigger.end));
  const parts = [
    plain(before),
    /\s$/.test(before) ? " " : "",
    mark(plain(at(trigger.start, trigger.end))),
    /^\s/.test(after) ? " " : "",
    plain(after),
  ];
  return `${start > clause.start ? "… " : ""}${parts.join("")}${end < clause.end ? " …" : ""}`;
}
