import type { Found, Reading } from "./reading.ts";
import { NOTHING, type Scan } from "./scanner.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** What an element read: up to which piece, and the value. */
export interface Match<Value = unknown> {
  end: number;
  value: Value;
}

/** What elements may look at: the pieces, the words known, the expressions already found by the piece that they begin at. */
export interface Reader {
  scan: Scan;
  vocabulary: Vocabulary;
  atoms: ReadonlyMap<number, Found>;
}

/** A named class of pieces ("MONTH", "N"): reads one thing at a piece, or nothing. */
export type Element = (reader: Reader, at: number) => Match | undefined;

// biome-ignore lint/suspicious/noExplicitAny: a capture's type follows from the element that the pattern names.
export type Captures = Record<string, any>;

/**
 * One rule of the grammar. `pattern` is a row of elements: words ("last"), alternatives ("in|on"), classes in capitals
 * ("MONTH"), `name:` before what `read` wants to see, `?` after what may be missing, `<` and `>` around the expression
 * itself where neighbours only speak for it. `example` and `not` are tested: brackets show what is to be found.
 */
export interface Rule {
  id: string;
  pattern: string;
  /** Undefined: not an expression after all. */
  read(captures: Captures, reader: Reader, first: number, last: number): Reading | undefined;
  example: string;
  not?: readonly string[];
}

interface Step {
  name?: string;
  optional: boolean;
  words?: ReadonlySet<string>;
  element?: Element;
}

interface Compiled {
  rule: Rule;
  order: number;
  steps: readonly Step[];
  /** The expression is what steps `from` (inclusive) to `to` (exclusive) read. */
  from: number;
  to: number;
}

export interface Grammar {
  /** The longest expression that begins at a piece, context before it not counted; of equals the earlier rule's. */
  match(reader: Reader, at: number): Found | undefined;
}

/** Compiles rules. An unknown class or a pattern without end is an error that names the rule. */
export function createGrammar(rules: readonly Rule[], elements: Readonly<Record<string, Element>>): Grammar {
  const byWord = new Map<string, Compiled[]>();
  const byElement = new Map<Element, Compiled[]>();
  const add = <Key>(index: Map<Key, Compiled[]>, key: Key, compiled: Compiled) => {
    const list = index.get(key);
    if (!list) index.set(key, [compiled]);
    else if (!list.includes(compiled)) list.push(compiled);
  };
  for (const [order, rule] of rules.entries()) {
    const compiled = compile(rule, order, elements);
    // A rule may begin at any of its first steps up to the first that is not optional.
    for (const step of compiled.steps) {
      if (step.words) for (const word of step.words) add(byWord, word, compiled);
      else add(byElement, step.element as Element, compiled);
      if (!step.optional) break;
    }
  }
  const groups = [...byElement];
  return {
    match(reader, at) {
      const word = reader.scan.word(at);
      if (word === undefined) return undefined;
      let best: Found | undefined;
      let bestOrder = 0;
      const attempt = (compiled: Compiled) => {
        if (!hopeful(compiled, reader, at)) return;
        const found = run(compiled, reader, at);
        if (!found) return;
        const longer = best ? found.last - found.first - (best.last - best.first) : 1;
        if (longer > 0 || (longer === 0 && compiled.order < bestOrder)) {
          best = found;
          bestOrder = compiled.order;
        }
      };
      byWord.get(word)?.forEach(attempt);
      if (speaks(reader, at)) for (const [element, list] of groups) if (element(reader, at)) list.forEach(attempt);
      return best;
    },
  };
}

/** Whether a piece can begin a class at all: most words of a report cannot, and are passed over here. */
function speaks({ scan, vocabulary, atoms }: Reader, at: number): boolean {
  const piece = scan.pieces[at];
  if (!piece) return false;
  if (piece.info !== NOTHING) return true;
  const code = piece.lower.charCodeAt(0);
  if (code >= 48 && code < 58) return true;
  if (atoms.has(at) || STARTS.has(piece.lower)) return true;
  return vocabulary.feasts.has(piece.lower) || vocabulary.references.has(piece.lower) || vocabulary.numbers.begins(piece.lower);
}
/** Words that begin a quantity or a year and are no numbers themselves. */
const STARTS: ReadonlySet<string> = new Set([
  "a",
  "an",
  "several",
  "few",
  "many",
  "half",
  "couple",
  "some",
  "both",
  "dozens",
  "mid",
  "pre",
  "small",
  "q",
  "final",
  "last",
  "'",
  "’",
]);

function compile(rule: Rule, order: number, elements: Readonly<Record<string, Element>>): Compiled {
  const steps: Step[] = [];
  let from = 0;
  let to = -1;
  for (const part of rule.pattern.split(" ")) {
    if (part === "<") from = steps.length;
    else if (part === ">") to = steps.length;
    else {
      const optional = part.length > 1 && part.endsWith("?");
      const body = optional ? part.slice(0, -1) : part;
      const colon = body.indexOf(":");
      const name = colon > 0 ? body.slice(0, colon) : undefined;
      const what = colon > 0 ? body.slice(colon + 1) : body;
      const capital = /^[A-Z][A-Z0-9]*$/.test(what);
      const element = capital ? elements[what] : undefined;
      if (capital && !element) throw new Error(`times: rule ${rule.id}: no element "${what}"`);
      steps.push({
        optional,
        ...(name !== undefined && { name }),
        ...(element ? { element } : { words: new Set(what.split("|")) }),
      });
    }
  }
  if (to < 0) to = steps.length;
  if (steps.length === 0 || to <= from) throw new Error(`times: rule ${rule.id}: an empty pattern`);
  return { rule, order, steps, from, to };
}

/** A cheap look at the first two steps, where both must be there: most rules end here. */
function hopeful({ steps }: Compiled, reader: Reader, at: number): boolean {
  const first = steps[0] as Step;
  if (first.optional) return true;
  let next = at + 1;
  if (first.element) {
    const match = first.element(reader, at);
    if (!match) return false;
    next = match.end;
  } else if (!first.words?.has(reader.scan.word(at) as string)) return false;
  const second = steps[1];
  if (!second || second.optional) return true;
  if (second.element) return second.element(reader, next) !== undefined;
  return second.words?.has(reader.scan.word(next) ?? "") ?? false;
}

function run(compiled: Compiled, reader: Reader, at: number): Found | undefined {
  const { rule, steps, from, to } = compiled;
  const { pieces } = reader.scan;
  const captures: Captures = {};
  let first = at;
  let last = at;
  /** Matches steps from `step` on; optional steps are tried present first. Patterns are short, so this is bounded. */
  const go = (step: number, position: number): boolean => {
    if (step === to) last = position;
    if (step === steps.length) return true;
    if (step === from) first = position;
    const { name, optional, words, element } = steps[step] as Step;
    const piece = pieces[position];
    if (piece && (position === at || !piece.fresh)) {
      let end = 0;
      let value: unknown;
      if (words) {
        if (words.has(piece.lower)) {
          end = position + 1;
          value = piece.lower;
        }
      } else {
        const match = (element as Element)(reader, position);
        if (match) {
          end = match.end;
          value = match.value;
        }
      }
      if (end > 0) {
        if (name !== undefined) captures[name] = value;
        if (go(step + 1, end)) return true;
        if (name !== undefined) delete captures[name];
      }
    }
    if (optional) {
      if (step === from) first = position;
      return go(step + 1, position);
    }
    return false;
  };
  if (!go(0, at) || last <= first) return undefined;
  // `first`/`last` are those of the successful path: each step sets them again on the way.
  const reading = rule.read(captures, reader, first, last);
  return reading && { first, last, reading, rule: rule.id };
}
