import type { IncidentToll } from "@annalist/core";
import type { ReportRow } from "../api/reports.ts";

/** What one source said of a toll, from its first figure to its last. */
export interface TollLine {
  source: string;
  points: { toll: IncidentToll; when: string }[];
}

/** The figures of an incident by source and in the order of publication; the source with the highest last figure first. */
export function linesOf(tolls: readonly IncidentToll[], reports: readonly ReportRow[]): TollLine[] {
  const published = new Map(reports.map(({ id, published = "" }) => [id, published.slice(0, 10)]));
  const lines = new Map<string, TollLine>();
  for (const toll of tolls) {
    const key = toll.source.toLowerCase();
    const line = lines.get(key) ?? { source: toll.source, points: [] };
    lines.set(key, line);
    const when = published.get(toll.report) ?? "";
    const same = line.points.some(
      (point) => point.when === when && point.toll.best === toll.best && point.toll.high === toll.high,
    );
    if (!same) line.points.push({ toll, when });
  }
  for (const { points } of lines.values()) points.sort((a, b) => a.when.localeCompare(b.when));
  const last = ({ points }: TollLine) => points.at(-1)!.toll.best;
  return [...lines.values()].sort((a, b) => last(b) - last(a) || a.source.localeCompare(b.source));
}
