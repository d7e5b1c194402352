import { analyse } from "chardet";
import iconv from "iconv-lite";

export interface Decoded {
  text: string;
  charset: string;
}

/**
 * The text of bytes in whatever charset: a byte order mark wins, then UTF-8 where it is valid, then what was declared, then
 * what the bytes look like. Valid UTF-8 goes before a declaration, since a server's default often contradicts the page,
 * and other charsets hardly ever happen to be valid UTF-8.
 */
export function decodeAny(bytes: Uint8Array, declared?: string): Decoded {
  const marked = markOf(bytes);
  if (marked) return { text: iconv.decode(Buffer.from(bytes), marked), charset: marked };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), charset: "utf-8" };
  } catch {}
  const named = nameOf(declared);
  // What is called Latin-1 is windows-1252 with its quotation marks (WHATWG Encoding, section 4.2).
  if (named && named !== "utf-8") return { text: iconv.decode(Buffer.from(bytes), named), charset: named };
  const charset = guess(bytes);
  return { text: iconv.decode(Buffer.from(bytes), charset), charset };
}

function markOf([a, b, c]: Uint8Array): string | undefined {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return undefined;
}

function nameOf(declared: string | undefined): string | undefined {
  const name = declared
    ?.trim()
    .toLowerCase()
    .replace(/^["']|["']$/g, "");
  if (!name || !iconv.encodingExists(name)) return undefined;
  if (/^(iso-?8859-1|latin-?1|us-ascii|ascii)$/.test(name)) return "windows-1252";
  return /^utf-?8$/.test(name) ? "utf-8" : name;
}

/** UTF-16 without a mark has a zero at every other byte of its Latin letters; the rest is for the statistics. */
function guess(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, 65_536);
  let [even, odd] = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) i % 2 === 0 ? even++ : odd++;
  });
  if (odd > sample.length / 5 && odd > 4 * even) return "utf-16le";
  if (even > sample.length / 5 && even > 4 * odd) return "utf-16be";
  const found = analyse(sample).find(({ name }) => iconv.encodingExists(name) && !/^utf|^ascii/i.test(name));
  return nameOf(found?.name) ?? "windows-1252";
}

/** "text/html; charset=utf-8" -> "utf-8" */
export const charsetOf = (contentType: string | undefined): string | undefined =>
  /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? "")?.[1];

/** What a page says of itself in its first bytes. */
export function declaredIn(bytes: Uint8Array): string | undefined {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1] ??
    /<\?xml[^>]{0,200}encoding\s*=\s*["']([\w.:-]+)/i.exec(head)?.[1]
  );
}
