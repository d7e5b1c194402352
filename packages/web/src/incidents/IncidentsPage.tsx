import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useMemo, useState } from "react";
import { Link } from "wouter";
import { fetchCells, fetchFacets, fetchIncidents, fetchTimeline, type Period } from "../api/incidents.ts";
import { Empty, Failure, Loading } from "../design/parts.tsx";
import { useSeen } from "../design/seen.ts";
import { useTitle } from "../design/title.ts";
import { count } from "../design/words.ts";
import { Export } from "./Export.tsx";
import { FilterPanel } from "./filters/FilterPanel.tsx";
import { useFilters, without } from "./filters/useFilters.ts";
import { Timeline } from "./Timeline.tsx";
import { Table } from "./table/Table.tsx";
import "./incidents.css";

const WorldMap = lazy(() => import("./map/Map.tsx"));

/** Table, map and timeline of the incidents; what is chosen in one narrows the others. The address holds it all. */
export default function IncidentsPage() {
  useTitle("Incidents");
  const { filters, change, clear, any } = useFilters();
  const [current, point] = useState<string>();
  const [degrees, setDegrees] = useState(4);
  const [open, setOpen] = useState(false);
  const list = useInfiniteQuery({
    queryKey: ["incidents", filters],
    queryFn: ({ pageParam, signal }) => fetchIncidents(filters, { after: pageParam, limit: 100 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const of = without(filters, "order");
  const facets = useQuery({
    queryKey: ["facets", of],
    queryFn: ({ signal }) => fetchFacets(of, signal),
    placeholderData: keepPreviousData,
  });
  const unbrushed = without(of, "from", "to");
  const period = usePeriod(filters.from, filters.to);
  const timeline = useQuery({
    queryKey: ["timeline", unbrushed, period],
    queryFn: async ({ signal }) =>
      finest((each) => fetchTimeline(unbrushed, each, signal).then(({ buckets }) => buckets), period),
    placeholderData: keepPreviousData,
  });
  const unboxed = without(of, "bbox");
  const cells = useQuery({
    queryKey: ["cells", unboxed, degrees],
    queryFn: ({ signal }) => fetchCells(unboxed, degrees, signal),
    placeholderData: keepPreviousData,
  });
  const map = useSeen();
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? [], [list.data]);
  const at = rows.find(({ id }) => id === current);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);

  if (list.error) return <Failure error={list.error} retry={() => void list.refetch()} />;
  const total = facets.data?.total;
  return (
    <div className="incidents-page" data-filters={open || undefined}>
      <h1 className="hidden">Incidents</h1>
      <button type="button" className="button filters-open" aria-expanded={open} onClick={() => setOpen(!open)}>
        Filters
      </button>
      <aside>
        <FilterPanel filters={filters} facets={facets.data} change={change} clear={clear} any={any} />
      </aside>
      <div className="incidents-main">
        <Timeline
          buckets={timeline.data?.buckets ?? []}
          period={timeline.data?.period ?? "month"}
          from={filters.from}
          to={filters.to}
          brush={(from, to) => change({ from, to })}
        />
        <div className="found small" role="status">
          <b>{total === undefined ? "…" : count(total, "incident")}</b>
          {any && <span className="quiet"> match</span>}
          {list.isFetching && !isFetchingNextPage && <span className="quiet"> · asking …</span>}
          <Export filters={of} total={total} />
        </div>
        {list.isPending ? (
          <Loading what="Opening the incidents …" />
        ) : rows.length === 0 ? (
          <Empty title={any ? "No incident matches" : "There is no incident yet"}>
            {any ? (
              <button type="button" className="button" onClick={clear}>
                Clear all filters
              </button>
            ) : (
              <>
                <p>
                  Incidents appear here as reports come in: <code>annalist ingest march.jsonl --store …</code> on the command
                  line, or <code>POST /api/v1/reports</code>.
                </p>
                <Link className="button" href="/read">
                  Read one text first
                </Link>
              </>
            )}
          </Empty>
        ) : (
          <Table rows={rows} total={total} order={filters.order} change={change} more={more} current={current} point={point} />
        )}
      </div>
      <div className="incidents-map" ref={map.ref}>
        <Suspense fallback={<Loading what="Unfolding the map …" />}>
          {map.seen && !list.isPending && (
            <WorldMap
              cells={cells.data?.cells ?? []}
              bbox={filters.bbox}
              current={
                at?.latitude !== undefined && at.longitude !== undefined
                  ? { latitude: at.latitude, longitude: at.longitude, precision: at.precision }
                  : undefined
              }
              setBox={(bbox) => change({ bbox })}
              setDegrees={setDegrees}
            />
          )}
        </Suspense>
      </div>
    </div>
  );
}

/** Days when less than half a year was chosen, else whatever suits the whole. */
const usePeriod = (from: string | undefined, to: string | undefined): Period | undefined =>
  from && to && Date.parse(to) - Date.parse(from) < 120 * 86_400_000 ? "day" : undefined;

/** The timeline in the finest periods that leave its bars legible. */
async function finest<B>(
  ask: (period: Period) => Promise<B[]>,
  wanted: Period | undefined,
): Promise<{ buckets: B[]; period: Period }> {
  const months = await ask("month");
  const fits = (months as { period: string }[]).map(({ period }) => period);
  const span = fits.length === 0 ? 0 : monthsBetween(fits[0]!, fits.at(-1)!);
  if (span <= 7 || (wanted === "day" && span <= 24)) return { buckets: await ask("day"), period: "day" };
  return span > 360 ? { buckets: await ask("year"), period: "year" } : { buckets: months, period: "month" };
}
const monthsBetween = (a: string, b: string) => {
  const [y1 = 0, m1 = 0] = a.split("-").map(Number);
  const [y2 = 0, m2 = 0] = b.split("-").map(Number);
  return (y2 - y1) * 12 + m2 - m1 + 1;
};
