import type { Argument, Document, Entity, Event, Knowledge, Place, Problem, Report, Span, Time, Word } from "../model/index.ts";
import { WordClasses } from "../shared/classes.ts";
import { Rolls } from "../shared/rolls.ts";
import { rowsOf } from "../shared/tables.ts";
import { takeAboard } from "./aboard.ts";
import { strikeApiece } from "./apiece.ts";
import { Asked } from "./asked.ts";
import { blameDoers, blameForIt, blamePunished } from "./blame.ts";
import { bygone, isBygone } from "./bygone.ts";
import { blameCaptors } from "./captors.ts";
import { Circumstances } from "./circumstances.ts";
import { convert, takeOver } from "./combine.ts";
import { scoreOf } from "./confidence.ts";
import { Contexts } from "./contexts.ts";
import { Doers } from "./doers.ts";
import { Domains } from "./domains.ts";
import type { Draft } from "./draft.ts";
import { Echoes } from "./echoes.ts";
import { type Feature, featuresOf, reportOf, surroundingsOf } from "./features.ts";
import { isFiction } from "./fiction.ts";
import { Forms } from "./forms.ts";
import { indexFrames, readFrames } from "./frames.ts";
import { dropHeld } from "./freed.ts";
import { isGeneric } from "./generic.ts";
import { Governors } from "./governors.ts";
import { rereadHeadlines } from "./headlines.ts";
import { tiedAt } from "./hyphens.ts";
import { Judge, LEAST, together } from "./judge.ts";
import { Kinds } from "./kinds.ts";
import { lemmaOf } from "./lemma.ts";
import { nameLosers } from "./losers.ts";
import { frameOf } from "./match.ts";
import { merge } from "./merge.ts";
import { dropMishaps } from "./mishaps.ts";
import { standingOf } from "./modality.ts";
import { arm } from "./modes.ts";
import { dropNature } from "./nature.ts";
import { dropHarmless, dropSelfHarm } from "./nobody.ts";
import { Nominals } from "./nominals.ts";
import { Phrases } from "./phrases.ts";
import { dropPrivate } from "./private.ts";
import { dropFailures, dropPurposes } from "./purposes.ts";
import { dropRaids } from "./raids.ts";
import { keepActors, leaveOwners, reachRecipient, speakerOver, takeOperations, takeTellers } from "./reach.ts";
import { dropRetold, isUnsigned } from "./retold.ts";
import { fill } from "./roles.ts";
import { callRolls } from "./rolls.ts";
import type { Scene } from "./scene.ts";
import { spareBuildings } from "./struck.ts";
import { Surroundings } from "./surroundings.ts";
import { Syntax } from "./syntax.ts";
import { isInTitle } from "./titles.ts";
import { spareProtesters } from "./toll.ts";
import { dropWarnings } from "./warnings.ts";
import { Weapons } from "./weapons.ts";

/** What the earlier stages found, which an event's arguments point into. */
export interface Findings {
  entities: readonly Entity[];
  places: readonly Place[];
  times: readonly Time[];
}

/** Codes events in PLOVER from trees and mentions. `attributions` and `casualties` are filled by later stages. */
export interface EventCoder {
  /** The same document with the trees of its headline mended, by the verbs of the frames. All later stages stand on it. */
  readHeadline(document: Document): Document;
  /** What is judged to be no event is left out and noted in `problems`. `watch` sees every candidate; training uses it. */
  code(document: Document, report: Report, findings: Findings, problems?: Problem[], watch?: Watch): Event[];
}

type Watch = (event: Event, features: readonly Feature[]) => void;

export function createEventCoder(knowledge: Knowledge): EventCoder {
  const forms = new Forms(knowledge);
  const index = indexFrames(knowledge, readFrames(knowledge), forms);
  const classes = new WordClasses(knowledge);
  const governors = new Governors(knowledge, classes);
  const weapons = new Weapons(knowledge);
  const contexts = new Contexts(knowledge);
  const domains = new Domains(knowledge);
  const judge = new Judge(knowledge);
  const asked = new Asked(knowledge);
  const rolls = new Rolls(knowledge);
  const priors = new Map(
    rowsOf(knowledge, "events/priors", ["frame", "shift"]).map(({ frame, shift }) => [frame, Number(shift)]),
  );

  return {
    readHeadline: (document) => rereadHeadlines(document, index, classes),

    code(document, report, { entities, places, times }, problems = [], watch) {
      const syntax = new Syntax(document, classes);
      const nominals = new Nominals(document, syntax, classes, entities, times);
      const kinds = new Kinds(document, syntax, classes, nominals);
      const phrases = new Phrases(document, syntax, classes, nominals);
      const doers = new Doers(syntax, governors, classes);
      const surroundings = new Surroundings(document, classes);
      const scene: Scene = { document, syntax, nominals, kinds, phrases, governors, doers, classes, surroundings };
      const circumstances = new Circumstances(scene, placesAmong(places, entities), times);
      const whole = reportOf(scene, entities);
      const echoes = new Echoes();
      const coded: { event: Event; alone: number }[] = [];
      for (const sentence of document.sentences) {
        if (domains.isElsewhere(document, sentence) || isFiction(scene, sentence)) continue;
        // Which words tell of something, before who did it: a frame over another may take it over.
        const drafts = new Map<number, Draft>();
        for (let i = sentence.first; i < sentence.last; i++) {
          const word = document.words[i] as Word;
          const triggers = index.get(word.lower);
          const frame = triggers && frameOf(scene, word, triggers);
          if (!frame?.type || isNamePart(scene, word) || (frame.pos === "n" && nominals.inName(word))) continue;
          if (isInTitle(scene, word) || isOpposition(scene, word, frame)) continue;
          drafts.set(i, draftOf(scene, word, frame));
        }
        if (drafts.size === 0) continue;
        for (const draft of drafts.values()) {
          draft.standing = standingOf(scene, draft.word, draft.frame, (w) => drafts.has(w.index));
          draft.actors = fill(scene, draft.word, draft.frame.actor);
          spareBuildings(scene, draft);
          if (draft.actors.length === 0) draft.actors = speakerOver(scene, draft);
          draft.recipients = fill(scene, draft.word, draft.frame.recipient, draft.actors).filter(
            ({ word }) => word.index !== draft.word.index,
          );
        }
        for (const draft of drafts.values()) {
          undergo(scene, draft);
          leaveList(scene, draft);
        }
        dropWarnings(scene, drafts);
        dropMishaps(scene, drafts);
        dropHarmless(scene, drafts);
        dropSelfHarm(drafts);
        dropHeld(scene, drafts);
        // Who is accused did it, what is agreed is to come, and one happening is coded once.
        takeOver(scene, drafts);
        blameDoers(scene, drafts);
        blamePunished(scene, drafts);
        blameForIt(scene, drafts);
        blameCaptors(scene, drafts);
        dropFailures(drafts);
        dropPurposes(scene, drafts);
        dropRaids(scene, drafts);
        spareProtesters(scene, drafts);
        echoes.resolve(drafts);
        merge(scene, drafts);
        dropRetold(scene, drafts);
        dropNature(scene, drafts);
        const kept = [...drafts.values()].filter(({ dropped }) => !dropped);
        const around = surroundingsOf(scene, sentence, domains);
        for (const draft of kept) {
          reachRecipient(scene, draft);
          takeAboard(scene, draft);
          strikeApiece(scene, draft);
          nameLosers(scene, draft);
          keepActors(scene, draft, drafts, weapons);
          if (isUnsigned(draft) || dropPrivate(scene, draft)) continue;
          takeTellers(scene, draft);
          takeOperations(scene, draft);
          arm(scene, draft, weapons);
          leaveOwners(scene, draft);
          convert(scene, draft);
          asked.set(scene, draft);
          const where = circumstances.placesOf(draft, drafts);
          const when = circumstances.timesOf(draft, drafts);
          const dated = times.filter(({ id }) => when.includes(id));
          if (isBygone(dated, report)) {
            problems.push(bygone(draft, dated));
            continue;
          }
          if (draft.standing.modality === "actual" && isGeneric(scene, draft, where.length > 0, dated))
            draft.standing.modality = "general";
          const score = scoreOf(scene, draft, priors);
          const features = featuresOf(scene, draft, score, around, whole);
          const event = eventOf(scene, draft, where, when, contexts);
          watch?.(event, features);
          const alone = judge.probability(features);
          if (alone >= LEAST) echoes.note(draft, event);
          coded.push({ event, alone });
        }
      }
      const events = judged(document, coded, problems);
      callRolls(scene, rolls.find(document), events);
      sameStrikes(document, events);
      return events.map((event, i) => ({ ...event, id: `e${i + 1}` }));
    },
  };
}

/** "blamed on the Shabab killed nine": the name of an armed group is where nothing happens, though a town has it too. */
function placesAmong(places: readonly Place[], entities: readonly Entity[]): readonly Place[] {
  const groups = entities.filter(({ kind }) => kind === "armed-group").flatMap(({ mentions }) => mentions);
  const taken = new Set(groups.filter(({ form }) => form === "name").map(({ start, end }) => `${start} ${end}`));
  return taken.size === 0 ? places : places.filter(({ start, end }) => !taken.has(`${start} ${end}`));
}

/** Confidence goes by twentieths, which is as exact as it is, and no event is surer than this: five in a hundred of the surest are none. */
const SURE = 0.95;
const confidenceOf = (probability: number): number => Math.min(SURE, Math.round(20 * probability) / 20);

/** Leaves out, and notes, what the judge takes for no event, each beside the others of the report. */
function judged(document: Document, told: readonly { event: Event; alone: number }[], problems: Problem[]): Event[] {
  const worth = together(told.map(({ alone }) => alone));
  const events: Event[] = [];
  for (const [i, { event }] of told.entries()) {
    if ((worth[i] as number) >= LEAST) events.push({ ...event, confidence: confidenceOf(worth[i] as number) });
    else problems.push(noEvent(document, event, worth[i] as number));
  }
  return events;
}

const noEvent = ({ text }: Document, { trigger, type, rule }: Event, worth: number): Problem => ({
  code: "judged-no-event",
  message: `“${text.slice(trigger.start, trigger.end)}” is no ${type} here: the judge gives rule ${rule} ${worth.toFixed(2)}`,
  ...trigger,
});

/** "Air strikes hit the camp. The strikes killed four": a bare strike is of the kind that the report spoke of before. */
function sameStrikes({ text }: Document, events: Event[]): void {
  let mode: string | undefined;
  for (const event of events) {
    if (event.type !== "ASSAULT" || !/strikes?$/i.test(text.slice(event.trigger.start, event.trigger.end))) continue;
    if (event.mode !== undefined) mode = event.mode;
    else if (mode !== undefined) event.mode = mode;
  }
}

/** "Two dead, thirty wounded", "134 herders massacred": a participle whose auxiliary is left out has its victim as subject. */
function undergo({ syntax, classes, kinds, document }: Scene, draft: Draft): void {
  const { word } = draft;
  // "Troops attacked in the hamlet": who is armed and acts in a sentence's past tense does it, whatever a headline leaves out.
  const inHeadline = document.headline !== undefined && word.start < document.headline.end;
  if (word.xpos === "VBD" && !inHeadline && classes.has("assaulting", lemmaOf(word)))
    if (draft.actors.every(({ word: actor }) => kinds.isA(actor, "@armed"))) return;
  if (draft.recipients.length > 0 || draft.actors.length === 0) return;
  // "soldiers shot in the air": at nobody.
  if ([2, 3].some((step) => syntax.at(word.index + step, word)?.lower === "air")) return;
  // "with shops set ablaze": a building does nothing to anybody.
  const built = draft.type === "ASSAULT" && draft.actors.every(({ word: actor }) => kinds.isA(actor, "@structure"));
  if (!built && !classes.has("victimverb", lemmaOf(word))) return;
  // "he shot again", "Police name clerk shot in store": a pronoun that acts, and the subject of another verb.
  if (LOOSE.has(lemmaOf(word)) && !(syntax.has(word, "nsubj") && draft.actors.every(({ word: actor }) => actor.upos !== "PRON")))
    return;
  if (
    (word.xpos !== "VBD" && word.xpos !== "VBN" && word.lower !== "shot") ||
    syntax.isPassive(word) ||
    syntax.has(word, "aux") ||
    syntax.has(word, "ccomp") ||
    syntax.object(word) ||
    syntax.oblique(word, "at", "into", "towards").length > 0
  )
    return;
  draft.recipients = draft.actors;
  draft.actors = [];
}

const NUMBERS = new Map([
  ["two", 2],
  ["three", 3],
  ["four", 4],
  ["five", 5],
]);

/** Verbs that those who do it often have without an object. */
const LOOSE = new Set(["shoot", "shot", "stab", "gun", "knife"]);

/** "two groups backed by Iran, the Lions and the Eagles": as many names behind the agent as were told of are no agents. */
function leaveList({ syntax }: Scene, draft: Draft): void {
  if (draft.word.deprel !== "acl" || !syntax.isPassive(draft.word) || draft.actors.length < 3) return;
  const noun = syntax.head(draft.word);
  const number = noun && syntax.child(noun, (c) => c.deprel === "nummod");
  if (number && NUMBERS.get(number.lower) === draft.actors.length - 1) draft.actors.splice(1);
}

function draftOf(_scene: Scene, word: Word, frame: Draft["frame"]): Draft {
  return {
    word,
    frame,
    type: frame.type as Draft["type"],
    mode: frame.mode,
    actors: [],
    recipients: [],
    instruments: [],
    standing: { modality: "actual", polarity: "affirmed", above: [], future: false, obliged: false },
    merged: [],
    dropped: false,
    rule: frame.id,
  };
}

/** "The opposition demanded elections": those who oppose, and no act of opposing. */
const isOpposition = ({ nominals }: Scene, word: Word, { pos }: Draft["frame"]): boolean =>
  pos === "n" && word.lower === "opposition" && nominals.mention(word) !== undefined;

const NAMING = new Set(["call", "name", "dub", "style"]);

/** A noun inside another noun's name or compound tells no happening: "attack helicopter", "Strike Force". */
function isNamePart({ syntax }: Scene, word: Word): boolean {
  if (word.upos === "VERB" && word.xpos !== "VBG") return false;
  if (word.deprel === "compound") return true;
  // "the meeting's chairman": the noun tells of the person.
  if (word.deprel === "nmod:poss") return true;
  if (word.deprel === "flat" && word.upos === "PROPN") return true;
  // "a group that calls itself Revenge of …"
  const naming = word.upos === "PROPN" ? syntax.head(word) : undefined;
  if (naming && NAMING.has(lemmaOf(naming))) return true;
  const above = syntax.head(word);
  return word.deprel === "amod" && above !== undefined && above.upos === "PROPN";
}

/** What is said to somebody else. */
const SAID: ReadonlySet<string> = new Set(["THREATEN", "AGREE"]);

function eventOf(scene: Scene, draft: Draft, where: string[], when: string[], contexts: Contexts): Event {
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
