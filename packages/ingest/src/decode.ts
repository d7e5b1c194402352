/** Why bytes are not a text, with the remedy; undefined when they are UTF-8 text. `name` is what a command line would say. */
export function refusal(bytes: Uint8Array, name: string): string | undefined {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return `UTF-16, not UTF-8; convert it: iconv -f utf-16 -t utf-8 ${name}`;
  }
  const nul = bytes.indexOf(0);
  if (nul >= 0) return `binary, not text (a zero byte at byte ${nul}); give the text that was taken from it`;
  const at = firstInvalid(bytes);
  if (at < 0) return undefined;
  const byte = (bytes[at] as number).toString(16).toUpperCase().padStart(2, "0");
  return `not UTF-8 (byte 0x${byte} at byte ${at}); convert it, for instance: iconv -f windows-1252 -t utf-8 ${name}`;
}

/** The text of bytes that were not refused. A byte order mark belongs to the encoding and is left out. */
export const decode = (bytes: Uint8Array): string => new TextDecoder("utf-8").decode(bytes);

/** Offset of the first byte that UTF-8 does not allow (RFC 3629, section 4); -1 for none. */
function firstInvalid(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] as number;
    const more = lead < 0x80 ? 0 : lead < 0xc2 ? -1 : lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : lead < 0xf5 ? 3 : -1;
    if (more < 0) return i;
    for (let k = 1; k <= more; k++) {
      const next = bytes[i + k];
      if (next === undefined || (next & 0xc0) !== 0x80) return i;
    }
    const second = bytes[i + 1] as number;
    if (
      (lead === 0xe0 && second < 0xa0) ||
      (lead === 0xed && second > 0x9f) ||
      (lead === 0xf0 && second < 0x90) ||
      (lead === 0xf4 && second > 0x8f)
    )
      return i;
    i += more + 1;
  }
  return -1;
}
