import type { Incident } from "@annalist/core";
import { useState } from "react";
import type { ReportRow } from "../api/reports.ts";
import { day, plain, short } from "../design/words.ts";
import { figure } from "../reader/lookup.ts";
import { linesOf, type TollLine } from "./tolls.ts";

const WIDTH = 480;
const LEFT = 30;
const RIGHT = 220;
const TOP = 8;
const BELOW = 20;
/** Room for one source's name. */
const ROW = 16;
/** More sources than this cannot be told apart; the ledger has them all. */
const MOST = 16;

/** Figures over time, a line a source: a dot its best, a bar from lowest to highest, open where there is no highest. */
export function Tolls({ incident: { tolls }, reports }: { incident: Incident; reports: ReportRow[] }) {
  const outcomes = [...new Set(tolls.map(({ outcome }) => outcome))];
  const [outcome, setOutcome] = useState(outcomes[0]!);
  const all = linesOf(
    tolls.filter((toll) => toll.outcome === outcome),
    reports,
  );
  const lines = all.slice(0, MOST);
  return (
    <section className="panel" aria-label="Tolls">
      <header>
        <h2>Tolls</h2>
        {outcomes.map((each) => (
          <button
            key={each}
            type="button"
            className="button bare"
            aria-pressed={each === outcome}
            onClick={() => setOutcome(each)}
          >
            {each}
          </button>
        ))}
      </header>
      <Chart lines={lines} outcome={outcome} />
      {all.length > lines.length && <p className="small quiet">{all.length - lines.length} more sources stand in the ledger.</p>}
    </section>
  );
}

function Chart({ lines, outcome }: { lines: TollLine[]; outcome: string }) {
  const points = lines.flatMap((line) => line.points);
  const most = Math.max(1, ...points.map(({ toll }) => toll.high ?? toll.best));
  const times = points.flatMap(({ when }) => (when ? [Date.parse(when)] : []));
  const [first, last] = times.length > 0 ? [Math.min(...times), Math.max(...times)] : [0, 0];
  const bottom = Math.max(TOP + 96, TOP + lines.length * ROW);
  const x = (when: string) => {
    const [from, to] = [LEFT + 14, WIDTH - RIGHT - 14];
    return first === last || !when ? from + 10 : from + ((Date.parse(when) - first) / (last - first)) * (to - from);
  };
  const y = (value: number) => bottom - (value / most) * (bottom - TOP - 6);
  const ends = spread(
    lines.map((line) => y(line.points.at(-1)!.toll.best)),
    TOP + 6,
  );
  return (
    <svg
      className="tolls"
      viewBox={`0 0 ${WIDTH} ${bottom + BELOW}`}
      role="img"
      aria-label={points
        .map(({ toll, when }) => `${plain(toll.source)}, ${when && day(when)}: ${figure(toll)} ${outcome}`)
        .join("; ")}
    >
      {ticks(most).map((value) => (
        <g key={value}>
          <line className="grid" x1={LEFT} x2={WIDTH - RIGHT} y1={y(value)} y2={y(value)} />
          <text className="tick" x={LEFT - 6} y={y(value) + 4} textAnchor="end">
            {value}
          </text>
        </g>
      ))}
      {times.length > 0 && (
        <text
          className="tick"
          x={x(new Date(first).toISOString())}
          y={bottom + 15}
          textAnchor={first === last ? "start" : "middle"}
        >
          {day(new Date(first).toISOString())}
        </text>
      )}
      {last > first && (
        <text className="tick" x={x(new Date(last).toISOString())} y={bottom + 15} textAnchor="middle">
          {day(new Date(last).toISOString())}
        </text>
      )}
      {lines.map((line, i) => {
        const { toll, when } = line.points.at(-1)!;
        return (
          <g key={line.source}>
            <polyline className="over-time" points={line.points.map((p) => `${x(p.when)},${y(p.toll.best)}`).join(" ")} />
            {line.points.map((p) => (
              <Point key={`${p.toll.report}${p.toll.casualty}`} toll={p.toll} x={x(p.when)} y={y} />
            ))}
            <path className="leader" d={`M${x(when) + 6} ${y(toll.best)}L${WIDTH - RIGHT + 4} ${ends[i]}h6`} />
            <text x={WIDTH - RIGHT + 14} y={ends[i]! + 4}>
              <tspan className="toll-figure">{figure(toll)}</tspan> {short(line.source, 30)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function Point({ toll, x, y }: { toll: TollLine["points"][number]["toll"]; x: number; y(value: number): number }) {
  const top = toll.high === null ? y(toll.best) - 12 : y(toll.high);
  return (
    <>
      {(toll.high === null || toll.high > toll.low) && <line className="range" x1={x} x2={x} y1={y(toll.low)} y2={top} />}
      {toll.high === null && <path className="range" d={`M${x - 4} ${top + 4}l4 -5l4 5`} fill="none" />}
      <circle className="best" cx={x} cy={y(toll.best)} r={4} />
    </>
  );
}

/** Places for the names at the right, each as near to its figure as the others leave room. */
function spread(wanted: number[], top: number): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
  const placed: number[] = [];
  let free = top;
  for (const i of order) {
    placed[i] = Math.max(wanted[i]!, free);
    free = placed[i]! + ROW;
  }
  // What was pushed below the chart's end moves up again, and those above it too.
  let limit = Math.max(...wanted, top + (wanted.length - 1) * ROW);
  for (const i of order.reverse()) {
    placed[i] = Math.min(placed[i]!, limit);
    limit = placed[i]! - ROW;
  }
  return placed;
}

/** 0 and a few round numbers up to the most. */
function ticks(most: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000].find((each) => most / each <= 4) ?? most;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}
