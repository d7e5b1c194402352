import type { FastifyPluginAsync } from "fastify";
import type { Context } from "./context.ts";

/** How often the store is asked whether anything has changed, while somebody listens; milliseconds. */
const EVERY = 1000;
/** A comment now and then keeps proxies from hanging up. */
const HEARTBEAT = 15_000;

/** Server-sent events: `change` with what was written to the record, `progress` of long work. */
export const stream: FastifyPluginAsync<Context> = async (app, { store, keeper }) => {
  const readers = new Set<(words: string) => void>();
  const tell = (event: string, data: unknown, id?: number) => {
    const words = `${id === undefined ? "" : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
    for (const reader of readers) reader(words);
  };
  let seen = await store.lastChange();
  let polling = false;
  const poll = setInterval(async () => {
    if (readers.size === 0 || polling) return;
    polling = true;
    try {
      const changes = await store.changes(seen, 200);
      for (const change of changes) tell("change", change, change.seq);
      seen = changes.at(-1)?.seq ?? seen;
    } catch (error) {
      app.log.error(error);
    } finally {
      polling = false;
    }
  }, EVERY);
  const heartbeat = setInterval(() => {
    for (const reader of readers) reader(": still here\n\n");
  }, HEARTBEAT);
  poll.unref();
  heartbeat.unref();
  const stop = keeper.listen((progress) => tell("progress", progress));
  const endings = new Set<() => void>();
  app.addHook("preClose", async () => {
    clearInterval(poll);
    clearInterval(heartbeat);
    stop();
    for (const end of endings) end();
  });

  app.get(
    "/stream",
    { schema: { tags: ["stream"], summary: "Server-sent events: change, progress", produces: ["text/event-stream"] } },
    async (request, reply) => {
      // Who comes first finds the record as it is now; what was missed is asked for by Last-Event-ID.
      const last = Number(request.headers["last-event-id"]);
      if (readers.size === 0) seen = await store.lastChange();
      const missed = Number.isInteger(last) && last > 0 ? await store.changes(last, 1000) : [];
      reply.hijack();
      const { raw } = reply;
      raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        connection: "keep-alive",
      });
      raw.write("retry: 2000\n: welcome\n\n");
      for (const change of missed) raw.write(`id: ${change.seq}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`);
      const reader = (words: string) => raw.write(words);
      const end = () => raw.end();
      readers.add(reader);
      endings.add(end);
      raw.on("close", () => {
        readers.delete(reader);
        endings.delete(end);
      });
    },
  );
};
