import type { PloverType, Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import { chargeWith, isBlamedFor, isOwn } from "./blame.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import { isInherent } from "./modality.ts";
import type { Scene } from "./scene.ts";
import type { Found } from "./syntax.ts";
import { isForetold, tellerOf } from "./warnings.ts";

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
          over.recipients.some(({ word: w }) => scene.syntax.preposition(w) !== "to") &&
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

/** Deeds that those who announce them do themselves; people are killed in what others do, too. */
const SWORN = /^assault\.(?:murder|shoot|hang)$/;

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
      // "The minister said the rebels would attack again": foretold by others, and threatened by nobody.
      if (isForetold(scene, draft)) {
        standing.modality = "possible";
        return;
      }
      draft.mode = threatMode(draft);
      draft.type = "THREATEN";
      standing.modality = "actual";
      draft.rule += "+future";
    }
  }
  // "The general said that looters will be shot": he who says so threatens it.
  const sworn = standing.future && standing.modality === "planned" && SWORN.test(draft.frame.id) && draft.actors.length === 0;
  const teller = sworn && scene.syntax.isPassive(draft.word) ? tellerOf(scene, draft.word) : undefined;
  if (teller && ["@armed", "@official"].some((kind) => scene.kinds.isA(teller, kind))) {
    draft.actors = [{ word: teller, implied: true }];
    draft.mode = threatMode(draft);
    draft.type = "THREATEN";
    draft.rule += "+future";
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
