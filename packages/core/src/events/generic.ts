import type { Time, Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";

/**
 * Whether a trigger speaks of a kind of happening and of none that took place: "violence breeds violence", "attacks on
 * civilians are crimes", "death squads that murder peasants".
 */
export function isGeneric(scene: Scene, draft: Draft, placed: boolean, times: readonly Time[]): boolean {
  const { word } = draft;
  const habit = word.upos === "VERB" && (word.xpos === "VBP" || word.xpos === "VBZ");
  const anchored = placed || times.some((time) => !isLong(time) && !(habit && isOfNoDay(scene, time)));
  const long = !placed && times.some(isLong);
  const { syntax, document } = scene;
  const inHeadline = document.headline !== undefined && word.start < document.headline.end;
  if (inHeadline || draft.merged.length > 0) return false;
  if (draft.type === "ASSAULT" && isWhoever(scene, draft)) return true;
  if (word.upos === "VERB") {
    // The simple present tells habits outside of headlines; the progressive and the perfect tell deeds.
    if (draft.type !== "ASSAULT") return false;
    if (sumsUp(scene, draft, times)) return true;
    if (anchored) return false;
    if (isPresent(scene, word) && (ofAKind(scene, draft) || goesOn(scene, word))) return true;
    // "They burn villages": a habit in the main clause, too, where it is done to a kind of people or things.
    const plain = isPlainPresent(scene, word) && !ALIKE.has(word.lower) && !syntax.has(word, "cop");
    if (plain && draft.actors.length > 0 && ofAKind(scene, draft)) return true;
    return (
      ((word.xpos === "VBP" && word.lower === lemmaOf(word) && !ALIKE.has(word.lower)) || word.xpos === "VBZ") &&
      !syntax.has(word, "aux") &&
      word.deprel !== "root"
    );
  }
  if (anchored) return false;
  if (isCondition(scene, draft) || isSeries(scene, draft) || isOfYears(scene, draft)) return true;
  // "resigned after mass protests", "during interrogations by detectives, he named two": when something took place.
  if (isMeanwhile(scene, word, draft.actors.length > 0)) return false;
  // "31 murders in 1989", "over 30 attacks since last year": counted over a year, and none of them told.
  if (long && syntax.child(word, (c) => c.deprel === "nummod")) return true;
  if (isOfAKind(scene, draft)) return true;
  // "rebel attacks" without an article are told of a kind of actor, and of none that acted.
  if (draft.actors.some(({ word: actor }) => actor.head !== word.index || actor.deprel === "nmod:poss")) return false;
  const massLike = word.xpos === "NNS" || word.xpos === "NNPS" || scene.classes.has("massnoun", lemmaOf(word));
  if (!massLike) return false;
  let quantified = false;
  for (const child of syntax.children(word)) {
    if (
      child.deprel === "det" &&
      child.lower !== "such" &&
      child.lower !== "any" &&
      child.lower !== "no" &&
      child.lower !== "all"
    )
      quantified = true;
    if (child.deprel === "nummod" || child.deprel === "nmod:poss") quantified = true;
    if (relation(child) === "acl" && child.upos === "VERB") quantified = true;
    if (child.deprel === "amod" && scene.classes.has("particular", lemmaOf(child))) quantified = true;
  }
  if (quantified) return false;
  const above = syntax.head(word);
  // "attacks continue": what goes on at the time of writing is no happening of a day.
  if (above && scene.classes.has("happening", lemmaOf(above)) && !isPlainPresent(scene, above)) return false;
  if (word.deprel === "root") return false;
  // "the killing of two farmers" has a victim that is told; "killings of journalists" has none.
  return draft.recipients.every(
    ({ word: victim }) => victim.xpos === "NNS" && !syntax.has(victim, "det") && !syntax.has(victim, "nummod"),
  );
}

const isMeanwhile = ({ syntax }: Scene, word: Word, told: boolean): boolean =>
  relation(word) === "obl" &&
  (told ? /^(?:during|after|following|before)$/ : /^(?:after|following)$/).test(syntax.preposition(word)) &&
  isPast(syntax, syntax.head(word));

/** "resigned", "were displaced" */
const isPast = (syntax: Scene["syntax"], verb: Word | undefined): boolean =>
  verb?.xpos === "VBD" ||
  (verb?.xpos === "VBN" && syntax.child(verb, (c) => c.deprel === "aux:pass" && /^(?:was|were)$/.test(c.lower)) !== undefined);

/** Verbs whose past is their present: "guards beat the men". */
const ALIKE = new Set(["beat", "hit", "cut", "put", "hurt", "burst", "shut", "spread", "shed", "shot", "set"]);

/**
 * A state of things that goes on ("the aggression against our people", "frequent kidnappings"), and no happening: unless it
 * is told to break out, or counted, or somebody is named to whom it was done.
 */
function isCondition({ syntax, classes, nominals }: Scene, { word, recipients }: Draft): boolean {
  const habitual = syntax.child(word, (c) => c.deprel === "amod" && classes.has("habitual", lemmaOf(c))) !== undefined;
  if (!habitual && !classes.has("condition", lemmaOf(word))) return false;
  if (syntax.child(word, (c) => c.deprel === "nummod" || (c.deprel === "amod" && classes.has("particular", lemmaOf(c)))))
    return false;
  const above = syntax.head(word);
  if (above && relation(word) === "nsubj" && classes.has("happening", lemmaOf(above))) return false;
  return !recipients.some(({ word: victim }) => nominals.entity(victim)?.kind === "person");
}

/** "to shoot at anybody", "attacks on any plane": done to no matter whom. */
function isWhoever({ syntax }: Scene, { recipients }: Draft): boolean {
  const any = ({ word }: { word: Word }) =>
    /^any(?:one|body)$/.test(word.lower) ||
    syntax.child(word, (c) => c.deprel === "det" && c.lower === "any" && c.index < word.index) !== undefined;
  return recipients.some(any);
}

/** "are fighting the rebels", "has been waging a war": what goes on, where no day or place makes a battle of it. */
const goesOn = ({ syntax }: Scene, word: Word): boolean =>
  word.xpos === "VBG" &&
  /^(?:fight|battle|combat|wage)$/.test(lemmaOf(word)) &&
  syntax.child(word, (c) => relation(c) === "aux" && /^(?:is|are|am|been|'re|’re)$/.test(c.lower)) !== undefined;

/** Verbs and nouns that speak of how often something is done, or whether it goes on. */
const OFTEN = new Set(["intensify", "increase", "escalate", "step", "step_up", "suspend", "cease", "renounce", "abandon"]);
const ONGOING = new Set(["intensification", "increase", "escalation", "resumption", "suspension", "cessation", "end", "halt"]);

/** "has stepped up its attacks", "the suspension of attacks": a series, and none of those that make it up. */
function isSeries({ syntax, nominals }: Scene, { word, recipients }: Draft): boolean {
  if (word.xpos !== "NNS" && lemmaOf(word) !== "sabotage") return false;
  if (syntax.child(word, (c) => c.deprel === "nummod" || (c.deprel === "det" && !/^(?:all|its|their)$/.test(c.lower))))
    return false;
  if (recipients.some(({ word: victim }) => nominals.entity(victim)?.kind === "person")) return false;
  const above = syntax.head(word);
  if (!above) return false;
  if (relation(word) === "obj" && above.upos === "VERB") {
    const lemma = lemmaOf(above);
    // "stopped the riots" were going on; "offered to stop its attacks" are those that it makes.
    if (/^(?:stop|end|halt)$/.test(lemma)) return syntax.child(word, (c) => c.deprel === "nmod:poss") !== undefined;
    return OFTEN.has(lemma);
  }
  return relation(word) === "nmod" && ONGOING.has(lemmaOf(above)) && syntax.preposition(word) === "of";
}

/** "stopped all attacks on the people", "their terrorist actions": deeds of a sort, whoever does them. */
function isOfAKind({ syntax, classes }: Scene, { word, recipients }: Draft): boolean {
  if (word.xpos !== "NNS" && !classes.has("massnoun", lemmaOf(word))) return false;
  if (syntax.child(word, (c) => c.deprel === "det" && (c.lower === "all" || c.lower === "any"))) return true;
  return (
    recipients.length === 0 &&
    classes.has("action", lemmaOf(word)) &&
    syntax.child(word, (c) => c.deprel === "amod" && classes.has("sort", lemmaOf(c))) !== undefined &&
    !syntax.child(word, (c) => c.deprel === "amod" && classes.has("particular", lemmaOf(c)))
  );
}

/** "the killings carried out by death squads for many years", "massacres that went on for decades": many, and none of them told. */
function isOfYears(scene: Scene, { word, recipients }: Draft): boolean {
  const { syntax, nominals, classes } = scene;
  const many = word.xpos === "NNS" || word.xpos === "NNPS";
  if (!many && !classes.has("war", lemmaOf(word)) && !classes.has("condition", lemmaOf(word))) return false;
  if (syntax.has(word, "nummod") || recipients.some(({ word: victim }) => nominals.entity(victim)?.kind === "person"))
    return false;
  // "A gang war has raged for years": the time stands with its verb.
  const verb = relation(word) === "nsubj" ? syntax.head(word) : undefined;
  const raging = verb && classes.has("happening", lemmaOf(verb)) ? [verb] : [];
  return [word, ...raging, ...syntax.children(word).filter((c) => relation(c) === "acl")].some((at) => lasts(scene, at));
}

/** "for many years", "over the past two decades", or as read on the noun before: "by death squads for many years". */
const lasts = (scene: Scene, word: Word, depth = 0): boolean =>
  scene.syntax.children(word).some((c) => {
    const rel = relation(c);
    if (rel !== "obl" && rel !== "nmod") return false;
    if (scene.classes.has("period", lemmaOf(c)) && c.xpos === "NNS" && LASTING.has(scene.syntax.preposition(c))) return true;
    return depth === 0 && lasts(scene, c, 1);
  });
const LASTING = new Set(["for", "over", "throughout", "through", "during"]);

/** "continue", "is raging": the present tense, and no perfect. */
const isPlainPresent = ({ syntax }: Scene, verb: Word): boolean =>
  (verb.xpos === "VBP" || verb.xpos === "VBZ") && !syntax.has(verb, "aux");

/** A year, a decade: too long to say when one thing happened. */
const isLong = ({ value }: Time): boolean => /^\d{2,4}$/.test(value);

/** "attacks villages at night", "every week": no day that one thing happened on. */
const isOfNoDay = ({ document }: Scene, { type, start, end }: Time): boolean =>
  type === "SET" || /^(?:nights?|dawn|dusk|nightfall|daytime|weekends?)$/i.test(document.text.slice(start, end));

/** "has killed", "is killing": what has been going on, without a day. */
const isPresent = ({ syntax }: Scene, word: Word): boolean =>
  (word.xpos === "VBN" || word.xpos === "VBD" || word.xpos === "VBG") &&
  syntax.child(
    word,
    (c) =>
      relation(c) === "aux" &&
      (c.lower === "has" || c.lower === "have" || ((c.lower === "is" || c.lower === "are") && word.xpos === "VBG")),
  ) !== undefined;

/** Done to a kind of people, none of them counted or named: "journalists have been murdered", "they are killing the people". */
function ofAKind({ syntax }: Scene, { recipients }: Draft): boolean {
  return (
    recipients.length > 0 &&
    recipients.every(({ word }) => {
      const people = lemmaOf(word) === "people" || lemmaOf(word) === "population";
      if (word.upos !== "NOUN" || (word.xpos !== "NNS" && !people)) return false;
      return !syntax.child(
        word,
        (c) => c.deprel === "nummod" || c.deprel === "nmod:poss" || (c.deprel === "det" && !(people && c.lower === "the")),
      );
    })
  );
}

const WITHIN = new Set(["since", "over", "in", "during", "for", "throughout", "within"]);

/** "The war has killed 15,000 people since 1980": many happenings of years summed up, and none of them told. */
function sumsUp({ syntax, classes }: Scene, { word, recipients }: Draft, times: readonly Time[]): boolean {
  const perfect = syntax.child(word, (c) => relation(c) === "aux" && (c.lower === "has" || c.lower === "have")) !== undefined;
  const several = recipients.some(({ word: victim }) => victim.xpos === "NNS" || victim.upos === "NUM");
  const crowd = recipients.some(({ word: victim }) => classes.has("crowd", victim.lower));
  if (times.some(isLong) && (crowd || (perfect && several))) return true;
  if (!perfect) return false;
  const subject = syntax.isPassive(word) ? undefined : syntax.subject(word);
  if (subject && (classes.has("condition", lemmaOf(subject.word)) || classes.has("war", lemmaOf(subject.word)))) return true;
  return syntax.children(word).some((c) => relation(c) === "obl" && (isSpan(c) || syntax.children(c).some(isSpan)));

  /** "since 1980", "in the last ten years", "over the past decade"; "in the country in the last decade" hangs one on the other. */
  function isSpan(c: Word): boolean {
    if (!/^(?:obl|nmod)$/.test(relation(c))) return false;
    const preposition = syntax.preposition(c);
    const lemma = lemmaOf(c);
    const told = (w: Word) =>
      w.deprel === "nummod" || /^(?:past|recent)$/.test(lemmaOf(w)) || (w.lower === "last" && lemma === "decade");
    const years = classes.has("period", lemma) && WITHIN.has(preposition) && syntax.child(c, told) !== undefined;
    return years || (preposition === "since" && /^(?:1[89]|20)\d\d$/.test(c.lower));
  }
}
