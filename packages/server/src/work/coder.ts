import { availableParallelism } from "node:os";
import type { Analysis, Report } from "@annalist/core";
import { Piscina } from "piscina";

/** Codes reports in worker threads, so that a long one keeps nobody waiting. */
export interface Coder {
  code(report: Report): Promise<Analysis>;
  close(): Promise<void>;
}

/** Threads start with the first report. */
export function createCoder(): Coder {
  const pool = new Piscina({
    filename: new URL("./thread.cjs", import.meta.url).href,
    minThreads: 0,
    maxThreads: Math.max(1, Math.min(4, availableParallelism() - 1)),
    idleTimeout: 120_000,
  });
  return { code: (report) => pool.run(report), close: () => pool.destroy() };
}
