import type {
  Analysis,
  Argument,
  Attribution,
  Casualty,
  Document,
  Entity,
  Event,
  Knowledge,
  OtherHappening,
  Place,
  Problem,
  Relation,
  Report,
  ReportHead,
  Span,
  Time,
  Token,
} from "./model/index.ts";
import { sha256 } from "./shared/sha256.ts";
import { contains } from "./shared/spans.ts";
import { headOf } from "./shared/words.ts";
import { VERSION } from "./version.ts";

/** What the stages found of one report. */
export interface Findings {
  knowledge: Knowledge;
  report: Report;
  document: Document;
  /** Whether words, tags and trees are printed too. */
  withTokens: boolean;
  problems: Problem[];
  entities: Entity[];
  places: Place[];
  times: Time[];
  events: Event[];
  attributions: Attribution[];
  casualties: Casualty[];
  relations: Relation[];
  happenings: OtherHappening[];
  /** Where the text comes from and what it is about. */
  provenance: Pick<ReportHead, "credits" | "signature" | "terms">;
}

/**
 * Writes the record. Each link is stated once, by the stage that finds it (an attribution names its events, a casualty
 * its event); here it is written on the other side too.
 */
export function compose(found: Findings): Analysis {
  const { knowledge, report, document, problems, entities, places, times, attributions, casualties, relations } = found;
  const voicesOf = voicesByEvent(attributions);
  const tollsOf = new Map<string, string[]>();
  for (const { id, event } of casualties) if (event !== undefined) tollsOf.set(event, [...(tollsOf.get(event) ?? []), id]);
  const voicesAt = voicesBySpan(attributions);
  const named = (argument: Argument): Argument => ({ ...argument, ...lemmaOf(document, argument.head) });
  const events = found.events.map(({ id, trigger, ...event }) => ({
    id,
    trigger,
    ...lemmaOf(document, trigger),
    ...event,
    actors: event.actors.map(named),
    recipients: event.recipients.map(named),
    instruments: event.instruments.map(named),
    attributions: voicesOf.get(id) ?? [],
    casualties: tollsOf.get(id) ?? [],
  }));
  return {
    schema: "annalist/1",
    report: { ...reportHead(report), ...found.provenance },
    producer: { version: VERSION, model: knowledge.modelVersion, lexicon: knowledge.lexiconVersion },
    sentences: document.sentences.map(({ start, end }) => ({ start, end })),
    ...(found.withTokens && { tokens: document.words.map(toToken) }),
    entities,
    places,
    times,
    events,
    attributions,
    casualties: casualties.map((toll) => ({ ...toll, attributions: voicesAt(toll) })),
    relations: relations.map((link) => ({ ...link, attributions: voicesAt(link) })),
    ...(found.happenings.length > 0 && { happenings: found.happenings }),
    ...(problems.length > 0 && { problems }),
  };
}

/** Event id -> attribution ids, innermost voice first: an attribution comes before the one that it lies within. */
function voicesByEvent(attributions: readonly Attribution[]): Map<string, string[]> {
  const depth = depths(attributions);
  const voices = new Map<string, Attribution[]>();
  for (const attribution of attributions) {
    for (const event of attribution.events) {
      const list = voices.get(event);
      if (list) list.push(attribution);
      else voices.set(event, [attribution]);
    }
  }
  return new Map(
    [...voices].map(([event, list]) => [
      event,
      list.sort((a, b) => (depth.get(b.id) ?? 0) - (depth.get(a.id) ?? 0)).map(({ id }) => id),
    ]),
  );
}

/** Stretches of text by which contents are looked up, in UTF-16 code units: about a paragraph. */
const STRETCH = 512;

/** The voices whose content holds a span, innermost first. Contents are indexed by the stretches that they touch. */
function voicesBySpan(attributions: readonly Attribution[]): (span: Span) => string[] {
  const depth = depths(attributions);
  const touching = new Map<number, Set<Attribution>>();
  for (const attribution of attributions) {
    for (const { start, end } of attribution.content) {
      for (let stretch = Math.floor(start / STRETCH); stretch * STRETCH < end; stretch++) {
        const list = touching.get(stretch);
        if (list) list.add(attribution);
        else touching.set(stretch, new Set([attribution]));
      }
    }
  }
  return (span) =>
    [...(touching.get(Math.floor(span.start / STRETCH)) ?? [])]
      .filter(({ content }) => content.some((part) => contains(part, span)))
      .sort((a, b) => (depth.get(b.id) ?? 0) - (depth.get(a.id) ?? 0))
      .map(({ id }) => id);
}

/** How many attributions each lies within. A cycle, which no stage should make, ends the walk. */
function depths(attributions: readonly Attribution[]): Map<string, number> {
  const within = new Map(attributions.map(({ id, within }) => [id, within]));
  return new Map(
    attributions.map(({ id }) => {
      let depth = 0;
      for (let above = within.get(id); above && depth < attributions.length; above = within.get(above)) depth++;
      return [id, depth];
    }),
  );
}

/** The lemma of a span's head, lower case; nothing where no word stands there. */
function lemmaOf(document: Document, span: Span): { lemma?: string } {
  const head = headOf(document, span);
  return head ? { lemma: head.lemma.toLowerCase() } : {};
}

function reportHead({ id, text, published, outlet, url, language, headline }: Report): ReportHead {
  return {
    id,
    sha256: sha256(text),
    ...(published !== undefined && { published }),
    ...(outlet !== undefined && { outlet }),
    ...(url !== undefined && { url }),
    ...(language !== undefined && { language }),
    ...(headline && { headline }),
  };
}

function toToken({ start, end, sentence, lemma, upos, xpos, head, deprel }: Document["words"][number]): Token {
  return { start, end, sentence, lemma, upos, xpos, head, deprel };
}
