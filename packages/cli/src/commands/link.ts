import { type Command, Option } from "commander";
import { UsageError } from "../exit.ts";
import { type LinkCommandOptions, linkFiles } from "../link/link.ts";

/** `annalist link`: records in, incidents and stories out. */
export function linkCommand(program: Command): void {
  program
    .command("link")
    .description("link records of many reports: incidents, each with its sources and tolls, and stories")
    .argument("[file...]", 'files of analyses, one a line, as annalist code prints them; "-" or none reads standard input')
    .option("--pins <file>", "what a person decided, one a line: it holds before anything that is found")
    .option("--explain", "say in words why each incident is one, what was kept apart, and how it stands")
    .addOption(new Option("--only <kind>", "print only these").choices(["incidents", "stories"]))
    .option("--out <file>", "write to a file instead of standard output")
    .addHelpText(
      "after",
      `
A pin: {"a": {"report": "r1", "event": "n2"}, "b": {"report": "r7"}, "decision": "must", "why": "same street"}
("must" or "cannot"; without an event a report's main story is meant).

Exit codes: 0 everything linked; 1 some lines could not be read (named on standard error, all else linked);
2 wrong use; 3 the output could not be written; 141 the reader closed the pipe.

Examples:
  annalist code reports.jsonl | annalist link -
  annalist link analyses.jsonl --pins pins.jsonl --explain`,
    )
    .action(async (files: string[], options: LinkCommandOptions) => {
      if (files.length === 0 && process.stdin.isTTY)
        throw new UsageError("nothing to read: name a file of analyses, or pipe them in (annalist link --help)");
      process.exitCode = await linkFiles(files.length === 0 ? ["-"] : files, options);
    });
}
