export { decided } from "./decided.ts";
export type { Correction, Judgement } from "./judgement.ts";
