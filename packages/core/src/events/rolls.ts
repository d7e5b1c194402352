import type { Argument, Event, Word } from "../model/index.ts";
import type { Roll } from "../shared/rolls.ts";
import { headOf } from "../shared/words.ts";
import type { Scene } from "./scene.ts";

/** How many sentences back the happening of a list may stand: "Gunmen attacked a farm. … The dead are …". */
const BACK = 6;

/** Gives those whom a report lists to the happening that they came to harm in, or that they did. */
export function callRolls(scene: Scene, rolls: readonly Roll[], events: readonly Event[]): void {
  if (rolls.length === 0 || events.length === 0) return;
  const placed = events.map((event) => ({ event, head: headOf(scene.document, event.trigger) }));
  for (const roll of rolls) {
    const spoken = roll.open ? partOf(scene, roll, placed) : undefined;
    const event = roll.open ? spoken?.event : happeningOf(scene, roll, placed);
    if (!event) continue;
    const doers = roll.open ? spoken?.doers : roll.doers;
    const known = doers ? event.actors : event.recipients;
    const heads = roll.members.filter(
      (one) => scene.kinds.isA(one, "@human") && !(describes(roll, one, scene) && known.some(isSomebody)),
    );
    if (heads.length === 0) continue;
    const trigger = headOf(scene.document, event.trigger) as Word;
    const implied = trigger.sentence !== roll.group.sentence;
    const told = heads.map((word) => scene.phrases.argument({ word, implied }, trigger));
    if (doers) event.actors = withTold(event.actors, told);
    else event.recipients = withTold(event.recipients, told).filter((one) => !isPointer(scene, roll, one));
  }

  function isSomebody({ head }: Argument): boolean {
    const word = headOf(scene.document, head);
    return word !== undefined && scene.kinds.isA(word, "@human");
  }
}

/** "The victim was the sister of an officer", "the dead were farmers": what those were who are known, and nobody else. */
const describes = ({ one, part, doers, members }: Roll, head: Word, { syntax }: Scene): boolean =>
  head.upos !== "PROPN" && !part && (one || (!doers && members.length === 1 && !syntax.has(head, "nummod")));

function withTold(own: readonly Argument[], told: readonly Argument[]): Argument[] {
  const isNew = (one: Argument) =>
    !own.some(
      (other) => (one.entity !== undefined && other.entity === one.entity) || (one.start < other.end && other.start < one.end),
    );
  return [...own, ...told.filter(isNew)].sort((a, b) => a.start - b.start || b.end - a.end);
}

/** "Those killed were …", "among those killed was …": the word for all of them, which names nobody. */
const isPointer = ({ document }: Scene, { group }: Roll, { head }: Argument): boolean =>
  head.start === group.start && /^(?:those|ones|persons)$/i.test(document.text.slice(head.start, head.end));

/** "They were identified as …": the last happening before that they had a part in, and which. */
function partOf(scene: Scene, { group }: Roll, placed: readonly Placed[]): { event: Event; doers: boolean } | undefined {
  const entity = scene.nominals.entity(group)?.id;
  if (entity === undefined) return undefined;
  for (const { event, head } of [...placed].reverse()) {
    if (
      !head ||
      head.index > group.index ||
      head.sentence < group.sentence - BACK ||
      (event.type !== "ASSAULT" && event.mode !== "arrest")
    )
      continue;
    const isThey = (one: Argument) => one.entity === entity;
    if (event.recipients.some(isThey)) return { event, doers: false };
    if (event.actors.some(isThey)) return { event, doers: true };
  }
  return undefined;
}

interface Placed {
  event: Event;
  head: Word | undefined;
}

/** The happening of a list: the deed that its words tell, one told before it in its sentence, or the nearest before. */
function happeningOf(scene: Scene, { group, deed, outcome, doers, members }: Roll, placed: readonly Placed[]): Event | undefined {
  const first = members[0] as Word;
  const isReal = ({ event }: Placed) => event.modality === "actual" && event.polarity === "affirmed";
  const fits = (one: Placed) => {
    const { event } = one;
    if (!isReal(one)) return false;
    if (event.type !== "ASSAULT") return event.type === "COERCE" && event.mode === "arrest" && outcome === undefined && !doers;
    return outcome === undefined || doers || (outcome === "abducted") === (event.mode === "abduct");
  };
  const own = placed.filter(({ head }) => head?.sentence === group.sentence && head.index < first.index);
  const told =
    own.find(({ event }) => deed && event.trigger.start <= deed.start && deed.end <= event.trigger.end) ?? own.find(fits);
  if (told) return told.event;
  if (own.length > 0 && deed?.upos === "VERB" && outcome === undefined) return undefined;
  const before = placed.filter(
    (one) => one.head && one.head.sentence < group.sentence && one.head.sentence >= group.sentence - BACK && fits(one),
  );
  const nearest = before.at(-1)?.head?.sentence;
  const found = before.find(({ head }) => head?.sentence === nearest);
  return found && !isRunning(scene, found) ? found.event : undefined;
}

/** "At least 26 people have been killed": a running total, and no one happening. */
function isRunning({ document }: Scene, { event, head }: Placed): boolean {
  if (
    !head ||
    document.words[head.index - 1]?.lower !== "been" ||
    !/^ha(?:s|ve)$/.test(document.words[head.index - 2]?.lower ?? "")
  )
    return false;
  return event.recipients.some(({ start, end }) => /\d/.test(document.text.slice(start, end)));
}
