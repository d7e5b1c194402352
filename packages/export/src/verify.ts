import { createHash } from "node:crypto";
import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import type { Quotation, SidecarEnd, SidecarRow } from "./evidence.ts";

/** The texts that evidence points into: a store, or the files that were coded. */
export interface TextSource {
  /** The text of a report in the version with this hash; any version where there is none, so that the difference can be told. */
  text(report: string, sha256: string): Promise<string | undefined>;
}

export interface Failure {
  /** Counted from 1; 0: the file as a whole. */
  row: number;
  column?: string;
  report?: string;
  words: string;
}

export interface Verification {
  rows: number;
  quotations: number;
  failures: Failure[];
  /** More failures than are listed. */
  more: number;
}

const LISTED = 50;
/** The sidecar of an export lies beside it. */
export const sidecarOf = (path: string): string => `${path}.evidence.jsonl`;

/**
 * Checks an export against the texts that it was read from: that the file is the one written, that its sidecar is whole,
 * and that every quotation still stands where the sidecar says.
 */
export async function verify(path: string, texts: TextSource): Promise<Verification> {
  const found: Verification = { rows: 0, quotations: 0, failures: [], more: 0 };
  const fail = (failure: Failure) => (found.failures.length < LISTED ? found.failures.push(failure) : found.more++);
  const sidecar = sidecarOf(path);
  if (!existsSync(path)) throw new Error(`${path}: no such file`);
  if (!existsSync(sidecar)) throw new Error(`${sidecar}: no such file; "annalist export" writes it beside the export`);
  let end: SidecarEnd | undefined;
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(sidecar), crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line === "") continue;
    const value = parse(line);
    if (!value) fail({ row: 0, words: `${sidecar} line ${number} is no JSON: it was cut or changed` });
    else if ("cells" in value) await checkRow(value as unknown as SidecarRow);
    else if ("rows" in value) end = value as unknown as SidecarEnd;
    else if (number > 1 || value.schema !== "annalist-evidence/1")
      fail({ row: 0, words: `${sidecar} line ${number}: neither head, row nor end of a sidecar` });
  }
  if (!end) fail({ row: 0, words: `${sidecar} has no last line: it was cut` });
  else {
    if (end.rows !== found.rows) fail({ row: 0, words: `${sidecar} holds ${found.rows} rows of ${end.rows}` });
    if ((await hashOf(path)) !== end.sha256)
      fail({ row: 0, words: `${path} is not the file that was written: its bytes have changed` });
  }
  return found;

  async function checkRow({ row, cells }: SidecarRow) {
    found.rows++;
    for (const [column, { evidence }] of Object.entries(cells)) {
      for (const quotation of evidence) {
        found.quotations++;
        const words = await checkQuotation(quotation);
        if (words) fail({ row, column, report: quotation.report, words });
      }
    }
  }

  async function checkQuotation({ report, sha256, start, end: stop, quotation }: Quotation): Promise<string | undefined> {
    const text = await texts.text(report, sha256);
    if (text === undefined) return `report ${report} is not at hand`;
    if (createHash("sha256").update(text).digest("hex") !== sha256) return `the text of report ${report} has changed`;
    const now = text.slice(start, stop);
    return now === quotation ? undefined : `“${quotation}” is not at ${start}–${stop}: “${now}” is`;
  }
}

function parse(line: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return value !== null && typeof value === "object" ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest("hex");
}
