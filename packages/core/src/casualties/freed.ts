import type { Document, Word } from "../model/index.ts";

const FREEING = /^(?:free|release|rescue|liberate|save|recover|exchange|swap|evacuate|ransom|return|deliver|repatriate)$/;
const LEAVING = /^(?:escape|flee|return)$/;

/** "Two hostages were freed", "rescued hostages held at the hotel": of those who get out of captivity nobody is taken. */
export function isFreed(document: Document, head: Word): boolean {
  const verb = document.words[head.head];
  if (!verb) return false;
  // "hostages were set free"
  const set = verb.lemma === "set" && document.words[verb.index + 1]?.lower === "free";
  if (FREEING.test(verb.lemma) || set) return head.deprel === "obj" || head.deprel === "nsubj:pass";
  return LEAVING.test(verb.lemma) && head.deprel === "nsubj";
}
