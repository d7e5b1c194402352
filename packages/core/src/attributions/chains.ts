import type { Word } from "../model/index.ts";
import { type Draft, holds, meets, merge, type Range, without } from "./draft.ts";
import type { CueLexicon } from "./lexicon.ts";
import { child, type Reading } from "./reading.ts";

/** In longer lists of one sentence's attributions, which only garbage has, chains are not looked for. */
const MOST = 40;

/**
 * Chains of sources: "…, citing an official" gives the official the words that the citing source passes on; "an
 * official, quoted by the agency, said …" gives the agency all of it; "…, per the agency" is not of what the agency passes on.
 */
export function linkChains(reading: Reading, drafts: Draft[], lexicon: CueLexicon): void {
  const bySentence = new Map<number, Draft[]>();
  for (const draft of drafts) {
    const list = bySentence.get(draft.trigger.sentence);
    if (list) list.push(draft);
    else bySentence.set(draft.trigger.sentence, [draft]);
  }
  for (const near of bySentence.values()) {
    if (near.length < 2 || near.length > MOST) continue;
    for (const draft of near) {
      cite(reading, draft, near, lexicon);
      asSaying(reading, draft, near);
      quoted(reading, draft, near);
    }
    for (const a of near) {
      for (const b of near) {
        if (a === b) continue;
        untangle(a, b);
        part(reading, a, b);
      }
    }
  }
}

/** "state television, citing a Guards source, claimed that X": X is the source's, within what the television says. */
function cite(reading: Reading, draft: Draft, near: readonly Draft[], lexicon: CueLexicon): void {
  const { trigger } = draft;
  const object = child(reading, trigger, "obj");
  if (trigger.lemma !== "cite" && trigger.lemma !== "quote") return;
  if (trigger.xpos !== "VBG" || !object || !(isName(reading, object) || lexicon.sources.has(object.lemma.toLowerCase()))) return;
  const outer = near.find(
    (other) =>
      other !== draft &&
      other.content.length > 0 &&
      (other.trigger.index === trigger.head ||
        other.sources.some((source) => source.first <= trigger.index && trigger.index < source.last)),
  );
  if (!outer) return;
  const phrase: Range = {
    first: Math.max(draft.cue[0]?.last ?? 0, reading.low[object.index] as number),
    last: (reading.high[object.index] as number) + 1,
  };
  draft.sources = [{ ...phrase, head: object }];
  draft.content = outer.content.flatMap((part) => without(part, { first: trigger.index, last: phrase.last }));
  draft.within = outer;
  draft.quotes = false;
}

const isName = (reading: Reading, { index }: Word): boolean =>
  reading.document.names.some(({ first, last, kind }) => first <= index && index < last && kind !== "place");

/** "state television quoted the ministry as saying X": X is the ministry's, within what the television says. */
function asSaying(reading: Reading, draft: Draft, near: readonly Draft[]): void {
  const { trigger } = draft;
  if (trigger.lemma !== "say" || child(reading, trigger, "mark")?.lower !== "as") return;
  const outer = near.find((other) => other.trigger.index === trigger.head && QUOTING.test(other.trigger.lemma));
  const object = outer && child(reading, outer.trigger, "obj");
  if (!outer || !object || draft.content.length === 0) return;
  const first = Math.max(outer.cue[0]?.last ?? 0, reading.low[object.index] as number);
  draft.sources = [{ first, last: Math.min((reading.high[object.index] as number) + 1, trigger.index), head: object }];
  outer.content = [{ first, last: Math.max(...draft.content.map(({ last }) => last)) }];
  draft.within = outer;
}
const QUOTING = /^(?:quote|cite|report)$/;

/** "an official, quoted by Reuters, said X": Reuters stands for all of it. */
function quoted(reading: Reading, draft: Draft, near: readonly Draft[]): void {
  const { trigger } = draft;
  if ((trigger.lemma !== "quote" && trigger.lemma !== "cite") || trigger.deprel !== "acl" || draft.content.length > 0) return;
  const said = near.find((other) => other !== draft && other.sources.some(({ head }) => head.index === trigger.head));
  if (!said) return;
  const own: Range = { first: trigger.index, last: (reading.high[trigger.index] as number) + 1 };
  draft.content = merge([...said.sources, ...said.cue, ...said.content]).flatMap((part) => without(part, own));
  said.within = draft;
}

/** Two that lie in each other's content: the later, a parenthesis, is cut out of what the earlier holds. */
function untangle(a: Draft, b: Draft): void {
  if (b.trigger.index < a.trigger.index || !lies(a, b) || !lies(b, a)) return;
  const region: Range = {
    first: Math.min(...b.cue.map(({ first }) => first), ...b.sources.map(({ first }) => first)),
    last: Math.max(...b.cue.map(({ last }) => last), ...b.sources.map(({ last }) => last)),
  };
  if (a.cue.some((part) => meets(part, region))) return;
  a.content = a.content.flatMap((part) => without(part, region));
}

/** "claimed the attack, saying that …": the same speaker's next words are no part of the first. */
function part(reading: Reading, a: Draft, b: Draft): void {
  const cue = b.cue[0];
  if (!cue || b.trigger.xpos !== "VBG" || a.trigger.index > b.trigger.index || !lies(b, a)) return;
  if (
    reading.document.words[cue.first - 1]?.text !== "," ||
    b.sources[0] === undefined ||
    b.sources[0].head !== a.sources[0]?.head
  )
    return;
  const last = Math.max(cue.last, ...b.content.map((range) => range.last));
  a.content = a.content.flatMap((range) => without(range, { first: cue.first - 1, last }));
}

const lies = (inner: Draft, outer: Draft): boolean => outer.content.some((part) => inner.cue.some((cue) => holds(part, cue)));
