import { readFileSync } from "node:fs";
import type { Report } from "../../packages/core/src/index.ts";

/** A small set of reports with what linking them should give; clusters.txt says how it is written. */
export interface ReportSet {
  name: string;
  reports: Report[];
  /** Report ids by the incident that they are about. */
  incidents?: string[][];
  stories?: string[][];
  origins: { reports: string[]; count: number }[];
  answers: { from: string; to: string }[];
}

export function readSets(): ReportSet[] {
  const text = readFileSync(new URL("clusters.txt", import.meta.url), "utf8");
  const sets: ReportSet[] = [];
  let report: Report | undefined;
  for (const line of text.split("\n")) {
    const set = sets[sets.length - 1];
    const [head, ...rest] = line.split(" ");
    const groups = () =>
      rest
        .join(" ")
        .split("|")
        .map((group) => group.trim().split(" "));
    if (head === "#" || line === "") continue;
    if (head === "==") sets.push({ name: rest.join(" "), reports: [], origins: [], answers: [] });
    else if (!set) throw new Error(`clusters.txt: "${line}" stands before the first set`);
    else if (head === ">") {
      const [id, outlet, published] = rest
        .join(" ")
        .split("|")
        .map((cell) => cell.trim());
      report = { id: id as string, text: "", ...(outlet && { outlet }), ...(published && { published }) };
      set.reports.push(report);
    } else if (head === "=") set.incidents = groups();
    else if (head === "stories") set.stories = groups();
    else if (head === "answer") set.answers.push({ from: rest[0] as string, to: rest[2] as string });
    else if (head === "origins" && line.includes(":")) {
      const [reports, count] = rest.join(" ").split(":") as [string, string];
      set.origins.push({ reports: reports.trim().split(" "), count: Number(count) });
    } else if (report?.text === "") Object.assign(report, { text: line, headline: { start: 0, end: line.length } });
    else if (report) report.text += `\n${line}`;
  }
  return sets;
}
