import type { Knowledge } from "../model/index.ts";
import { listOf, rowsOf } from "../shared/tables.ts";

/** Which inflection of a verb a form may be. */
export type VerbForm = "base" | "s" | "ing" | "past" | "participle";

const VOWEL = /[aeiou]/;

/** The forms of English verbs and nouns: regular ones by rule, the others from `events/irregular`. */
export class Forms {
  private readonly irregular = new Map<string, { past: string[]; participle: string[] }>();
  private readonly plurals = new Map<string, string[]>();

  constructor(knowledge: Knowledge) {
    for (const row of rowsOf(knowledge, "events/irregular", ["lemma", "past", "participle"]))
      this.irregular.set(row.lemma, { past: listOf(row.past), participle: listOf(row.participle) });
    for (const row of rowsOf(knowledge, "events/plurals", ["lemma", "plural"])) this.plurals.set(row.lemma, listOf(row.plural));
  }

  /** Every form of a verb, lower case, with what it may be. */
  verb(lemma: string): [string, VerbForm][] {
    const irregular = this.irregular.get(lemma);
    const forms: [string, VerbForm][] = [
      [lemma, "base"],
      [withS(lemma), "s"],
    ];
    for (const stem of ingStems(lemma)) forms.push([`${stem}ing`, "ing"]);
    if (irregular) {
      for (const form of irregular.past) forms.push([form, "past"]);
      for (const form of irregular.participle) forms.push([form, "participle"]);
    } else {
      for (const form of withEd(lemma)) forms.push([form, "past"], [form, "participle"]);
    }
    return forms;
  }

  /** Singular and plural of a noun. */
  noun(lemma: string): string[] {
    return [lemma, ...(this.plurals.get(lemma) ?? [withS(lemma)])];
  }
}

function withS(lemma: string): string {
  if (/(?:s|x|z|ch|sh|[^aeiou]o)$/.test(lemma)) return `${lemma}es`;
  if (/[^aeiou]y$/.test(lemma)) return `${lemma.slice(0, -1)}ies`;
  return `${lemma}s`;
}

/** Both spellings where usage differs: "travelling", "traveling". */
const doubles = (lemma: string): string[] => {
  const last = lemma.at(-1) as string;
  if (!/[^aeiouwxy]$/.test(lemma) || !VOWEL.test(lemma.at(-2) ?? "") || VOWEL.test(lemma.at(-3) ?? "")) return [lemma];
  return lemma.length <= 4 ? [lemma + last] : [lemma, lemma + last];
};

function ingStems(lemma: string): string[] {
  if (lemma.endsWith("ie")) return [`${lemma.slice(0, -2)}y`];
  if (/[^eyo]e$/.test(lemma)) return [lemma.slice(0, -1)];
  return doubles(lemma);
}

function withEd(lemma: string): string[] {
  if (lemma.endsWith("e")) return [`${lemma}d`];
  if (/[^aeiou]y$/.test(lemma)) return [`${lemma.slice(0, -1)}ied`];
  return doubles(lemma).map((stem) => `${stem}ed`);
}
