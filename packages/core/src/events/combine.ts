import type { PloverType, Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import { isInherent } from "./modality.ts";
import type { Scene } from "./scene.ts";
import { broughtBy } from "./struck.ts";
import type { Found } from "./syntax.ts";

/** Types whose complement is what they are about: "agreed to withdraw" is one AGREE. */
const TAKES_OVER = new Set<PloverType>(["AGREE", "REQUEST", "THREATEN", "REJECT", "MOBILIZE"]);
/** Told as to come, cooperation is a promise and conflict is a threat. */
const COOPERATION = new Set<PloverType>(["AID", "COOPERATE", "CONSULT", "RETREAT", "SUPPORT", "CONCEDE"]);
const CONFLICT = new Set<PloverType>(["ASSAULT", "SANCTION", "COERCE"]);

/** The mode of a demand or refusal by what is demanded or refused. */
const ASKED: Partial<Record<PloverType, string>> = {
  AID: "assist",
  COOPERATE: "assist",
  SUPPORT: "assist",
  CONSULT: "meet",
  AGREE: "meet",
  RETREAT: "yield",
  CONCEDE: "yield",
  SANCTION: "change",
  MOBILIZE: "assist",
};

/** The mode of a threat by what is threatened. */
function threatMode({ type, mode, frame }: Draft): string | undefined {
  if (frame.id.startsWith("assault.capture")) return "territory";
  if (type === "ASSAULT" || type === "MOBILIZE") return "violence";
  if (type === "SANCTION") return mode === "expel" ? "expel" : mode === "discontinue" ? "relations" : undefined;
  if (type === "COERCE")
    return mode === "arrest" ? "arrest" : mode === "seize" ? "territory" : mode === "deport" ? "expel" : "restrict";
  if (type === "RETREAT") return "relations";
  return undefined;
}

/** A frame over another's complement takes it over; what is only told as to come changes type. */
export function takeOver(scene: Scene, drafts: Map<number, Draft>): void {
  for (const draft of drafts.values()) {
    if (draft.dropped) continue;
    if (draft.type === "ACCUSE") chargeWith(scene, draft, drafts);
    for (const word of draft.standing.above) {
      const over = drafts.get(word.index);
      if (!over || over === draft || over.dropped) continue;
      if (over.type === "ACCUSE") {
        // "accused the army of shelling the town": whom the accusation names did it.
        if (
          (draft.actors.length === 0 || isOwn(scene, draft)) &&
          over.recipients.length > 0 &&
          [draft.word, ...draft.standing.above].some(
            (w) => w.head === over.word.index && (w.upos === "VERB" || isBlamedFor(scene, w)),
          )
        )
          draft.actors = over.recipients.map(({ word: w }) => ({ word: w, implied: true }));
        continue;
      }
      if (!TAKES_OVER.has(over.type)) continue;
      // Troops sent on a raid: the raid is told by its noun; what they prepare to do is not.
      if (over.type === "MOBILIZE" && draft.word.upos !== "VERB") continue;
      if (draft.type === "ASSAULT" && isPresupposed(scene, draft.word) && over.type !== "THREATEN") continue;
      draft.dropped = true;
      const pass = (found: Found[]) =>
        found
          .filter(({ word: w }) => !over.actors.some((a) => a.word.index === w.index))
          .map(({ word: w }) => ({ word: w, implied: true }));
      if (over.type === "REQUEST" || over.type === "REJECT") {
        if (over.mode === undefined)
          over.mode =
            ASKED[draft.type] ??
            (over.type === "REQUEST" && draft.standing.polarity === "negated"
              ? "yield"
              : over.type === "REQUEST"
                ? "change"
                : undefined);
        if (over.recipients.length === 0 && over.type === "REQUEST") over.recipients = pass(draft.actors);
        if (over.recipients.length === 0) over.recipients = pass(draft.recipients);
      } else {
        if (over.type === "THREATEN" && over.mode === undefined) over.mode = threatMode(draft);
        if (over.recipients.length === 0) over.recipients = pass(draft.recipients);
      }
    }
  }
}

const PUNISHING = /^(?:sanction\.(?:convict|foundguilty|conviction|sentence)|coerce\.arrest)/;

/** "sentenced for the murder of a nurse", "arrested two men over the abuse": whoever is punished for a deed did it, as it is told. */
export function blamePunished({ syntax }: Scene, drafts: ReadonlyMap<number, Draft>): void {
  for (const over of drafts.values()) {
    if (over.dropped || !PUNISHING.test(over.rule) || over.recipients.length === 0) continue;
    const punished = over.recipients.map(({ word }) => word);
    for (const on of [over.word, ...punished])
      for (const word of syntax.oblique(on, "for", "over")) {
        const deed = drafts.get(word.index);
        if (deed?.type === "ASSAULT" && deed.actors.length === 0)
          deed.actors = punished.map((one) => ({ word: one, implied: true }));
      }
  }
}

/** "criticised the police for their negligence": a pronoun of the deed's own, which is theirs whom the blame names. */
const isOwn = ({ syntax }: Scene, { word, actors }: Draft): boolean =>
  actors.length === 1 &&
  syntax.child(word, (c) => c.deprel === "nmod:poss" && c.upos === "PRON" && c.index === actors[0]?.word.index) !== undefined;

/** "blamed the government and the army for the murder": a deed that was hung on the last of those who are blamed for it. */
function chargeWith({ syntax, classes }: Scene, accusation: Draft, drafts: ReadonlyMap<number, Draft>): void {
  if (accusation.recipients.length === 0 || !classes.has("blame", lemmaOf(accusation.word))) return;
  for (const { word } of accusation.recipients) {
    for (const noun of syntax.oblique(word, "for", "in", "of")) {
      const deed = relation(noun) === "nmod" ? drafts.get(noun.index) : undefined;
      if (deed?.type !== "ASSAULT" || deed.actors.length > 0) continue;
      deed.actors = accusation.recipients.map((one) => ({ word: one.word, implied: true }));
    }
  }
}

/** "condemned the massacre of the priests": whoever did it is meant, told or not, and never those to whom it was done. */
export function blameDoers({ syntax }: Scene, drafts: ReadonlyMap<number, Draft>): void {
  for (const draft of drafts.values()) {
    if (draft.dropped || draft.type !== "ACCUSE") continue;
    const object = syntax.object(draft.word)?.word;
    const deed = object && drafts.get(object.index);
    if (!deed || (deed.type !== "ASSAULT" && deed.type !== "COERCE")) continue;
    const victims = new Set(deed.recipients.map(({ word }) => word.index));
    draft.recipients = draft.recipients.filter(({ word }) => !victims.has(word.index));
    if (draft.recipients.length === 0) draft.recipients = deed.actors.map(({ word }) => ({ word, implied: true }));
    draft.blames = true;
  }
}

/** "failed to disperse the mob": what was left undone is told by its own frame, and the failing is no second event. */
export function dropFailures(drafts: ReadonlyMap<number, Draft>): void {
  for (const draft of drafts.values()) {
    const { standing, dropped, type } = draft;
    if (dropped) continue;
    for (const word of standing.above) {
      const over = drafts.get(word.index);
      if (!over || over.dropped || !isInherent(over.frame.id)) continue;
      if (standing.polarity === "negated") over.dropped = true;
      // "did nothing to stop the riot": nor is what it was not done for.
      else if (type === over.type && draft.word.head === word.index) draft.dropped = true;
    }
  }
}

/** "demonstrated to demand reforms", "rioted, calling for his removal": what a deed is for is no second event. */
export function dropPurposes(scene: Scene, drafts: Map<number, Draft>): void {
  for (const draft of drafts.values()) {
    if (draft.dropped || draft.word.upos !== "VERB") continue;
    const { word } = draft;
    const { syntax } = scene;
    const above = syntax.head(word);
    const over = above && (drafts.get(above.index) ?? carriedBy(scene, above, drafts));
    const rel = relation(word);
    if (!over || over.dropped || (rel !== "advcl" && rel !== "acl" && rel !== "xcomp") || word.deprel === "acl:relcl") continue;
    const infinitive = syntax.child(word, (c) => c.lower === "to" && c.upos === "PART") !== undefined;
    const demanding =
      over.type === "PROTEST" &&
      (draft.type === "REQUEST" ||
        draft.type === "ACCUSE" ||
        draft.type === "REJECT" ||
        draft.type === "PROTEST" ||
        draft.type === "SUPPORT");
    if (!infinitive && !demanding) continue;
    // "forced the police to open fire": the force of those who act is told, and what drove them to it is no deed against them.
    const driven = infinitive && draft.type === "ASSAULT" && scene.governors.over(word, syntax)?.government;
    if (driven && driven.subject === "recipient" && !driven.negates) {
      over.dropped = true;
      continue;
    }
    if (infinitive && over.type === "MOBILIZE" && draft.type === "ACCUSE") {
      // "sent a team to investigate": the purpose says what the sending is.
      over.type = draft.type;
      over.mode = draft.mode;
      over.rule += `+${draft.rule}`;
    }
    draft.dropped = true;
    if (over.recipients.length === 0) {
      const from = draft.recipients.length > 0 ? draft.recipients : [];
      over.recipients = from
        .filter(({ word: w }) => !over.actors.some((a) => a.word.index === w.index))
        .map(({ word: w }) => ({ word: w, implied: true }));
    }
  }
}

/** The event told by a light verb's noun: "began a hunger strike to demand". */
function carriedBy({ syntax, governors }: Scene, verb: Word, drafts: ReadonlyMap<number, Draft>): Draft | undefined {
  const object = syntax.object(verb)?.word;
  // "took part in a march to demand": the happening hangs on the verb by a preposition.
  for (const word of [...(object ? [object] : []), ...syntax.children(verb).filter((c) => relation(c) === "obl")]) {
    const draft = drafts.get(word.index);
    if (draft && governors.over(draft.word, syntax)?.word.index === verb.index) return draft;
  }
  return undefined;
}

/** "blamed the rebels for the murder", "accused of the bombing". */
function isBlamedFor({ syntax }: Scene, word: Word): boolean {
  const preposition = syntax.preposition(word);
  return ["for", "of", "over", "with", "in"].includes(preposition);
}

/** "condemned the attack": a definite noun tells of what took place. */
function isPresupposed({ syntax }: Scene, word: Word): boolean {
  if (word.upos !== "NOUN" && word.upos !== "PROPN") return false;
  return (
    syntax.child(
      word,
      (c) =>
        (c.deprel === "det" && c.lower !== "a" && c.lower !== "an" && c.lower !== "any" && c.lower !== "no") ||
        c.deprel === "nmod:poss",
    ) !== undefined
  );
}

export function convert(scene: Scene, draft: Draft): void {
  const { standing } = draft;
  if (standing.modality === "hypothetical" || standing.polarity === "negated" || isInherent(draft.frame.id)) return;
  // "would resume attacks": a deed that a light verb tells.
  const verbal = draft.word.upos === "VERB" || draft.frame.pos === "v" || draft.word.deprel === "obj";
  const toCome = standing.future && standing.modality === "planned" && draft.actors.length > 0;
  if (toCome) {
    if (COOPERATION.has(draft.type)) {
      draft.type = "AGREE";
      draft.mode = undefined;
      standing.modality = "actual";
      draft.rule += "+future";
    } else if (CONFLICT.has(draft.type) && verbal) {
      draft.mode = threatMode(draft);
      draft.type = "THREATEN";
      standing.modality = "actual";
      draft.rule += "+future";
    }
  }
  // "there will be consequences", "will not negotiate": what is threatened or refused is to come, and the threat or refusal has been made.
  if ((draft.type === "THREATEN" || (draft.type === "REJECT" && draft.frame.negated)) && standing.modality === "planned")
    standing.modality = "actual";
  if (toCome) return;
  if (standing.obliged && verbal) {
    const speech = speechOver(scene, draft.word);
    const speaker = speech && scene.syntax.subject(speech);
    if (!speaker || CONFLICT.has(draft.type)) return;
    draft.mode = ASKED[draft.type] ?? "change";
    draft.type = "REQUEST";
    draft.recipients = draft.actors.map(({ word }) => ({ word, implied: true }));
    draft.actors = [{ word: speaker.word, implied: true }];
    standing.modality = "actual";
    draft.rule += "+must";
  }
}

/** The verb of saying whose content a clause is. */
function speechOver({ syntax, classes }: Scene, word: Word): Word | undefined {
  const clause = syntax.clauseHead(word);
  const above = syntax.head(clause);
  if (above && relation(clause) === "ccomp" && classes.has("say", lemmaOf(above))) return above;
  const inside = syntax.child(clause, (c) => relation(c) === "parataxis" && classes.has("say", lemmaOf(c)));
  return inside;
}

/** Mentions of one happening in one clause become one event; the word that says what was done is kept. */
export function merge(scene: Scene, drafts: Map<number, Draft>): void {
  const { syntax } = scene;
  // A draft that was taken in -> the one that it is now part of: "attack kills one, wounds two" is one.
  const taken = new Map<Draft, Draft>();
  const standing = (index: number): Draft | undefined => {
    const draft = drafts.get(index);
    return draft && (taken.get(draft) ?? draft);
  };
  for (const draft of drafts.values()) {
    if (draft.dropped) continue;
    // "rioting and police firing left two dead": a gerund that was hung on whoever fired stands where he does.
    const fired = draft.word.deprel === "acl" && draft.frame.pos === "n" && draft.word.xpos === "VBG";
    let at = (fired && syntax.head(draft.word)) || draft.word;
    const whole = wholeOf(scene, draft);
    const above = overAttempt(scene, draft, drafts);
    if (above && !above.dropped) {
      const main = join(scene, taken.get(above) ?? above, draft);
      taken.set(main === draft ? above : draft, main);
      continue;
    }
    for (let n = 0; n < 4; n++) {
      const above = syntax.head(at);
      if (!above) break;
      const over = standing(above.index) ?? (n === 0 ? standing(broughtBy(scene, at, drafts)?.word.index ?? -1) : undefined);
      if (over && !over.dropped && over !== draft && over.type === draft.type) {
        // Beside a verb that was taken in, one with a subject of its own tells of another happening.
        const apart = over !== drafts.get(above.index) && relation(at) === "conj" && syntax.has(at, "nsubj");
        const told = over.word === whole || isOneHappening(scene, draft, over, at);
        if (!apart && !isAnswer(scene, at) && told) {
          const main = join(scene, over, draft);
          const part = main === over ? draft : over;
          for (const [one, whole] of taken) if (whole === part) taken.set(one, main);
          taken.set(part, main);
        }
        break;
      }
      const rel = relation(at);
      if (isAnswer(scene, at)) break;
      if (
        rel !== "obl" &&
        rel !== "nmod" &&
        rel !== "obj" &&
        rel !== "xcomp" &&
        rel !== "nsubj" &&
        rel !== "csubj" &&
        rel !== "acl" &&
        rel !== "advcl" &&
        rel !== "conj"
      )
        break;
      if ((rel === "acl" || rel === "advcl" || rel === "conj") && n > 0) break;
      at = above;
    }
  }
}

/**
 * "opened fire on men trying to storm the gate, killing five": what an attempt is told to have brought about, behind a comma, is
 * of the deed that the sentence tells before it.
 */
function overAttempt({ syntax, classes }: Scene, { type, word }: Draft, drafts: ReadonlyMap<number, Draft>): Draft | undefined {
  const attempt = word.deprel === "advcl" && word.xpos === "VBG" ? drafts.get(word.head) : undefined;
  if (!attempt || type !== "ASSAULT" || attempt.standing.modality === "actual" || !classes.has("outcome", lemmaOf(word)))
    return undefined;
  if (syntax.at(word.index - 1, word)?.lower !== ",") return undefined;
  for (let at = syntax.head(attempt.word), n = 0; at && n < 6; at = syntax.head(at), n++) {
    const over = drafts.get(at.index);
    if (over?.type === "ASSAULT" && !over.dropped) return over.standing.modality === "actual" ? over : undefined;
  }
  return undefined;
}

/** "an attack on a bar in the port, which killed nine": the happening that a relative clause tells the outcome of, though it was hung on a place. */
function wholeOf({ syntax }: Scene, { word }: Draft): Word | undefined {
  if (word.deprel !== "acl:relcl") return undefined;
  const subject = syntax.subject(word)?.word;
  return subject && subject.index !== word.head ? subject : undefined;
}

const ANSWERS = new Set(["response", "retaliation", "revenge", "answer", "reply", "reprisal", "reaction", "aftermath", "wake"]);

/** "in response to a raid", "in retaliation for the raid", "a day after the raid", "a day after jets hit …": another happening than the one told. */
function isAnswer({ syntax }: Scene, at: Word): boolean {
  if (ANSWERS.has(lemmaOf(at))) return true;
  for (const child of syntax.children(at)) {
    // "three days after a jet killed …": however the preposition hangs.
    if (relation(child) === "obl" && TIMES.has(lemmaOf(child)) && syntax.at(child.index + 1, child)?.lower === "after")
      return true;
    if (child.deprel !== "case" && child.deprel !== "mark") continue;
    const before = syntax.at(child.index - 1, child);
    if (before && ANSWERS.has(lemmaOf(before))) return true;
    if (before && child.lower === "after" && TIMES.has(lemmaOf(before))) return true;
  }
  return false;
}

const TIMES = new Set(["minute", "hour", "day", "week", "month", "year"]);
const MANNER = new Set(
  "in|by|during|with|from|when|after|through|for|of|as|because of|due to|as a result of|as a consequence of|following|out of".split(
    "|",
  ),
);

function isOneHappening(scene: Scene, lower: Draft, upper: Draft, at: Word): boolean {
  const { syntax, classes } = scene;
  if (lower.standing.polarity !== upper.standing.polarity) return false;
  const rel = relation(at);
  const outcome = (draft: Draft) => classes.has("outcome", lemmaOf(draft.word)) || classes.has("outcome", draft.word.lower);
  if (lower.type === "ASSAULT") {
    if ((lower.mode === "abduct") !== (upper.mode === "abduct")) return false;
    const either = outcome(lower) || outcome(upper);
    if (rel === "nsubj" || rel === "csubj") return true;
    // "killed, most of them by gunfire"
    // "strikes the camp after rocket fire": what somebody does after a happening is another.
    if (/^(?:after|following)/.test(syntax.preposition(at)) && upper.actors.length > 0 && !outcome(upper)) return false;
    if (rel === "obl" && at.lower === "death" && syntax.preposition(at) === "to") return true;
    if (rel === "obl" || rel === "nmod") return MANNER.has(syntax.preposition(at)) && (either || upper.word.upos === "VERB");
    if (rel === "obj" || rel === "xcomp") return true;
    if (rel === "acl") return either;
    if (rel === "advcl") {
      // "Gunmen stormed the camp after a drone killed their leader": two doers, two deeds; "died when gunmen stormed" is one.
      if (outcome(lower) && !outcome(upper) && syntax.has(at, "nsubj") && syntax.has(upper.word, "nsubj")) return false;
      // "Police kill five as protesters storm parliament"
      if (lower.actors.length > 0 && upper.actors.length > 0 && syntax.has(at, "nsubj") && syntax.has(upper.word, "nsubj"))
        return false;
      const mark = syntax.child(at, (c) => c.deprel === "mark")?.lower;
      return either && (mark === undefined || mark === "when" || mark === "after" || mark === "as" || mark === "by");
    }
    if (rel === "conj")
      return either && !(syntax.has(at, "nsubj") && syntax.has(upper.word, "nsubj") && !(outcome(lower) && outcome(upper)));
    return false;
  }
  if (rel === "conj") return lower.frame.id === upper.frame.id && !syntax.has(at, "nsubj") && lower.type !== "AGREE";
  if (rel === "acl" && at.deprel === "acl:relcl") return false;
  if (rel === "advcl") {
    // "While the police were deployed, the board stationed guards": two doers, two deeds; "arrested for blocking a road": why.
    if (syntax.has(at, "nsubj") && syntax.has(upper.word, "nsubj")) return false;
    const mark = syntax.child(at, (c) => c.deprel === "mark")?.lower;
    return mark === undefined || mark === "by" || mark === "in" || mark === "to" || mark === "when" || mark === "as";
  }
  return true;
}

/** The upper draft takes in the lower one, or the other way round when the upper only tells the outcome; the one that stays. */
function join({ classes, syntax }: Scene, upper: Draft, lower: Draft): Draft {
  const outcome = (draft: Draft) => classes.has("outcome", lemmaOf(draft.word)) || classes.has("outcome", draft.word.lower);
  const noun = lower.word.upos !== "VERB";
  // "killed by gunfire": the agent of the outcome is no word for the whole; "killed in the raid" is.
  const agent = noun && syntax.preposition(lower.word) === "by";
  const main = outcome(upper) && !outcome(lower) && !agent ? lower : upper;
  const other = main === upper ? lower : upper;
  other.dropped = true;
  main.merged.push(other.word, ...other.merged);
  const involved = new Set([main.word.index, ...main.merged.map((w) => w.index)]);
  const add = (to: Found[], from: Found[]) => {
    for (const found of from)
      if (!involved.has(found.word.index) && !to.some((x) => x.word.index === found.word.index)) to.push(found);
  };
  main.actors = main.actors.filter(({ word }) => !involved.has(word.index));
  if (main.actors.length === 0) add(main.actors, other.actors);
  const recipients: Found[] = [];
  add(recipients, outcome(other) ? other.recipients : main.recipients);
  add(recipients, outcome(other) ? main.recipients : other.recipients);
  main.recipients = recipients.filter(({ word }) => !main.actors.some((a) => a.word.index === word.index));
  add(main.instruments, other.instruments);
  if (main.mode === undefined || (main.mode === "targeted" && other.mode)) main.mode = other.mode ?? main.mode;
  if (main === lower) {
    // What the outcome's clause says of reality holds of the whole: "was not killed in the attack" tells of the attack.
    main.standing = { ...main.standing, modality: upper.standing.modality };
  }
  return main;
}
