import type { Analysis, Argument, Attribute, Attribution, Casualty, Claim, Event, Incident, Span } from "../model/index.ts";
import { fold } from "./facts.ts";
import { argumentName, nameOf } from "./voices.ts";

/**
 * Every claim that the reports make of an incident, attribute by attribute, each with its chain of voices and the characters
 * that say it. `analyses` by report id; reports that are not at hand are passed over.
 */
export function ledger(incident: Incident, analyses: ReadonlyMap<string, Analysis>): Claim[] {
  const originOf = new Map(incident.originGroups.flatMap((group, i) => group.map((report) => [report, i] as const)));
  const claims = incident.members.flatMap(({ report, event: id }) => {
    const analysis = analyses.get(report);
    const event = analysis?.events.find((one) => one.id === id);
    if (!analysis || !event) return [];
    const { outlet, published } = analysis.report;
    const common = {
      incident: incident.id,
      report,
      event: event.id,
      ...(outlet !== undefined && { outlet }),
      ...(published !== undefined && { published }),
      origin: originOf.get(report) ?? -1,
    };
    return cells(event, analysis).map((cell): Claim => ({ ...common, ...cell }));
  });
  // Tolls are the incident's own list: some hang on no event.
  for (const { report, casualty } of incident.tolls) {
    const analysis = analyses.get(report);
    const toll = analysis?.casualties.find(({ id }) => id === casualty);
    const event = toll?.event ?? incident.members.find((member) => member.report === report)?.event;
    if (!analysis || !toll || event === undefined) continue;
    const { outlet, published } = analysis.report;
    claims.push({
      incident: incident.id,
      report,
      event,
      ...(outlet !== undefined && { outlet }),
      ...(published !== undefined && { published }),
      origin: originOf.get(report) ?? -1,
      ...tollCell(toll, analysis),
    });
  }
  const rank = new Map(ORDER.map((attribute, i) => [attribute, i]));
  return claims.sort((a, b) => (rank.get(a.attribute) ?? 0) - (rank.get(b.attribute) ?? 0));
}

const ORDER: readonly Attribute[] = [
  "type",
  "actor",
  "recipient",
  "instrument",
  "place",
  "date",
  "killed",
  "injured",
  "missing",
  "captured",
  "abducted",
  "displaced",
];

type Cell = Pick<Claim, "attribute" | "value" | "label" | "low" | "best" | "high" | "voices" | "start" | "end">;

function cells(event: Event, analysis: Analysis): Cell[] {
  const voices = chain(event.attributions, analysis);
  const cell = (attribute: Attribute, value: string, label: string, { start, end }: Span, rest: Partial<Cell> = {}): Cell => ({
    attribute,
    value,
    label,
    voices,
    start,
    end,
    ...rest,
  });
  const party = (attribute: Attribute) => (argument: Argument) => {
    const name = argumentName(argument, analysis);
    const entity = analysis.entities.find(({ id }) => id === argument.entity);
    return name === undefined ? [] : [cell(attribute, entity?.reference ?? fold(name), name, argument)];
  };
  return [
    cell(
      "type",
      event.mode ? `${event.type}/${event.mode}` : event.type,
      event.mode ? `${event.type} ${event.mode}` : event.type,
      event.trigger,
    ),
    ...event.actors.flatMap(party("actor")),
    ...event.recipients.flatMap(party("recipient")),
    ...event.instruments.flatMap(party("instrument")),
    ...event.places.flatMap((id) => {
      const place = analysis.places.find((one) => one.id === id);
      return place ? [cell("place", place.gazetteer ?? fold(place.name), place.name, place)] : [];
    }),
    ...event.times.flatMap((id) => {
      const time = analysis.times.find((one) => one.id === id);
      if (!time?.earliest || !time.latest) return [];
      const { earliest, latest } = time;
      return [cell("date", `${earliest}/${latest}`, earliest === latest ? earliest : `${earliest} to ${latest}`, time)];
    }),
  ];
}

function tollCell({ outcome, low, best, high, attributions, start, end }: Casualty, analysis: Analysis): Cell {
  const label = high === null ? `at least ${low}` : low === high ? `${best}` : `${low} to ${high}`;
  return { attribute: outcome, value: String(best), label, low, best, high, voices: chain(attributions, analysis), start, end };
}

function chain(attributions: readonly string[], analysis: Analysis): Claim["voices"] {
  return attributions.flatMap((id) => {
    const voice = analysis.attributions.find((one: Attribution) => one.id === id);
    return voice ? [{ name: nameOf(voice, analysis), attribution: id, anonymity: voice.anonymity, stance: voice.stance }] : [];
  });
}
