import { createAnalyst, type Knowledge } from "@annalist/core";
import { loadEnglish, withDictionary } from "@annalist/english";
import type { Command } from "commander";
import { EXIT, UsageError } from "../exit.ts";

/** A rule's example that is not coded by it, or a counter-example that is. */
export interface Miss {
  table: string;
  id: string;
  sentence: string;
  /** What was coded instead: rules, or nothing. */
  found: string[];
  wanted: boolean;
}

/** Runs every example and counter-example of the frames through the whole engine. */
export function testFrames(knowledge: Knowledge): { misses: Miss[]; run: number } {
  const analyst = createAnalyst(knowledge);
  const misses: Miss[] = [];
  let run = 0;
  for (const [table, { columns, rows }] of Object.entries(knowledge.tables)) {
    if (!table.startsWith("frames/")) continue;
    const at = (row: readonly string[], column: string) => row[columns.indexOf(column)] ?? "";
    for (const row of rows) {
      const [id, type] = [at(row, "id"), at(row, "type")];
      for (const wanted of [true, false]) {
        for (const sentence of at(row, wanted ? "example" : "counter")
          .split("|")
          .filter(Boolean)) {
          run++;
          const { events } = analyst.analyse({ id, text: sentence });
          const found = [...new Set(events.map(({ rule }) => rule.split("+")[0] as string))];
          const mode = at(row, "mode");
          // Another rule of the same type and mode may come first: the record is the same. A frame of type "-" says that
          // nothing is to be coded: its example must give no event.
          const same = events.some(
            (event) => event.rule.split("+")[0] === id || (event.type === type && (mode === "" || event.mode === mode)),
          );
          const right = type === "-" ? !wanted || found.length === 0 : wanted ? same : !found.includes(id);
          if (!right) misses.push({ table, id, sentence, found, wanted: wanted && type !== "-" });
        }
      }
    }
  }
  return { misses, run };
}

/** `annalist lexicon test`: the examples of all rules, with a user's dictionary over ours where one is given. */
export function lexiconCommand(program: Command): void {
  program
    .command("lexicon")
    .description("check the lexicon")
    .command("test")
    .description("run the example and counter-example of every rule; exit code 1 when one fails")
    .option("--lexicon <folder>", "your own dictionary, over ours")
    .action(({ lexicon }: { lexicon?: string }) => {
      const { misses, run } = testFrames(knowledgeWith(lexicon));
      for (const { table, id, sentence, found, wanted } of misses) {
        const instead = found.length > 0 ? `coded by ${found.join(", ")}` : "not coded";
        console.log(
          `${table} ${id}: ${wanted ? "must be coded by it, but is" : "must not be coded by it, but is"} ${instead}: “${sentence}”`,
        );
      }
      console.log(`${run} examples run, ${misses.length} failed`);
      process.exitCode = misses.length > 0 ? EXIT.partly : EXIT.done;
    });
}

function knowledgeWith(folder: string | undefined): Knowledge {
  try {
    return folder === undefined ? loadEnglish() : withDictionary(loadEnglish(), folder);
  } catch (error) {
    throw new UsageError(`--lexicon ${(error as Error).message}`);
  }
}
