import { type Incident, PLOVER_TYPES, type PloverType } from "@annalist/core";
import type { Hit, IncidentFilter, IncidentRow, ReportRow, Store } from "@annalist/store";
import { type Command, Option } from "commander";
import { EXIT, UsageError } from "../exit.ts";
import { inStore, type StoreOptions, storeOptions } from "../store.ts";
import { oneOf, wholeNumber } from "./numbers.ts";

const STATUS: readonly Incident["status"][] = ["single-source", "corroborated", "disputed", "denied"];

interface SearchOptions extends StoreOptions {
  in: "reports" | "incidents";
  actor?: string[];
  type?: string[];
  status?: string[];
  country?: string[];
  outlet?: string[];
  box?: string;
  near?: string;
  from?: string;
  to?: string;
  minKilled?: number;
  minOrigins?: number;
  order?: "date" | "-date" | "origins" | "killed" | "id";
  limit: number;
  after?: string;
  json?: boolean;
}

/** `annalist search`: reports or incidents of the store. */
export function searchCommand(program: Command): void {
  storeOptions(
    program
      .command("search")
      .description("find reports or incidents in the store")
      .argument("[words...]", 'words that must all be there: drone "Abu Kamal" -exercise strik*')
      // A word that must not be there looks like an option.
      .allowUnknownOption(),
  )
    .addOption(new Option("--in <what>", "what to search").choices(["reports", "incidents"]).default("reports"))
    .option("--actor <name...>", "who took part: a name or a lexicon's key")
    .option("--outlet <name...>", "who published it (reports)")
    .option("--type <type...>", "PLOVER types: ASSAULT PROTEST … (incidents)", oneOf("--type", PLOVER_TYPES))
    .option("--status <status...>", `${STATUS.join(", ")} (incidents)`, oneOf("--status", STATUS))
    .option("--country <code...>", "ISO 3166-1 alpha-3: IRQ (incidents)")
    .option("--box <west,south,east,north>", "a box in degrees (incidents)")
    .option("--near <latitude,longitude,km>", "around a point (incidents)")
    .option("--from <day>", "not before this day")
    .option("--to <day>", "not after this day")
    .option("--min-killed <n>", "at least so many dead by every source (incidents)", wholeNumber("--min-killed", 0, 1e9))
    .option("--min-origins <n>", "at least so many independent origins (incidents)", wholeNumber("--min-origins", 1, 1e6))
    .addOption(new Option("--order <order>", "order of incidents").choices(["-date", "date", "origins", "killed", "id"]))
    .option("--limit <n>", "how many to print", wholeNumber("--limit", 1, 1000), 20)
    .option("--after <mark>", "the page behind another, whose mark was printed")
    .option("--json", "print the page as JSON: items, and next where there are more")
    .addHelpText(
      "after",
      '\nExit codes: 0 found; 1 nothing found; 2 wrong use; 4 there is no such store.\n\nExamples:\n  annalist search drone "Abu Kamal"\n  annalist search --in incidents --type ASSAULT --near 34.45,40.92,50 --from 2021-06-01',
    )
    .action((words: string[], options: SearchOptions) =>
      inStore(options, "reading", async (store) => {
        const unknown = words.find((word) => word.startsWith("--"));
        if (unknown) throw new UsageError(`unknown option ${unknown} (annalist search --help lists them)`);
        // The shell has taken the quotation marks off a phrase.
        const typed = words
          .map((word) => (/\s/.test(word) && !word.includes('"') ? word.replace(/^(-?)(.*)$/s, '$1"$2"') : word))
          .join(" ");
        const page = {
          limit: options.limit,
          ...(options.after !== undefined && { after: options.after }),
        };
        const found =
          options.in === "reports"
            ? await store.listReports(await reportFilter(typed, options, store), page)
            : await store.listIncidents(await incidentFilter(typed, options, store), {
                ...page,
                ...(options.order && { order: options.order }),
              });
        if (options.json) process.stdout.write(`${JSON.stringify(found)}\n`);
        else {
          for (const item of found.items) process.stdout.write(`${"origins" in item ? incidentLine(item) : reportLine(item)}\n`);
          if (found.items.length === 0) process.stdout.write("Nothing found.\n");
          if (found.next) process.stdout.write(`More: --after ${found.next}\n`);
        }
        return found.items.length > 0 ? EXIT.done : EXIT.partly;
      }),
    );
}

async function reportFilter(words: string, { outlet, from, to, actor, ...others }: SearchOptions, store: Store) {
  const wrong = (["type", "status", "country", "box", "near", "minKilled", "minOrigins", "order"] as const).find(
    (name) => others[name] !== undefined,
  );
  if (wrong)
    throw new UsageError(
      `--${wrong.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: for incidents; say --in incidents`,
    );
  return {
    ...(words && { words }),
    ...(outlet && { outlets: outlet }),
    ...(from && { from }),
    ...(to && { to }),
    ...(actor && { actors: await actorKeys(actor, store) }),
  };
}

async function incidentFilter(words: string, options: SearchOptions, store: Store): Promise<IncidentFilter> {
  const { type, status, country, box, near, from, to, minKilled, minOrigins, actor } = options;
  const [west, south, east, north] = box === undefined ? [] : numbers("--box", box, 4);
  const [latitude, longitude, km] = near === undefined ? [] : numbers("--near", near, 3);
  return {
    ...(words && { words }),
    ...(type && { types: type as PloverType[] }),
    ...(status && { status: status as Incident["status"][] }),
    ...(country && { countries: country.map((one) => one.toUpperCase()) }),
    ...(box !== undefined && { box: { west, south, east, north } as Required<IncidentFilter>["box"] }),
    ...(near !== undefined && { near: { latitude, longitude, km } as Required<IncidentFilter>["near"] }),
    ...(from && { from }),
    ...(to && { to }),
    ...(minKilled !== undefined && { toll: { outcome: "killed", min: minKilled } }),
    ...(minOrigins !== undefined && { origins: { min: minOrigins } }),
    ...(actor && { actors: await actorKeys(actor, store) }),
  };
}

/** Keys of the actors that are called so; a key stands for itself. */
async function actorKeys(names: string[], store: Store): Promise<string[]> {
  const found = await Promise.all(
    names.map(async (name) => [
      name,
      `name:${name.toLowerCase()}`,
      ...(await store.listActors({ words: name }, { limit: 20 })).items.map(({ key }) => key),
    ]),
  );
  return found.flat();
}

function numbers(flag: string, given: string, count: number): number[] {
  const found = given.split(",").map(Number);
  if (found.length !== count || found.some((one) => !Number.isFinite(one)))
    throw new UsageError(`${flag} ${given}: ${count} numbers with commas between them are wanted`);
  return found;
}

function reportLine({ id, published, outlet, title, version, hit }: ReportRow): string {
  const head = [published?.slice(0, 10) ?? "no date", outlet, version > 1 ? `version ${version}` : ""].filter(Boolean).join("  ");
  return `${head}  ${title}\n    ${id}${hit ? `\n    ${marked(hit)}` : ""}`;
}

function incidentLine({
  id,
  type,
  mode,
  status,
  earliest,
  latest,
  place,
  actors,
  recipients,
  killed,
  origins,
  reports,
  hit,
}: IncidentRow): string {
  const when = earliest === undefined ? "no date" : earliest === latest ? earliest : `${earliest}–${latest}`;
  const who = [actors.slice(0, 2).join(", "), recipients.slice(0, 2).join(", ")].filter(Boolean).join(" → ");
  const toll = killed ? `${killed.low === killed.high ? killed.low : `${killed.low}–${killed.high}`} killed` : "";
  const told = `${status}: ${reports} ${reports === 1 ? "report" : "reports"}, ${origins} ${origins === 1 ? "origin" : "origins"}`;
  return `${[when, mode ? `${type} ${mode}` : type, place, who, toll].filter(Boolean).join("  ")}\n    ${told}  ${id}${hit ? `\n    ${marked(hit)}` : ""}`;
}

/** The hit on one line; what was found stands in bold on a terminal, and between » « elsewhere. */
function marked({ text, marks }: Hit): string {
  const [open, close] = process.stdout.isTTY && !process.env.NO_COLOR ? ["\u001b[1m", "\u001b[22m"] : ["»", "«"];
  let out = "";
  let at = 0;
  for (const { start, end } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    out += `${plain(text.slice(at, start))}${open}${plain(text.slice(start, end))}${close}`;
    at = end;
  }
  return `${out}${plain(text.slice(at))}`.trim();
}

/** Nothing in a report may steer the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
const plain = (text: string) => text.replace(/\s+/g, " ").replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "");
