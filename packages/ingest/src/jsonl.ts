import type { Report, Span } from "@annalist/core";
import { decode, refusal } from "./decode.ts";
import { type Fault, fault, type Item } from "./item.ts";
import { lineLimit, MAX_LENGTH } from "./limits.ts";
import { linesOf } from "./lines.ts";
import { isDate } from "./published.ts";

/**
 * Reports from JSONL, one a line: `{"id", "text", "headline"?, "published"?, "url"?, "outlet"?, "language"?}`. A line that
 * is no report becomes a fault that names file, line and remedy; the lines after it are read all the same. `name` is the
 * file's name, or "stdin". Memory is bounded by the longest line allowed.
 */
export async function* readJsonl(stream: AsyncIterable<Uint8Array>, name: string, maxLength = MAX_LENGTH): AsyncGenerator<Item> {
  const limit = lineLimit(maxLength);
  let any = false;
  for await (const { number, bytes, length } of linesOf(stream, limit)) {
    const where = `${name}:${number}`;
    if (!bytes) {
      any = true;
      yield fault(where, `a line of ${length} bytes; at most ${limit} are read as one report: split it`);
      continue;
    }
    const refused = refusal(bytes, name);
    const line = refused ? "" : decode(bytes).trim();
    if (!refused && line === "") continue;
    any = true;
    if (refused) {
      yield fault(where, refused);
      // No line of a binary or UTF-16 file is a report: one word about it is enough.
      if (number === 1 && !refused.startsWith("not UTF-8")) return;
    } else {
      const item = toItem(line, where, number === 1, length, maxLength);
      yield item.kind === "report" ? { ...item, raw: bytes } : item;
    }
  }
  if (!any) yield fault(name, "empty: no report in it");
}

function toItem(line: string, where: string, first: boolean, bytes: number, maxLength: number): Item {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    const hint = first && !line.startsWith("{") ? "; is it plain text? then use --from text" : "; mend or drop the line";
    return fault(where, `no JSON (${oneLine((error as Error).message)})${hint}`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return fault(where, 'no JSON object; a report is {"id": …, "text": …}');
  const fields = value as Record<string, unknown>;
  if (typeof fields.text !== "string")
    return fault(where, 'no "text" in it, or none that is a string; a report is {"id": …, "text": …}');
  const { text } = fields;
  if (text.length > maxLength)
    return fault(
      where,
      `a text of ${text.length} characters; at most ${maxLength} are read as one report: split it, or raise --max-length`,
    );
  const faults: Fault[] = [];
  const drop = (field: string, why: string) => faults.push(fault(where, `"${field}" ${why}; coded without it`));
  const id = typeof fields.id === "number" ? String(fields.id) : fields.id;
  const report: Report = { id: typeof id === "string" && id !== "" ? id : where, text };
  if (id !== undefined && report.id === where) drop("id", "is no string");
  if (fields.headline != null) {
    if (isSpan(fields.headline, text)) report.headline = { start: fields.headline.start, end: fields.headline.end };
    else drop("headline", 'is no {"start", "end"} within the text');
  }
  for (const field of ["published", "url", "outlet", "language"] as const) {
    const given = fields[field];
    if (given == null) continue;
    if (typeof given !== "string") drop(field, "is no string");
    else if (field === "published" && !isDate(given))
      drop(field, `${JSON.stringify(given.slice(0, 40))} is no ISO 8601 date such as 2021-06-28`);
    else report[field] = given;
  }
  return { kind: "report", report, bytes, faults };
}

function isSpan(value: unknown, text: string): value is Span {
  const { start, end } = value as Partial<Span>;
  return (
    Number.isInteger(start) &&
    Number.isInteger(end) &&
    (start as number) >= 0 &&
    (start as number) < (end as number) &&
    (end as number) <= text.length
  );
}

const oneLine = (message: string) => message.replace(/\s+/g, " ").slice(0, 120);
