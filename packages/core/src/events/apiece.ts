import type { Word } from "../model/index.ts";
import type { Draft } from "./draft.ts";
import type { Scene } from "./scene.ts";

/** Deeds that happen at a place each: bombs that went off. */
const PLACED = /^assault\.(?:explode|blast|detonate|strike\.weapon|bomb)/;
const EACH = /^(?:one|another|other|others|second|third|two|three)$/;
const WHERE = /^(?:at|near|in|outside|inside|on|under|opposite|behind|beside|by)$/;
/** How many words behind the first "one at" the last may stand. */
const REACH = 40;

/** "Bombs went off, one at the park, another at the market": each of several struck what it is told to have been at. */
export function strikeApiece({ document, kinds }: Scene, draft: Draft): void {
  if (!PLACED.test(draft.frame.id)) return;
  const struck: Word[] = [];
  for (let i = draft.word.index + 1; i < draft.word.index + REACH; i++) {
    const [each, where] = [document.words[i], document.words[i + 1]];
    if (!each || !where || where.sentence !== draft.word.sentence) break;
    if (each.upos === "VERB" && each.xpos === "VBD") break;
    if (!EACH.test(each.lower) || !WHERE.test(where.lower) || where.deprel !== "case") continue;
    const place = document.words[where.head];
    if (place && place.index > where.index && kinds.isA(place, "@structure")) struck.push(place);
  }
  // One alone may be any other's: "killed one at the gate".
  if (struck.length === 0) return;
  const known = new Set(draft.recipients.map(({ word }) => word.index));
  for (const word of struck) if (!known.has(word.index)) draft.recipients.push({ word, implied: true });
}
