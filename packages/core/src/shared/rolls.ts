import type { Casualty, Document, Knowledge, Sentence, Word } from "../model/index.ts";
import { WordClasses } from "./classes.ts";
import { itemsFrom } from "./items.ts";
import { rowsOf } from "./tables.ts";
import { childrenOf } from "./tree.ts";

/** A list of those who came to harm or did harm: "The dead are Ana Ruiz, 42; Pilar Ruiz, 19; and a police officer." */
export interface Roll {
  /** The word for all of them: "dead". */
  group: Word;
  /** The participle that tells what befell them: "killed" of "those killed". */
  deed: Word | undefined;
  /** What became of them; undefined where the list does not say. */
  outcome: Casualty["outcome"] | undefined;
  /** Those who did it, and not those to whom it was done. */
  doers: boolean;
  /** Neither is told here: "they were identified as …" is of whom the report spoke before. */
  open: boolean;
  /** It tells of one: "the victim was", "one of the dead is". */
  one: boolean;
  /** It tells of some of them: "among the dead are", "the wounded include". */
  part: boolean;
  /** The head words of those who are listed. */
  members: Word[];
}

type Row = { kind: string; outcome: Casualty["outcome"] | undefined };

/** How many words of its own a group may have between its noun and the verb: "those wounded in the blast at the port". */
const OWN = 16;
const BEING = new Set(["is", "are", "was", "were", "been"]);
const HAVING = new Set(["has", "have", "had"]);
const SEVERAL = new Set(["are", "were", "have", "include", "included"]);
const INCLUDING = new Set(["include", "includes", "included"]);
const NAMING = new Set(["identified", "named", "listed", "known", "identifying", "naming", "identify", "name"]);
const RELATIVE = new Set(["who", "which", "that", "whom"]);
const BETWEEN = new Set(["all", "both", "mostly", "mainly", "also", "later", "only", "either", "officially", "tentatively"]);
const SPOKEN = new Set(["they", "he", "she"]);
const ANY: Row = { kind: "any", outcome: undefined };
const PERSONS = new Set(["those", "people", "persons", "men", "women", "ones", "one", "man", "woman", "person"]);
/** What several are called by what they are, in the form of one. */
const STATES = new Set(["dead", "wounded", "injured", "missing", "slain", "deceased"]);
const NAMED = new Set(["NOUN", "PROPN", "PRON", "NUM"]);

/** Finds the rolls of a report. */
export class Rolls {
  private readonly classes: WordClasses;
  private readonly rows = new Map<string, Row>();

  constructor(knowledge: Knowledge) {
    this.classes = new WordClasses(knowledge);
    for (const { word, kind, outcome } of rowsOf(knowledge, "casualties/rolls", ["word", "kind", "outcome"]))
      this.rows.set(`${word} ${kind}`, { kind, outcome: outcome === "" ? undefined : (outcome as Casualty["outcome"]) });
  }

  find(document: Document): Roll[] {
    const found: Roll[] = [];
    for (const sentence of document.sentences) {
      for (let i = sentence.first; i < sentence.last; i++) {
        const roll = this.at(document, sentence, document.words[i] as Word);
        if (!roll) continue;
        found.push(roll);
        i = Math.max(i, (roll.members[0] as Word).index);
      }
    }
    return found;
  }

  private at(document: Document, sentence: Sentence, word: Word): Roll | undefined {
    const group = this.groupAt(document, sentence, word);
    if (!group) return undefined;
    const from = listBehind(document, sentence, group.last);
    if (from === undefined) return undefined;
    // "The two men were identified as …": of those whom no word says it of, what befell them was told before.
    if (group.row.kind === "any" && document.words[from - 1]?.lower !== "as") return undefined;
    const one = isOne(document, sentence, group, from);
    const members = itemsFrom(document, from, sentence.last).filter((head) => isSomebody(document, head));
    if (members.length === 0) return undefined;
    const { kind, outcome } = group.row;
    return {
      group: group.word,
      deed: group.deed,
      outcome,
      doers: kind === "doer",
      open: kind === "any",
      one,
      part: isPart(document, sentence, group),
      members: members.slice(0, one ? 1 : undefined),
    };
  }

  /** The group that a word is the first or only word of, and the index of its last word. */
  private groupAt({ words }: Document, sentence: Sentence, word: Word): Group | undefined {
    const [before, next] = [words[word.index - 1], words[word.index + 1]];
    const lemma = word.lemma.toLowerCase();
    const deed = this.rows.get(`${word.lower} deed`);
    const opens = word.index === sentence.first || (word.index === sentence.first + 1 && before?.lower === "also");
    // "those killed", "the people wounded"; "the 12 who were murdered"; "Injured by the shock wave were …"
    if (deed && before && before.sentence === word.sentence) {
      if (PERSONS.has(before.lower) || this.isPeople(before) || isCounted(before))
        return { word: before, deed: word, last: word.index, row: deed };
      const who = [2, 3].map((back) => words[word.index - back]).find((one) => one?.lower === "who");
      const whole = who && words[who.index - 1];
      if (whole && (PERSONS.has(whole.lower) || this.isPeople(whole) || isCounted(whole)))
        return { word: whole, deed: word, last: word.index, row: deed };
      // "those who died"
      const died = before.lower === "who" ? words[word.index - 2] : undefined;
      if (died && (PERSONS.has(died.lower) || this.isPeople(died)))
        return { word: died, deed: word, last: word.index, row: deed };
    }
    // "The wounded reporters", "the dead man"
    const noun = deed && next && this.isPeople(next) ? next : undefined;
    if (noun && isDetermined(words, word)) return { word: noun, deed: word, last: noun.index, row: deed as Row };
    if (deed && opens && word.xpos === "VBN") return { word, deed: word, last: word.index, row: deed };
    // "Eleven of the dead were children": of some of them it is told what they were.
    if (isSome(words, word)) return undefined;
    const row = this.rows.get(`${word.lower} group`) ?? this.rows.get(`${lemma} group`) ?? this.rows.get(`${lemma} doer`);
    const title = next && /^(?:NOUN|PROPN)$/.test(next.upos) && next.sentence === word.sentence;
    if (title) return undefined;
    if (row && isDetermined(words, word)) return { word, deed: undefined, last: word.index, row };
    const known = SPOKEN.has(word.lower) || (this.isPeople(word) && isDetermined(words, word));
    return known ? { word, deed: undefined, last: word.index, row: ANY } : undefined;
  }

  private isPeople({ lemma, upos }: Word): boolean {
    return upos === "NOUN" && this.classes.has("person", lemma.toLowerCase());
  }
}

interface Group {
  word: Word;
  deed: Word | undefined;
  last: number;
  row: Row;
}

/** "the victim", "the man killed", "one of the dead" */
function isOne({ words }: Document, sentence: Sentence, { word, deed, last }: Group, from: number): boolean {
  for (let i = word.index - 1; i >= sentence.first && i > word.index - 6; i--)
    if (words[i]?.lower === "one" && words[i + 1]?.lower === "of") return true;
  for (let i = last + 1; i < from; i++) if (SEVERAL.has(words[i]?.lower ?? "")) return false;
  if (word.lower === "he" || word.lower === "she") return true;
  return word.xpos === "NN" && word.upos === "NOUN" && word !== deed && !STATES.has(word.lower);
}

function isPart({ words }: Document, sentence: Sentence, { word, last }: Group): boolean {
  for (let i = word.index - 1; i >= sentence.first && i > word.index - 6; i--)
    if (words[i]?.lower === "among" || (words[i]?.upos === "NUM" && words[i + 1]?.lower === "of")) return true;
  for (let i = last + 1; i < Math.min(sentence.last, last + OWN); i++) {
    if (INCLUDING.has(words[i]?.lower ?? "")) return true;
    if (BEING.has(words[i]?.lower ?? "")) return false;
  }
  return false;
}

/** A name, or a noun that an article, a number or its plural makes somebody: no "hostage" of a headline, no bare number. */
function isSomebody(document: Document, head: Word): boolean {
  if (head.upos === "PROPN" || head.xpos === "NNS") return true;
  if (!NAMED.has(head.upos) || head.upos === "NUM" || head.upos === "PRON") return false;
  return childrenOf(document, head, "det", "nummod", "nmod:poss").some(({ lower }) => lower !== "no" && lower !== "any");
}

/** "eleven of the dead", and not "one of the dead" */
function isSome(words: readonly Word[], word: Word): boolean {
  const [count, of, the] = [3, 2, 1].map((back) => words[word.index - back]);
  return count?.upos === "NUM" && count.lower !== "one" && of?.lower === "of" && the?.upos === "DET";
}

const isCounted = ({ upos, lower }: Word): boolean => upos === "NUM" || lower === "others";

/** "the dead", "the two dead", "the other three wounded", "his attackers": those who are known, with at most two words between. */
function isDetermined(words: readonly Word[], word: Word): boolean {
  for (let back = 1; back <= 3; back++) {
    const before = words[word.index - back];
    if (!before || before.sentence !== word.sentence) return back === 1;
    if (before.upos === "DET" || before.xpos === "PRP$") return before.lower !== "no";
    if (before.upos !== "NUM" && before.upos !== "ADJ" && before.upos !== "VERB") return false;
  }
  return false;
}

/** Index of the first word of the list behind a group: behind "are", "include", "were identified as", "The dead:". */
function listBehind({ words }: Document, sentence: Sentence, last: number): number | undefined {
  const lower = (i: number) => (i < sentence.last ? (words[i] as Word).lower : "");
  // "Police identified the dead as Ana and Eva Ruiz"
  if (lower(last + 1) === "as") {
    for (let i = last; i > sentence.first && i > last - OWN; i--) if (NAMING.has(lower(i))) return last + 2;
    return undefined;
  }
  if (lower(last + 1) === ":") return last + 2;
  for (let i = last + 1; i < Math.min(sentence.last, last + OWN); i++) {
    const word = words[i] as Word;
    if (INCLUDING.has(word.lower)) return past(i + 1);
    const has = HAVING.has(word.lower) && BEING.has(lower(i + 1));
    if (BEING.has(word.lower) || has) {
      if (RELATIVE.has(lower(i - 1))) continue;
      const at = past(i + (has ? 2 : 1));
      if (!NAMING.has(lower(at))) return isList(words[at], sentence) ? at : undefined;
      for (let k = at + 1; k < Math.min(sentence.last, at + OWN); k++) {
        if (lower(k) === "as") return past(k + 1);
        if (/^[:;]$/.test(lower(k))) return undefined;
      }
      return undefined;
    }
    // "Of the 14 wounded, six were soldiers": a part of them has a subject of its own.
    if (word.text === "," && /^(?:NUM|PRON)$/.test(words[i + 1]?.upos ?? "")) return undefined;
    if (/^[;:.)]$/.test(word.text) || RELATIVE.has(word.lower)) {
      // "those who were killed": the clause that tells what befell them is passed.
      if (RELATIVE.has(word.lower) && i === last + 1) continue;
      return undefined;
    }
    if (/^VB[DZP]$/.test(word.xpos)) return undefined;
  }
  return undefined;

  function past(i: number): number {
    let at = i;
    while (BETWEEN.has(lower(at))) at++;
    return at;
  }
}

/** What a list begins with: a name, a noun or what stands before one; "were buried", "are in hospital" list nobody. */
function isList(word: Word | undefined, sentence: Sentence): boolean {
  if (!word || word.index >= sentence.last) return false;
  return (
    NAMED.has(word.upos) || word.upos === "DET" || word.upos === "ADJ" || (word.upos === "VERB" && /^\p{Lu}/u.test(word.text))
  );
}
