import type { Document, Place, Span, Time, Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import { wordFrom } from "../shared/words.ts";
import type { Draft } from "./draft.ts";
import type { Syntax } from "./syntax.ts";

const LOCATIVE = new Set([
  "in",
  "at",
  "near",
  "on",
  "inside",
  "outside",
  "around",
  "across",
  "off",
  "over",
  "above",
  "along",
  "within",
  "throughout",
  "from",
  "to",
  "into",
  "between",
  "by",
  "of",
  "outside of",
  "close to",
  "north",
  "south",
  "east",
  "west",
  "northwest",
  "northeast",
  "southwest",
  "southeast",
  "through",
  "toward",
  "towards",
  "behind",
  "against",
  "on the",
  "amid",
]);
/** What sets one happening before or after another. */
const ASIDE = new Set(["after", "before", "since", "until", "following"]);
/** Verbs that tell of a happening named by a noun below them; their time is that of the telling. */
const TELLING = new Set(
  "accuse acknowledge admit announce blame claim condemn confirm criticise criticize denounce deny deplore describe discuss investigate mourn report say".split(
    " ",
  ),
);
const FINITE = new Set(["ccomp", "parataxis", "advcl", "acl", "conj", "csubj", "root"]);

/** What stands between the place of a dateline and the report. */
const DATELINE = /^[^\n.]{0,60}?(?:\s[–—-]+\s|\(|--|:)/;

interface Anchored {
  id: string;
  word: Word;
}

/** Where and when: what hangs on the event's own words first, then on its clause, then what stands in its sentence. */
export class Circumstances {
  private readonly document: Document;
  private readonly syntax: Syntax;
  private readonly places = new Map<number, Anchored[]>();
  private readonly times = new Map<number, Anchored[]>();
  private readonly dateline: string | undefined;

  constructor(document: Document, syntax: Syntax, places: readonly Place[], times: readonly Time[]) {
    this.document = document;
    this.syntax = syntax;
    this.collect(places, this.places);
    this.collect(
      times.filter((time) => time.type === "DATE" || time.type === "TIME"),
      this.times,
    );
    // "BAMAKO – Mali's government …": a place before the first dash or bracket of the body.
    const body = document.headline?.end ?? 0;
    const line = places.find((place) => place.start >= body);
    const opens = line && line.start - body < 40;
    this.dateline = opens && DATELINE.test(document.text.slice(line.end, line.end + 70)) ? line.id : undefined;
  }

  private collect(items: readonly ({ id: string } & Span)[], into: Map<number, Anchored[]>): void {
    for (const item of items) {
      const from = wordFrom(this.document.words, item.start);
      let head: Word | undefined;
      for (let i = from; i < this.document.words.length && i < from + 12; i++) {
        const word = this.document.words[i] as Word;
        if (word.start >= item.end) break;
        // The word whose head lies outside the span.
        const above = this.syntax.head(word);
        if (!above || above.start < item.start || above.start >= item.end) {
          if (word.upos !== "ADP" && word.upos !== "PUNCT") head ??= word;
        }
      }
      head ??= this.document.words[from];
      if (!head) continue;
      const list = into.get(head.sentence);
      if (list) list.push({ id: item.id, word: head });
      else into.set(head.sentence, [{ id: item.id, word: head }]);
    }
  }

  /** How far a circumstance hangs from an event's words; Infinity when it stands in another clause. */
  private distance(item: Word, anchors: ReadonlySet<number>, clause: Word): number {
    let at = item;
    for (let n = 0; n < 12; n++) {
      if (anchors.has(at.index)) return n;
      if (at.index === clause.index) return n + 1;
      const above = this.syntax.head(at);
      if (!above) return Number.POSITIVE_INFINITY;
      const rel = relation(at);
      if (n > 0 || at.upos === "VERB") {
        // Climbing out of another clause: it holds of that clause.
        if (
          (rel === "acl" || rel === "ccomp" || rel === "parataxis" || (rel === "conj" && at.upos === "VERB")) &&
          at.index !== clause.index
        )
          return Number.POSITIVE_INFINITY;
        // "since taking office five months ago": the time of what is set before or after.
        if (rel === "advcl" && this.syntax.children(at).some((child) => child.deprel === "mark" && ASIDE.has(child.lower)))
          return Number.POSITIVE_INFINITY;
        if (rel === "advcl") n += 2;
      }
      at = above;
    }
    return Number.POSITIVE_INFINITY;
  }

  private near(draft: Draft, items: readonly Anchored[], participants: ReadonlySet<number>, isPlace: boolean): string[] {
    const anchors = new Set([draft.word.index, ...draft.merged.map((w) => w.index)]);
    const ranked: { id: string; far: number }[] = [];
    let clause = this.syntax.clauseHead(draft.word);
    // "claimed the bombing on Monday", "met a week after the bombing": the clause's time is not the noun's.
    const apart =
      !isPlace &&
      clause.index !== draft.word.index &&
      (TELLING.has(clause.lemma) || ASIDE.has(this.syntax.preposition(draft.word)));
    if (apart) clause = draft.word;
    // A clause without a verb of its own in the matrix: "killed" under a light verb keeps its own.
    for (let level = 0; level < 3 && ranked.length === 0; level++) {
      for (const { id, word } of items) {
        if (isPlace && !this.isWhere(word, anchors, participants)) continue;
        const far = this.distance(word, anchors, clause);
        if (far < Number.POSITIVE_INFINITY) ranked.push({ id, far: far + Math.abs(word.index - draft.word.index) / 1000 });
      }
      const above = this.syntax.head(clause);
      const rel = relation(clause);
      if (!above || !FINITE.has(rel) || rel === "root") break;
      // A verb of saying's own time ("said on Monday") is no time of what was said.
      if (rel === "ccomp" || rel === "parataxis") break;
      if (apart || (!isPlace && this.syntax.children(clause).some((child) => child.deprel === "mark" && ASIDE.has(child.lower))))
        break;
      clause = this.syntax.clauseHead(above);
    }
    ranked.sort((a, b) => a.far - b.far);
    return [...new Set(ranked.map(({ id }) => id))].slice(0, 3);
  }

  /** A place tells where when it stands under a locative preposition or modifies the happening itself. */
  private isWhere(word: Word, anchors: ReadonlySet<number>, participants: ReadonlySet<number>, climb = 0): boolean {
    if (climb > 4) return false;
    const preposition = this.syntax.preposition(word).split(" ")[0] as string;
    if (preposition !== "") return LOCATIVE.has(preposition);
    if (anchors.has(word.head) && (word.deprel === "compound" || word.deprel === "amod" || word.deprel === "nmod:poss"))
      return true;
    if (word.deprel === "flat" || word.deprel === "appos" || word.deprel === "conj") {
      const above = this.syntax.head(word);
      return above !== undefined && this.isWhere(above, anchors, participants, climb + 1);
    }
    return participants.has(word.index) && word.deprel === "obj";
  }

  placesOf(draft: Draft): string[] {
    const participants = new Set([...draft.recipients].map(({ word }) => word.index));
    const items = this.places.get(draft.word.sentence) ?? [];
    const own = this.near(draft, items, participants, true);
    if (own.length > 0) return own;
    const only = items.filter(({ word }) => this.isWhere(word, new Set(), new Set()) && this.syntax.preposition(word) !== "");
    if (only.length === 1 && !draft.actors.some(({ word }) => word.index === only[0]?.word.index))
      return only.map(({ id }) => id);
    if (items.length === 0 && draft.word.sentence <= 1 && this.dateline) return [this.dateline];
    return [];
  }

  timesOf(draft: Draft): string[] {
    const items = this.times.get(draft.word.sentence) ?? [];
    const own = this.near(draft, items, new Set(), false);
    if (own.length > 0) return own;
    return [];
  }
}
