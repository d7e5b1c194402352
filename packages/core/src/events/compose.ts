import type { Argument, Event, Span, Word } from "../model/index.ts";
import type { Contexts } from "./contexts.ts";
import type { Draft } from "./draft.ts";
import { tiedAt } from "./hyphens.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";

/** What is said to somebody else. */
const SAID: ReadonlySet<string> = new Set(["THREATEN", "AGREE"]);

/** The event that a draft tells, as the record has it; its id, confidence, tolls and voices are given later. */
export function eventOf(scene: Scene, draft: Draft, where: string[], when: string[], contexts: Contexts): Event {
  const { phrases, syntax } = scene;
  const others = [
    ...[...draft.recipients, ...draft.instruments].map(({ word }) => word),
    ...threatened(scene, draft),
    ...charges(scene, draft),
  ];
  const args = (found: Draft["actors"], apart: readonly Word[] = others): Argument[] => {
    const seen = new Set<number>();
    const list: Argument[] = [];
    for (const one of found) {
      if (seen.has(one.word.index)) continue;
      seen.add(one.word.index);
      const argument = phrases.argument(one, draft.word, apart);
      // "it", "which": a pointer that points to nobody known tells nothing.
      if (argument.entity === undefined && scene.classes.has("pointer", one.word.lower)) continue;
      list.push(argument, ...phrases.further(one));
    }
    return list.sort((a, b) => a.start - b.start || b.end - a.end);
  };
  const clause = syntax.clauseHead(draft.word);
  const clauseWords = syntax.below(clause, (c) => c.deprel === "parataxis" || c.deprel === "ccomp", 80);
  // "demanded that the troops leave": what is demanded belongs to the demand.
  const told =
    draft.type === "REQUEST" ? syntax.children(draft.word).filter((c) => c.deprel === "ccomp" && c.index > draft.word.index) : [];
  const demanded = told.flatMap((c) => syntax.below(c, (w) => w.deprel === "parataxis"));
  const evidence = coverOf([...clauseWords, ...demanded], draft.word);
  const actors = args(draft.actors);
  const own = new Set(SAID.has(draft.type) ? actors.map(({ entity }) => entity) : []);
  return {
    id: "",
    trigger: triggerOf(scene, draft),
    evidence,
    type: draft.type,
    ...(draft.mode !== undefined && { mode: draft.mode }),
    contexts: contexts.of(clauseWords),
    ...(draft.frame.cameo !== undefined && draft.type === draft.frame.type && { cameo: draft.frame.cameo }),
    actors,
    // "Moscow warned that it would respond": nobody does it to himself.
    recipients: args(draft.recipients).filter(({ entity }) => entity === undefined || !own.has(entity)),
    instruments: args(draft.instruments),
    places: where,
    times: when,
    polarity: draft.standing.polarity,
    modality: draft.standing.modality,
    casualties: [],
    attributions: [],
    confidence: 0,
    rule: draft.rule,
  };
}

/** "threatened his opponents with prison", "warned Belarus of sanctions": what is threatened, hung on those who are. */
const threatened = ({ syntax }: Scene, { type, word: trigger, recipients }: Draft): Word[] =>
  type === "THREATEN"
    ? recipients
        .filter(({ word }) => word.head === trigger.index)
        .flatMap(({ word }) => syntax.oblique(word, "with", ...(word.upos === "PROPN" ? ["of"] : [])))
    : [];

/** "accused the army of war crimes": of what, hung on whom; "the president of Chad" is told by where he is. */
const charges = ({ syntax, classes }: Scene, { word: trigger, recipients }: Draft): Word[] =>
  CHARGING.has(lemmaOf(trigger))
    ? recipients.flatMap(({ word }) =>
        syntax
          .oblique(word, "of")
          .filter((one) => one.upos === "NOUN" && (!syntax.has(one, "det") || classes.has("violent-crime", one.lower))),
      )
    : [];
const CHARGING: ReadonlySet<string> = new Set(["accuse", "convict", "suspect", "acquit", "absolve"]);

/** The trigger with the particle, compound or light object that makes one word of it. */
function triggerOf({ document, syntax }: Scene, { word, frame }: Draft): Span {
  const tied = frame.tied.size > 0 ? tiedAt(document, word) : undefined;
  if (tied && (frame.tied.has(tied.lemma) || frame.tied.has(tied.text)))
    return { start: (document.words[tied.first] as Word).start, end: (document.words[tied.last] as Word).end };
  let start = word.start;
  let end = word.end;
  for (const child of syntax.children(word)) {
    if (child.deprel === "compound:prt" && child.index === word.index + 1) end = child.end;
    if (child.deprel === "compound" && child.index === word.index - 1 && word.upos === "NOUN" && child.upos === "NOUN")
      start = child.start;
  }
  return { start, end };
}

function coverOf(words: readonly Word[], trigger: Word): Span {
  let start = trigger.start;
  let end = trigger.end;
  for (const word of words) {
    if (word.upos === "PUNCT") continue;
    if (word.start < start) start = word.start;
    if (word.end > end) end = word.end;
  }
  return { start, end };
}
