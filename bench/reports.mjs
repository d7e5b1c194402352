// Reports a second, as a user sees it: the command on a file of reports, one thread and all.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { samples } from "./lib-texts.mjs";

const bin = fileURLToPath(new URL("../packages/cli/bin/annalist.mjs", import.meta.url));

export default function bench() {
  const folder = mkdtempSync(join(tmpdir(), "annalist-bench-"));
  const file = join(folder, "reports.jsonl");
  const reports = Array.from({ length: 800 }, (_, i) => ({ ...samples[i % samples.length], id: `r${i}` }));
  writeFileSync(file, `${reports.map((report) => JSON.stringify(report)).join("\n")}\n`);
  const words = reports.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  for (const threads of new Set([1, availableParallelism()])) {
    const began = performance.now();
    const { status } = spawnSync(
      process.execPath,
      [bin, "code", file, "--threads", String(threads), "--out", join(folder, "out.jsonl")],
      { stdio: ["ignore", "ignore", "inherit"] },
    );
    const seconds = (performance.now() - began) / 1000;
    if (status !== 0) throw new Error(`annalist code ended with ${status}`);
    console.log(
      `${threads} thread${threads === 1 ? " " : "s"}  ${(reports.length / seconds).toFixed(0).padStart(5)} reports/s  ${(words / seconds).toFixed(0).padStart(7)} words/s  (start included)`,
    );
  }
  rmSync(folder, { recursive: true });
}
