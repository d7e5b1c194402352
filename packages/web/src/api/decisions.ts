import type { Decision, NewDecision } from "@annalist/server/api";
import { ask } from "./client.ts";

export type { Decision, NewDecision } from "@annalist/server/api";

export const decide = (decision: NewDecision) => ask<Decision>("/decisions", { method: "POST", body: decision });
