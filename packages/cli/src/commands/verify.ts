import { createReadStream } from "node:fs";
import { storeTexts, type TextSource, verify } from "@annalist/export";
import { readJsonl } from "@annalist/ingest";
import type { Command } from "commander";
import { complain, EXIT, UsageError } from "../exit.ts";
import { openAt, type StoreOptions, storeOptions } from "../store.ts";

/** `annalist verify EXPORT`: whether every quotation of an export still stands where it was read. */
export function verifyCommand(program: Command): void {
  storeOptions(
    program
      .command("verify")
      .description("check an export: every quotation against the store, or against the reports that were coded")
      .argument("<export>", "a file that annalist export wrote; its .evidence.jsonl lies beside it"),
  )
    .option("--reports <file...>", "take the texts from these JSONL files and not from a store")
    .addHelpText("after", "\nExit codes: 0 everything stands; 1 something has moved or is missing; 2 wrong use.")
    .action(async (path: string, options: StoreOptions & { reports?: string[] }) => {
      const { texts, close } = await textsOf(options);
      try {
        const { rows, quotations, failures, more } = await verify(path, texts).catch((error: Error) => {
          throw new UsageError(error.message);
        });
        for (const { row, column, words } of failures)
          complain([row > 0 ? `row ${row}` : path, column, words].filter(Boolean).join(": "));
        if (more > 0) complain(`… and ${more} more`);
        const wrong = failures.length + more;
        process.stdout.write(
          wrong === 0
            ? `${path}: ${rows} rows, ${quotations} quotations: all stand where they were read.\n`
            : `${path}: ${rows} rows, ${quotations} quotations: ${wrong} do not stand.\n`,
        );
        process.exitCode = wrong === 0 ? EXIT.done : EXIT.partly;
      } finally {
        await close();
      }
    });
}

async function textsOf(options: StoreOptions & { reports?: string[] }): Promise<{ texts: TextSource; close(): Promise<void> }> {
  if (!options.reports) {
    const store = await openAt(options, "reading");
    return { texts: storeTexts(store), close: () => store.close() };
  }
  const known = new Map<string, string>();
  for (const file of options.reports)
    for await (const item of readJsonl(createReadStream(file), file))
      if (item.kind === "report") known.set(item.report.id, item.report.text);
      else complain(`${item.where}: ${item.message}`);
  return { texts: { text: async (report) => known.get(report) }, close: async () => {} };
}
