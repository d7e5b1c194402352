// Golden stories: the samples' records as people read them, one file each under tests/golden. After a change that is meant,
// UPDATE_GOLDEN=1 npm test rewrites them; read the difference before it is committed.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { pretty } from "../packages/cli/src/render/pretty.ts";
import { createAnalyst, type Report } from "../packages/core/src/index.ts";
import { loadEnglish } from "../packages/english/src/index.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const reports: Report[] = readFileSync(join(root, "samples/reports.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const analyst = createAnalyst(loadEnglish());
const print = (report: Report) => pretty(analyst.analyse(report), report.text, { colour: false, explain: true });

describe("golden stories", () => {
  it.each(reports.map((report) => [report.id, report] as const))("%s", (id, report) => {
    const file = join(root, `tests/golden/${id}.txt`);
    if (process.env.UPDATE_GOLDEN) {
      mkdirSync(join(root, "tests/golden"), { recursive: true });
      writeFileSync(file, print(report));
    }
    expect(existsSync(file), `${file} is missing; UPDATE_GOLDEN=1 npm test writes it`).toBe(true);
    expect(print(report)).toBe(readFileSync(file, "utf8"));
  });
});

describe("the README", () => {
  it("shows what npm start prints", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8");
    const frame = /(<!-- sample -->\n```output\n)([\s\S]*?)(```\n<!-- \/sample -->)/;
    const report = reports.find(({ id }) => id === "border-strikes-northgate") as Report;
    const printed = pretty(analyst.analyse(report), report.text, { colour: false, explain: false });
    if (process.env.UPDATE_GOLDEN) {
      writeFileSync(
        join(root, "README.md"),
        readme.replace(frame, (_, open, __, close) => open + printed + close),
      );
    } else expect(frame.exec(readme)?.[2]).toBe(printed);
  });
});
