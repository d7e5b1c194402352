import type { Document, Entity, Event, Word } from "../model/index.ts";
import { childrenOf } from "../shared/tree.ts";

type KindAt = (word: Word) => string | undefined;

const FORCES =
  /^(?:force|forces|troops|soldiers|team|unit|patrol|army|marines|commandos|militants|rebels|gunmen|military|insurgents|fighters)$/;
const POLICE = /^(?:police|officers|authorities|agents|prosecutors|troopers|deputies)$/;
const CAPTORS = /^(?:gunmen|militants|rebels|kidnappers|guerrillas|insurgents|pirates|bandits|extremists|captors|it|they|group)$/;

/** Whether soldiers or fighters did it (true), police (false), or it is not said who: only soldiers and fighters "capture". */
export function byForces(document: Document, cue: Word, kindAt: KindAt): boolean | undefined {
  const agents = [...doers(document, cue), ...childrenOf(document, cue, "obl:agent")];
  const head = document.words[cue.head];
  if (head && cue.upos !== "NOUN") {
    if (cue.deprel === "conj" || cue.deprel === "advcl" || cue.deprel === "xcomp") agents.push(...doers(document, head));
    if (cue.deprel === "acl" && childrenOf(document, cue, "obj").length > 0) agents.push(head);
  }
  // A dateline may have taken the subject away: the noun right before a verb of the past is it.
  const before = document.words[cue.index - 1];
  if (agents.length === 0 && before?.upos === "NOUN" && before.sentence === cue.sentence && cue.xpos === "VBD")
    agents.push(before);
  // "the national security and international assistance forces": the last of a list names its sort.
  agents.push(...agents.flatMap((agent) => childrenOf(document, agent, "conj")));
  let police = false;
  for (const agent of agents) {
    if (FORCES.test(agent.lower)) return true;
    const kind = kindAt(agent);
    if (kind === "military" || kind === "armed-group" || kind === "intergovernmental") return true;
    if (kind === "police" || POLICE.test(agent.lower)) police = true;
  }
  return police ? false : agents.length > 0 && kindAt(agents[0] as Word) !== undefined ? false : undefined;
}

/** Whether most of what a report tells was done by soldiers. */
export function ofSoldiers(events: readonly Event[], entities: readonly Entity[]): boolean {
  const kinds = new Map(entities.map(({ id, kind }) => [id, kind]));
  const doers = events.flatMap(({ actors }) => actors);
  return doers.filter(({ entity }) => kinds.get(entity ?? "") === "military").length * 2 > doers.length;
}

/** The subject of a verb, where it does something and nothing is done to it. */
const doers = (document: Document, verb: Word): Word[] =>
  childrenOf(document, verb, "nsubj").filter(({ deprel }) => deprel !== "nsubj:pass");

/** Whether gunmen, rebels and the like did it: what police hold is held in custody. */
export function byCaptors(document: Document, cue: Word, kindAt: KindAt): boolean {
  const agents = [...childrenOf(document, cue, "nsubj"), ...childrenOf(document, cue, "obl:agent", "obl")];
  const head = document.words[cue.head];
  if (head && (cue.deprel === "acl" || cue.deprel === "acl:relcl")) agents.push(head);
  if (head && cue.deprel === "conj") agents.push(...childrenOf(document, head, "nsubj"));
  const passive = childrenOf(document, cue, "nsubj:pass").some(({ lower }) =>
    /^(?:captives|hostages|schoolchildren|tourists)$/.test(lower),
  );
  return passive || agents.some((agent) => kindAt(agent) === "armed-group" || CAPTORS.test(agent.lower));
}

/** Whom the events say that they were done to, by the words of their triggers: what a tree alone may miss. */
export function recipientsByTrigger(
  document: Document,
  events: readonly Event[],
  wordAt: (offset: number) => Word | undefined,
): (cue: Word) => Word[] {
  const byWord = new Map<number, Event>();
  for (const event of events) {
    const word = wordAt(event.trigger.start);
    for (let i = word?.index ?? Number.POSITIVE_INFINITY; ; i++) {
      const next = document.words[i];
      if (!next || next.start >= event.trigger.end) break;
      if (!byWord.has(i)) byWord.set(i, event);
    }
  }
  return (cue) => {
    const heads = (byWord.get(cue.index)?.recipients ?? []).map(({ head }) => wordAt(head.start));
    return heads.filter((head): head is Word => head?.sentence === cue.sentence && !isInside(document, head, heads));
  };
}

/** "a helicopter carrying three soldiers was shot down": who was inside what was struck was not said to be hurt. */
function isInside(document: Document, head: Word, others: readonly (Word | undefined)[]): boolean {
  let at: Word | undefined = head;
  for (let n = 0; at && n < 4; n++) {
    const above: Word | undefined = document.words[at.head];
    if (above && above !== head && others.includes(above)) return /^(?:acl|nmod)/.test(at.deprel);
    at = above;
  }
  return false;
}
