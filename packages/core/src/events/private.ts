import type { PloverType, Word } from "../model/index.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";

/** What is said and settled: between a cook and his guests, or two firms, it is no politics. Violence is told whoever does it. */
const SAID: ReadonlySet<PloverType> = new Set([
  "ACCUSE",
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "COOPERATE",
  "CONCEDE",
  "REJECT",
  "REQUEST",
  "THREATEN",
  "COERCE",
  "SANCTION",
]);
/** Sectors of politics: what is done to one of these is coded, whoever does it. */
const POLITICAL: ReadonlySet<string> = new Set([
  "GOV",
  "MIL",
  "COP",
  "LEG",
  "JUD",
  "REB",
  "OPP",
  "PTY",
  "IGO",
  "SPY",
  "NGO",
  "LAB",
]);

/** "The chef rejected the demands of the guests", "Two firms agreed to merge": all who take part are private. */
export function dropPrivate(scene: Scene, draft: Draft): boolean {
  if (!SAID.has(draft.type)) return false;
  // "The gallery rejected the offer": a house that acts is nobody, and no actor by now.
  const subject = draft.word.upos === "VERB" ? scene.syntax.subject(draft.word) : undefined;
  const acting = draft.actors.length > 0 ? draft.actors : subject ? [subject] : [];
  if (acting.length === 0 || !acting.every(({ word }) => isPrivate(scene, word))) return false;
  return draft.recipients.every(({ word }) => !isPolitical(scene, word));
}

/** A firm, or somebody of a calling that has no part in politics. A name says nothing of it, unless it is a firm's. */
function isPrivate({ nominals, classes }: Scene, word: Word): boolean {
  const core = nominals.core(word);
  const entity = nominals.entity(core);
  if (entity?.kind === "business" || entity?.sector === "BUS") return true;
  return core.upos === "NOUN" && classes.has("private", lemmaOf(core));
}

function isPolitical({ nominals, kinds }: Scene, word: Word): boolean {
  const entity = nominals.entity(word) ?? nominals.modifierEntity(word);
  if (entity && (entity.kind === "state" || POLITICAL.has(entity.sector ?? ""))) return true;
  return (
    kinds.isA(word, "@official") || (word.lower !== "striker" && kinds.isA(word, "@protester")) || entity?.kind === "population"
  );
}
