import type { Entity, EntityKind } from "../model/index.ts";
import type { Candidate } from "./find/candidate.ts";
import type { Reading } from "./find/reading.ts";
import { isDestination, isVenue } from "./find/venues.ts";
import type { Clusters } from "./link/clusters.ts";

/** Bodies that belong to the country in play when nothing else is said: "the army", "police". */
const NATIONAL = new Set<EntityKind>(["government", "military", "police", "judiciary", "protesters", "party", "armed-group"]);

/** Those who are of the country in play only where no other is. */
const PEOPLE = new Set<EntityKind>(["civilians", "protesters", "armed-group", "military", "police", "government"]);

/** Those who come to talks from elsewhere; the police and the crowd at the door are of the place. */
const ENVOYS = new Set<EntityKind>(["government", "military", "party", "armed-group", "person"]);

const OFFICIAL = /^(?:GOV|MIL|COP|JUD|LEG|REB)$/;

const SETTLED: Readonly<Record<string, string>> = { PSE: "ISR" };

/**
 * "the army", "a police spokeswoman", "the rebels" without a country are of the one that the report is about. Those in arms against
 * a state are at home where it is named, and not where it is only said whose something is: "a militia attacked American bases".
 */
export function placeAtHome(
  reading: Reading,
  clusters: Clusters,
  kept: readonly { members: Candidate[] }[],
  entities: Entity[],
): void {
  const [soil, state] = [countryInPlay(reading, clusters, true), countryInPlay(reading, clusters, false)];
  for (const [n, entity] of entities.entries()) {
    const { country: home, alone, named } = ENVOYS.has(entity.kind) ? state : soil;
    if (!home) continue;
    const { members } = kept[n] as { members: Candidate[] };
    if (entity.country || (!named && entity.sector === "REB")) continue;
    const name = members.find(({ form }) => form === "name");
    if (name && !(name.body !== "" && name.kind !== "person")) {
      if (alone && entity.kind === "person" && name.title !== "" && OFFICIAL.test(entity.sector ?? "")) entity.country = home;
      continue;
    }
    const description = name ?? members.find(({ form }) => form === "nominal");
    if (!description) continue;
    // "settlers attacked a village near Nablus": those who settle in a land under occupation are of the state that holds it.
    if (description.keys.includes("settler") && SETTLED[home]) entity.country = SETTLED[home];
    else if (NATIONAL.has(entity.kind) && description.article !== "indefinite" && entity.sector !== "IGO") entity.country = home;
    else if (alone && PEOPLE.has(entity.kind) && description.number === "many") entity.country = home;
    // "A US operation killed a commander": whose the operation is says nothing of him.
    else if (!named && description.article === "indefinite") continue;
    else if (entity.kind === "person" && OFFICIAL.test(entity.sector ?? "") && !entity.affiliation) entity.country = home;
  }
}

interface Play {
  /** Alpha-3; empty where there is none. */
  country: string;
  /** No other is spoken of a third as often. */
  alone: boolean;
  /** It or a place in it is named, and not only somebody of it: "Syria", "Idlib", and not "a Syrian". */
  named: boolean;
}

/**
 * The one country that most names of a report speak of; empty when two are as often named. `venues`: where talks are held counts
 * as well.
 */
function countryInPlay(reading: Reading, clusters: Clusters, venues: boolean): Play {
  const { words } = reading.document;
  const counts = new Map<string, number>();
  const add = (country: string, weight: number) => country && counts.set(country, (counts.get(country) ?? 0) + weight);
  const says = (index: number) =>
    (venues || !isVenue(reading, index)) && !isOfCounterpart(reading, index) && !isDestination(reading, index);
  for (const { actor, last } of reading.known)
    if ((actor.kind === "state" || actor.kind === "population") && says(last - 1)) add(actor.country, 1);
  let before = "";
  for (const [index, country] of reading.countryAt.entries()) {
    if (country && country !== before && says(index)) add(country, 1);
    before = country;
  }
  for (const one of clusters.candidates) if (one.form === "name" && one.kind !== "state") add(one.country, 0.5);
  const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [first, second] = ranked;
  if (!first || (second && second[1] * 1.5 > first[1])) return { country: "", alone: false, named: false };
  const [country] = first;
  // "a US base", "Syrian troops": a state before a noun says whose that is, and not where the report is.
  const isOwner = (index: number) => words[index]?.upos === "ADJ" || words[index]?.deprel === "compound";
  const isState = ({ actor }: Reading["known"][number]) => actor.kind === "state" && actor.country === country;
  const named =
    reading.known.some((one) => isState(one) && !isOwner(one.first)) ||
    reading.countryAt.some((one, at) => one === country && !(reading.knownAt[at]?.actor.kind === "state" && isOwner(at))) ||
    clusters.candidates.some((one) => one.form === "name" && one.country === country && one.kind !== "state");
  return { country, alone: !second || first[1] >= 3 * second[1], named };
}

/** "met his Iranian counterpart", "summoned Sweden's ambassador": of that country is the one who he is not. */
const isOfCounterpart = ({ document: { words }, deeds }: Reading, index: number): boolean => {
  const word = words[index];
  if (!word || !/^(?:amod|compound|nmod:poss)$/.test(word.deprel)) return false;
  return deeds.abroad.has(words[word.head]?.lemma ?? "");
};
