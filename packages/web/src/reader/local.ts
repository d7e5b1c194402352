import type { Analysis, Report } from "@annalist/core";
import { useSyncExternalStore } from "react";
import { codeHere } from "../coding/coder.ts";

/** A report that was pasted or dropped: it lives in this tab alone and is gone with it. */
export interface LocalReport {
  key: string;
  report: Report;
  analysis?: Analysis;
  error?: string;
}

let reports: readonly LocalReport[] = [];
const listeners = new Set<() => void>();
const set = (next: readonly LocalReport[]) => {
  reports = next;
  for (const listener of listeners) listener();
};
const update = (key: string, change: Partial<LocalReport>) =>
  set(reports.map((each) => (each.key === key ? { ...each, ...change } : each)));

let serial = 0;
/** Takes reports in and codes each; the key of the first. */
export function addLocal(added: readonly Report[]): string | undefined {
  const fresh = added.map((report) => ({ key: String(++serial), report }));
  set([...fresh, ...reports]);
  for (const { key, report } of fresh)
    codeHere(report).then(
      (analysis) => update(key, { analysis }),
      (error: Error) => update(key, { error: error.message }),
    );
  return fresh[0]?.key;
}

export const useLocal = (): readonly LocalReport[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => reports,
  );
