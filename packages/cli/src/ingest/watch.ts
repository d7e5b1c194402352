import { createFetcher, isUrl, type Remembered, readUrl } from "@annalist/ingest";
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
  const wrong = given.find((url) => !isUrl(url));
  if (wrong !== undefined) throw new UsageError(`${wrong}: no address; a feed's begins with https:// or http://`);
  for (const url of given)
    if (!(await into.getDocument("feed", url))) await into.putDocument("feed", url, { since: new Date().toISOString() });
  const feeds = given.length > 0 ? given : await watched(into);
  if (feeds.length === 0)
    throw new UsageError("no feeds: name their addresses; they are kept in the store, and watched again by annalist watch alone");
  const { context, close } = await openPipeline(options, into, undefined);
  const fetcher = createFetcher({ allowPrivate: options.allowPrivate ?? false, pause: 1000 * options.pause });
  const memory = memoryIn(into);
  const total = emptyTally();
  if (!options.once)
    complain(
      `Watching ${feeds.length === 1 ? feeds[0] : `${feeds.length} feeds`}, a look every ${options.every} minutes; Ctrl-C ends it.`,
    );
  try {
    if (context.coder) await codeLeft(context, undefined);
    for (;;) {
      for (const feed of feeds) {
        if (context.stop.wanted) break;
        const known = await memory.get(feed);
        // Who asks for one look wants it now; who failed, or was told to wait, waits all the same.
        const due = dueAt(known, options.once && !known?.failures ? 0 : options.every);
        if (Date.now() < due) {
          if (options.once)
            complain(
              `${feed}: left alone until ${new Date(due).toISOString()}, ${whyLater(known)}; annalist ingest asks at once`,
            );
          continue;
        }
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

const watched = async (store: Store): Promise<string[]> => (await store.documents("feed")).map(({ key }) => key);

/** The feeds that are watched, and how each fared: one a line. */
export async function listFeeds(store: Store): Promise<number> {
  const feeds = await watched(store);
  if (feeds.length === 0) process.stdout.write("No feed is watched.\n");
  for (const feed of feeds) {
    const { at, failures = 0, notBefore } = (await memoryIn(store).get(feed)) ?? {};
    const words = [
      at === undefined ? "not asked yet" : `asked ${at}`,
      failures > 0 ? `failed ${failures} in a row` : "",
      notBefore === undefined ? "" : `its server wants to be left alone until ${notBefore}`,
    ];
    process.stdout.write(`${feed}  ${words.filter(Boolean).join("; ")}\n`);
  }
  return EXIT.done;
}

/** Watches feeds no more; their reports stay. */
export async function forgetFeeds(feeds: readonly string[], store: Store): Promise<number> {
  for (const feed of feeds)
    if (!(await store.deleteDocument("feed", feed)))
      throw new UsageError(`--forget ${feed}: not watched; annalist watch --list names those that are`);
  return EXIT.done;
}

/** When a feed's time has come: its interval, longer with each failure in a row, and not before its server wants it. */
function dueAt({ at, failures = 0, notBefore }: Remembered = {}, every: number): number {
  const next = at === undefined ? 0 : Date.parse(at) + 60_000 * Math.min(RAREST, every * 2 ** Math.min(failures, 20));
  return Math.max(next, notBefore === undefined ? 0 : Date.parse(notBefore));
}

const whyLater = ({ failures = 0, notBefore }: Remembered = {}): string =>
  notBefore !== undefined && Date.now() < Date.parse(notBefore)
    ? "as its server wants"
    : `since it failed ${failures === 1 ? "last time" : `${failures} times in a row`}`;

/** Ten seconds, or less when a person wants to stop. */
async function pause(stop: { wanted: boolean }): Promise<void> {
  for (let i = 0; i < 50 && !stop.wanted; i++) await new Promise((resolve) => setTimeout(resolve, 200));
}
