import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { createWorld } from "@annalist/core";
import { loadEnglish } from "@annalist/english";
import { FORMATS, type Part, type Sink, type Summary, sidecarOf, storeSource, writePart } from "@annalist/export";
import { type Command, Option } from "commander";
import { complain, EXIT, remedy, UsageError } from "../exit.ts";
import { openAt, type StoreOptions, storeOptions } from "../store.ts";

interface ExportOptions extends StoreOptions {
  as: string;
  out: string;
  bom?: boolean;
  evidence: boolean;
  type?: string[];
  country?: string[];
  from?: string;
  to?: string;
  written?: string;
}

/** `annalist export`: the record in the columns of a codebook, with its evidence beside it. */
export function exportCommand(program: Command): void {
  storeOptions(
    program
      .command("export")
      .description("write the record in the columns of a codebook, with its evidence beside it")
      .addOption(new Option("--as <format>", "what to write").choices(Object.keys(FORMATS)).makeOptionMandatory())
      .requiredOption("--out <file>", "where to write it; the sidecars lie beside it"),
  )
    .option("--bom", "open CSV with a byte order mark, for spreadsheets")
    .option("--no-evidence", "write no sidecar of quotations")
    .option("--type <type...>", "only incidents of these PLOVER types")
    .option("--country <code...>", "only incidents in these countries (ISO 3166-1 alpha-3)")
    .option("--from <day>", "only incidents that may have happened on or after this day")
    .option("--to <day>", "only incidents that may have happened on or before this day")
    .option("--written <instant>", "the moment that the file gives as its own, for the same bytes again (default: now)")
    .addHelpText(
      "after",
      `
Writes FILE, FILE.evidence.jsonl (for every cell the quotation, report, offsets and text hash) and FILE.excluded.jsonl (what the
codebook's rules leave out, with the rule). "annalist verify FILE" checks them; "annalist codebook NAME" explains the columns.

Exit codes: 0 written; 2 wrong use; 3 the files could not be written.

Examples:
  annalist export --as acled --out acled.csv
  annalist export --as ucdp --country IRQ SYR --from 2021-06-01 --out ucdp.csv
  annalist export --as parquet --store postgres://localhost/newsroom --out incidents.parquet`,
    )
    .action(run);
}

async function run(options: ExportOptions): Promise<void> {
  const { as, out, bom, evidence, type, country, from, to } = options;
  const written = options.written ?? new Date().toISOString();
  if (Number.isNaN(Date.parse(written))) throw new UsageError(`--written ${written}: an ISO 8601 instant is wanted`);
  const store = await openAt(options, "reading");
  try {
    const filter = {
      ...(type && { types: type as never }),
      ...(country && { countries: country }),
      ...(from && { from }),
      ...(to && { to }),
    };
    const source = storeSource(store, Object.keys(filter).length > 0 ? filter : undefined);
    const world = createWorld(loadEnglish(), written);
    for (const [i, part] of (FORMATS[as]?.({ bom: bom ?? false }) ?? []).entries()) {
      const path = i === 0 ? out : besides(out, part);
      const sinks = {
        main: fileSink(path),
        excluded: fileSink(`${path}.excluded.jsonl`),
        ...(evidence && { evidence: fileSink(sidecarOf(path)) }),
      };
      report(path, await writePart(source, part, world, sinks));
      await Promise.all(Object.values(sinks).map((sink) => sink.close()));
    }
  } catch (error) {
    if (!isWriteError(error)) throw error;
    complain(`${error.path ?? out}: ${remedy(error)}`);
    process.exitCode = EXIT.output;
  } finally {
    await store.close();
  }
}

/** "gdelt.tsv" -> "gdelt.mentions.tsv" */
const besides = (out: string, { extension }: Part): string => `${out.replace(/\.[^./\\]+$/, "")}.${extension}`;

const isWriteError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error &&
  ["ENOSPC", "EACCES", "EROFS", "EISDIR", "ENOENT"].includes((error as NodeJS.ErrnoException).code ?? "");

/** A file that takes chunks no faster than the disk does. */
function fileSink(path: string): Sink & { close(): Promise<void> } {
  const stream = createWriteStream(path);
  // One listener for the stream's whole life: whoever waits when it fails is told, and whoever comes later.
  const failed = new Promise<never>((_resolve, reject) => stream.once("error", reject));
  failed.catch(() => {});
  return {
    async write(chunk) {
      if (stream.errored) throw stream.errored;
      if (!stream.write(chunk)) await Promise.race([once(stream, "drain"), failed]);
    },
    async close() {
      await Promise.race([new Promise<void>((resolve) => stream.end(resolve)), failed]);
    },
  };
}

/** "acled.csv: 120 rows; 14 left out: 9 acled.no-act (…)" */
function report(path: string, { rows, excluded }: Summary): void {
  const total = [...excluded.values()].reduce((sum, { count }) => sum + count, 0);
  process.stderr.write(`${path}: ${rows} rows${total > 0 ? `; ${total} left out, each listed in ${path}.excluded.jsonl` : ""}\n`);
  for (const [rule, { words, count }] of [...excluded].sort(([, a], [, b]) => b.count - a.count))
    process.stderr.write(`  ${String(count).padStart(6)}  ${rule}: ${words}\n`);
}
