import { availableParallelism } from "node:os";
import { createAnalyst, type Report } from "@annalist/core";
import { loadEnglish, withDictionary } from "@annalist/english";
import { Piscina } from "piscina";
import { type RenderOptions, renderReport } from "./render.ts";

/** A report's record as printed, or why there is none. */
export type Coded = { text: string } | { error: string };

/** Codes batches of reports, here or in worker threads. */
export interface Coder {
  /** Batches that may be under way at once; 0: code each at once, here. */
  width: number;
  code(batch: Report[]): Promise<Coded[]>;
  close(): Promise<void>;
}

export async function createCoder(options: RenderOptions, threads: number): Promise<Coder> {
  if (threads === 1) {
    const analyst = createAnalyst(knowledgeFor(options));
    return { width: 1, code: async (batch) => codeBatch(analyst, batch, options), close: async () => {} };
  }
  const pool = new Piscina({
    filename: new URL("./thread.cjs", import.meta.url).href,
    workerData: options,
    minThreads: Math.min(threads, availableParallelism()),
    maxThreads: threads,
    idleTimeout: Number.POSITIVE_INFINITY,
  });
  return { width: threads * 3, code: (batch) => pool.run(batch), close: () => pool.destroy() };
}

/** English, with the user's dictionary over it. */
export const knowledgeFor = ({ lexicon }: RenderOptions) =>
  lexicon === undefined ? loadEnglish() : withDictionary(loadEnglish(), lexicon);

/** A report that brings a stage down is named; the others of its batch are coded. */
export function codeBatch(analyst: ReturnType<typeof createAnalyst>, batch: Report[], options: RenderOptions): Coded[] {
  return batch.map((report) => {
    try {
      return { text: renderReport(analyst, report, options) };
    } catch (error) {
      return {
        error: `a fault of Annalist, please report it with this text (${String((error as Error)?.stack ?? error)
          .split("\n")
          .slice(0, 2)
          .join(" ")
          .replace(/\s+/g, " ")})`,
      };
    }
  });
}
