import type { Incident } from "@annalist/core";
import { Link } from "wouter";
import type { ReportRow } from "../api/reports.ts";
import { count, day, short } from "../design/words.ts";

/** Who copied whom: each independent origin with the reports that repeat it, the first of them on top. */
export function Origins({ incident: { originGroups }, reports }: { incident: Incident; reports: ReportRow[] }) {
  const by = new Map(reports.map((report) => [report.id, report]));
  const when = (id: string) => by.get(id)?.published ?? "9999";
  return (
    <section className="panel" aria-label="Origins">
      <header>
        <h2>{count(originGroups.length, "origin")}</h2>
        <span className="small quiet">a reprint adds none</span>
      </header>
      <ol className="origins">
        {originGroups.map((group) => {
          const [first, ...rest] = [...group].sort((a, b) => when(a).localeCompare(when(b)) || a.localeCompare(b));
          return (
            <li key={first}>
              <ReportLink id={first!} report={by.get(first!)} />
              {rest.length > 0 && (
                <ul>
                  {rest.map((id) => (
                    <li key={id}>
                      <span className="quiet">repeats </span>
                      <ReportLink id={id} report={by.get(id)} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function ReportLink({ id, report }: { id: string; report: ReportRow | undefined }) {
  return (
    <>
      <Link href={`/read/${encodeURIComponent(id)}`}>{short(report?.title ?? id, 64)}</Link>
      <small className="quiet">
        {" "}
        {[report?.outlet && short(report.outlet, 30), report?.published && day(report.published)].filter(Boolean).join(", ")}
      </small>
    </>
  );
}
