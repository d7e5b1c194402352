import { createGunzip } from "node:zlib";
import { LIMITS } from "./limits.ts";

/** Unpacking was stopped, in words. What had come before it was given. */
export class UnpackError extends Error {}

/** Watches packed and unpacked bytes: a small thing that unfolds to a huge one is a bomb. */
export function watchRatio() {
  let [packed, unpacked] = [0, 0];
  return {
    packed: (bytes: number) => {
      packed += bytes;
    },
    unpacked: (bytes: number) => {
      unpacked += bytes;
      if (unpacked > LIMITS.ratioFrom && unpacked > LIMITS.ratio * packed)
        throw new UnpackError(`it unfolds more than ${LIMITS.ratio}-fold (a bomb?); unpacking was stopped`);
    },
  };
}

/** Unpacks gzip, of several members too. A truncated or broken one gives what can be had and then throws `UnpackError`. */
export async function* gunzip(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const watch = watchRatio();
  const unzip = createGunzip();
  let stopped = false;
  const feed = (async () => {
    for await (const chunk of stream) {
      if (stopped) return;
      watch.packed(chunk.length);
      if (!unzip.write(chunk)) await new Promise<void>((resolve) => unzip.once("drain", resolve).once("close", resolve));
    }
    unzip.end();
  })();
  feed.catch((error) => unzip.destroy(error as Error));
  try {
    for await (const chunk of unzip) {
      watch.unpacked((chunk as Buffer).length);
      yield chunk as Buffer;
    }
  } catch (error) {
    if (error instanceof UnpackError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UnpackError(
      code === "Z_BUF_ERROR"
        ? "truncated: the gzip ends before its end; what came before was read"
        : `broken gzip (${message}); what came before was read`,
    );
  } finally {
    stopped = true;
    unzip.destroy();
  }
}

/** All bytes of a stream; what is longer than `limit` throws, and is not kept. */
export async function collect(stream: AsyncIterable<Uint8Array>, limit = LIMITS.entry): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of stream) {
    length += part.length;
    if (length > limit) throw new UnpackError(`more than ${limit} bytes; at most that many are read as one piece`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
