import { type Argument, type Event, isLikely, type Relation } from "@annalist/core";
import { Fragment } from "react";
import { TypeTag } from "../../design/parts.tsx";
import { short } from "../../design/words.ts";
import { type Lookup, participant } from "../lookup.ts";
import { PlaceLine, TimeLine } from "./lines.tsx";
import { TollLine } from "./TollCard.tsx";
import { Chains } from "./VoiceCard.tsx";

const TIES: Record<Relation["type"], string> = {
  retaliation: "answers",
  cause: "follows from",
  part: "is part of",
  same: "is the same as",
  before: "comes before",
};

/** An event: who → did what → to whom, where, when, in whose words, and why it was coded so. */
export function EventCard({ event, lookup, open, go }: { event: Event; lookup: Lookup; open: boolean; go(id: string): void }) {
  const doubts = [event.polarity === "negated" ? "did not happen" : "", event.modality === "actual" ? "" : event.modality].filter(
    Boolean,
  );
  const places = event.places.flatMap((id) => lookup.place(id) ?? []);
  const times = event.times.flatMap((id) => lookup.time(id) ?? []);
  const tolls = lookup.tollsOf(event);
  const ties = lookup.analysis.relations.filter((one) => one.from === event.id && isLikely(one));
  return (
    <>
      <header>
        <b className="nr">{lookup.number(event.id)}</b>
        <TypeTag type={event.type} mode={event.mode} />
        {doubts.map((doubt) => (
          <span key={doubt} className="tag doubt">
            {doubt}
          </span>
        ))}
        <Confidence value={event.confidence} />
      </header>
      <p className="deed">
        <People list={event.actors} lookup={lookup} none="not said" />
        <span className="arrow"> → </span>
        <em>{short(lookup.words(event.trigger))}</em>
        {event.recipients.length > 0 && (
          <>
            <span className="arrow"> → </span>
            <People list={event.recipients} lookup={lookup} none="" />
          </>
        )}
      </p>
      <dl>
        {event.instruments.length > 0 && (
          <>
            <dt>with</dt>
            <dd>{event.instruments.map((each) => lookup.words(each)).join("; ")}</dd>
          </>
        )}
        {places.length > 0 && <dt>where</dt>}
        {places.map((place) => (
          <dd key={place.id}>
            <PlaceLine place={place} lookup={lookup} />
          </dd>
        ))}
        {times.length > 0 && <dt>when</dt>}
        {times.map((time) => (
          <dd key={time.id}>
            <TimeLine time={time} lookup={lookup} />
          </dd>
        ))}
        <dt>says who</dt>
        <dd>
          {event.attributions.length > 0 ? (
            <Chains ids={event.attributions} lookup={lookup} />
          ) : (
            <span className="quiet">the report itself</span>
          )}
        </dd>
        {tolls.length > 0 && <dt>toll</dt>}
        {tolls.map((toll) => (
          <dd key={toll.id}>
            <TollLine toll={toll} lookup={lookup} />
          </dd>
        ))}
        {ties.length > 0 && <dt>ties</dt>}
        {ties.map((tie) => (
          <dd key={tie.id}>
            {TIES[tie.type]}{" "}
            <button type="button" className="link" onClick={() => go(tie.to)}>
              {lookup.number(tie.to)} “{short(lookup.event(tie.to) ? lookup.words(lookup.event(tie.to)!.trigger) : "", 40)}”
            </button>
          </dd>
        ))}
      </dl>
      {open && <Why event={event} lookup={lookup} />}
    </>
  );
}

function People({ list, lookup, none }: { list: Argument[]; lookup: Lookup; none: string }) {
  if (list.length === 0) return <span className="quiet">{none}</span>;
  return list.map((argument, i) => {
    const { words, full, note } = participant(lookup, argument);
    return (
      <Fragment key={`${argument.start}-${argument.end}`}>
        {i > 0 && ", "}
        <b>{words}</b>
        {full && <span className="full"> {short(full, 60)}</span>}
        {note && <small className="code"> {note}</small>}
      </Fragment>
    );
  });
}

/** How sure the coder is: five steps and the number. */
function Confidence({ value }: { value: number }) {
  const steps = Math.max(1, Math.round(value * 5));
  return (
    <span className="confidence" title={`confidence ${value.toFixed(2)} of 1`}>
      <span aria-hidden="true">
        {[1, 2, 3, 4, 5].map((step) => (
          <i key={step} data-on={step <= steps ? "" : undefined} />
        ))}
      </span>
      <span className="hidden">confidence </span>
      {value.toFixed(2)}
    </span>
  );
}

/** Which rule fired on which words. */
function Why({ event, lookup }: { event: Event; lookup: Lookup }) {
  const roles = (["actors", "recipients", "instruments"] as const).flatMap((role) =>
    event[role].map((argument) => ({ role: role.slice(0, -1), argument })),
  );
  return (
    <div className="why">
      <p>
        rule <code>{event.rule}</code> on “{lookup.words(event.trigger)}”
        {event.cameo && (
          <>
            {" "}
            · CAMEO <code>{event.cameo}</code>
          </>
        )}
        {event.contexts.length > 0 && <> · context {event.contexts.join(", ")}</>}
      </p>
      {roles.map(({ role, argument }) => (
        <p key={`${role}${argument.start}`}>
          {role} read from “{short(lookup.words(argument))}”{argument.implied ? ", implied: taken from another clause" : ""}
        </p>
      ))}
    </div>
  );
}
