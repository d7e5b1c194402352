import type { Document, Place, Span, Time, Word } from "../model/index.ts";
import { datelineOf } from "../shared/dateline.ts";
import { contains } from "../shared/spans.ts";
import { headOf, wordFrom } from "../shared/words.ts";
import { Attachment, type Kind } from "./attachment.ts";
import type { Draft } from "./draft.ts";
import type { Scene } from "./match.ts";

/** How many times or places an event keeps, nearest first. */
const MOST = 3;

interface Anchored {
  id: string;
  word: Word;
}

/** Where and when, as far as an event's own sentence tells: what hangs on its words first, then on its clause. */
export class Circumstances {
  private readonly attachment: Attachment;
  private readonly items: Readonly<Record<Kind, Map<number, Anchored[]>>>;
  private readonly dateline: { id: string; sentence: number } | undefined;

  constructor({ document, syntax, classes, nominals }: Scene, places: readonly Place[], times: readonly Time[]) {
    this.attachment = new Attachment(syntax, classes, nominals);
    this.items = {
      place: bySentence(document, places),
      time: bySentence(
        document,
        times.filter(({ type }) => type === "DATE" || type === "TIME"),
      ),
    };
    // "BAMAKO – The government …": the lead is told from where it happened, unless it says otherwise. A dateline with a day
    // is that of a release, which names the office that gives it out.
    const filed = datelineOf(document);
    const line = filed && !/\d/.test(document.text.slice(filed.start, filed.end)) ? filed : undefined;
    const at = line && places.find((place) => contains(line, place));
    const lead = line && document.words[wordFrom(document.words, line.end)];
    this.dateline = at && lead && { id: at.id, sentence: lead.sentence };
  }

  placesOf(draft: Draft, told: ReadonlyMap<number, Draft>): string[] {
    const items = this.items.place.get(draft.word.sentence) ?? [];
    const bases = this.attachment.basesOf(draft, told);
    const suffering = new Set(draft.recipients.map(({ word }) => word.index));
    const where = items.filter(({ word }) => this.attachment.isWhere(word, bases, suffering));
    const own = this.nearest(draft, where, "place", bases, told);
    if (own.length > 0) return own;
    const { dateline } = this;
    return dateline?.sentence === draft.word.sentence && where.every(({ id }) => id === dateline.id) ? [dateline.id] : [];
  }

  timesOf(draft: Draft, told: ReadonlyMap<number, Draft>): string[] {
    const items = this.items.time.get(draft.word.sentence) ?? [];
    return this.nearest(draft, items, "time", this.attachment.basesOf(draft, told), told);
  }

  private nearest(
    draft: Draft,
    items: readonly Anchored[],
    kind: Kind,
    bases: ReadonlyMap<number, number>,
    told: ReadonlyMap<number, Draft>,
  ): string[] {
    const ranked: { id: string; far: number; above: boolean }[] = [];
    for (const { id, word } of items) {
      const found = this.attachment.distance(word, kind, bases, told);
      // Equally near in the tree: the nearer in the text.
      if (found)
        ranked.push({ id, far: found.far + Math.abs(word.index - draft.word.index) / 1000, above: found.base > 1 });
    }
    ranked.sort((a, b) => a.far - b.far);
    // What its own clause says is not mixed with what a clause above it says.
    const own = ranked.filter(({ above }) => !above);
    return [...new Set((own.length > 0 ? own : ranked).map(({ id }) => id))].slice(0, MOST);
  }
}

function bySentence(document: Document, items: readonly ({ id: string } & Span)[]): Map<number, Anchored[]> {
  const found = new Map<number, Anchored[]>();
  for (const item of items) {
    const word = headOf(document, item);
    if (!word) continue;
    const list = found.get(word.sentence);
    if (list) list.push({ id: item.id, word });
    else found.set(word.sentence, [{ id: item.id, word }]);
  }
  return found;
}
