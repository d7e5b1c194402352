import type { Stats, Store } from "@annalist/store";
import type { Command } from "commander";
import { EXIT } from "../exit.ts";
import { inStore, type StoreOptions, storeOptions } from "../store.ts";

/** `annalist stats`: what is in the store. */
export function statsCommand(program: Command): void {
  storeOptions(
    program.command("stats").description("what is in the store: counts, period, who coded it, and what could not be read"),
  )
    .option("--json", "print as JSON")
    .option("--faults", "list what could not be read")
    .option("--check", "ask the database to check itself, and what must hold between its tables")
    .addHelpText(
      "after",
      "\nExit codes: 0 done; 1 the check has found something; 2 wrong use; 4 there is no such store.\n\nExamples:\n  annalist stats\n  annalist stats --as-of 2021-06-28 --json",
    )
    .action((options: StoreOptions & { json?: boolean; faults?: boolean; check?: boolean }) =>
      inStore(options, "reading", async (store) => {
        if (options.faults) return printFaults(store, options.json ?? false);
        const stats = await store.stats();
        const broken = options.check ? await store.check() : undefined;
        if (options.json) process.stdout.write(`${JSON.stringify({ ...stats, ...(broken && { check: broken }) })}\n`);
        else
          process.stdout.write(
            `${inWords(stats, store)}\n${broken ? `${broken.length === 0 ? "Checked: all is well." : broken.join("\n")}\n` : ""}`,
          );
        return broken && broken.length > 0 ? EXIT.partly : EXIT.done;
      }),
    );
}

function inWords(stats: Stats, { location, asOf }: Store): string {
  const rows: [string, number, string][] = [
    [
      "reports",
      stats.reports,
      stats.first ? `published ${stats.first} to ${stats.last}, ${stats.outlets} outlets` : `${stats.outlets} outlets`,
    ],
    ["versions", stats.versions, ""],
    [
      "analyses",
      stats.analyses,
      stats.producers.map(({ producer, analyses }) => `${analyses.toLocaleString("en")} by ${producer.version}`).join(", "),
    ],
    ["events", stats.events, ""],
    ["actors", stats.actors, ""],
    ["incidents", stats.incidents, stats.incidents === 0 && stats.events > 0 ? "annalist link --store finds them" : ""],
    ["stories", stats.stories, ""],
    ["claims", stats.claims, ""],
    ["decisions", stats.decisions, ""],
    ["faults", stats.faults, stats.faults > 0 ? "annalist stats --faults lists them" : ""],
  ];
  const width = Math.max(...rows.map(([, n]) => n.toLocaleString("en").length));
  const lines = rows.map(([name, n, more]) =>
    `  ${n.toLocaleString("en").padStart(width)} ${name.padEnd(10)}${more && `  ${more}`}`.trimEnd(),
  );
  return [`${location}${asOf ? `, as of ${asOf}` : ""}`, ...lines].join("\n");
}

async function printFaults(store: Store, json: boolean): Promise<number> {
  for (let after: string | undefined; ; ) {
    const page = await store.faults({ limit: 1000, ...(after !== undefined && { after }) });
    for (const fault of page.items)
      process.stdout.write(
        json
          ? `${JSON.stringify(fault)}\n`
          : `${fault.where}: ${fault.message}${fault.times > 1 ? ` (${fault.times} times)` : ""}\n`,
      );
    if (!json && after === undefined && page.items.length === 0)
      process.stdout.write("Nothing is left that could not be read.\n");
    if (page.next === undefined) return EXIT.done;
    after = page.next;
  }
}
