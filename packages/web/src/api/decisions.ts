import type { Pin, Span } from "@annalist/core";
import { ask } from "./client.ts";

export type DecisionKind = "accept" | "correct" | "reject" | "merge" | "split" | "pin" | "undo";
export interface Subject {
  incident?: string;
  report?: string;
  version?: number;
  event?: string;
  field?: string;
  trigger?: Span;
}
export interface NewDecision {
  kind: DecisionKind;
  subject: Subject;
  why?: string;
  before?: unknown;
  after?: unknown;
  pins?: Pin[];
  undoes?: number;
  ifLast?: number;
  /** Who decides, where no account is needed. */
  as?: string;
}
export interface Decision extends NewDecision {
  seq: number;
  at: string;
  who: string;
  undone?: number;
}

export const decide = (decision: NewDecision) => ask<Decision>("/decisions", { method: "POST", body: decision });
