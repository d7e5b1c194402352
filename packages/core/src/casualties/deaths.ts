import type { Document, Word } from "../model/index.ts";
import { childrenOf } from "../shared/tree.ts";

/** How far behind its verb "to death" may stand: "hacked at least a dozen villagers, among them two children, to death". */
const REACH = 16;
/** What goes no further than words: "sentenced to death", "scared to death". */
const SPOKEN = /^(?:sentence|condemn|scare|frighten|bore|worry|work|love|threaten|lead|amount|come|contribute|commit|fight)$/;
/** Of these the subject dies where nothing is done to anybody: "starved to death". */
const DYING = /^(?:starve|freeze|froze|bled|fell|bleed|burn|choke|fall|plunge|jump|suffocate|crush)$/;

/**
 * Where those stand who are told to have died of what a verb tells: "hacked 11 villagers to death", "was beaten to death",
 * "burned alive"; undefined where nobody died.
 */
export function victimsOfDeath(document: Document, verb: Word): "object" | "subject" | undefined {
  const lemma = verb.lemma.toLowerCase();
  if (SPOKEN.test(lemma) || !(isEndedBy(document, verb) || isAlive(document, verb, lemma))) return undefined;
  const done =
    childrenOf(document, verb, "obj", "nsubj:pass", "aux:pass").length > 0 || childrenOf(document, verb, "nsubj").length === 0;
  return done || !DYING.test(lemma) ? "object" : "subject";
}

/** "to death" behind the verb, hung on it or right behind it. */
function isEndedBy(document: Document, verb: Word): boolean {
  for (let i = verb.index + 2; i < verb.index + REACH; i++) {
    const death = document.words[i];
    if (!death || death.sentence !== verb.sentence) return false;
    if (death.lower !== "death" || document.words[i - 1]?.lower !== "to") continue;
    return death.head === verb.index || i === verb.index + 2;
  }
  return false;
}

/** "burned alive", "buried three prisoners alive" */
const isAlive = (document: Document, verb: Word, lemma: string): boolean =>
  /^(?:burn|bury|roast)$/.test(lemma) &&
  (document.words[verb.index + 1]?.lower === "alive" ||
    childrenOf(document, verb, "xcomp", "advmod", "advcl").some(({ lower }) => lower === "alive"));
