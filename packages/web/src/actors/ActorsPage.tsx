import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Link } from "wouter";
import { fetchActors } from "../api/actors.ts";
import { countryName } from "../design/countries.ts";
import { Empty, Failure, Loading } from "../design/parts.tsx";
import { useTitle } from "../design/title.ts";
import { number, plain } from "../design/words.ts";
import "./actors.css";

const Network = lazy(() => import("./Network.tsx"));

/** /actors: who is reported of, most first, beside the network of those who act upon one another. */
export default function ActorsPage() {
  useTitle("Actors");
  const [q, setQ] = useState("");
  const list = useInfiniteQuery({
    queryKey: ["actors", q],
    queryFn: ({ pageParam, signal }) => fetchActors({ ...(q && { q }), after: pageParam, limit: 100 }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  const actors = list.data?.pages.flatMap(({ items }) => items) ?? [];
  if (list.error) return <Failure error={list.error} retry={() => void list.refetch()} />;
  return (
    <div className="actors-page">
      <section className="actors-list" aria-label="Actors">
        <h1 className="hidden">Actors</h1>
        <input
          className="field"
          type="search"
          placeholder="Search names and aliases   /"
          aria-label="Search actors"
          value={q}
          onChange={({ target }) => setQ(target.value)}
        />
        {list.isPending ? (
          <Loading what="Opening the actors …" />
        ) : actors.length === 0 ? (
          <Empty title={q ? "No actor has this name" : "There is no actor yet"} />
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
          <section className="scroll" tabIndex={0} aria-label="List of actors">
            <ul>
              {actors.map(({ key, name, kind, country, sector, reports }) => (
                <li key={key}>
                  <Link href={`/actors/${encodeURIComponent(key)}`}>{plain(name)}</Link>
                  <small className="quiet">{[kind, country && countryName(country), sector].filter(Boolean).join(" · ")}</small>
                  <span className="num quiet" title="reports">
                    {number(reports)}
                  </span>
                </li>
              ))}
            </ul>
            {list.hasNextPage && (
              <button type="button" className="button bare" onClick={() => void list.fetchNextPage()}>
                More
              </button>
            )}
          </section>
        )}
      </section>
      <section className="network-pane" aria-label="Network">
        <Suspense fallback={<Loading what="Laying out the network …" />}>
          <Network />
        </Suspense>
      </section>
    </div>
  );
}
