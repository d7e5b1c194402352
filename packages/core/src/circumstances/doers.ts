import type { Argument, Document, Entity, Event, Mention, Span } from "../model/index.ts";
import { wordFrom } from "../shared/words.ts";

/** Nouns for whoever did a deed that has been told, and the manner of deed that they fit; none: any. */
const DOERS: ReadonlyMap<string, string | undefined> = new Map([
  ...["attacker", "assailant", "perpetrator", "culprit", "suspect", "raider", "aggressor", "terrorist"].map(
    (noun): [string, undefined] => [noun, undefined],
  ),
  ...["killer", "murderer", "assassin", "hitman"].map((noun): [string, undefined] => [noun, undefined]),
  ...["gunman", "shooter", "sniper"].map((noun): [string, string] => [noun, "firearms"]),
  ...["kidnapper", "abductor", "captor", "hijacker"].map((noun): [string, string] => [noun, "abduct"]),
  ["bomber", "explosives"],
]);

/** Manners that come near enough: a gunman may kidnap, but a bomber's deed is no shooting. */
const NEAR: Record<string, ReadonlySet<string | undefined>> = {
  firearms: new Set([undefined, "firearms", "targeted", "abduct"]),
  abduct: new Set(["abduct"]),
  explosives: new Set([undefined, "explosives", "suicide-attack", "vehicle"]),
};

/** Crimes of violence that somebody is held or tried for. */
const CRIME =
  /\b(?:murder|homicide|manslaughter|killing|slaying|shooting|assassination|massacre|bombing|attack|assault|battery|kidnapping|abduction|arson|stabbing)/i;

/** How many sentences back the deed may have been told: farther for one who is named, who may be told of late. */
const REACH = 3;
const REACH_NAMED = 12;

/** Somebody who is called the doer of a deed, where the report does so. */
interface Doer {
  entity: Entity;
  at: Span & { head: Span };
  fits: string | undefined;
}

/**
 * Names who did it where a deed was told without anybody: "A bomb exploded … The attackers fled", "Two were shot …
 * Police identified the suspect as …, who was charged with murder". The argument is implied, and stands under what voice
 * calls them so. Changes the events.
 */
export function nameDoers(document: Document, entities: readonly Entity[], events: readonly Event[]): void {
  const sentenceOf = (offset: number) => document.words[wordFrom(document.words, offset)]?.sentence ?? -1;
  const deeds = events.filter(
    ({ type, polarity, modality }) => type === "ASSAULT" && polarity === "affirmed" && modality === "actual",
  );
  if (deeds.length === 0) return;
  const harmed = new Set(deeds.flatMap(({ recipients }) => recipients.flatMap(({ entity }) => entity ?? [])));
  const found = [...called(document, entities), ...held(document, entities, events)].sort((a, b) => a.at.start - b.at.start);
  for (const { entity, at, fits } of found) {
    // Who was hurt in a deed of the report is not taken for the one who did another.
    if (harmed.has(entity.id)) continue;
    const here = sentenceOf(at.start);
    const reach = entity.mentions.some(({ form }) => form === "name") ? REACH_NAMED : REACH;
    let nearest: Event | undefined;
    for (const deed of deeds) {
      const back = here - sentenceOf(deed.trigger.start);
      if (deed.trigger.start > at.start || back > reach) continue;
      if (fits !== undefined && !NEAR[fits]?.has(deed.mode)) continue;
      if (back === 0 && deed.evidence.start <= at.start && at.end <= deed.evidence.end && deed.actors.length > 0) continue;
      nearest = deed;
    }
    if (!nearest || nearest.actors.some((actor) => !actor.implied || actor.entity === entity.id)) continue;
    const actor: Argument = { start: at.start, end: at.end, entity: entity.id, head: at.head, implied: true };
    nearest.actors = [...nearest.actors, actor].sort((a, b) => a.start - b.start || b.end - a.end);
  }
}

/** "the gunman", "the suspect": definite, since "a gunman" is as often another. One mention an entity is enough. */
function* called(document: Document, entities: readonly Entity[]): Generator<Doer> {
  for (const entity of entities) {
    const title = entity.title?.toLowerCase();
    if (title !== undefined && DOERS.has(title) && entity.mentions[0])
      yield { entity, at: spanOf(entity.mentions[0]), fits: DOERS.get(title) };
    for (const mention of entity.mentions) {
      if (mention.form !== "nominal") continue;
      const head = document.words[wordFrom(document.words, mention.head.start)];
      const noun = head?.lemma.toLowerCase() ?? "";
      if (!head || !DOERS.has(noun) || !isDefinite(document.text.slice(mention.start, mention.head.start))) continue;
      yield { entity, at: spanOf(mention), fits: DOERS.get(noun) };
      break;
    }
  }
}

/** Who is arrested, charged or convicted for a crime of violence. */
function* held({ text }: Document, entities: readonly Entity[], events: readonly Event[]): Generator<Doer> {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  for (const event of events) {
    if (event.polarity !== "affirmed" || event.modality !== "actual" || !HELD.test(event.rule)) continue;
    if (!CRIME.test(text.slice(event.evidence.start, event.evidence.end))) continue;
    for (const { start, end, head, entity } of event.recipients) {
      const one = entity === undefined ? undefined : byId.get(entity);
      if (one?.kind === "person" && one.mentions.some(({ form }) => form === "name"))
        yield { entity: one, at: { start, end, head }, fits: undefined };
    }
  }
}

const HELD = /^(?:accuse\.charge|sanction\.(?:convict|foundguilty)|coerce\.arrest)/;

const isDefinite = (before: string): boolean => /^(?:the|this|that|these|those|his|her|their)\b/i.test(before.trim());

const spanOf = ({ start, end, head }: Mention): Span & { head: Span } => ({ start, end, head });
