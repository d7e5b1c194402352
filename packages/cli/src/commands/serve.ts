import type { Command } from "commander";
import { complain, EXIT, UsageError } from "../exit.ts";
import { openAt, placeOf, type StoreOptions, storeOption } from "../store.ts";

interface Options extends StoreOptions {
  port: string;
  host: string;
}

/** `annalist serve`: the desk and its API, from one process. */
export function serveCommand(program: Command): void {
  storeOption(program.command("serve"))
    .description("the desk: a web page to read, check and decide, and its API, on this machine")
    .option("--port <n>", "port to listen on; 0 takes any that is free", "8017")
    .option("--host <address>", "address to listen on; beyond 127.0.0.1 it demands users", "127.0.0.1")
    .addHelpText(
      "after",
      `
Beyond this machine (--host 0.0.0.0) everybody must sign in; make the users first with annalist user add, and put a
proxy with TLS in front: passwords and reports would otherwise travel in the clear. Ctrl-C ends it.

Examples:
  annalist serve
  annalist serve --store postgres://annalist@db/record --host 0.0.0.0 --port 80`,
    )
    .action(async ({ port, host, ...options }: Options) => {
      const number = Number(port);
      if (!Number.isInteger(number) || number < 0 || number > 65_535)
        throw new UsageError(`--port ${port}: a whole number from 0 to 65535 is wanted`);
      // Only this command needs the server: the others start without it.
      const { serve } = await import("@annalist/server");
      const store = await openAt(options, "making");
      try {
        const serving = await serve({ store, place: placeOf(options), port: number, host });
        console.log(`Annalist is at ${serving.address}   (${store.location}; Ctrl-C ends it)`);
        await ended();
        await serving.close();
      } catch (error) {
        complain((error as Error).message);
        process.exitCode = EXIT.usage;
      } finally {
        await store.close();
      }
    });
}

/** Resolves when somebody ends the process. */
const ended = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => resolve());
  });
