import type { Argument, Attribution, Entity, Event, Span, Word } from "../model/index.ts";
import { contains, overlaps } from "../shared/spans.ts";
import { anonymityOf } from "./anonymity.ts";
import { type Draft, type DraftSource, merge, type Range, trim } from "./draft.ts";
import type { CueLexicon } from "./lexicon.ts";
import type { Reading } from "./reading.ts";
import { stanceOf } from "./stance.ts";

/** Turns drafts into attributions: spans, entities, kind, anonymity, nesting, and the events that stand on each. */
export function finish(
  reading: Reading,
  drafts: readonly Draft[],
  lexicon: CueLexicon,
  entities: readonly Entity[],
  events: readonly Event[],
  outlet: string | undefined,
): Attribution[] {
  const { words } = reading.document;
  const index = mentionIndex(entities);
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const spanOf = ({ first, last }: Range): Span => ({ start: (words[first] as Word).start, end: (words[last - 1] as Word).end });
  const argument = (source: DraftSource): Argument => {
    const entity = entityAt(index, source.antecedent ?? source.head);
    return { ...spanOf(source), head: { start: source.head.start, end: source.head.end }, ...(entity && { entity }) };
  };
  const kept: { draft: Draft; attribution: Attribution }[] = [];
  for (const draft of drafts) {
    const content = merge(draft.content.map((part) => trim(words, part)));
    if (content.length === 0) continue;
    // Words that nobody is found to have said are an attribution only when they are quoted, or hearsay of an event.
    if (draft.sources.length === 0 && kindOf(reading, content) === "indirect" && !draft.hidden) continue;
    const sources = draft.sources.map(argument);
    const via = draft.via.filter(
      (to) =>
        isOutlet(reading, to, byId.get(argument(to).entity ?? ""), lexicon) || isNamed(reading.document.text, spanOf(to), outlet),
    );
    kept.push({
      draft,
      attribution: {
        id: "",
        sources,
        cue: draft.cue.map(spanOf),
        content: content.map(spanOf),
        kind: kindOf(reading, content),
        stance: stanceOf(reading, draft, lexicon),
        anonymity: anonymityOf(reading, draft.sources[0], byId.get(sources[0]?.entity ?? ""), lexicon),
        ...(via.length > 0 && { via: via.map(argument) }),
        events: [],
      },
    });
  }
  const byTrigger = [...events].sort((a, b) => a.trigger.start - b.trigger.start);
  const voiced = kept.filter(({ draft }) => !draft.hidden).flatMap(({ attribution }) => attribution.content);
  const heard = kept.filter(({ draft, attribution }) => {
    if (!draft.hidden) return true;
    const told = attribution.content.some((part) => eventsIn(byTrigger, part).length > 0);
    return told && !voiced.some((part) => contains(part, anchorOf(attribution)));
  });
  kept.splice(0, kept.length, ...heard);
  kept.sort((a, b) => a.draft.trigger.index - b.draft.trigger.index);
  kept.forEach(({ attribution }, i) => {
    attribution.id = `a${i + 1}`;
  });
  nest(kept);
  const byDraft = new Map(kept.map(({ draft, attribution }) => [draft, attribution]));
  for (const { draft, attribution } of kept) {
    const outer = draft.within && byDraft.get(draft.within);
    if (outer && outer.within !== attribution.id) attribution.within = outer.id;
  }
  uncoil(kept.map(({ attribution }) => attribution));
  const threats = byTrigger.filter(({ type }) => type === "THREATEN");
  for (const { attribution } of kept) {
    // A threat is made by its cue: "vowed revenge" is an event on the word of who vows.
    const made = attribution.stance === "threatens" ? attribution.cue.flatMap((part) => eventsIn(threats, part)) : [];
    const said = attribution.content.flatMap((part) => eventsIn(byTrigger, part));
    attribution.events = [...made.filter((id) => !said.includes(id)), ...said];
  }
  return kept.map(({ attribution }) => attribution);
}

/** Whether a name is the report's own outlet: "told Northgate" in Northgate. */
const isNamed = (text: string, { start, end }: Span, outlet: string | undefined): boolean =>
  outlet !== undefined && bare(text.slice(start, end)) === bare(outlet);
const bare = (name: string): string => name.toLowerCase().replace(/^the /, "");

/** Whether who was spoken to passes it on: an outlet, reporters, or a name that is known to be nothing else. */
function isOutlet(reading: Reading, { head }: DraftSource, entity: Entity | undefined, lexicon: CueLexicon): boolean {
  if (lexicon.sources.get(head.lemma.toLowerCase()) === "media" || entity?.kind === "media") return true;
  if (head.upos !== "PROPN" || (reading.personName[head.index] as number) > 0) return false;
  return entity === undefined || /^(?:unknown|organisation|business)$/.test(entity.kind);
}

/** So many words of a content tell what kind it is. */
const ENOUGH = 500;

/** Direct: all in quotation marks; mixed: some of it. */
function kindOf(reading: Reading, content: readonly Range[]): Attribution["kind"] {
  let quoted = 0;
  let plain = 0;
  for (const { first, last } of content) {
    for (let i = first; i < Math.min(last, first + ENOUGH); i++) {
      if ((reading.document.words[i] as Word).upos === "PUNCT") continue;
      if ((reading.quoteOf[i] as number) >= 0) quoted++;
      else plain++;
    }
  }
  if (quoted === 0) return "indirect";
  return plain === 0 ? "direct" : "mixed";
}

/** `within`: the smallest content of another that holds the cue. */
function nest(kept: readonly { draft: Draft; attribution: Attribution }[]): void {
  const sizes = new Map(
    kept.map(({ attribution }) => [attribution, attribution.content.reduce((sum, { start, end }) => sum + end - start, 0)]),
  );
  let open: { attribution: Attribution; end: number }[] = [];
  const byStart = kept
    .flatMap(({ attribution }) => attribution.content.map((part) => ({ attribution, part })))
    .sort((a, b) => a.part.start - b.part.start);
  let next = 0;
  const byCue = [...kept].sort((a, b) => anchorOf(a.attribution).start - anchorOf(b.attribution).start);
  for (const { attribution } of byCue) {
    const cue = anchorOf(attribution);
    for (; next < byStart.length && (byStart[next] as { part: Span }).part.start <= cue.start; next++) {
      const { attribution: outer, part } = byStart[next] as { attribution: Attribution; part: Span };
      open.push({ attribution: outer, end: part.end });
    }
    // The innermost opened last; deeper than this no voice nests.
    if (open.length > DEEPEST) open = open.filter(({ end }) => end > cue.start).slice(-DEEPEST);
    let best: Attribution | undefined;
    let smallest = Number.POSITIVE_INFINITY;
    for (const { attribution: outer, end } of open) {
      const size = sizes.get(outer) as number;
      if (outer === attribution || end < cue.end || size >= smallest || holdsEachOther(outer, attribution)) continue;
      best = outer;
      smallest = size;
    }
    if (best) attribution.within = best.id;
  }
}

/** No voice lies within itself: where three say what each other says, the one that would close the ring stands alone. */
function uncoil(attributions: readonly Attribution[]): void {
  const byId = new Map(attributions.map((one) => [one.id, one]));
  const settled = new Set<Attribution>();
  for (const one of attributions) {
    const path = new Set<Attribution>();
    for (let at: Attribution | undefined = one; at && !settled.has(at); ) {
      path.add(at);
      const outer: Attribution | undefined = at.within === undefined ? undefined : byId.get(at.within);
      if (outer && path.has(outer)) delete at.within;
      at = outer && path.has(outer) ? undefined : outer;
    }
    for (const at of path) settled.add(at);
  }
}

/** Where an attribution stands: its cue, or what it says where a quotation goes on without one. */
const anchorOf = ({ cue, content }: Attribution): Span => (cue[0] ?? content[0]) as Span;

/** How many contents may be open at once. */
const DEEPEST = 32;

/** Two attributions whose cues lie in each other's content would nest in a circle: neither does. */
function holdsEachOther(a: Attribution, b: Attribution): boolean {
  const lies = (inner: Attribution, outer: Attribution) => outer.content.some((part) => contains(part, anchorOf(inner)));
  return lies(a, b) && lies(b, a);
}

/** The events whose trigger lies in a span; found by halving, since there may be many of both. */
function eventsIn(events: readonly Event[], span: Span): string[] {
  let low = 0;
  let high = events.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle] as Event).trigger.start < span.start) low = middle + 1;
    else high = middle;
  }
  const found: string[] = [];
  for (let i = low; i < events.length && (events[i] as Event).trigger.start < span.end; i++)
    if (contains(span, (events[i] as Event).trigger)) found.push((events[i] as Event).id);
  return found;
}

interface MentionAt extends Span {
  entity: string;
  head: Span;
}

function mentionIndex(entities: readonly Entity[]): MentionAt[] {
  return entities
    .flatMap(({ id, mentions }) => mentions.map(({ start, end, head }) => ({ start, end, head, entity: id })))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}

/** The entity of the mention whose head is the word, else of the shortest mention around it. */
function entityAt(mentions: readonly MentionAt[], word: Word): string | undefined {
  let best: MentionAt | undefined;
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle] as MentionAt).start <= word.start) low = middle + 1;
    else high = middle;
  }
  // Mentions start at most a sentence before their heads; a few dozen back is far enough.
  for (let i = low - 1; i >= 0 && i >= low - 40; i--) {
    const mention = mentions[i] as MentionAt;
    if (!overlaps(mention, word)) continue;
    if (overlaps(mention.head, word)) return mention.entity;
    if (!best || mention.end - mention.start < best.end - best.start) best = mention;
  }
  return best?.entity;
}
