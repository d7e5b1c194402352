import type { Document, Place, Precision, Span, Time, Word } from "../model/index.ts";
import { headOf, wordsIn } from "../shared/words.ts";
import { Attachment, type Bases, type Kind } from "./attachment.ts";
import type { Draft } from "./draft.ts";
import type { Nominals } from "./nominals.ts";
import type { Scene } from "./scene.ts";

/** How many times or places an event keeps, nearest first. */
const MOST = 3;

interface Anchored {
  id: string;
  word: Word;
  /** A country, or wider. */
  wide: boolean;
}

/** Where and when, as far as an event's own sentence tells: what hangs on its words first, then on its clause. */
export class Circumstances {
  private readonly attachment: Attachment;
  private readonly items: Readonly<Record<Kind, Map<number, Anchored[]>>>;

  constructor(scene: Scene, places: readonly Place[], times: readonly Time[]) {
    const { document, nominals } = scene;
    this.attachment = new Attachment(scene);
    this.items = {
      // "an Abu Sayyaf camp": a name on no map that is somebody's is no place.
      place: withPointers(
        document,
        places,
        bySentence(
          document,
          places.filter((place) => place.country !== undefined || !isSomebody(nominals, headOf(document, place))),
        ),
      ),
      time: bySentence(
        document,
        times.filter(({ type }) => type === "DATE" || type === "TIME"),
      ),
    };
  }

  placesOf(draft: Draft, told: ReadonlyMap<number, Draft>): string[] {
    const items = this.items.place.get(draft.word.sentence) ?? [];
    const bases = this.attachment.basesOf(draft, told);
    const suffering = new Set(draft.recipients.map(({ word }) => word.index));
    const own = this.attachment.isMeanwhile(draft.word) ? items.filter(({ word }) => word.head === draft.word.index) : items;
    const where = own.filter(({ word, wide }) => this.attachment.isWhere(word, wide, bases, suffering));
    return this.nearest(draft, where, "place", bases);
  }

  timesOf(draft: Draft, told: ReadonlyMap<number, Draft>): string[] {
    const items = this.items.time.get(draft.word.sentence) ?? [];
    return this.nearest(draft, items, "time", this.attachment.basesOf(draft, told));
  }

  private nearest(draft: Draft, items: readonly Anchored[], kind: Kind, bases: Bases): string[] {
    const ranked: { id: string; far: number; above: boolean }[] = [];
    for (const { id, word } of items) {
      const found = this.attachment.distance(word, kind, bases);
      // Equally near in the tree: the nearer in the text.
      if (found) ranked.push({ id, far: found.far + Math.abs(word.index - draft.word.index) / 1000, above: found.base > 1 });
    }
    ranked.sort((a, b) => a.far - b.far);
    // What its own clause says is not mixed with what a clause above it says.
    const own = ranked.filter(({ above }) => !above);
    return [...new Set((own.length > 0 ? own : ranked).map(({ id }) => id))].slice(0, MOST);
  }
}

function isSomebody(nominals: Nominals, word: Word | undefined): boolean {
  const entity = word && (nominals.modifierEntity(word) ?? nominals.entity(word));
  return entity !== undefined && entity.kind !== "unknown" && entity.kind !== "state";
}

/** What "the province", "the city" may point back to, by precision. */
const POINTED: ReadonlyMap<string, Precision> = new Map([
  ["province", "province"],
  ["region", "province"],
  ["district", "district"],
  ["city", "settlement"],
  ["town", "settlement"],
  ["village", "settlement"],
]);
/** How many sentences back it may have been named. */
const NAMED = 2;

/** "… in Now Zad district of Helmand province, during an operation in the province": the one that was named last. */
function withPointers(document: Document, places: readonly Place[], items: Map<number, Anchored[]>): Map<number, Anchored[]> {
  let next = 0;
  const last = new Map<Precision, Place>();
  for (const word of document.words) {
    for (; next < places.length && (places[next] as Place).end <= word.start; next++) {
      const place = places[next] as Place;
      if (place.precision !== undefined) last.set(place.precision, place);
    }
    const precision = word.upos === "NOUN" ? POINTED.get(word.lower) : undefined;
    const place = precision && last.get(precision);
    const named = place && headOf(document, place);
    if (!place || !named || word.sentence - named.sentence > NAMED || !points(document, word)) continue;
    const list = items.get(word.sentence);
    const one = { id: place.id, word, wide: false };
    if (list) list.push(one);
    else items.set(word.sentence, [one]);
  }
  return items;
}

/** "the province", bare, behind a preposition. */
const points = ({ words }: Document, noun: Word): boolean =>
  words[noun.index - 1]?.lower === "the" &&
  noun.children.every((index) => /^(?:det|case|punct)$/.test(words[index]?.deprel ?? "")) &&
  noun.children.some((index) => words[index]?.deprel === "case");

function bySentence(
  document: Document,
  items: readonly ({ id: string; precision?: Precision } & Span)[],
): Map<number, Anchored[]> {
  const found = new Map<number, Anchored[]>();
  for (const item of items) {
    // "the Iraq-Syria border", however its first words were read.
    const word = item.precision === "region" ? (lastHead(document, item) ?? headOf(document, item)) : headOf(document, item);
    if (!word) continue;
    const list = found.get(word.sentence);
    const one = { id: item.id, word, wide: item.precision === "country" };
    if (list) list.push(one);
    else found.set(word.sentence, [one]);
  }
  return found;
}

/** The last word of a span whose head lies outside it. */
function lastHead(document: Document, span: Span): Word | undefined {
  const inside = wordsIn(document, span);
  const [first, last] = [inside.at(0)?.index ?? 0, inside.at(-1)?.index ?? 0];
  return inside.findLast(({ head, upos }) => upos !== "PUNCT" && (head < first || head > last));
}
