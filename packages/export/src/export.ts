import { createHash } from "node:crypto";
import { type Cell, type Codebook, code, type EventEntry, type IncidentEntry, type World } from "@annalist/core";
import { type ExclusionLine, keysOf, type SidecarEnd, type SidecarHead, sidecarRow } from "./evidence.ts";
import type { Part } from "./formats.ts";
import type { RecordSource, Sink } from "./source.ts";

/** Where the files of one part go. */
export interface PartSinks {
  main: Sink;
  /** The sidecar: for every cell the quotation, report, offsets and text hash. */
  evidence?: Sink;
  /** What the codebook's rules leave out. */
  excluded?: Sink;
}

export interface Summary {
  codebook: string;
  rows: number;
  /** How many each rule left out, with its words. */
  excluded: Map<string, { words: string; count: number }>;
}

/**
 * Writes one file of an export with its sidecars. Rows are read, written and forgotten one by one: memory does not grow
 * with the record. The same record and `world.written` give the same bytes.
 */
export async function writePart(source: RecordSource, part: Part, world: World, sinks: PartSinks): Promise<Summary> {
  return part.unit === "incident"
    ? write(source.incidents(), part.codebook, part, world, sinks)
    : write(source.events(), part.codebook, part, world, sinks);
}

async function write<Row extends IncidentEntry | EventEntry>(
  rows: AsyncIterable<Row>,
  codebook: Codebook<Row>,
  { writer: make }: Part,
  world: World,
  { main, evidence, excluded }: PartSinks,
): Promise<Summary> {
  const summary: Summary = { codebook: codebook.id, rows: 0, excluded: new Map() };
  const hash = createHash("sha256");
  const writer = make({
    async write(chunk) {
      hash.update(chunk);
      await main.write(chunk);
    },
  });
  const line = (sink: Sink | undefined, value: unknown) => sink?.write(`${JSON.stringify(value)}\n`);
  const columns = codebook.columns.map(({ name }) => name);
  await writer.open(codebook.columns);
  await line(evidence, {
    schema: "annalist-evidence/1",
    codebook: codebook.id,
    columns,
    written: world.written,
  } satisfies SidecarHead);
  for await (const row of rows) {
    const coded = code(codebook, row, world);
    if ("excluded" in coded) {
      const { rule, words } = coded.excluded;
      summary.excluded.set(rule, { words, count: (summary.excluded.get(rule)?.count ?? 0) + 1 });
      await line(excluded, { ...keysOf(row), rule, words } satisfies ExclusionLine);
      continue;
    }
    summary.rows++;
    await writer.row(coded.cells as Cell[]);
    await line(evidence, sidecarRow(summary.rows, row, codebook, coded.cells));
  }
  await writer.close();
  await line(evidence, { rows: summary.rows, sha256: hash.digest("hex") } satisfies SidecarEnd);
  return summary;
}
