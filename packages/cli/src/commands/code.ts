import { availableParallelism } from "node:os";
import { isDate, MAX_LENGTH } from "@annalist/ingest";
import { type Command, Option } from "commander";
import { code } from "../code/code.ts";
import type { CodeOptions } from "../code/options.ts";
import { UsageError } from "../exit.ts";
import { wholeNumber } from "./numbers.ts";

/** `annalist code`: reports in, records out. */
export function codeCommand(program: Command): void {
  program
    .command("code")
    .description("code reports: events, actors, places, times, tolls, and who says so")
    .argument("[file...]", 'files to read; "-" or none reads standard input')
    .addOption(
      new Option("--from <format>", "what the input is (default: jsonl for .jsonl and .ndjson files, else text)").choices([
        "text",
        "jsonl",
      ]),
    )
    .addOption(
      new Option("--format <format>", "what to print (default: pretty for text, jsonl for jsonl)").choices([
        "pretty",
        "json",
        "jsonl",
      ]),
    )
    .option("--published <date>", "when the report was published, ISO 8601: 2021-06-28")
    .option("--outlet <name>", "who published it")
    .option("--url <url>", "where it stands")
    .option("--lexicon <folder>", "your own dictionary: TSVs laid out as those of lexicons/en, over ours")
    .option("--tokens", "print words, tags and trees too")
    .option("--explain", "say for each event which rule or model fired on which words")
    .option("--threads <n>", "worker threads (default: all cores)", wholeNumber("--threads", 1, 256))
    .option(
      "--max-length <n>",
      "longest text taken as one report, in characters",
      wholeNumber("--max-length", 1, 50_000_000),
      MAX_LENGTH,
    )
    .option("--out <file>", "write to a file instead of standard output")
    .addHelpText(
      "after",
      `
Exit codes: 0 everything coded; 1 some input could not be (named on standard error, all else coded);
2 wrong use; 3 the output could not be written; 141 the reader closed the pipe.

Examples:
  annalist code report.txt --published 2021-06-28
  annalist code --from jsonl - < reports.jsonl > analyses.jsonl
  annalist code samples/reports.jsonl --format pretty --explain`,
    )
    .action(async (files: string[], given: Partial<CodeOptions>) => {
      if (given.published !== undefined && !isDate(given.published)) {
        throw new UsageError(
          `--published ${given.published}: no ISO 8601 date; write it like 2021-06-28 or 2021-06-28T14:05:00Z`,
        );
      }
      if (files.length === 0 && process.stdin.isTTY)
        throw new UsageError("nothing to read: name a file, or pipe text in (annalist code --help)");
      process.exitCode = await code(files.length === 0 ? ["-"] : files, {
        threads: availableParallelism(),
        maxLength: MAX_LENGTH,
        ...given,
      });
    });
}
