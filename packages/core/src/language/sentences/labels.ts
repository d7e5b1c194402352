import type { Span } from "../../model/index.ts";

/** Labels in square brackets that open a paragraph: "[Text]", "[begin recording] [Vargas]". */
const OPENING = /(?:^|\n[^\S\n]*\n)[^\S\n]*((?:\[[^[\]]{2,60}\]\s*)+)/g;
const FOLLOWING = /\s*((?:\[[^[\]]{2,60}\]\s*)+)/y;

/**
 * The editor's labels before what is said: broadcasts as monitoring services print them name in brackets the kind of
 * report and who speaks, behind the dateline and at the head of paragraphs. They are no part of the sentence that follows.
 */
export function labelsOf(text: string, dateline: Span | undefined): Span[] {
  const found: Span[] = [];
  const take = (match: RegExpExecArray | null) => {
    const label = match?.[1];
    if (!match || label === undefined) return;
    const start = match.index + match[0].length - label.length;
    found.push({ start, end: start + label.trimEnd().length });
  };
  for (const match of text.matchAll(OPENING)) take(match as RegExpExecArray);
  if (dateline) {
    FOLLOWING.lastIndex = dateline.end;
    take(FOLLOWING.exec(text));
  }
  return found.sort((a, b) => a.start - b.start);
}
