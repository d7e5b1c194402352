import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";
import { broughtBy } from "./struck.ts";
import type { Found, Syntax } from "./syntax.ts";

/** Mentions of one happening in one clause become one event; the word that says what was done is kept. */
export function merge(scene: Scene, drafts: Map<number, Draft>): void {
  const { syntax, classes } = scene;
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
    const whole = wholeOf(scene, draft, drafts);
    const above = overAttempt(scene, draft, drafts);
    if (above && !above.dropped) {
      const main = join(scene, taken.get(above) ?? above, draft);
      taken.set(main === draft ? above : draft, main);
      continue;
    }
    for (let n = 0; n < 4; n++) {
      const above = syntax.head(at);
      if (!above) break;
      const over =
        standing(above.index) ??
        (n === 0 && whole ? standing(whole.index) : undefined) ??
        (n === 0 ? standing(broughtBy(scene, at, drafts)?.word.index ?? -1) : undefined);
      if (over && !over.dropped && over !== draft && over.type === draft.type) {
        // Beside a verb that was taken in, one with a subject of its own tells of another happening.
        const beside = drafts.get(above.index);
        const toll = beside?.word.deprel === "acl:relcl" && classes.has("outcome", lemmaOf(at));
        const apart = over !== beside && relation(at) === "conj" && syntax.has(at, "nsubj") && !toll;
        const told = over.word === whole || (toll && over !== beside) || isOneHappening(scene, draft, over, at);
        let main: Draft | undefined;
        if (!apart && !isAnswer(scene, at) && told) {
          main = join(scene, over, draft);
          const part = main === over ? draft : over;
          for (const [one, whole] of taken) if (whole === part) taken.set(one, main);
          taken.set(part, main);
        }
        // "were killed when a bomb hit their vehicle": what the clause tells of did it.
        if (main !== draft || relation(above) !== "advcl" || !isMeanwhile(scene, above)) break;
        at = above;
        continue;
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
      // "the leader of the group that attacked the base was killed": what they did, and what befell somebody of theirs.
      if (
        draft.type === "ASSAULT" &&
        n > 0 &&
        rel === "nmod" &&
        draft.word.deprel === "acl:relcl" &&
        scene.kinds.isA(at, "@actor")
      )
        break;
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
function wholeOf({ syntax, classes }: Scene, { word }: Draft, drafts: ReadonlyMap<number, Draft>): Word | undefined {
  if (word.deprel !== "acl:relcl") return undefined;
  // "an attack on a hotel in which a minister died"
  const inWhich = syntax.oblique(word, "in", "during").find(({ lower }) => lower === "which");
  if (inWhich && classes.has("outcome", lemmaOf(word)))
    for (let at = syntax.head(word), n = 0; at && n < 4; at = syntax.head(at), n++) {
      if (drafts.get(at.index)?.type === "ASSAULT") return at;
      if (relation(at) !== "nmod") break;
    }
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

const isMeanwhile = ({ syntax }: Scene, clause: Word): boolean =>
  syntax.child(clause, (c) => /^(?:mark|advmod)$/.test(c.deprel) && /^(?:when|as|after)$/.test(c.lower)) !== undefined;

const TIMES = new Set(["minute", "hour", "day", "week", "month", "year"]);
const MANNER = new Set(
  "in|by|during|with|from|when|after|through|for|of|as|because of|due to|as a result of|as a consequence of|following|out of".split(
    "|",
  ),
);

function isOneHappening(scene: Scene, lower: Draft, upper: Draft, at: Word): boolean {
  const { syntax, classes } = scene;
  if (lower.standing.polarity !== upper.standing.polarity || isElsewhere(scene, lower, upper)) return false;
  const rel = relation(at);
  // "killed 14 rebels and lost two men": what each side did to the other.
  if (rel === "conj" && (lower.frame.id === "assault.lose") !== (upper.frame.id === "assault.lose")) return false;
  const outcome = (draft: Draft) =>
    classes.has("outcome", lemmaOf(draft.word)) || classes.has("outcome", draft.word.lower) || isDeadly(syntax, draft.word);
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
      return (
        either && (mark === undefined || mark === "when" || mark === "after" || mark === "as" || mark === "by" || mark === "with")
      );
    }
    // "killed two guards and burned vehicles": behind what came of one deed another is told.
    const both = rel === "conj" && at === lower.word && syntax.has(at, "obj") && syntax.has(upper.word, "obj");
    if (both && outcome(upper) && !outcome(lower)) return false;
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

/** "hacking to death 17 passengers", "were burned alive" */
const isDeadly = (syntax: Syntax, word: Word): boolean =>
  word.upos === "VERB" &&
  (syntax.oblique(word, "to").some(({ lower }) => lower === "death") ||
    syntax.child(word, (c) => c.lower === "alive") !== undefined);

/**
 * "The front, which has fought the army for years, attacked a village": what else whoever acts has done; and what those to whom it
 * is done have: "killed a gunman who had shot five people".
 */
const isElsewhere = ({ syntax }: Scene, { word, actors: doers }: Draft, { actors, recipients }: Draft): boolean =>
  word.deprel === "acl:relcl" &&
  ((syntax.child(word, (c) => c.lower === "who" && c.deprel === "nsubj") !== undefined &&
    recipients.some((one) => one.word.index === word.head) &&
    doers.some((one) => one.word.index === word.head)) ||
    (actors.some((actor) => actor.word.index === word.head) &&
      syntax.child(word, (c) => relation(c) === "aux" && /^(?:has|have|had)$/.test(c.lower)) !== undefined));

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
