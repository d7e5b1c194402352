import type { Claim } from "@annalist/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { fetchIncident, type IncidentWhole } from "../api/incidents.ts";
import { countryName } from "../design/countries.ts";
import { Failure, Loading, TypeTag } from "../design/parts.tsx";
import { useTitle } from "../design/title.ts";
import { count, days, plain, short } from "../design/words.ts";
import { StatusTag } from "../incidents/StatusTag.tsx";
import { Chain } from "./Chain.tsx";
import { History } from "./History.tsx";
import { Ledger } from "./Ledger.tsx";
import { Members } from "./Members.tsx";
import { Origins } from "./Origins.tsx";
import { Quotation } from "./Quotation.tsx";
import { Tolls } from "./Tolls.tsx";
import { Why } from "./Why.tsx";
import "./incident.css";

/** /incidents/ID: what every source says of one happening, and how it came to be held for one. */
export default function IncidentPage({ id }: { id: string }) {
  const { data, error, refetch } = useQuery({ queryKey: ["incident", id], queryFn: ({ signal }) => fetchIncident(id, signal) });
  const [claim, setClaim] = useState<Claim>();
  const title = data ? titleOf(data) : id;
  useTitle(short(title, 70));
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Loading what="Opening the incident …" />;
  return (
    <div className="incident-page" data-quoting={claim ? "" : undefined}>
      <article className="incident">
        <Head data={data} title={title} />
        <section aria-label="Ledger">
          <h2>Who says what</h2>
          <Ledger claims={data.claims} reports={data.reports} chosen={claim} choose={setClaim} />
        </section>
        <div className="incident-columns">
          {data.incident.tolls.length > 0 && <Tolls incident={data.incident} reports={data.reports} />}
          <Origins incident={data.incident} reports={data.reports} />
          <Chain id={id} />
        </div>
        <Why incident={data.incident} />
        <Members data={data} />
        <History decisions={data.decisions} />
      </article>
      {claim && (
        <Quotation key={`${claim.report}${claim.start}${claim.attribute}`} claim={claim} close={() => setClaim(undefined)} />
      )}
    </div>
  );
}

function titleOf({ incident }: IncidentWhole): string {
  const who = incident.actors
    .map(({ name }) => plain(name))
    .slice(0, 2)
    .join(", ");
  const whom = incident.recipients
    .map(({ name }) => plain(name))
    .slice(0, 2)
    .join(", ");
  return `${who || "Actor not said"}${whom ? ` → ${whom}` : ""}`;
}

function Head({ data: { incident, reports }, title }: { data: IncidentWhole; title: string }) {
  const [place] = incident.places;
  const [date] = incident.dates;
  const others = useMemo(() => incident.places.slice(1, 4).map(({ name }) => plain(name)), [incident.places]);
  return (
    <header className="incident-head">
      <div className="incident-kind">
        <TypeTag type={incident.type} mode={incident.mode} />
        <StatusTag status={incident.status} />
        {incident.statusWhy && <small className="quiet">{plain(incident.statusWhy)}</small>}
      </div>
      <h1>{title}</h1>
      <p>
        {date ? <b>{days(date.earliest, date.latest)}</b> : <span className="quiet">no date</span>}
        {" · "}
        {place ? (
          <>
            {plain(place.name)}
            {place.country && place.precision !== "country" && <span className="quiet"> {countryName(place.country)}</span>}
            {place.precision && <small className="quiet"> ({place.precision})</small>}
            {others.length > 0 && <span className="quiet">, also {others.join(", ")}</span>}
          </>
        ) : (
          <span className="quiet">no place</span>
        )}
        {" · "}
        {count(incident.origins, "independent origin")} of {count(reports.length, "report")}
      </p>
    </header>
  );
}
