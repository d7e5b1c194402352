import type { Store } from "@annalist/store";
import { allDecisions } from "./decisions.ts";

/** Who has judged which event: every look at the queue asks, so it is kept at hand. */
export interface Judges {
  /** By event, as `keyOf` writes it. */
  now(): Promise<ReadonlyMap<string, ReadonlySet<string>>>;
}

export const keyOf = ({ report, event }: { report: string; event: string }): string => `${report}\n${event}`;

/** Reads what was decided since the last time; all of it where something was taken back. */
export function createJudges(store: Store): Judges {
  let found = new Map<string, Set<string>>();
  let seen = 0;
  let reading: Promise<void> = Promise.resolve();
  async function read(): Promise<void> {
    const now = await store.lastChange();
    if (now === seen) return;
    for await (const { seq, subject, kind, who, undone } of allDecisions(store, seen)) {
      if (seq > now) break;
      if (kind === "undo" && seen > 0) {
        found = new Map();
        seen = 0;
        return read();
      }
      if (undone !== undefined || !["accept", "reject", "correct"].includes(kind) || !subject.report || !subject.event) continue;
      const key = keyOf({ report: subject.report, event: subject.event });
      found.set(key, (found.get(key) ?? new Set()).add(who));
    }
    seen = now;
  }
  return {
    async now() {
      // One behind the other: two at once would count the same twice.
      reading = reading.then(read, read);
      await reading;
      return found;
    },
  };
}
