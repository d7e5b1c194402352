export type * from "./analysis.ts";
export type * from "./document.ts";
export type * from "./incident.ts";
export type * from "./knowledge.ts";
export type * from "./report.ts";
export type * from "./span.ts";
