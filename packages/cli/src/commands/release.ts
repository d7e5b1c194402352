import type { Command } from "commander";
import { EXIT } from "../exit.ts";
import { diffReleases, type FieldChange } from "../release/diff.ts";
import { writeRelease } from "../release/release.ts";
import { inStore, type StoreOptions, storeOptions } from "../store.ts";

/** `annalist release`: the record of one moment as files that can be cited. */
export function releaseCommand(program: Command): void {
  storeOptions(
    program
      .command("release")
      .description("write the record of a moment as files with hashes, to cite and to compare")
      .argument("<name>", "what to call it: 2021-07"),
  )
    .option("--out <folder>", "where to write it (default: a folder of its name here)")
    .option("--no-texts", "leave the reports' texts out; hashes, heads and offsets stay")
    .addHelpText("after", "\nExamples:\n  annalist release 2021-07\n  annalist release 2021-06 --as-of 2021-06-30 --no-texts")
    .action((name: string, options: StoreOptions & { out?: string; texts: boolean }) =>
      inStore(options, "reading", async (store) => {
        const folder = options.out ?? name;
        const { counts, sha256, asOf } = await writeRelease(store, name, folder, options);
        const number = (n: number) => n.toLocaleString("en");
        process.stdout.write(
          `${folder}: ${number(counts.reports)} reports, ${number(counts.incidents)} incidents, ${number(counts.decisions)} decisions as of ${asOf}\nsha256 ${sha256}\n`,
        );
        return EXIT.done;
      }),
    );
}

/** Fields of one difference that are printed for a person. */
const SHOWN = 12;

/** `annalist diff`: what differs between two releases. */
export function diffCommand(program: Command): void {
  program
    .command("diff")
    .description("what differs between two releases, field by field")
    .argument("<before>", "the folder of a release")
    .argument("<after>", "the folder of another")
    .option("--json", "one object a line: kind, id, change, fields with path, before and after")
    .addHelpText("after", "\nExit codes: 0 no difference; 1 some; 2 wrong use, or a file of a release is not as it was released.")
    .action(async (before: string, after: string, { json }: { json?: boolean }) => {
      let any = false;
      for await (const difference of diffReleases(before, after)) {
        any = true;
        if (json) process.stdout.write(`${JSON.stringify(difference)}\n`);
        else {
          process.stdout.write(`${difference.change.padEnd(7)} ${difference.kind} ${difference.id}\n`);
          const { fields = [] } = difference;
          for (const field of fields.slice(0, SHOWN)) process.stdout.write(`          ${inWords(field)}\n`);
          if (fields.length > SHOWN) process.stdout.write(`          … and ${fields.length - SHOWN} more (--json prints all)\n`);
        }
      }
      if (!any && !json) process.stdout.write("No difference.\n");
      process.exitCode = any ? EXIT.partly : EXIT.done;
    });
}

function inWords({ path, before, after }: FieldChange): string {
  const short = (value: unknown) => {
    const text = JSON.stringify(value);
    return text.length <= 100 ? text : `${text.slice(0, 100)}…`;
  };
  if (before === undefined) return `${path}: + ${short(after)}`;
  return after === undefined ? `${path}: − ${short(before)}` : `${path}: ${short(before)} → ${short(after)}`;
}
