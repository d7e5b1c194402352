import type { Command } from "commander";
import { THREADS } from "../ingest/ingest.ts";
import { forgetFeeds, listFeeds, type WatchOptions, watch } from "../ingest/watch.ts";
import { inStore, type StoreOptions, storeOption } from "../store.ts";
import { number, wholeNumber } from "./numbers.ts";

/** `annalist watch`: feeds, looked at again and again. */
export function watchCommand(program: Command): void {
  storeOption(
    program
      .command("watch")
      .description("look at feeds again and again, and ingest what is new")
      .argument("[feed...]", "addresses; none: those watched before"),
  )
    .option("--every <minutes>", "how long between two looks at one feed", number("--every", 1, 10_080), 15)
    .option("--once", "look once, and end")
    .option("--list", "print the feeds that are watched, and how each fared")
    .option("--forget <feed...>", "watch these no more; their reports stay")
    .option("--no-code", "store only")
    .option("--lexicon <folder>", "your own dictionary, over ours")
    .option("--threads <n>", "worker threads (default: all cores)", wholeNumber("--threads", 1, 256), THREADS)
    .option("--pause <seconds>", "between two requests to one host", number("--pause", 0, 3600), 1)
    .option("--allow-private", "fetch from private and local addresses too: for a server of your own")
    .option("--json", "print the counts as JSON at the end")
    .addHelpText(
      "after",
      `
A server is asked only for what has changed, one host at a time with a pause between; robots.txt is obeyed; a server that
asks to wait is waited for, and a feed that fails is asked less and less often, once a day at the least.

Exit codes: 0 done; 1 some could not be read; 2 wrong use; 3 the store could not be written; 4 it could not be opened.

Examples:
  annalist watch https://example.org/feed.xml
  annalist watch --once          # in a cron job: all feeds watched before`,
    )
    .action((feeds: string[], options: WatchOptions & StoreOptions & { list?: boolean; forget?: string[] }) => {
      const { list, forget } = options;
      if (list) return inStore(options, "reading", listFeeds);
      if (forget) return inStore(options, "writing", (store) => forgetFeeds(forget, store));
      return inStore(options, feeds.length === 0 ? "writing" : "making", (store) => watch(feeds, options, store));
    });
}
