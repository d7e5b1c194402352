import { once } from "node:events";
import type { Writable } from "node:stream";
import type { Sink } from "@annalist/export";

/** A stream that takes chunks no faster than whoever reads it; when they have gone away, the next chunk fails. */
export const streamSink = (stream: Writable): Sink => ({
  async write(chunk) {
    if (stream.destroyed) throw new Error("the reader has gone away");
    if (stream.write(chunk)) return;
    const gone = new AbortController();
    try {
      await Promise.race([once(stream, "drain", gone), once(stream, "close", gone)]);
    } finally {
      gone.abort();
    }
  },
});
