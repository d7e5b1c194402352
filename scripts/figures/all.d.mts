import type { Analyst, ledger, link, Report, toll } from "../../packages/core/src/index.ts";

/** The figures of docs/record.md by their file names. */
export function figures(
  core: { link: typeof link; ledger: typeof ledger; toll: typeof toll },
  analyst: Analyst,
  reports: readonly Report[],
): Record<string, string>;
