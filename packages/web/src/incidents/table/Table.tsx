import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { Link, useLocation } from "wouter";
import type { Filters, IncidentRow } from "../../api/incidents.ts";
import { countryName } from "../../design/countries.ts";
import { Hit } from "../../design/Hit.tsx";
import { useKeys } from "../../design/keys.ts";
import { TypeTag } from "../../design/parts.tsx";
import { days, plain } from "../../design/words.ts";
import { StatusTag } from "../StatusTag.tsx";
import "./table.css";

interface Props {
  rows: IncidentRow[];
  total: number | undefined;
  order: string | undefined;
  change(by: Filters): void;
  more(): void;
  current: string | undefined;
  point(id: string | undefined): void;
}

const COLUMNS = [
  { name: "Date", order: "-date", down: "date" },
  { name: "Type" },
  { name: "Who → whom" },
  { name: "Where" },
  { name: "Dead", order: "killed", figure: true },
  { name: "Injured", figure: true },
  { name: "Origins", order: "origins", figure: true },
  { name: "Status" },
] as const;

/** The incidents, a line each, as many as there are. j and k go up and down, Enter opens. */
export function Table({ rows, total, order = "-date", change, more, current, point }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  const [, navigate] = useLocation();
  const window = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (i) => (rows[i]?.hit ? 72 : 31),
    getItemKey: (i) => rows[i]!.id,
    overscan: 12,
  });
  const shown = window.getVirtualItems();
  const last = shown.at(-1)?.index ?? -1;
  useEffect(() => {
    if (last >= rows.length - 20) more();
  }, [last, rows.length, more]);
  const step = (by: number) => {
    const i = Math.max(0, Math.min(rows.length - 1, rows.findIndex(({ id }) => id === current) + by));
    if (!rows[i]) return;
    point(rows[i].id);
    window.scrollToIndex(i);
  };
  useKeys({
    j: () => step(1),
    ArrowDown: () => step(1),
    k: () => step(-1),
    ArrowUp: () => step(-1),
    Enter: () => current && navigate(`/incidents/${encodeURIComponent(current)}`),
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    // biome-ignore lint/a11y/useSemanticElements: rows that come and go cannot be a table element's
    <div className="incidents" role="table" aria-label="Incidents" aria-rowcount={total ?? -1} ref={scroller} tabIndex={0}>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: as above */}
      <div className="incident-row head" role="row">
        {COLUMNS.map((column) => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <span
            key={column.name}
            role="columnheader"
            className={"figure" in column ? "figure" : ""}
            aria-sort={sortOf(column, order)}
          >
            {"order" in column ? (
              <button
                type="button"
                onClick={() => change({ order: order === column.order && "down" in column ? column.down : column.order })}
              >
                {column.name}
                {sortOf(column, order) && <span aria-hidden="true">{sortOf(column, order) === "ascending" ? " ↑" : " ↓"}</span>}
              </button>
            ) : (
              column.name
            )}
          </span>
        ))}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="rowgroup" className="tall" style={{ height: window.getTotalSize() }}>
        {shown.map(({ index, start, key }) => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: the link in it has the focus
          <div
            key={key}
            ref={window.measureElement}
            data-index={index}
            role="row"
            aria-rowindex={index + 2}
            className="incident-row"
            data-current={rows[index]!.id === current ? "" : undefined}
            style={{ transform: `translateY(${start}px)` }}
            onMouseEnter={() => point(rows[index]!.id)}
          >
            <Row row={rows[index]!} />
          </div>
        ))}
      </div>
    </div>
  );
}

const sortOf = (column: (typeof COLUMNS)[number], order: string): "ascending" | "descending" | undefined =>
  "down" in column && column.down === order
    ? "ascending"
    : "order" in column && column.order === order
      ? "descending"
      : undefined;

function Row({ row }: { row: IncidentRow }) {
  const place = row.place ? plain(row.place) : undefined;
  const country = row.country ? countryName(row.country) : undefined;
  return (
    <>
      <Cell>
        <Link className="open" href={`/incidents/${encodeURIComponent(row.id)}`}>
          {row.earliest && row.latest ? days(row.earliest, row.latest) : "no date"}
        </Link>
      </Cell>
      <Cell>
        <TypeTag type={row.type} mode={row.mode} />
      </Cell>
      <Cell>
        {row.actors.length > 0 ? (
          <b>
            <First names={row.actors} />
          </b>
        ) : (
          <span className="quiet">not said</span>
        )}
        {row.recipients.length > 0 && (
          <>
            <span className="arrow"> → </span>
            <First names={row.recipients} />
          </>
        )}
      </Cell>
      <Cell>
        {place ?? country ?? <span className="quiet">not said</span>}
        {place && country && place !== country && <small className="quiet"> {country}</small>}
      </Cell>
      <Cell figure>{range(row.killed)}</Cell>
      <Cell figure>{range(row.injured)}</Cell>
      <Cell figure>
        {row.origins}
        {row.reports > row.origins && <small className="quiet"> of {row.reports}</small>}
      </Cell>
      <Cell>
        <StatusTag status={row.status} />
      </Cell>
      {row.hit && (
        <Cell>
          <Hit hit={row.hit} />
        </Cell>
      )}
    </>
  );
}

/** The first of several names and how many more there are, so that a line stays a line; all of them on the tip. */
function First({ names }: { names: string[] }) {
  return (
    <span title={names.length > 1 ? names.map(plain).join(", ") : undefined}>
      {plain(names[0]!)}
      {names.length > 1 && <small className="quiet"> +{names.length - 1}</small>}
    </span>
  );
}

function Cell({ children, figure }: { children: React.ReactNode; figure?: boolean }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see the table
    <span role="cell" className={figure ? "figure" : ""}>
      {children}
    </span>
  );
}

/** "4", "4–7"; nothing where nobody gives a figure. */
const range = (figures: { low: number; high: number } | undefined) =>
  figures && (figures.low === figures.high ? figures.low : `${figures.low}–${figures.high}`);
