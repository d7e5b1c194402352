// Codes reports off the page's own thread. Nothing that is pasted leaves the machine: this fetches the language's data, and sends nothing.
import { createAnalyst, type Report } from "@annalist/core";
import { fetchEnglish } from "@annalist/english/browser";

export interface CodingRequest {
  id: number;
  report: Report;
}

const ready = fetchEnglish("/data/english").then(createAnalyst);

addEventListener("message", async ({ data }: MessageEvent<CodingRequest>) => {
  try {
    const analyst = await ready;
    postMessage({ id: data.id, analysis: analyst.analyse(data.report) });
  } catch (error) {
    postMessage({ id: data.id, error: error instanceof Error ? error.message : String(error) });
  }
});
