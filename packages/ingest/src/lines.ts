/** One line of a byte stream, without its line end; `bytes` is undefined when it was longer than the limit. */
export interface Line {
  number: number;
  bytes: Uint8Array | undefined;
  /** Its length in bytes, with its line end. */
  length: number;
}

/** Splits a byte stream at line feeds. Never holds more than `limit` bytes of a line: what is longer is counted, not kept. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 1;
  const take = (part: Uint8Array) => {
    length += part.length;
    if (length <= limit) parts.push(part);
    else parts = [];
  };
  const line = (end: number): Line => {
    const bytes = length <= limit ? join(parts, length) : undefined;
    const taken = { number: number++, bytes, length: length + end };
    parts = [];
    length = 0;
    return taken;
  };
  for await (const chunk of stream) {
    let from = 0;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      take(chunk.subarray(from, at));
      yield line(1);
      from = at + 1;
    }
    if (from < chunk.length) take(chunk.subarray(from));
  }
  if (length > 0) yield line(0);
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1) return parts[0] as Uint8Array;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
