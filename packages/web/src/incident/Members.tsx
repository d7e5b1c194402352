import type { Member } from "@annalist/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "wouter";
import { decide, type NewDecision } from "../api/decisions.ts";
import type { IncidentWhole } from "../api/incidents.ts";
import { Hit } from "../design/Hit.tsx";
import { count, day, short } from "../design/words.ts";
import { Merge } from "./Merge.tsx";

const keyOf = ({ report, event }: Member) => `${report}\n${event ?? ""}`;

/** The reports and events held for this incident, and what a person can decide of them. */
export function Members({ data: { incident, reports, told } }: { data: IncidentWhole }) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [why, setWhy] = useState("");
  const [merging, setMerging] = useState(false);
  const queries = useQueryClient();
  const { mutate, error, isPending } = useMutation({
    mutationFn: decide,
    onSuccess: () => {
      setChosen(new Set());
      setWhy("");
      setMerging(false);
      return queries.invalidateQueries();
    },
  });
  const by = new Map(reports.map((report) => [report.id, report]));
  const words = new Map(told.map((each) => [keyOf(each), each.hit]));
  const inside = incident.members.filter((member) => chosen.has(keyOf(member)));
  const outside = incident.members.filter((member) => !chosen.has(keyOf(member)));
  const send = (kind: NewDecision["kind"], pins: NonNullable<NewDecision["pins"]>) =>
    mutate({ kind, subject: { incident: incident.id }, why: why.trim(), pins });
  const reasoned = why.trim() !== "";
  return (
    <section aria-label="Members">
      <h2>{count(incident.members.length, "member")}</h2>
      <ul className="members">
        {incident.members.map((member) => {
          const key = keyOf(member);
          const report = by.get(member.report);
          const hit = words.get(key);
          return (
            <li key={key}>
              <label>
                <input
                  type="checkbox"
                  checked={chosen.has(key)}
                  onChange={({ target }) => {
                    const next = new Set(chosen);
                    if (target.checked) next.add(key);
                    else next.delete(key);
                    setChosen(next);
                  }}
                />
                <span>
                  {hit ? <Hit hit={hit} /> : short(report?.title ?? member.report, 80)}
                  <small className="quiet">
                    {[
                      report?.outlet && short(report.outlet, 30),
                      report?.published && day(report.published),
                      hit && short(report?.title ?? member.report, 70),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </small>
                </span>
              </label>
              <Link
                className="small"
                href={`/read/${encodeURIComponent(member.report)}${member.event ? `?at=${encodeURIComponent(member.event)}` : ""}`}
              >
                read
              </Link>
            </li>
          );
        })}
      </ul>
      <div className="decide">
        <input
          className="field"
          value={why}
          onChange={({ target }) => setWhy(target.value)}
          placeholder="Reason, for the record"
          aria-label="Reason"
        />
        <button
          type="button"
          className="button"
          disabled={!reasoned || inside.length === 0 || outside.length === 0 || isPending}
          title="the chosen members are another happening"
          onClick={() =>
            send(
              "split",
              inside.flatMap((a) => outside.map((b) => ({ a, b, decision: "cannot" as const, why: why.trim() }))),
            )
          }
        >
          Split off the chosen
        </button>
        <button
          type="button"
          className="button"
          disabled={!reasoned || incident.members.length < 2 || isPending}
          title="later runs may not part them"
          onClick={() => {
            const held = inside.length > 1 ? inside : incident.members;
            send(
              "pin",
              held.slice(1).map((b) => ({ a: held[0]!, b, decision: "must" as const, why: why.trim() })),
            );
          }}
        >
          Pin together
        </button>
        <button type="button" className="button" disabled={!reasoned || isPending} onClick={() => setMerging(true)}>
          Merge with …
        </button>
        {!reasoned && <span className="small quiet">A reason is asked for first.</span>}
        {error && (
          <span className="small bad" role="alert">
            {error.message}
          </span>
        )}
      </div>
      {merging && (
        <Merge
          incident={incident}
          close={() => setMerging(false)}
          merge={(other) => send("merge", [{ a: incident.members[0]!, b: other, decision: "must", why: why.trim() }])}
        />
      )}
    </section>
  );
}
