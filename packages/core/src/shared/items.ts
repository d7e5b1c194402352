import type { Document, Word } from "../model/index.ts";

/** How many words a list may go on for, and how many it may name. */
const [LONGEST, MOST] = [120, 24];
/** How far up the tree what a name is joined to is looked for. */
const DEPTH = 5;
const NAMED = new Set(["NOUN", "PROPN", "PRON", "NUM"]);
const PARTS = new Set(["flat", "compound", "nmod:desc", "amod", "nummod", "det", "nmod:poss", "punct", "cc", "case"]);

/**
 * The head words of those whom a list names from word `from` on: "Ana Ruiz, 42; Pilar Ruiz, 19; and a police officer". Read from
 * its commas and semicolons, which trees often take for something else.
 */
export function itemsFrom(document: Document, from: number, to: number): Word[] {
  const end = Math.min(to, from + LONGEST);
  const chunks = chunksOf(document, from, end);
  const apart = chunks.some(({ mark }) => mark === ";");
  const found: Word[] = [];
  let aged = false;
  let closed = false;
  for (const [i, { words, mark }] of chunks.entries()) {
    if (found.length >= MOST) break;
    // Between semicolons each opens with who it is; what follows a comma says more of him.
    if (apart && i > 0 && mark !== ";") continue;
    if (isAge(words)) {
      aged = true;
      continue;
    }
    if (i > 0 && isClause(words)) break;
    // "Maria Rossi and her driver, Ahmed Ali": behind the last of a list it is said who that is.
    if (!apart && mark === "," && closed && !aged) continue;
    const head = headIn(document, words);
    if (!head) continue;
    // "Ana Ruiz, a baker, and Eva Sol": what each is stands between the names.
    const member = apart || i === 0 || isJoined(document, head, found) || (aged && head.upos === "PROPN");
    if (member) found.push(head);
    closed = member && i > 0 && (mark === "and" || mark === "&");
    if (head.upos === "PROPN") aged = false;
  }
  return found;
}

interface Chunk {
  words: Word[];
  /** What stands before it: a comma, a semicolon, "and". */
  mark: string;
}

function chunksOf({ words }: Document, from: number, end: number): Chunk[] {
  const chunks: Chunk[] = [{ words: [], mark: "" }];
  let depth = 0;
  for (let i = from; i < end; i++) {
    const word = words[i] as Word;
    if (/^[([]$/.test(word.text)) depth++;
    else if (/^[)\]]$/.test(word.text)) depth = Math.max(0, depth - 1);
    else if (depth > 0 || /^[."”'’]+$/.test(word.text)) continue;
    else if (/^(?:[,;]|and|&|--|–|—)$/.test(word.lower)) {
      const last = chunks[chunks.length - 1] as Chunk;
      if (last.words.length === 0) last.mark = last.mark === ";" ? ";" : word.lower;
      else chunks.push({ words: [], mark: word.lower });
    } else (chunks[chunks.length - 1] as Chunk).words.push(word);
  }
  return chunks.filter((chunk) => chunk.words.length > 0);
}

/** "42", "aged 42", "42 years old" */
const isAge = (words: readonly Word[]): boolean => {
  const first = words[0] as Word;
  const number = first.lower === "aged" || first.lower === "age" ? words[1] : first;
  return number !== undefined && /^\d{1,3}$/.test(number.lower) && (words.length <= 2 || /^years?$/.test(words[1]?.lower ?? ""));
};

/** ", the ministry said", ", who were on their way home": the list is over. */
function isClause(words: readonly Word[]): boolean {
  const first = words[0] as Word;
  if (/^(?:who|which|while|but|when|where|according|whose|all|he|she|they|it)$/.test(first.lower)) return true;
  if (words.some(({ xpos, upos, lower }) => /^VB[DZP]$/.test(xpos) && upos === "VERB" && /^\p{Ll}/u.test(lower))) {
    // "Said Karim": a name that was read as a verb.
    return (
      words.some(({ xpos, text }) => /^VB[DZP]$/.test(xpos) && /^\p{Ll}/u.test(text)) ||
      /^(?:said|says)$/i.test(first.lower) === false
    );
  }
  return false;
}

/** The word that stands for who a stretch of a list names: the first of a name behind its title, else the last noun before what describes it. */
function headIn(document: Document, words: readonly Word[]): Word | undefined {
  if (words[0]?.upos === "ADP") return undefined;
  let stop = words.findIndex(
    ({ upos, xpos, deprel }, i) => i > 0 && (upos === "ADP" || xpos.startsWith("W") || deprel.startsWith("acl")),
  );
  if (stop < 0) stop = words.length;
  const own = words.slice(0, stop);
  const names = own.filter(({ upos, text }) => upos === "PROPN" && /^\p{Lu}/u.test(text));
  const name = names.find(({ deprel }) => !PARTS.has(deprel)) ?? names.at(-1);
  const last = own.findLast(({ upos }) => NAMED.has(upos));
  // "the Kunduz mayor", "a Red Cross worker": the noun behind a name is the head.
  if (name && last && last.upos === "NOUN" && last.index > name.index) return last;
  if (!name) return last;
  const above = document.words[name.head];
  return name.deprel === "flat" && above && own.includes(above) ? above : name;
}

/** Joined to one who is listed, or to what he is: "such as the singer and Kelis" is another's list. */
function isJoined(document: Document, head: Word, found: readonly Word[]): boolean {
  const first = (found[0] ?? head).index;
  // "Hector Paz" of which the parser joined the second word alone.
  const above = document.words[head.head];
  const joint =
    head.upos === "PROPN" && above?.upos === "PROPN" && above.deprel === "conj" && above.index > head.index ? above : head;
  if (joint.deprel !== "conj") return false;
  let at = document.words[joint.head];
  for (let n = 0; at && n < DEPTH; n++) {
    if (found.includes(at)) return true;
    if (!/^(?:conj|appos|flat|dep|nummod|nmod:desc|parataxis)/.test(at.deprel)) return at.index < first;
    at = document.words[at.head];
  }
  return false;
}
