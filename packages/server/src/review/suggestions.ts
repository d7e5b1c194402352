import type { Store } from "@annalist/store";
import { allDecisions } from "./decisions.ts";

/** What corrections say about the lexicon: a row that somebody may want to add or mend there. */
export interface Suggestion {
  /** Below lexicons/en. */
  file: string;
  what: string;
  count: number;
  examples: { report: string; event: string }[];
}

/** Corrections of one kind, counted: the most frequent is the most worth a rule. */
export async function suggestionsOf(store: Store): Promise<Suggestion[]> {
  const found = new Map<string, Suggestion>();
  for await (const { kind, subject, before, after, undone } of allDecisions(store)) {
    const { report, event, field } = subject;
    if (undone !== undefined || !report || !event || (kind !== "correct" && kind !== "reject")) continue;
    const said = await wordsOf(store, report, event, field);
    if (!said) continue;
    const value =
      (after as { label?: string; value?: string } | undefined)?.label ?? (after as { value?: string } | undefined)?.value ?? "";
    const was = String((before as { label?: string } | undefined)?.label ?? before ?? "");
    const suggestion = suggest(kind, field, said, was, value);
    if (!suggestion) continue;
    const key = `${suggestion.file}\n${suggestion.what}`;
    const all = found.get(key) ?? { ...suggestion, count: 0, examples: [] };
    all.count++;
    // Two people may have said the same of one event: it is one example.
    const known = all.examples.some((one) => one.report === report && one.event === event);
    if (!known && all.examples.length < 5) all.examples.push({ report, event });
    found.set(key, all);
  }
  return [...found.values()].sort((a, b) => b.count - a.count || (a.what < b.what ? -1 : 1));
}

interface Said {
  trigger: string;
  words: string;
  rule: string;
  type: string;
}
function suggest(kind: string, field: string | undefined, { trigger, words, rule, type }: Said, was: string, value: string) {
  if (kind === "reject")
    return {
      file: `frames/${type.toLowerCase()}.tsv`,
      what: `“${trigger}” is no event here: a counter-example for rule ${rule}`,
    };
  if (field === "type")
    return { file: `frames/${value.toLowerCase()}.tsv`, what: `“${trigger}” means ${value}, where rule ${rule} says ${type}` };
  if ((field === "actor" || field === "recipient") && words)
    return { file: "actors/", what: `“${words}” is another name of ${value}${was ? `, not ${was}` : ""}` };
  if (field === "place" && words)
    return { file: "places/aliases.tsv", what: `“${words}” means ${value}${was ? `, not ${was}` : ""}` };
  return undefined;
}

async function wordsOf(store: Store, report: string, event: string, field: string | undefined): Promise<Said | undefined> {
  const [stored, analysis] = [await store.getReport(report), await store.getAnalysis(report)];
  const read = analysis?.events.find(({ id }) => id === event);
  if (!stored || !analysis || !read) return undefined;
  const place = analysis.places.find(({ id }) => id === read.places[0]);
  const span =
    field === "actor" ? read.actors[0] : field === "recipient" ? read.recipients[0] : field === "place" ? place : undefined;
  const words = (each: { start: number; end: number } | undefined) =>
    each ? stored.text.slice(each.start, each.end).replace(/\s+/g, " ") : "";
  return { trigger: words(read.trigger), words: words(span), rule: read.rule, type: read.type };
}
