import type { Analysis, Report } from "@annalist/core";
import { ask, type Page, query } from "./client.ts";

/** A stretch of text around what was searched for; `marks` count into it. */
export interface Hit {
  text: string;
  marks: { start: number; end: number }[];
}

/** A report as a list shows it. */
export interface ReportItem {
  id: string;
  /** The headline, or the first words. */
  title: string;
  events?: number;
  hit?: Hit;
  outlet?: string;
  published?: string;
  url?: string;
}

export const fetchReports = (given: { q?: string | undefined; after?: string | undefined }, signal?: AbortSignal) =>
  ask<Page<ReportItem>>(`/reports${query({ ...given, limit: 50 })}`, { signal });

export const fetchReport = (id: string, signal?: AbortSignal) =>
  ask<{ report: Report; analysis: Analysis }>(`/reports/${encodeURIComponent(id)}`, { signal });
