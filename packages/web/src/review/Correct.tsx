import type { Analysis, Event, Span } from "@annalist/core";
import { useState } from "react";
import { PLOVER_TYPES } from "../design/quads.ts";
import { days, plain, short } from "../design/words.ts";
import { ActorSearch, PlaceSearch } from "./search.tsx";
import type { Value } from "./value.ts";

interface Props {
  event: Event;
  analysis: Analysis;
  text: string;
  /** What is selected in the report. */
  selected: Span | undefined;
  select(span: Span | undefined): void;
  send(field: string, before: Value, after: Value): void;
  done(): void;
}

/** Field by field, what was read and what it should be. A stretch selected in the report becomes the field's span. */
export function Correct({ event, analysis, text, selected, select, send, done }: Props) {
  const [sent, setSent] = useState<Record<string, string>>({});
  const words = (span: Span) => short(text.slice(span.start, span.end), 60);
  const name = (id: string | undefined, span: Span) => {
    const entity = analysis.entities.find((each) => each.id === id);
    return { value: entity?.reference ?? entity?.name ?? words(span), label: plain(entity?.name ?? words(span)) };
  };
  const none: Value = { value: "", label: "none" };
  const [actor, recipient] = [event.actors[0], event.recipients[0]];
  const place = analysis.places.find(({ id }) => id === event.places[0]);
  const time = analysis.times.find(({ id }) => id === event.times[0]);
  const killed = analysis.casualties.find((each) => each.event === event.id && each.outcome === "killed");
  const is: Record<string, Value> = {
    type: { value: event.type, label: event.type },
    actor: actor ? name(actor.entity, actor) : none,
    recipient: recipient ? name(recipient.entity, recipient) : none,
    place: place ? { value: place.gazetteer ?? place.name, label: plain(place.name) } : none,
    date:
      time?.earliest && time.latest
        ? { value: `${time.earliest}/${time.latest}`, label: days(time.earliest, time.latest) }
        : none,
    killed: killed ? { value: String(killed.best), label: String(killed.best) } : none,
  };
  const correct = (field: string, after: Value) => {
    send(field, is[field] ?? none, { ...after, ...(selected && { span: selected }) });
    setSent((now) => ({ ...now, [field]: after.label }));
  };
  const fields: [string, React.ReactNode][] = [
    [
      "type",
      <select
        key="type"
        className="field"
        aria-label="type"
        value={is.type!.value}
        onChange={({ target }) => correct("type", { value: target.value, label: target.value })}
      >
        {PLOVER_TYPES.map((type) => (
          <option key={type}>{type}</option>
        ))}
      </select>,
    ],
    ["actor", <ActorSearch key="actor" label="actor" choose={(value) => correct("actor", value)} />],
    ["recipient", <ActorSearch key="recipient" label="recipient" choose={(value) => correct("recipient", value)} />],
    ["place", <PlaceSearch key="place" choose={(value) => correct("place", value)} />],
    [
      "date",
      <input
        key="date"
        className="field"
        type="date"
        aria-label="date"
        onChange={({ target }) =>
          target.value && correct("date", { value: `${target.value}/${target.value}`, label: days(target.value, target.value) })
        }
      />,
    ],
    [
      "killed",
      <input
        key="killed"
        className="field"
        type="number"
        min="0"
        aria-label="killed"
        onBlur={({ target }) => target.value !== "" && correct("killed", { value: target.value, label: target.value })}
      />,
    ],
  ];
  return (
    <section className="correct" aria-label="Correct">
      <p className="small quiet stands-where">
        {selected ? (
          <>
            <q>{words(selected)}</q> is where the next value stands.
          </>
        ) : (
          "Where a value stands: select the words in the report, or write them here."
        )}
        <input
          className="field"
          aria-label="words of the report"
          placeholder="words of the report"
          onChange={({ target }) => select(nearest(text, target.value, event.trigger.start))}
        />
      </p>
      <dl>
        {fields.map(([field, input]) => (
          <div key={field}>
            <dt>{field}</dt>
            <dd className="now">
              <span className={sent[field] === undefined ? "" : "was"}>{is[field]!.label}</span>
              {sent[field] !== undefined && <b> {sent[field]}</b>}
              {is[field]!.value !== "" && field !== "type" && (
                <button
                  type="button"
                  className="link small"
                  aria-label={`none: the report gives no ${field}`}
                  title="the report gives none"
                  onClick={() => correct(field, none)}
                >
                  none
                </button>
              )}
            </dd>
            <dd>{input}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="button primary" disabled={Object.keys(sent).length === 0} onClick={done}>
        Done, next
      </button>
    </section>
  );
}

/** Where words stand in the text: of several places the one nearest to the event. */
function nearest(text: string, words: string, to: number): Span | undefined {
  const [where, what] = [text.toLowerCase(), words.trim().toLowerCase()];
  // Lower case may be longer than what it is of; then offsets would not fit.
  if (what.length < 2 || where.length !== text.length) return undefined;
  let best: Span | undefined;
  for (let start = where.indexOf(what); start >= 0; start = where.indexOf(what, start + 1))
    if (!best || Math.abs(start - to) < Math.abs(best.start - to)) best = { start, end: start + what.length };
  return best;
}
