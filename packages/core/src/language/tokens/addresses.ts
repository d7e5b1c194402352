import { BLANK, classAt, DIGIT, isWordClass, LETTER } from "./characters.ts";

const SCHEMES = ["http://", "https://", "ftp://", "www.", "mailto:", "file://"];
const LONGEST_LOCAL = 64;
const CLOSING = ".,;:!?'\")]}>*’”»…";

/**
 * The end of a web address, a mail address, a hashtag or a handle that starts at `at`; `at` when none does.
 * `sign` is the offset of the next "@" at or after `at`.
 */
export function addressAt(text: string, at: number, end: number, sign: number): number {
  const first = text.charCodeAt(at) | 0x20;
  // h, f, w, m
  if (first === 0x68 || first === 0x66 || first === 0x77 || first === 0x6d) {
    for (const scheme of SCHEMES) {
      if (
        text.startsWith(scheme, at) ||
        (text.charCodeAt(at) < 0x61 && text.slice(at, at + scheme.length).toLowerCase() === scheme)
      )
        return webEnd(text, at, at + scheme.length, end);
    }
  }
  if (sign === at || text.charCodeAt(at) === 0x23) {
    // "@POTUS", "#Kyiv" but "# 1", "#1"
    if (classAt(text, at + 1) !== LETTER) return at;
    let to = at + 1;
    while (to < end && (isWordClass(classAt(text, to)) || text.charCodeAt(to) === 0x5f)) to++;
    return to;
  }
  if (sign - at > LONGEST_LOCAL || sign >= end) return at;
  for (let i = at; i < sign; i++) {
    const kind = classAt(text, i);
    if (kind !== LETTER && kind !== DIGIT && !"._-+%".includes(text.charAt(i))) return at;
  }
  let to = sign + 1;
  while (to < end && (isWordClass(classAt(text, to)) || ".-_".includes(text.charAt(to)))) to++;
  while (to > sign + 1 && !isWordClass(classAt(text, to - 1))) to--;
  return to > sign + 1 ? to : at;
}

function webEnd(text: string, at: number, from: number, end: number): number {
  let to = from;
  while (to < end && classAt(text, to) !== BLANK && !'<>"“”'.includes(text.charAt(to))) to++;
  const open = text.slice(from, to).includes("(");
  while (to > from && CLOSING.includes(text.charAt(to - 1)) && !(open && text.charAt(to - 1) === ")")) to--;
  return to > from ? to : at;
}
