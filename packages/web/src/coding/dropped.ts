import type { Report, Span } from "@annalist/core";

/** A file or a pasted text as reports: plain text is one; JSONL and JSON hold one or many in the shape the command line reads. */
export function reportsOf(text: string, name: string, head: Pick<Report, "published" | "outlet"> = {}): Report[] {
  if (/\.(jsonl|ndjson|json)$/i.test(name) || /^\s*\{\s*"/.test(text)) return fromJson(text, name);
  if (text.trim() === "") throw new Error(`${name}: empty, no text in it`);
  const headline = headlineOf(text);
  return [{ id: name, text, ...(headline && { headline }), ...head }];
}

function fromJson(text: string, name: string): Report[] {
  const whole = parsed(text);
  if (whole !== undefined) return (Array.isArray(whole) ? whole : [whole]).map((value, i) => reportOf(value, name, i));
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  return lines.map((line, i) => {
    const value = parsed(line);
    if (value === undefined)
      throw new Error(`${name}, line ${i + 1}: no JSON. One report a line is wanted, like {"id": "…", "text": "…"}`);
    return reportOf(value, name, i);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function reportOf(value: unknown, name: string, i: number): Report {
  const report = value as Report;
  if (typeof report?.text !== "string") throw new Error(`${name}, report ${i + 1}: "text" is missing`);
  return { ...report, id: typeof report.id === "string" ? report.id : `${name}:${i + 1}` };
}

/** A first line that stands alone as headlines do: short, without a full stop, and followed by text. */
export function headlineOf(text: string): Span | undefined {
  const match = /^\s*(\S[^\r\n]{0,200}?)[^\S\r\n]*\r?\n/.exec(text);
  const line = match?.[1];
  if (!match || !line || /[.,;:]["”’']?$/.test(line) || text.slice(match[0].length).trim() === "") return undefined;
  const start = match[0].indexOf(line);
  return { start, end: start + line.length };
}

/** Bytes to text: UTF-8 where they are, windows-1252 where not. */
export async function readFile(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
