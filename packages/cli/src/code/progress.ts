import { SingleBar } from "cli-progress";
import { complain } from "../exit.ts";

export interface Progress {
  add(done: { bytes: number; text?: string }): void;
  /** A line on stderr that the bar does not overwrite. */
  complain(message: string): void;
  stop(): void;
}

/** Runs shorter than this show no bar. */
const QUIET_MS = 700;

/** A bar on a terminal's stderr: reports a second, and with a known size in bytes the share done and the time left. */
export function createProgress(total: number | undefined): Progress {
  if (!process.stderr.isTTY || process.env.CI) return { add() {}, complain, stop() {} };
  const format =
    total === undefined
      ? "{reports} reports  {rate}/s  {elapsed}"
      : "{bar} {percentage}%  {reports} reports  {rate}/s  {left} left";
  const bar = new SingleBar({ format, stream: process.stderr, barsize: 30, hideCursor: true, clearOnComplete: true, fps: 5 });
  const began = performance.now();
  let reports = 0;
  let bytes = 0;
  let shown = false;
  return {
    add(done) {
      bytes += done.bytes;
      if (done.text !== undefined) reports++;
      const ms = performance.now() - began;
      if (!shown && ms > QUIET_MS) {
        shown = true;
        bar.start(total ?? 0, 0, { reports: 0, rate: "–", left: "–", elapsed: "" });
      }
      const left = total === undefined || bytes === 0 ? "–" : clock((ms * (total - bytes)) / bytes);
      if (shown)
        bar.update(Math.min(bytes, total ?? bytes), {
          reports,
          rate: ((1000 * reports) / ms).toFixed(0),
          left,
          elapsed: clock(ms),
        });
    },
    complain(message) {
      if (shown) process.stderr.write("\r\x1b[K");
      complain(message);
    },
    stop() {
      if (shown) bar.stop();
    },
  };
}

function clock(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
