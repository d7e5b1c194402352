import { useMemo, useRef, useState } from "react";
import type { Bucket, Period } from "../api/incidents.ts";
import { count, day, number } from "../design/words.ts";
import "./timeline.css";

interface Props {
  buckets: Bucket[];
  period: Period;
  from: string | undefined;
  to: string | undefined;
  brush(from: string, to: string): void;
}

/** Incidents over time; a drag across it chooses a period. By keyboard, the dates of the filters do. */
export function Timeline({ buckets, period, from, to, brush }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<[number, number]>();
  const [under, setUnder] = useState<number>();
  const bars = useMemo(() => filled(buckets, period), [buckets, period]);
  const most = Math.max(1, ...bars.map(({ incidents }) => incidents));
  if (bars.length === 0) return <div className="timeline quiet small">No dated incident.</div>;
  const at = (x: number) => {
    const { left, width } = box.current!.getBoundingClientRect();
    return Math.max(0, Math.min(bars.length - 1, Math.floor(((x - left) / width) * bars.length)));
  };
  const chosen = drag
    ? ([Math.min(...drag), Math.max(...drag)] as const)
    : from || to
      ? ([
          Math.max(
            0,
            bars.findIndex(({ period: p }) => lastDay(p) >= (from ?? "")),
          ),
          bars.findLastIndex(({ period: p }) => firstDay(p) <= (to ?? "9999")),
        ] as const)
      : undefined;
  const shown = bars[under ?? -1];
  const axis = axisOf(bars, period);
  return (
    <div className="timeline">
      <div className="timeline-says small quiet" aria-hidden="true">
        <span>
          {shown
            ? `${label(shown.period)} · ${count(shown.incidents, "incident")}${shown.killed ? ` · ${number(shown.killed)} dead at least` : ""}`
            : `${count(
                bars.reduce((sum, { incidents }) => sum + incidents, 0),
                "dated incident",
              )}, most in one ${period}: ${number(most)}`}
        </span>
        {bars.some(({ killed }) => killed > 0) && (
          <span className="timeline-key">
            <b data-killed="" /> with deaths <b /> without
          </span>
        )}
      </div>
      <div
        ref={box}
        className="bars"
        role="img"
        aria-label={`Incidents by ${period} from ${label(bars[0]!.period)} to ${label(bars.at(-1)!.period)}, at most ${most}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag([at(event.clientX), at(event.clientX)]);
        }}
        onPointerMove={(event) => {
          setUnder(at(event.clientX));
          if (drag) setDrag([drag[0], at(event.clientX)]);
        }}
        onPointerLeave={() => setUnder(undefined)}
        onPointerUp={() => {
          if (drag) brush(firstDay(bars[Math.min(...drag)]!.period), lastDay(bars[Math.max(...drag)]!.period));
          setDrag(undefined);
        }}
      >
        {chosen && (
          <span
            className="brush"
            style={{
              left: `${(chosen[0] / bars.length) * 100}%`,
              width: `${((chosen[1] - chosen[0] + 1) / bars.length) * 100}%`,
            }}
          />
        )}
        {bars.map(({ period: key, incidents, killed }, i) => (
          <i key={key} data-out={chosen && (i < chosen[0] || i > chosen[1]) ? "" : undefined}>
            <b
              style={{ height: incidents === 0 ? 0 : `max(2px, ${(incidents / most) * 100}%)` }}
              data-killed={killed > 0 ? "" : undefined}
            />
          </i>
        ))}
      </div>
      <div className="ticks" aria-hidden="true">
        {axis.map(({ at: i, words }) => (
          <span key={i} style={{ left: `${(i / bars.length) * 100}%` }}>
            {words}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Periods without any are left out by the store; here each has its place. At most a few hundred. */
function filled(buckets: Bucket[], period: Period): Bucket[] {
  const by = new Map(buckets.map((bucket) => [bucket.period, bucket]));
  const last = buckets.at(-1)?.period;
  const all: Bucket[] = [];
  const none = (at: string): Bucket => ({ period: at, incidents: 0, killed: 0 });
  for (let at = buckets[0]?.period; at && last && at <= last && all.length < 1200; at = beside(at, period, 1))
    all.push(by.get(at) ?? none(at));
  // A bar or two would fill the whole width: they stand among what lies around them.
  while (all.length > 0 && all.length < FEWEST) {
    all.unshift(none(beside(all[0]!.period, period, -1)));
    all.push(none(beside(all.at(-1)!.period, period, 1)));
  }
  return all;
}
const FEWEST = 24;

/** The period before or behind one. */
function beside(at: string, period: Period, by: 1 | -1): string {
  const [year, month = 1, date = 1] = at.split("-").map(Number) as [number, number, number];
  if (period === "year") return String(year + by).padStart(4, "0");
  const next = new Date(Date.UTC(year, period === "month" ? month - 1 + by : month - 1, period === "month" ? 1 : date + by));
  return next.toISOString().slice(0, period === "month" ? 7 : 10);
}

/** Where the axis may be labelled, finest first: every period, or those that begin a round stretch of time. */
const MARKS: Record<Period, { begins: RegExp; words(period: string): string }[]> = {
  day: [
    { begins: /./, words: (period) => day(period).replace(/ \d{4}$/, "") },
    { begins: /-01$/, words: (period) => label(period.slice(0, 7)) },
    { begins: /-(01|04|07|10)-01$/, words: (period) => label(period.slice(0, 7)) },
  ],
  month: [
    { begins: /./, words: (period) => label(period) },
    { begins: /-(01|07)$/, words: (period) => label(period) },
    { begins: /-01$/, words: (period) => period.slice(0, 4) },
    { begins: /[05]-01$/, words: (period) => period.slice(0, 4) },
  ],
  year: [
    { begins: /./, words: (period) => period },
    { begins: /[05]$/, words: (period) => period },
    { begins: /0$/, words: (period) => period },
  ],
};
/** Labels that stand too near to the right end would hang out of it. */
const LAST = 0.94;
function axisOf(bars: readonly Bucket[], period: Period): { at: number; words: string }[] {
  const marks = MARKS[period].map(({ begins, words }) =>
    bars.flatMap((bar, at) => (begins.test(bar.period) && at / bars.length < LAST ? [{ at, words: words(bar.period) }] : [])),
  );
  return marks.find((found) => found.length > 0 && found.length <= 10) ?? marks.at(-1)!.slice(0, 10);
}

const firstDay = (period: string) => `${period}-01-01`.slice(0, 10);
function lastDay(period: string): string {
  if (period.length === 4) return `${period}-12-31`;
  if (period.length === 10) return period;
  const [year, month] = period.split("-").map(Number) as [number, number];
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
const label = (period: string) =>
  period.length === 4 ? period : period.length === 7 ? day(`${period}-01`).replace(/^\d+ /, "") : day(period);
