import type { Analysis, Argument, Casualty, Entity, Event, Place, PloverType, Time } from "../model/index.ts";
import type { Correction, Judgement } from "./judgement.ts";

/** The rule that a corrected event names: a person decided. */
const BY_PERSON = "decision";

/** One field of one event as it was decided. What is added to the analysis has an id that no stage gives. */
export function corrected(analysis: Analysis, event: Event, { field, after = { value: "" } }: Judgement): Analysis {
  const put = (change: Partial<Event>, more: Partial<Analysis> = {}, base = event): Analysis => ({
    ...analysis,
    ...more,
    events: analysis.events.map((one) => (one.id === event.id ? { ...base, ...change, rule: BY_PERSON, confidence: 1 } : one)),
  });
  switch (field) {
    case "type":
      return put({}, {}, retyped(event, after.value as PloverType));
    case "actor":
    case "recipient": {
      const role = field === "actor" ? "actors" : "recipients";
      if (after.value === "") return put({ [role]: [] });
      const { argument, entities } = filler(analysis, event, event[role][0], after);
      return put({ [role]: [argument] }, { entities });
    }
    case "place": {
      if (after.value === "") return put({ places: [] });
      const known = analysis.places.find(({ gazetteer, name }) => gazetteer === after.value || name === after.value);
      const place = known ?? placeOf(event, after, analysis.places.length);
      return put({ places: [place.id] }, known ? {} : { places: [...analysis.places, place] });
    }
    case "date": {
      const [earliest = "", latest = earliest] = after.value.split("/");
      if (earliest === "") return put({ times: [] });
      const time: Time = {
        id: `dt${analysis.times.length + 1}`,
        ...(after.span ?? event.trigger),
        type: "DATE",
        value: earliest === latest ? earliest : after.value,
        earliest,
        latest,
        anchor: "explicit",
      };
      return put({ times: [time.id] }, { times: [...analysis.times, time] });
    }
    case "killed":
      return put({}, { casualties: tolls(analysis, event, after) });
    default:
      return analysis;
  }
}

/** A mode belongs to its type, and so does the CAMEO code. */
function retyped(event: Event, type: PloverType): Event {
  if (event.type === type) return event;
  const { mode: _mode, cameo: _cameo, ...rest } = event;
  return { ...rest, type };
}

function filler(analysis: Analysis, event: Event, before: Argument | undefined, { value, label, span }: Correction) {
  const at = span ?? before ?? event.trigger;
  const known = analysis.entities.find(({ reference, name }) => reference === value || name === value);
  const entity: Entity = known ?? {
    id: `dn${analysis.entities.length + 1}`,
    name: label ?? value,
    kind: "unknown",
    ...(/^[a-z-]+:\S+$/.test(value) && { reference: value }),
    mentions: [],
  };
  const argument: Argument = { start: at.start, end: at.end, head: { start: at.start, end: at.end }, entity: entity.id };
  return { argument, entities: known ? analysis.entities : [...analysis.entities, entity] };
}

function placeOf(event: Event, { value, label, span, place }: Correction, count: number): Place {
  const { start, end } = span ?? event.trigger;
  return { id: `dp${count + 1}`, start, end, name: label ?? value, ...(value.includes(":") && { gazetteer: value }), ...place };
}

function tolls(analysis: Analysis, event: Event, { value, span }: Correction): Casualty[] {
  const others = analysis.casualties.filter((toll) => toll.event !== event.id || toll.outcome !== "killed");
  const before = analysis.casualties.find((toll) => toll.event === event.id && toll.outcome === "killed");
  const best = Number(value);
  if (value === "" || !Number.isInteger(best) || best < 0) return others;
  const at = span ?? before ?? event.trigger;
  const toll: Casualty = {
    group: "unknown",
    attributions: event.attributions,
    ...before,
    id: before?.id ?? `dk${analysis.casualties.length + 1}`,
    start: at.start,
    end: at.end,
    outcome: "killed",
    low: best,
    best,
    high: best,
    exact: true,
    cumulative: false,
    event: event.id,
  };
  return [...others, toll];
}
