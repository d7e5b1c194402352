import { createFetcher, type Remembered, readUrl } from "@annalist/ingest";
import type { Store } from "@annalist/store";
import { complain, EXIT, UsageError } from "../exit.ts";
import { type IngestOptions, inWords, openPipeline } from "./ingest.ts";
import { memoryIn } from "./memory.ts";
import { codeLeft, emptyTally, store } from "./pipeline.ts";

export interface WatchOptions extends IngestOptions {
  /** Minutes between two looks at one feed. */
  every: number;
  once?: boolean;
}

/** A feed that fails is asked less and less often, up to once a day. */
const RAREST = 24 * 60;

/** Looks at feeds again and again until it is stopped. Feeds that were watched before are watched on. */
export async function watch(given: string[], options: WatchOptions, into: Store): Promise<number> {
  for (const url of given) await into.putDocument("feed", url, { since: new Date().toISOString() });
  const feeds = given.length > 0 ? given : (await into.documents("feed")).map(({ key }) => key);
  if (feeds.length === 0)
    throw new UsageError("no feeds: name their addresses; they are kept in the store, and watched again by annalist watch alone");
  const { context, close } = await openPipeline(options, into, undefined);
  const fetcher = createFetcher({ allowPrivate: options.allowPrivate ?? false, pause: 1000 * options.pause });
  const memory = memoryIn(into);
  const total = emptyTally();
  try {
    if (context.coder) await codeLeft(context, undefined);
    for (;;) {
      for (const feed of feeds) {
        if (context.stop.wanted) break;
        if (!options.once && !isDue(await memory.get(feed), options.every)) continue;
        const before = { ...context.tally };
        await store(readUrl(feed, fetcher, memory, options), feed, context);
        const came = context.tally.new + context.tally.changed - before.new - before.changed;
        if (came > 0) complain(`${feed}: ${came} ${came === 1 ? "report" : "reports"}`);
      }
      if (options.once || context.stop.wanted) break;
      await pause(context.stop);
    }
  } finally {
    await close();
  }
  Object.assign(total, context.tally, { stopped: false });
  process.stdout.write(options.json ? `${JSON.stringify(total)}\n` : `${inWords(total, options.code)}\n`);
  return total.faults > 0 ? EXIT.partly : EXIT.done;
}

/** Whether a feed's time has come: its interval, longer with each failure in a row, and not before its server wants it. */
export function isDue({ at, failures = 0, notBefore }: Remembered = {}, every: number, now = Date.now()): boolean {
  if (notBefore !== undefined && now < Date.parse(notBefore)) return false;
  if (at === undefined) return true;
  return now >= Date.parse(at) + 60_000 * Math.min(RAREST, every * 2 ** Math.min(failures, 20));
}

/** Ten seconds, or less when a person wants to stop. */
async function pause(stop: { wanted: boolean }): Promise<void> {
  for (let i = 0; i < 50 && !stop.wanted; i++) await new Promise((resolve) => setTimeout(resolve, 200));
}
