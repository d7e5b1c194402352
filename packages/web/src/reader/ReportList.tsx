import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { fetchReports } from "../api/reports.ts";
import { Hit } from "../design/Hit.tsx";
import { day, short } from "../design/words.ts";
import { useLocal } from "./local.ts";

/** The reports at hand: those of this tab first, then the store's, newest first. */
export function ReportList({ current }: { current: string | undefined }) {
  const local = useLocal();
  const [q, setQ] = useState("");
  const { data, hasNextPage, fetchNextPage, isFetchingNextPage, isPending } = useInfiniteQuery({
    queryKey: ["reports", q],
    queryFn: ({ pageParam, signal }) => fetchReports({ q, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  });
  const stored = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <nav className="report-list" aria-label="Reports">
      <div className="report-list-head">
        <input
          className="field"
          type="search"
          placeholder="Search the reports"
          aria-label="Search the reports"
          value={q}
          onChange={({ target }) => setQ(target.value)}
        />
        <Link className="button" href="/read" title="paste a text or drop a file (n)">
          Paste
        </Link>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section className="scroll" tabIndex={0} aria-label="Report list">
        {local.length > 0 && <h2 className="label">In this tab only</h2>}
        {local.map(({ key, report, analysis, error }) => (
          <Link
            key={key}
            className="report-item"
            href={`/read/here/${key}`}
            aria-current={current === `here/${key}` ? "page" : undefined}
          >
            <span>
              {short(
                report.headline ? report.text.slice(report.headline.start, report.headline.end) : report.text.slice(0, 300),
                80,
              )}
            </span>
            <small>{error ? "could not be coded" : analysis ? `${analysis.events.length} events` : "being coded …"}</small>
          </Link>
        ))}
        {local.length > 0 && <h2 className="label">In the store</h2>}
        {stored.map(({ id, title, outlet, published, hit }) => (
          <Link
            key={id}
            className="report-item"
            href={`/read/${encodeURIComponent(id)}`}
            aria-current={current === id ? "page" : undefined}
          >
            <span>{short(title, 90)}</span>
            <small>{[published && day(published), outlet && short(outlet, 30)].filter(Boolean).join(" · ")}</small>
            {hit && <Hit hit={hit} />}
          </Link>
        ))}
        {!isPending && stored.length === 0 && (
          <p className="none quiet small">{q ? "No report has these words." : "The store holds no report yet."}</p>
        )}
        {hasNextPage && (
          <button type="button" className="button bare more" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {isFetchingNextPage ? "Loading …" : "More"}
          </button>
        )}
      </section>
    </nav>
  );
}
