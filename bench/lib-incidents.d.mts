import type { Analysis } from "@annalist/core";

export function incidentReports(count: number, seed?: number): Generator<{ incident: number; analysis: Analysis }>;
