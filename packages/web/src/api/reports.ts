import type { Analysis, Report } from "@annalist/core";
import type { Page, ReportRow } from "@annalist/server/api";
import { ask, query } from "./client.ts";

export type { Hit, ReportRow } from "@annalist/server/api";

export const fetchReports = (given: { q?: string | undefined; after?: string | undefined }, signal?: AbortSignal) =>
  ask<Page<ReportRow>>(`/reports${query({ ...given, limit: 50 })}`, { signal });

export const fetchReport = (id: string, signal?: AbortSignal) =>
  ask<{ report: Report; analysis: Analysis }>(`/reports/${encodeURIComponent(id)}`, { signal });
