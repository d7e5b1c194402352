import type { Document, Entity, Event, Knowledge, Place, Problem, Report, Time, Word } from "../model/index.ts";
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
import { eventOf } from "./compose.ts";
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
import { leaveList, undergo } from "./undergone.ts";
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
          drafts.set(i, draftOf(word, frame));
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

function draftOf(word: Word, frame: Draft["frame"]): Draft {
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
