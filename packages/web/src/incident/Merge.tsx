import type { Incident, Member } from "@annalist/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { fetchIncident, fetchIncidents } from "../api/incidents.ts";
import { Dialog, TypeTag } from "../design/parts.tsx";
import { days, short } from "../design/words.ts";

/** Reports differ in the day: how many days around are offered before anything is searched for. */
const AROUND = 14;
const shifted = (day: string, by: number) => new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);

/** Finds the other incident that is the same happening: by words, else among those of about the same days. */
export function Merge({ incident, close, merge }: { incident: Incident; close: () => void; merge(other: Member): void }) {
  const [q, setQ] = useState("");
  const [date] = incident.dates;
  const filters = q.trim() ? { q } : date ? { from: shifted(date.earliest, -AROUND), to: shifted(date.latest, AROUND) } : {};
  const { data } = useQuery({
    queryKey: ["merge", filters],
    queryFn: ({ signal }) => fetchIncidents(filters, { limit: 30 }, signal),
    placeholderData: keepPreviousData,
  });
  const others = data?.items.filter(({ id }) => id !== incident.id) ?? [];
  const [error, setError] = useState<string>();
  const take = async (id: string) => {
    try {
      merge((await fetchIncident(id)).incident.members[0]!);
    } catch (failure) {
      setError((failure as Error).message);
    }
  };
  return (
    <Dialog title="Merge with" close={close}>
      <input
        className="field"
        type="search"
        aria-label="Search incidents"
        placeholder="Words of the other incident"
        value={q}
        onChange={({ target }) => setQ(target.value)}
      />
      <ul className="merge">
        {others.map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => void take(row.id)}>
              <TypeTag type={row.type} mode={row.mode} />
              <span>
                {short(row.actors.join(", "), 40) || "?"} → {short(row.recipients.join(", "), 40) || "?"}
              </span>
              <small className="quiet">
                {[row.earliest && row.latest && days(row.earliest, row.latest), row.place].filter(Boolean).join(" · ")}
              </small>
            </button>
          </li>
        ))}
      </ul>
      {data && others.length === 0 && (
        <p className="quiet small">
          {q.trim() ? "No other incident has these words." : `No other incident within ${AROUND} days; search by its words.`}
        </p>
      )}
      {error && <p role="alert">{error}</p>}
    </Dialog>
  );
}
