import { type Command, Option } from "commander";
import { UsageError } from "../exit.ts";
import { type LinkCommandOptions, linkFiles } from "../link/link.ts";
import { linkStore } from "../link/store.ts";
import { inStore, type StoreOptions, storeOption } from "../store.ts";

/** `annalist link`: records in, incidents and stories out. */
export function linkCommand(program: Command): void {
  const command = program
    .command("link")
    .description("link records of many reports: incidents, each with its sources and tolls, and stories")
    .argument("[file...]", 'files of analyses, one a line, as annalist code prints them; "-" or none reads standard input')
    .option("--pins <file>", "what a person decided, one a line: it holds before anything that is found")
    .option("--json", "with --store: print the counts as JSON")
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
  annalist link analyses.jsonl --pins pins.jsonl --explain
  annalist link --store annalist.db      # what the store holds, as people decided it; the incidents are kept there`,
    )
    .action(async (files: string[], options: LinkCommandOptions & StoreOptions & { json?: boolean }) => {
      if (options.store !== undefined) {
        const other = files[0] ?? (["pins", "explain", "only", "out"] as const).find((name) => options[name] !== undefined);
        if (other !== undefined)
          throw new UsageError(`${other}: not together with --store; there the store's own analyses and pins are linked`);
        return inStore(options, "writing", (store) => linkStore(store, options.json ?? false));
      }
      if (files.length === 0 && process.stdin.isTTY)
        throw new UsageError("nothing to read: name a file of analyses, or pipe them in (annalist link --help)");
      process.exitCode = await linkFiles(files.length === 0 ? ["-"] : files, options);
    });
  storeOption(command);
}
