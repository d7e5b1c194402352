import type { Argument, Document, Entity, Event, Knowledge, Mention, Span } from "../model/index.ts";
import { WordClasses } from "../shared/classes.ts";
import { listOf, rowsOf } from "../shared/tables.ts";
import { wordFrom, wordsIn } from "../shared/words.ts";

/** How many sentences back the deed may have been told: farther for one who is named, who may be told of late. */
const REACH = 3;
const REACH_NAMED = 12;

/** Whether a noun fits a deed of a mode. */
type Fits = (mode: string | undefined) => boolean;
const ANY: Fits = () => true;

/** Nouns for doers and the deeds that they fit, and words for crimes of violence: `events/doers`, `events/classes`. */
export interface DoerWords {
  nouns: ReadonlyMap<string, Fits>;
  crimes: ReadonlySet<string>;
  /** Nouns that tell of somebody only that he did it. */
  tellsNothing(lemma: string): boolean;
}

export function readDoers(knowledge: Knowledge): DoerWords {
  const nouns = new Map<string, Fits>();
  for (const row of rowsOf(knowledge, "events/doers", ["nouns", "modes"])) {
    const modes = new Set(listOf(row.modes));
    const fits: Fits = modes.has("*") ? ANY : (mode) => modes.has(mode ?? "-");
    for (const noun of listOf(row.nouns)) nouns.set(noun, fits);
  }
  const crimes = rowsOf(knowledge, "events/classes", ["class", "words"]).find((row) => row.class === "violent-crime");
  const classes = new WordClasses(knowledge);
  return {
    nouns,
    crimes: new Set(listOf(crimes?.words ?? "")),
    tellsNothing: (lemma) => classes.has("agentive", lemma),
  };
}

/** Somebody who is called the doer of a deed, where the report does so. */
interface Doer {
  entity: Entity;
  at: Span & { head: Span };
  fits: Fits;
}

/**
 * Names who did it where a deed was told without anybody: "A bomb exploded … The attackers fled", "Two were shot …
 * Police identified the suspect as …, who was charged with murder". The argument is implied, and stands under what voice
 * calls them so. Changes the events.
 */
export function nameDoers(words: DoerWords, document: Document, entities: readonly Entity[], events: readonly Event[]): void {
  const sentenceOf = (offset: number) => document.words[wordFrom(document.words, offset)]?.sentence ?? -1;
  const deeds = events.filter(
    ({ type, polarity, modality }) => type === "ASSAULT" && polarity === "affirmed" && modality === "actual",
  );
  if (deeds.length === 0) return;
  const harmed = new Set(deeds.flatMap(({ recipients }) => recipients.flatMap(({ entity }) => entity ?? [])));
  const found = [...called(words, document, entities), ...held(words, document, entities, events)].sort(
    (a, b) => a.at.start - b.at.start,
  );
  for (const { entity, at, fits } of found) {
    // Who was hurt in a deed of the report is not taken for the one who did another.
    if (harmed.has(entity.id)) continue;
    const here = sentenceOf(at.start);
    const reach = entity.mentions.some(({ form }) => form === "name") ? REACH_NAMED : REACH;
    let nearest: Event | undefined;
    for (const deed of deeds) {
      const back = here - sentenceOf(deed.trigger.start);
      if (deed.trigger.start > at.start || back > reach) continue;
      if (!fits(deed.mode)) continue;
      if (back === 0 && deed.evidence.start <= at.start && at.end <= deed.evidence.end && deed.actors.length > 0) continue;
      nearest = deed;
    }
    if (!nearest || nearest.actors.some((actor) => !actor.implied || actor.entity === entity.id)) continue;
    const actor: Argument = { start: at.start, end: at.end, entity: entity.id, head: at.head, implied: true };
    nearest.actors = [...nearest.actors, actor].sort((a, b) => a.start - b.start || b.end - a.end);
  }
}

/** "the gunman", "the suspect": definite, since "a gunman" is as often another. One mention an entity is enough. */
function* called({ nouns, tellsNothing }: DoerWords, document: Document, entities: readonly Entity[]): Generator<Doer> {
  const lemmaOf = ({ head }: Mention) => document.words[wordFrom(document.words, head.start)]?.lemma.toLowerCase() ?? "";
  for (const entity of entities) {
    // "the murderers", of whom nothing else is said: that somebody did it is known already.
    if (entity.mentions.every((one) => one.form === "pronoun" || (one.form === "nominal" && tellsNothing(lemmaOf(one)))))
      continue;
    const title = entity.title?.toLowerCase();
    const titled = title === undefined ? undefined : nouns.get(title);
    if (titled && entity.mentions[0]) yield { entity, at: spanOf(entity.mentions[0]), fits: titled };
    for (const mention of entity.mentions) {
      if (mention.form !== "nominal") continue;
      const fits = nouns.get(lemmaOf(mention));
      if (!fits || !isDefinite(document.text.slice(mention.start, mention.head.start))) continue;
      yield { entity, at: spanOf(mention), fits };
      break;
    }
  }
}

/** Who is arrested, charged or convicted for a crime of violence. */
function* held(
  { crimes }: DoerWords,
  document: Document,
  entities: readonly Entity[],
  events: readonly Event[],
): Generator<Doer> {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  for (const event of events) {
    if (event.polarity !== "affirmed" || event.modality !== "actual" || !HELD.test(event.rule)) continue;
    const violent = wordsIn(document, event.evidence).some(
      ({ lower, lemma }) => crimes.has(lower) || crimes.has(lemma.toLowerCase()),
    );
    if (!violent) continue;
    for (const { start, end, head, entity } of event.recipients) {
      const one = entity === undefined ? undefined : byId.get(entity);
      if (one?.kind === "person" && one.mentions.some(({ form }) => form === "name"))
        yield { entity: one, at: { start, end, head }, fits: ANY };
    }
  }
}

const HELD = /^(?:accuse\.charge|sanction\.(?:convict|foundguilty)|coerce\.arrest)/;

const isDefinite = (before: string): boolean => /^(?:the|this|that|these|those|his|her|their)\b/i.test(before.trim());

const spanOf = ({ start, end, head }: Mention): Span & { head: Span } => ({ start, end, head });
