import { stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { VERSION } from "@annalist/core";
import { createFetcher, filesIn, isUrl, type ReadOptions, readPath, readUrl } from "@annalist/ingest";
import type { Store } from "@annalist/store";
import { type Coder, createCoder, knowledgeFor } from "../code/coder.ts";
import type { RenderOptions } from "../code/render.ts";
import { complain, EXIT, UsageError } from "../exit.ts";
import { memoryIn } from "./memory.ts";
import { codeLeft, emptyTally, faultsOf, type PipelineContext, store, type Tally } from "./pipeline.ts";
import { createIngestProgress } from "./progress.ts";

export interface IngestOptions extends ReadOptions {
  /** Store without coding. */
  code: boolean;
  /** Code all that this version has not read. */
  recode?: boolean;
  retry?: boolean;
  allowPrivate?: boolean;
  /** Seconds between two requests to one host. */
  pause: number;
  lexicon?: string;
  threads: number;
  json?: boolean;
}

/** Reads all sources into the store and codes what is new; returns the exit code. */
export async function ingest(sources: string[], options: IngestOptions, into: Store): Promise<number> {
  const named = new Map(sources.map((source) => [lasting(source), { ...options, called: source }]));
  const failed = options.retry ? await failedSources(into) : [];
  const all = new Set([...named.keys(), ...failed]);
  const { context, close } = await openPipeline(options, into, await bytesOf(all));
  try {
    const fetcher = createFetcher({ allowPrivate: options.allowPrivate ?? false, pause: 1000 * options.pause });
    for (const source of all) {
      if (context.stop.wanted) break;
      const how = named.get(source) ?? (await howRead(source, options, into));
      const items = isUrl(source)
        ? readUrl(source, fetcher, memoryIn(into), how)
        : readPath(source, how, context.progress.bytes, how.called);
      const { faults } = await store(items, source, context);
      await rememberHow(source, faults > 0 ? how : undefined, into);
    }
    // What an interrupted run left, and with --recode what an older version had read.
    if (context.coder) await codeLeft(context, options.recode ? producerFor(options) : undefined);
  } finally {
    await close();
  }
  process.stdout.write(options.json ? `${JSON.stringify(context.tally)}\n` : `${inWords(context.tally, options.code)}\n`);
  if (context.tally.stopped) return EXIT.stopped;
  return context.tally.faults > 0 ? EXIT.partly : EXIT.done;
}

/** Everything a run needs, and what ends it. The first Ctrl-C finishes what is under way; the second ends the process. */
export async function openPipeline(
  options: Pick<IngestOptions, "code" | "lexicon" | "threads">,
  into: Store,
  total: number | undefined,
): Promise<{ context: PipelineContext; close(): Promise<void> }> {
  const rendering = renderingFor(options);
  const coder: Coder | undefined = options.code ? await createCoder(rendering, options.threads) : undefined;
  const context: PipelineContext = {
    store: into,
    coder,
    progress: createIngestProgress(total),
    tally: emptyTally(),
    stop: { wanted: false },
  };
  const stop = () => {
    if (context.stop.wanted) process.exit(EXIT.stopped);
    context.stop.wanted = true;
    complain("stopping when what is under way is stored; once more to end at once");
  };
  process.on("SIGINT", stop).on("SIGTERM", stop);
  return {
    context,
    async close() {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      context.progress.stop();
      await coder?.close();
    },
  };
}

const renderingFor = ({ lexicon }: Pick<IngestOptions, "lexicon">): RenderOptions => ({
  format: "jsonl",
  tokens: false,
  explain: false,
  colour: false,
  ...(lexicon !== undefined && { lexicon }),
});

function producerFor(options: Pick<IngestOptions, "lexicon">) {
  const { modelVersion, lexiconVersion } = knowledgeFor(renderingFor(options));
  return { version: VERSION, model: modelVersion, lexicon: lexiconVersion };
}

export const THREADS = availableParallelism();

/** "12 new reports, 1 changed, 40 known already; 13 coded. 2 could not be read." */
export function inWords({ new: added, changed, unchanged, coded, faults, stopped }: Tally, code: boolean): string {
  const count = (n: number, one: string, more: string) => `${n.toLocaleString("en")} ${n === 1 ? one : more}`;
  const parts = [
    `${count(added, "new report", "new reports")}, ${count(changed, "changed", "changed")}, ${count(unchanged, "known already", "known already")}`,
    ...(code ? [`${count(coded, "coded", "coded")}`] : []),
  ];
  const lines = [`${parts.join("; ")}.`];
  if (faults > 0)
    lines.push(
      `${count(faults, "fault", "faults")}: annalist stats --faults lists what could not be read, annalist ingest --retry reads it again.`,
    );
  if (stopped) lines.push("Stopped. What is stored stays; the same command goes on from here.");
  return lines.join("\n");
}

/** A source as the list of faults keeps it: a file is found again from wherever the next run starts. */
const lasting = (source: string): string => (source === "-" || isUrl(source) ? source : resolve(source));

/** How a source was read, and as what it was named; kept while some of it could not be, to read it again in the same way. */
type How = ReadOptions & { called: string };
const HOW = "reading";

async function rememberHow(source: string, how: How | undefined, into: Store): Promise<void> {
  const then = await into.getDocument(HOW, source);
  if (then && how === undefined) await into.deleteDocument(HOW, source);
  else if (how && source !== "-") {
    const { called, from, columns, delimiter, dates, charset } = how;
    await into.putDocument(HOW, source, { called, from, columns, delimiter, dates, charset });
  }
}

/** What is said now stands over what was said then. */
async function howRead(source: string, now: IngestOptions, into: Store): Promise<How> {
  const then = await into.getDocument<How>(HOW, source);
  const said = Object.fromEntries(Object.entries(now).filter(([, value]) => value !== undefined)) as ReadOptions;
  return { called: source, ...then, ...said, columns: { ...then?.columns, ...now.columns } };
}

/** Strikes what could not be read of these sources from the list; they are read no more. */
export async function giveUp(sources: readonly string[], into: Store): Promise<number> {
  for (const source of sources) {
    const places = await faultsOf(into, lasting(source));
    if (places.length === 0)
      throw new UsageError(`--give-up ${source}: nothing of it is in the list; annalist stats --faults prints it`);
    await into.clearFaults(places);
    await into.deleteDocument(HOW, lasting(source));
  }
  return EXIT.done;
}

async function failedSources(into: Store): Promise<string[]> {
  const found = new Set<string>();
  for (let after: string | undefined; ; ) {
    const page = await into.faults({ limit: 1000, ...(after !== undefined && { after }) });
    for (const { source } of page.items) if (source !== "-") found.add(source);
    if (page.next === undefined) return [...found];
    after = page.next;
  }
}

/** Bytes of all sources, for the bar; undefined where one is a pipe or an address. */
async function bytesOf(sources: Iterable<string>): Promise<number | undefined> {
  let total = 0;
  for (const source of sources) {
    if (source === "-" || isUrl(source)) return undefined;
    const known = await stat(source).catch(() => undefined);
    if (known?.isFile()) total += known.size;
    else if (known?.isDirectory()) for await (const file of filesIn(source)) total += (await stat(file)).size;
  }
  return total;
}
