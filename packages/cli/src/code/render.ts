import type { Analysis, Analyst, Report } from "@annalist/core";
import { pretty } from "../render/pretty.ts";

export interface RenderOptions {
  format: "pretty" | "json" | "jsonl";
  tokens: boolean;
  explain: boolean;
  colour: boolean;
  /** A user's dictionary: a folder of TSVs. */
  lexicon?: string;
}

/** Codes one report and writes its record as it is printed, with a line end. */
export function renderReport(analyst: Analyst, report: Report, options: RenderOptions): string {
  const analysis: Analysis = analyst.analyse(report, { tokens: options.tokens });
  if (options.format === "jsonl") return `${JSON.stringify(analysis)}\n`;
  if (options.format === "json") return `${JSON.stringify(analysis, undefined, 2)}\n`;
  return pretty(analysis, report.text, options);
}
