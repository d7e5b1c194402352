import { ledger, link } from "@annalist/core";
import type { LinkAll } from "./keeper.ts";

/** Links everything anew: the same analyses and pins give the same incidents, whatever was there before. */
export const linkAll: LinkAll = (analyses, pins) => {
  const byReport = new Map(analyses.map((analysis) => [analysis.report.id, analysis]));
  return link(analyses, { pins }).map((item) => (item.kind === "incident" ? { item, claims: ledger(item, byReport) } : { item }));
};
