import type { Knowledge, Word } from "../../model/index.ts";
import { rowsOf } from "../../shared/tables.ts";
import { apply, editFor, INFLECTED, type LemmaRules, readRules } from "./rules.ts";

/** Fills `lemma` of words that have been tagged. */
export type Lemmatiser = (words: readonly Word[]) => void;

/**
 * Lemmas as UD English has them: the lexicon of irregular forms first, then forms and endings learned from treebanks,
 * per tag. Proper names and words spelled with a capital by nature keep their case, all others are in lower case.
 */
export function createLemmatiser(knowledge: Knowledge): Lemmatiser {
  const rules = readRules(knowledge.models.lemmas);
  const irregular: Irregular = new Map();
  for (const { form, tags, lemma } of rowsOf(knowledge, "language/irregular", ["form", "tags", "lemma"])) {
    for (const tag of tags.split("|")) {
      const forms = irregular.get(tag) ?? new Map<string, string>();
      irregular.set(tag, forms.set(form, lemma));
    }
  }
  return (words) => {
    let first = 0;
    while (first < words.length) {
      const sentence = (words[first] as Word).sentence;
      let last = first;
      let shouting = true;
      for (; last < words.length && (words[last] as Word).sentence === sentence; last++) {
        const { text } = words[last] as Word;
        if (shouting && text.length > 1 && text !== text.toUpperCase()) shouting = false;
      }
      for (let i = first; i < last; i++) {
        const word = words[i] as Word;
        word.lemma = lemmaOf(word, shouting && last - first > 2, rules, irregular);
      }
      first = last;
    }
  };
}

/** Penn tag -> form -> lemma. */
type Irregular = Map<string, Map<string, string>>;

/** `shouting`: the sentence is all in capitals, so that they say nothing of the word. */
export function lemmaOf(
  { text, lower, upos, xpos }: Pick<Word, "text" | "lower" | "upos" | "xpos">,
  shouting: boolean,
  { endings, exceptions }: LemmaRules,
  irregular: Irregular,
): string {
  if (upos === "PUNCT" || upos === "SYM") return exceptions.get(upos)?.get(lower) ?? lower;
  if (upos === "NUM") return exceptions.get(upos)?.get(lower) ?? lower.replaceAll(",", "");
  const known = irregular.get(xpos)?.get(lower) ?? exceptions.get(tagOf(upos, xpos))?.get(lower);
  if (known !== undefined) return known;
  if (upos === "PROPN" || upos === "X") {
    const edit = xpos === "NNPS" ? editFor(endings.get("NNPS"), lower) : undefined;
    const name = edit && edit.strip < text.length ? apply(text, edit) : text;
    return upos === "PROPN" && /^[a-z]{3,}$/.test(name) ? name.charAt(0).toUpperCase() + name.slice(1) : name;
  }
  const base = !shouting && keepsCase(text, lower, upos, xpos) ? text : lower;
  const tag = INFLECTED.has(xpos)
    ? xpos
    : xpos === "NNP" && upos === "VERB"
      ? lower.endsWith("ing")
        ? "VBG"
        : "VBN"
      : undefined;
  if (tag === undefined) return base;
  const edit = irregular.get(tag)?.get(lower) ?? editFor(endings.get(tag), lower);
  if (edit === undefined) return base;
  const lemma = typeof edit === "string" ? edit : apply(lower, edit);
  return base === lower ? lemma : restoreCase(lemma, text);
}

/** The lemma with the capitals of the form, as far as the two agree. */
function restoreCase(lemma: string, form: string): string {
  let same = 0;
  while (same < lemma.length && lemma[same] === form[same]?.toLowerCase()) same++;
  return form.slice(0, same) + lemma.slice(same);
}

/** Under which tag a word's exceptions stand: by the Penn tag, closed classes by both. */
export function tagOf(upos: string, xpos: string): string {
  if (upos === "PUNCT" || upos === "SYM" || upos === "NUM") return upos;
  return upos === "PROPN" || upos === "AUX" || upos === "PRON" || upos === "DET" || upos === "X" ? upos + xpos : xpos;
}

/** Adjectives of names ("Iraqi", "Democratic" in a name), acronyms and capitals within words ("pro-Beijing") stay as they are. */
function keepsCase(text: string, lower: string, upos: string, xpos: string): boolean {
  if (text === lower) return false;
  if (xpos === "NNP") return true;
  if (/[a-z-][A-Z]/.test(text)) return true;
  if (upos === "ADJ") return NATION.test(text);
  return upos === "NOUN" && ACRONYM.test(text);
}

const NATION = /^[A-Z][a-z’'-]{2,}(?:[^e]an|ish|ese|i|ite|istic|ist)$/;
const ACRONYM = /^[A-Z]{2,5}s?$/;
