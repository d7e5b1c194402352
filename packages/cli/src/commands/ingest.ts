import { type Columns, FORMATS } from "@annalist/ingest";
import type { Store } from "@annalist/store";
import { type Command, Option } from "commander";
import { UsageError } from "../exit.ts";
import { giveUp, type IngestOptions, ingest, THREADS } from "../ingest/ingest.ts";
import { inStore, type StoreOptions, storeOption } from "../store.ts";
import { number, wholeNumber } from "./numbers.ts";

const FIELDS = ["id", "headline", "text", "published", "url", "outlet", "language", "byline"] as const;

interface Given extends IngestOptions, StoreOptions {
  map?: string[];
  profile?: string;
  saveProfile?: string;
  giveUp?: string[];
}

/** `annalist ingest`: anything in, a record that lasts. */
export function ingestCommand(program: Command): void {
  const command = program
    .command("ingest")
    .description("read reports from anywhere into the store, and code what is new")
    .argument("[source...]", 'files, folders, "-" for standard input, or addresses: feeds, pages, archives');
  storeOption(command)
    .addOption(new Option("--from <format>", "what the sources are (default: told by name and content)").choices([...FORMATS]))
    .option("--map <field=column...>", `columns of a table: ${FIELDS.join(", ")}`)
    .option("--delimiter <character>", "what stands between columns (default: told from the heading)")
    .addOption(new Option("--dates <order>", "which comes first in dates such as 06/07/2021").choices(["dmy", "mdy"]))
    .option("--profile <name>", "columns, delimiter and dates as they were saved under this name")
    .option("--save-profile <name>", "keep --map, --delimiter and --dates under this name in the store")
    .option("--charset <name>", "the charset, where what the bytes say is wrong: windows-1251")
    .option("--retry", "read again what could not be read before")
    .option("--give-up <source...>", "strike from the list what could not be read of these")
    .option("--recode", "code also what an older version or another lexicon has read; decisions of people stand")
    .option("--no-code", "store only")
    .option("--lexicon <folder>", "your own dictionary, over ours")
    .option("--threads <n>", "worker threads (default: all cores)", wholeNumber("--threads", 1, 256), THREADS)
    .option("--pause <seconds>", "between two requests to one host", number("--pause", 0, 3600), 1)
    .option("--allow-private", "fetch from private and local addresses too: for a server of your own")
    .option("--json", "print the counts as JSON")
    .addHelpText(
      "after",
      `
A report that is known is left alone, one whose text has changed becomes a new version; so a run that was stopped is
gone on with by the same command.

Exit codes: 0 everything read; 1 some could not be (named on standard error and kept in the store's list, all else is
stored); 2 wrong use; 3 the store could not be written; 4 it could not be opened; 130 stopped.

Examples:
  annalist ingest reports.jsonl archive.warc.gz folder/
  annalist ingest https://example.org/feed.xml
  annalist ingest export.csv --map text=Body published=Date --dates dmy --save-profile desk
  annalist ingest later.csv --profile desk
  curl -s https://example.org/story | annalist ingest - --from html`,
    )
    .action(async (sources: string[], given: Given) => {
      const { giveUp: lost } = given;
      if (lost) return inStore(given, "writing", (store) => giveUp(lost, store));
      if (sources.length === 0 && !given.retry && !given.recode) {
        if (process.stdin.isTTY)
          throw new UsageError("nothing to read: name a file, a folder or an address (annalist ingest --help)");
        sources.push("-");
      }
      await inStore(given, "making", async (store) => ingest(sources, { ...given, ...(await tableOf(given, store)) }, store));
    });
}

interface Profile {
  columns: Columns;
  delimiter?: string;
  dates?: "dmy" | "mdy";
}

/** What is said of tables: by a saved profile, with what is said now over it. */
async function tableOf({ map = [], profile, saveProfile, delimiter, dates }: Given, store: Store): Promise<Profile> {
  const saved = profile === undefined ? undefined : await store.getDocument<Profile>("profile", profile);
  if (profile !== undefined && !saved) {
    const names = (await store.documents("profile")).map(({ key }) => key);
    throw new UsageError(
      `--profile ${profile}: there is none of that name${names.length > 0 ? `; there are: ${names.join(", ")}` : " yet; --save-profile makes one"}`,
    );
  }
  const columns: Columns = { ...saved?.columns };
  for (const pair of map) {
    const [field = "", column] = pair.split(/=(.*)/s);
    if (!(FIELDS as readonly string[]).includes(field) || !column)
      throw new UsageError(`--map ${pair}: write field=column, a field being one of ${FIELDS.join(", ")}`);
    columns[field as keyof Columns] = column;
  }
  const table: Profile = {
    columns,
    ...((delimiter ?? saved?.delimiter) !== undefined && {
      delimiter: (delimiter ?? saved?.delimiter)?.replace("\\t", "\t") as string,
    }),
    ...((dates ?? saved?.dates) !== undefined && { dates: (dates ?? saved?.dates) as "dmy" | "mdy" }),
  };
  if (saveProfile !== undefined) await store.putDocument("profile", saveProfile, table);
  return table;
}
