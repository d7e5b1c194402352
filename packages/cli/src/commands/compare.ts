import { createWorld, type Incident } from "@annalist/core";
import { loadEnglish } from "@annalist/english";
import { type Comparison, compare, type DatasetRow, LAYOUTS, readDataset } from "@annalist/export";
import { type Command, Option } from "commander";
import { complain, EXIT, UsageError } from "../exit.ts";
import { openAt, type StoreOptions, storeOptions } from "../store.ts";

interface CompareOptions extends StoreOptions {
  as: string;
  format: "pretty" | "jsonl";
}

/** `annalist compare FILE --as acled`: a data set of others beside the record, row by row. */
export function compareCommand(program: Command): void {
  storeOptions(
    program
      .command("compare")
      .description("set a data set of others beside the record: what matches, differs, is missing here, or is not listed there")
      .argument("<file>", "rows as the data set's publisher prints them")
      .addOption(new Option("--as <layout>", "whose rows they are").choices(Object.keys(LAYOUTS)).makeOptionMandatory())
      .addOption(new Option("--format <format>", "what to print").choices(["pretty", "jsonl"]).default("pretty")),
  )
    .addHelpText(
      "after",
      `
Exit codes: 0 compared; 1 some rows could not be read, the others were compared; 2 wrong use.

Examples:
  annalist compare acled-iraq.csv --as acled
  annalist compare 20210628.export.CSV --as gdelt --format jsonl > differences.jsonl`,
    )
    .action(async (file: string, options: CompareOptions) => {
      const store = await openAt(options, "reading");
      try {
        const rows = await read(file, options.as);
        const incidents = new Map<string, Incident>();
        const from = rows.map(({ earliest }) => earliest).sort()[0];
        const to = rows
          .map(({ latest }) => latest)
          .sort()
          .at(-1);
        if (from && to) for await (const incident of store.incidents({ from, to })) incidents.set(incident.id, incident);
        const { countries } = createWorld(loadEnglish(), new Date(0).toISOString());
        const found = compare(rows, [...incidents.values()], countries);
        print(found, incidents, options.format);
      } finally {
        await store.close();
      }
    });
}

async function read(file: string, as: string): Promise<DatasetRow[]> {
  const layout = LAYOUTS[as];
  if (!layout) throw new UsageError(`--as ${as}: no such layout`);
  const rows: DatasetRow[] = [];
  try {
    for await (const one of readDataset(file, layout)) {
      if ("row" in one) rows.push(one.row);
      else {
        complain(`${file}:${one.bad.line}: ${one.bad.words}; left out`);
        process.exitCode = EXIT.partly;
      }
    }
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
  return rows;
}

function print(found: readonly Comparison[], incidents: ReadonlyMap<string, Incident>, format: "pretty" | "jsonl"): void {
  if (format === "jsonl") {
    process.stdout.write(found.map((one) => `${JSON.stringify(one)}\n`).join(""));
    return;
  }
  const count = new Map<string, number>();
  for (const one of found) {
    count.set(one.kind, (count.get(one.kind) ?? 0) + 1);
    process.stdout.write(`${lines(one, incidents).join("\n")}\n`);
  }
  const of = (kind: Comparison["kind"]) => count.get(kind) ?? 0;
  process.stdout.write(
    `\n${of("matched")} matched, ${of("differing")} differ, ${of("missing")} missing in the record, ${of("unlisted")} not listed in the data set\n`,
  );
}

const rowOf = ({ id, earliest, type, place, killed }: DatasetRow): string =>
  [id, earliest, type, place, killed && `${killed.best} killed`].filter(Boolean).join(" · ");

/** "post-1/e2 · 2021-06-28 · ASSAULT aerial · United States → militias · Abu Kamal · 4 to 7 killed" */
function incidentOf(id: string, incidents: ReadonlyMap<string, Incident>): string {
  const incident = incidents.get(id);
  if (!incident) return id;
  const { type, mode, actors, recipients, dates, places, tolls } = incident;
  const who = (list: Incident["actors"]) => list[0]?.name ?? "not said";
  const killed = tolls.filter(({ outcome }) => outcome === "killed");
  const low = Math.min(...killed.map((toll) => toll.low));
  const high = Math.max(...killed.map((toll) => toll.high ?? toll.best));
  return [
    id,
    dates[0]?.earliest,
    [type, mode].filter(Boolean).join(" "),
    actors.length + recipients.length > 0 && `${who(actors)} → ${who(recipients)}`,
    places[0]?.name,
    killed.length > 0 && `${low === high ? low : `${low} to ${high}`} killed`,
  ]
    .filter(Boolean)
    .join(" · ");
}

function lines(one: Comparison, incidents: ReadonlyMap<string, Incident>): string[] {
  if (one.kind === "unlisted") {
    return [`not listed  ${incidentOf(one.incident, incidents)}`];
  }
  if (one.kind === "missing")
    return [
      `missing     ${rowOf(one.row)}`,
      ...(one.nearest
        ? [`            nearest: ${incidentOf(one.nearest.incident, incidents)} (${one.nearest.why.join(", ")})`]
        : []),
    ];
  return [
    `${one.kind.padEnd(11)} ${rowOf(one.row)}`,
    `            ${incidentOf(one.incident, incidents)}`,
    `            held for one: ${one.why.join(", ")}`,
    ...(one.kind === "differing"
      ? one.differences.map(
          ({ field, dataset, record }) => `            ${field}: ${dataset} in the data set, ${record} in the record`,
        )
      : []),
  ];
}
