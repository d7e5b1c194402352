import type { Report, Span } from "@annalist/core";
import { decode, refusal } from "./decode.ts";
import { fault, type Item } from "./item.ts";
import { MAX_LENGTH } from "./limits.ts";

/** The one report of a plain text, read whole; `head` is what is known of it from elsewhere. A fault says why it is none. */
export async function readText(
  stream: AsyncIterable<Uint8Array>,
  name: string,
  head: Omit<Report, "id" | "text" | "headline">,
  maxLength = MAX_LENGTH,
): Promise<Item> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    // Four bytes a code unit at most; what is longer is not kept.
    if (length <= 4 * maxLength) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (length > 4 * maxLength) return tooLong(name, length, "bytes", maxLength);
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  const refused = refusal(bytes, name);
  if (refused) return fault(name, refused);
  const text = decode(bytes);
  if (text.trim() === "") return fault(name, "empty: no text in it");
  if (text.length > maxLength) return tooLong(name, text.length, "characters", maxLength);
  const headline = headlineOf(text);
  return { kind: "report", report: { id: name, text, ...(headline && { headline }), ...head }, bytes: length, faults: [] };
}

const tooLong = (name: string, length: number, unit: string, maxLength: number) =>
  fault(name, `${length} ${unit}; at most ${maxLength} characters are read as one report: split it, or raise --max-length`);

/** A first line that stands alone as headlines do: short, without a full stop, and followed by text. */
export function headlineOf(text: string): Span | undefined {
  const match = /^\s*(\S[^\r\n]{0,200}?)[^\S\r\n]*\r?\n/.exec(text);
  const line = match?.[1];
  if (!match || !line || /[.,;:]["”’']?$/.test(line) || text.slice(match[0].length).trim() === "") return undefined;
  const start = match[0].indexOf(line);
  return { start, end: start + line.length };
}
