import type { Analysis, Report } from "@annalist/core";

/** The longest text coded as one report, as on the command line; what is longer is an archive in one piece. */
export const MAX_LENGTH = 2_000_000;

type Answer = { id: number; analysis: Analysis } | { id: number; error: string };
let worker: Worker | undefined;
let next = 0;
const waiting = new Map<number, { resolve: (analysis: Analysis) => void; reject: (error: Error) => void }>();

/** Starts loading the language's data, so that the first report need not wait for it. */
export function warm(): Worker {
  if (worker) return worker;
  worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    const promise = waiting.get(data.id);
    waiting.delete(data.id);
    if ("analysis" in data) promise?.resolve(data.analysis);
    else promise?.reject(new Error(data.error));
  });
  worker.addEventListener("error", (event) => {
    for (const { reject } of waiting.values())
      reject(new Error(`The coder stopped: ${event.message || "it could not be loaded"}`));
    waiting.clear();
    worker = undefined;
  });
  return worker;
}

/** Codes one report in this browser. */
export function codeHere(report: Report): Promise<Analysis> {
  if (report.text.length > MAX_LENGTH)
    return Promise.reject(
      new Error(`${report.text.length.toLocaleString("en")} characters; at most 2,000,000 are coded as one report. Split it.`),
    );
  const id = next++;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject });
    warm().postMessage({ id, report });
  });
}
