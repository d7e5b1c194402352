import type { Incident, IncidentToll } from "@annalist/core";
import { useState } from "react";
import type { ReportItem } from "../api/reports.ts";
import { day, plain, short } from "../design/words.ts";
import { figure } from "../reader/lookup.ts";

const WIDTH = 420;
const ROW = 20;

/** The figures that each source gives, over time: a dot its best, a bar from lowest to highest, open where there is no highest. */
export function Tolls({ incident: { tolls }, reports }: { incident: Incident; reports: ReportItem[] }) {
  const outcomes = [...new Set(tolls.map(({ outcome }) => outcome))];
  const [outcome, setOutcome] = useState(outcomes[0]!);
  const published = new Map(reports.map(({ id, published = "" }) => [id, published]));
  const shown = tolls
    .filter((toll) => toll.outcome === outcome)
    .map((toll) => ({ toll, when: published.get(toll.report) ?? "" }))
    .sort((a, b) => a.when.localeCompare(b.when) || a.toll.source.localeCompare(b.toll.source));
  const most = Math.max(1, ...shown.map(({ toll }) => toll.high ?? toll.best));
  const left = 180;
  const x = (value: number) => left + (value / most) * (WIDTH - left - 40);
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
      <svg
        className="tolls"
        viewBox={`0 0 ${WIDTH} ${shown.length * ROW + 22}`}
        role="img"
        aria-label={shown
          .map(({ toll, when }) => `${plain(toll.source)}, ${when && day(when)}: ${figure(toll)} ${outcome}`)
          .join("; ")}
      >
        {ticks(most).map((value) => (
          <g key={value}>
            <line className="grid" x1={x(value)} x2={x(value)} y1={0} y2={shown.length * ROW + 4} />
            <text className="tick" x={x(value)} y={shown.length * ROW + 17} textAnchor="middle">
              {value}
            </text>
          </g>
        ))}
        {shown.map(({ toll, when }, i) => (
          <Row
            key={`${toll.report}${toll.source}${toll.casualty}`}
            toll={toll}
            when={when}
            y={i * ROW + ROW / 2}
            x={x}
            left={left}
          />
        ))}
      </svg>
    </section>
  );
}

function Row({
  toll,
  when,
  y,
  x,
  left,
}: {
  toll: IncidentToll;
  when: string;
  y: number;
  x(value: number): number;
  left: number;
}) {
  const end = toll.high === null ? x(toll.low) + 16 : x(toll.high);
  return (
    <g>
      <text className="whose" x={left - 10} y={y + 4} textAnchor="end">
        {short(toll.source, 22)}
        <tspan className="tick"> {when && day(when).replace(/ \d{4}$/, "")}</tspan>
      </text>
      {(toll.high === null || toll.high > toll.low) && <line className="range" x1={x(toll.low)} x2={end} y1={y} y2={y} />}
      {toll.high === null && <path className="range" d={`M${end - 4} ${y - 4}l5 4l-5 4`} fill="none" />}
      <circle className="best" cx={x(toll.best)} cy={y} r={4} />
      <text className="tick" x={Math.max(end, x(toll.best)) + 8} y={y + 4}>
        {figure(toll)}
      </text>
    </g>
  );
}

/** 0 and a few round numbers up to the most. */
function ticks(most: number): number[] {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000].find((each) => most / each <= 5) ?? most;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => i * step);
}
