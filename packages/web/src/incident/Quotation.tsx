import type { Claim } from "@annalist/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Link } from "wouter";
import { fetchReport } from "../api/reports.ts";
import { useKeys } from "../design/keys.ts";
import { Failure, Loading } from "../design/parts.tsx";
import { day, pieces, short } from "../design/words.ts";

/** The words of a report that a cell of the ledger was read from, with what stands around them. */
export function Quotation({ claim, close }: { claim: Claim; close: () => void }) {
  const { data, error } = useQuery({
    queryKey: ["report", claim.report],
    queryFn: ({ signal }) => fetchReport(claim.report, signal),
  });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useKeys({ Escape: close });
  return (
    <aside className="quotation" aria-label="Quotation">
      <header>
        <h2 tabIndex={-1} ref={heading}>
          {claim.attribute}: {short(claim.label, 60)}
        </h2>
        <button type="button" className="button bare" onClick={close} aria-label="Close the quotation" title="close (Esc)">
          ✕
        </button>
      </header>
      {error ? (
        <Failure error={error} />
      ) : !data ? (
        <Loading what="Opening the report …" />
      ) : (
        <>
          <blockquote>
            <Around text={data.report.text} start={claim.start} end={claim.end} />
          </blockquote>
          <p className="small">
            {claim.voices.length > 0 && (
              <>
                {claim.voices.map(({ name, attribution, anonymity, stance }, i) => (
                  <span key={attribution}>
                    {i > 0 && <span className="arrow"> ← </span>}
                    {short(name, 60)}
                    {anonymity === "unnamed" && <span className="tag unnamed">unnamed</span>}
                    {stance !== "asserts" && <span className="quiet"> {stance}</span>}
                  </span>
                ))}
                <span className="arrow"> ← </span>
              </>
            )}
            {[claim.outlet ?? claim.report, claim.published && day(claim.published)].filter(Boolean).join(", ")}
          </p>
          <Link className="button" href={`/read/${encodeURIComponent(claim.report)}?at=${encodeURIComponent(claim.event)}`}>
            Open in its report
          </Link>
        </>
      )}
    </aside>
  );
}

const ROOM = 260;
/** A stretch of the text with some words before and behind it. */
function Around({ text, start, end }: { text: string; start: number; end: number }) {
  // No word is cut.
  const from = start > ROOM ? text.indexOf(" ", start - ROOM) + 1 || start - ROOM : 0;
  const to = end + ROOM < text.length ? Math.max(end, text.lastIndexOf(" ", end + ROOM)) : text.length;
  return (
    <>
      {from > 0 && "… "}
      <Words text={text.slice(from, start)} />
      <mark>
        <Words text={text.slice(start, end)} />
      </mark>
      <Words text={text.slice(end, to)} />
      {to < text.length && " …"}
    </>
  );
}
const Words = ({ text }: { text: string }) =>
  pieces(text).map(({ at, text: words, unseen }) => <span key={at}>{unseen ? `[${unseen}]` : words}</span>);
