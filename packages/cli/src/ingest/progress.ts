import { createProgress } from "../code/progress.ts";
import { complain } from "../exit.ts";

export interface IngestProgress {
  /** Bytes of the sources that have been read. */
  bytes(n: number): void;
  /** Reports that have been stored, or were known. */
  add(n: number): void;
  coded(n: number): void;
  complain(where: string, message: string): void;
  stop(): void;
}

/** Faults that are printed one by one; the rest stand in the store's list. */
const SHOWN = 30;
/** Without a terminal a line this often, milliseconds: a log that shows that it goes on, and how. */
const EVERY = 10_000;

/** A bar on a terminal; else a line from time to time with what is done, the rate, and the faults so far. */
export function createIngestProgress(total: number | undefined): IngestProgress {
  const bar = createProgress(total);
  const began = performance.now();
  const done = { reports: 0, coded: 0, faults: 0, bytes: 0 };
  const line = () => {
    const seconds = (performance.now() - began) / 1000;
    const share = total ? `${Math.min(100, Math.round((100 * done.bytes) / total))} %, ` : "";
    const faults = done.faults === 0 ? "no faults" : `${done.faults} faults`;
    complain(`${share}${done.reports} reports read, ${done.coded} coded, ${Math.round(done.coded / seconds)}/s, ${faults}`);
  };
  const timer = process.stderr.isTTY ? undefined : setInterval(line, EVERY);
  timer?.unref();
  return {
    bytes(n) {
      done.bytes += n;
      bar.add({ bytes: n });
    },
    add(n) {
      done.reports += n;
    },
    coded(n) {
      done.coded += n;
      for (let i = 0; i < n; i++) bar.add({ bytes: 0, text: "" });
    },
    complain(where, message) {
      done.faults++;
      if (done.faults <= SHOWN) bar.complain(`${where}: ${message}`);
      else if (done.faults === SHOWN + 1) bar.complain("… more could not be read; annalist stats --faults lists all");
    },
    stop() {
      clearInterval(timer);
      bar.stop();
    },
  };
}
