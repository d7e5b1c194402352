import { createHash } from "node:crypto";
import type { Analysis, Report } from "@annalist/core";
import { type PutReport, relink as relinkStore, type Store } from "@annalist/store";

/** How long after the last correction incidents are linked anew, milliseconds. */
const PAUSE = 5000;

/** How far a long piece of work has come. */
export interface Progress {
  what: "coding" | "linking";
  done: number;
  total: number;
}

export interface Keeper {
  /** Stores reports at once, and codes and links them behind the answer. */
  take(reports: readonly (Omit<Report, "id"> & { id?: string })[]): Promise<PutReport[]>;
  /** Links anew what the store holds; runs asked for while one is under way are one. */
  relink(): Promise<void>;
  /** The same, once nothing more has been asked for in a while: a person decides one event after the other. */
  relinkSoon(): void;
  /** Resolves when nothing is under way and nothing waits. */
  idle(): Promise<void>;
  listen(listener: (progress: Progress) => void): () => void;
}

interface Given {
  store: Store;
  code(report: Report): Promise<Analysis>;
  /** Links the store anew; here and now unless said. */
  link?: () => Promise<unknown>;
  /** A fault of work that nobody waits for. */
  complain(error: unknown): void;
}

/** Keeps the record whole: what is added is coded, and what is coded is linked, one piece of work after another. */
export function createKeeper({ store, code, complain, link = () => relinkStore(store) }: Given): Keeper {
  const listeners = new Set<(progress: Progress) => void>();
  const tell = (progress: Progress) => {
    for (const listener of listeners) listener(progress);
  };
  let tail: Promise<void> = Promise.resolve();
  let waiting: Promise<void> | undefined;
  const queue = (work: () => Promise<void>): Promise<void> => {
    const done = tail.then(work);
    tail = done.catch(complain);
    return done;
  };

  async function linkAll(): Promise<void> {
    waiting = undefined;
    const { reports: total } = await store.stats();
    tell({ what: "linking", done: 0, total });
    await link();
    tell({ what: "linking", done: total, total });
  }
  const relink = (): Promise<void> => (waiting ??= queue(linkAll));

  let soon: ReturnType<typeof setTimeout> | undefined;
  const now = () => {
    clearTimeout(soon);
    soon = undefined;
    void relink().catch(() => {});
  };
  const relinkSoon = () => {
    clearTimeout(soon);
    soon = setTimeout(now, PAUSE);
    soon.unref();
  };

  async function codeAll(put: readonly PutReport[]): Promise<void> {
    const fresh = put.filter(({ outcome }) => outcome !== "unchanged");
    for (const [i, { id, version }] of fresh.entries()) {
      const report = await store.getReport(id, version);
      if (report) await store.putAnalyses([{ report: id, version, analysis: await code(report) }]);
      tell({ what: "coding", done: i + 1, total: fresh.length });
    }
    if (fresh.length > 0) void relink().catch(() => {});
  }

  return {
    async take(reports) {
      const put = await store.putReports(
        reports.map((report) => ({
          report: { ...report, id: report.id ?? `r-${sha256(report.text).slice(0, 12)}` },
          provenance: { source: "desk", original: sha256(report.text) },
          ...(report.url !== undefined && { identity: `url:${report.url}` }),
        })),
      );
      void queue(() => codeAll(put)).catch(() => {});
      return put;
    },
    relink,
    relinkSoon,
    async idle() {
      // What waits for its pause is done now: whoever ends the desk would lose it.
      if (soon) now();
      for (let seen: Promise<void> | undefined; seen !== tail; ) {
        seen = tail;
        await seen;
      }
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");
