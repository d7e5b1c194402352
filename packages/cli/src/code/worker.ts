import { workerData } from "node:worker_threads";
import { createAnalyst, type Report } from "@annalist/core";
import { codeBatch, knowledgeFor } from "./coder.ts";
import type { RenderOptions } from "./render.ts";

// Piscina hands `workerData` on inside an array of its own.
const options = (Array.isArray(workerData) ? workerData.at(-1) : workerData) as RenderOptions;
const analyst = createAnalyst(knowledgeFor(options));

/** One task of the pool: a batch of reports. */
export default (batch: Report[]) => codeBatch(analyst, batch, options);
