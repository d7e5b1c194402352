import type { Document, Knowledge, Problem, Report, Time } from "../model/index.ts";
import { anchorDay } from "./anchor.ts";
import { ELEMENTS } from "./elements/index.ts";
import { dateHabit } from "./habit.ts";
import { createGrammar, type Grammar, type Reader } from "./pattern.ts";
import type { Found } from "./reading.ts";
import { resolveAll } from "./resolve-all.ts";
import { ATOMS, COMPOSED, JOINED } from "./rules/index.ts";
import { scan } from "./scanner.ts";
import { withShared } from "./shared-parts.ts";
import { createVocabulary, type Vocabulary } from "./vocabulary.ts";

/** Finds time expressions and resolves them against the report's date and each other. */
export interface TimeFinder {
  find(document: Document, report: Report, problems: Problem[]): Time[];
}

export function createTimeFinder(knowledge: Knowledge): TimeFinder {
  const vocabulary = createVocabulary(knowledge);
  const grammars = createGrammars();
  return {
    find(document, report, problems) {
      const { reader, found } = recognise(document, vocabulary, grammars);
      const habit = dateHabit(report, reader.scan, found, vocabulary);
      const anchor = anchorDay(report, reader.scan, found, habit);
      return resolveAll(document, reader.scan, found, anchor, habit, problems);
    },
  };
}

/** The passes over a text: simple expressions, then dates joined, then twice the composing rules, so that two can nest. */
export function createGrammars(): readonly Grammar[] {
  const composed = createGrammar(COMPOSED, ELEMENTS);
  return [createGrammar(ATOMS, ELEMENTS), createGrammar(JOINED, ELEMENTS), composed, composed];
}

/** What the words say, unresolved. */
export function recognise(
  document: Document,
  vocabulary: Vocabulary,
  grammars: readonly Grammar[],
): { reader: Reader; found: readonly Found[] } {
  let reader: Reader = { scan: scan(document, vocabulary), vocabulary, atoms: new Map() };
  let found: Found[] = [];
  for (const [round, grammar] of grammars.entries()) {
    found = pass(reader, grammar);
    if (round === 0) found = withShared(reader, found);
    reader = { ...reader, atoms: new Map(found.map((one) => [one.first, one])) };
  }
  return { reader, found };
}

/** Reads a text from left to right; each expression begins after the one before. Expressions that no rule takes up stay. */
function pass(reader: Reader, grammar: Grammar): Found[] {
  const found: Found[] = [];
  const { length } = reader.scan.pieces;
  for (let at = 0; at < length; ) {
    const match = grammar.match(reader, at);
    const known = reader.atoms.get(at);
    if (match && (!known || match.last >= known.last)) {
      found.push(match);
      at = match.last;
    } else if (known) {
      found.push(known);
      at = known.last;
    } else at++;
  }
  return found;
}
