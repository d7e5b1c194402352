/** How numbers, days and texts from outside are written everywhere on the desk. */

/** What would move or hide text if it were let through: controls, zero-width characters, and orders to change direction. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/** Pieces of a text: plain stretches, and each unseen character by itself with its code point, so that it can be shown. */
export function pieces(text: string): { at: number; text: string; unseen?: string }[] {
  const found: { at: number; text: string; unseen?: string }[] = [];
  let from = 0;
  for (const match of text.matchAll(UNSEEN)) {
    if (match.index > from) found.push({ at: from, text: text.slice(from, match.index) });
    const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
    found.push({ at: match.index, text: match[0], unseen: `U+${code}` });
    from = match.index + match[0].length;
  }
  if (from < text.length) found.push({ at: from, text: text.slice(from) });
  return found;
}

/** A text from outside in one line: unseen characters left out, white space folded. */
export const plain = (text: string): string => text.replace(UNSEEN, "").replace(/\s+/g, " ").trim();

/** At most `limit` characters, cut behind a whole word. */
export function short(text: string, limit = 90): string {
  const line = plain(text);
  if (line.length <= limit) return line;
  const cut = line.lastIndexOf(" ", limit);
  return `${line.slice(0, cut > limit / 2 ? cut : limit)} …`;
}

export const count = (n: number, noun: string, many = `${noun}s`): string => `${number(n)} ${n === 1 ? noun : many}`;
const grouped = new Intl.NumberFormat("en");
export const number = (n: number): string => grouped.format(n);

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** "2021-06-28" as "28 Jun 2021", without any time zone's help. */
export function day(iso: string): string {
  const match = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso);
  return match ? `${Number(match[3])} ${MONTHS[Number(match[2]) - 1] ?? match[2]} ${match[1]}` : plain(iso);
}

/** An interval of days, both inclusive, as briefly as it can be told. */
export function days(earliest: string, latest: string): string {
  if (earliest === latest) return day(earliest);
  const [y1, m1] = earliest.split("-");
  const [y2, m2] = latest.split("-");
  if (y1 === y2 && m1 === m2) {
    const whole = earliest.endsWith("-01") && Number(latest.slice(8)) >= 28;
    return whole ? day(earliest).replace(/^\S+ /, "") : `${Number(earliest.slice(8))}–${day(latest)}`;
  }
  if (earliest.endsWith("-01-01") && latest.endsWith("-12-31") && y1 === y2) return y1!;
  return y1 === y2 ? `${day(earliest).replace(/ \d{4}$/, "")} – ${day(latest)}` : `${day(earliest)} – ${day(latest)}`;
}
