import { WARCParser } from "warcio";
import { type Fault, fault } from "./item.ts";
import { LIMITS } from "./limits.ts";
import { UnpackError } from "./unpack.ts";

/** One answer of a server as it was archived. */
export interface Archived {
  kind: "archived";
  /** Which record of the archive, from 1. */
  record: number;
  url: string;
  date?: string;
  status: number;
  type: string;
  headers: Record<string, string>;
  bytes: Buffer;
}

/**
 * Pages of a WARC, already unpacked. Other records (requests, metadata, images) are passed over. A record that ends before
 * its length, as in a truncated archive, is named: the library itself says nothing.
 */
export async function* readWarc(stream: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Archived | Fault> {
  let broken: unknown;
  // The parser must end, and not throw, where the bytes do: what came before is good.
  const calm = (async function* () {
    try {
      yield* stream;
    } catch (error) {
      broken = error;
    }
  })();
  let record = 0;
  try {
    for await (const one of new WARCParser(calm)) {
      record++;
      if (one.warcType !== "response" && one.warcType !== "resource" && one.warcType !== "conversion") continue;
      const where = `${name}#${record}`;
      const type = (
        one.httpHeaders?.headers.get("content-type") ??
        one.warcHeaders.headers.get("content-type") ??
        ""
      ).toLowerCase();
      const status = one.httpHeaders?.statusCode ?? 200;
      const url = one.warcTargetURI ?? "";
      if (!/html|text\/plain|xml/.test(type) || Number(status) >= 300) continue;
      const whole = Number(one.warcHeaders.headers.get("content-length") ?? 0);
      if (whole > LIMITS.entry) {
        yield fault(where, `${whole} bytes; at most ${LIMITS.entry} are read as one page (${url})`);
        continue;
      }
      const bytes = Buffer.from(await one.readFully(true));
      if (broken) break;
      const pairs = (one.httpHeaders?.headers as Iterable<[string, string]> | undefined) ?? [];
      const headers = Object.fromEntries([...pairs].map(([key, value]) => [key.toLowerCase(), value]));
      const date = one.warcDate ?? undefined;
      yield { kind: "archived", record, url, ...(date && { date }), status: Number(status), type, headers, bytes };
    }
  } catch (error) {
    broken ??= error;
  }
  if (broken) {
    const why = broken instanceof UnpackError ? broken.message : (broken as Error).message?.replace(/\s+/g, " ").slice(0, 160);
    yield fault(`${name}#${record}`, `${why} (up to record ${record})`);
  } else if (record === 0) yield fault(name, "no record in it; is it a WARC?");
}
