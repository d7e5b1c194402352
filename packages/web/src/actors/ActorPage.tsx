import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { type Actor, fetchActor } from "../api/actors.ts";
import { countryName } from "../design/countries.ts";
import { Failure, Loading } from "../design/parts.tsx";
import { useTitle } from "../design/title.ts";
import { count, number, plain } from "../design/words.ts";
import { Timeline } from "../incidents/Timeline.tsx";
import "./actors.css";

/** /actors/KEY: its names, with whom it has to do, and when. */
export default function ActorPage({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({ queryKey: ["actor", id], queryFn: ({ signal }) => fetchActor(id, signal) });
  useTitle(data ? plain(data.name) : "Actor");
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading what="Opening the actor …" />;
  const incidents = `/incidents?actor=${encodeURIComponent(id)}`;
  return (
    <article className="actor-page">
      <header>
        <h1>{plain(data.name)}</h1>
        <p className="quiet">
          {[data.kind, data.country && countryName(data.country), data.sector].filter(Boolean).join(" · ")} · named in{" "}
          {count(data.reports, "report")}
        </p>
        <Link className="button" href={incidents}>
          Its incidents
        </Link>
      </header>
      {data.activity.length > 0 && (
        <section aria-label="Activity">
          <h2>Activity</h2>
          <Timeline
            buckets={data.activity.map((bucket) => ({ ...bucket, killed: 0 }))}
            period="month"
            from={undefined}
            to={undefined}
            brush={(from, to) => location.assign(`${incidents}&from=${from}&to=${to}`)}
          />
        </section>
      )}
      <div className="actor-columns">
        <Dyads actor={data} as="actor" title="Acts upon" />
        <Dyads actor={data} as="recipient" title="Is acted upon by" />
        <section aria-label="Names">
          <h2>Names</h2>
          <ul>
            {data.aliases.map(({ value, count: times }) => (
              <li key={value}>
                <span>{plain(value)}</span>
                <span className="num quiet">{number(times)}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </article>
  );
}

function Dyads({ actor, as, title }: { actor: Actor; as: "actor" | "recipient"; title: string }) {
  const dyads = actor.dyads.filter(({ role }) => role === as);
  const most = Math.max(1, ...dyads.map(({ incidents }) => incidents));
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {dyads.length === 0 && <p className="quiet small">Nobody is on record.</p>}
      <ul>
        {dyads.slice(0, 40).map(({ other, name, incidents }) => (
          <li key={other}>
            <Link href={`/actors/${encodeURIComponent(other)}`}>{plain(name)}</Link>
            <span className="dyad" style={{ width: `${(incidents / most) * 4}rem` }} />
            <span className="num quiet">{number(incidents)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
