import type { Event, Word } from "../model/index.ts";
import type { Draft } from "./draft.ts";

/** How many sentences back a deed may have been told that a noun points to. */
const REACH = 6;

/** Frames of nouns that point back to a deed told before: "the crime", "this act". */
export const isEcho = (rule: string): boolean => rule.includes(".echo");

/**
 * "Gunmen killed the mayor. … Police blamed the Red Front for the crime": what a noun says of a deed that an earlier sentence told.
 * It is of the kind of that deed, and told again only for who did it.
 */
export class Echoes {
  private readonly told: { sentence: number; event: Event }[] = [];

  /** Takes note of what a sentence told, for those that follow. */
  note({ word }: Draft, event: Event): void {
    const { type, polarity, modality } = event;
    if (type === "ASSAULT" && polarity === "affirmed" && modality === "actual")
      this.told.push({ sentence: word.sentence, event });
  }

  /** Drops what points to nothing, or says nothing of its doer; the rest is made of the kind of what it points to. */
  resolve(drafts: ReadonlyMap<number, Draft>): void {
    for (const draft of drafts.values()) {
      if (draft.dropped || !isEcho(draft.rule)) continue;
      const here = besideOf(draft, drafts);
      // "after the murder of the mayor, police blamed the Red Front for the crime": told in the same breath.
      if (here && here.actors.length === 0) here.actors = draft.actors.filter(({ word }) => !within(here, word));
      const before = this.told[this.told.length - 1];
      const far = before === undefined || draft.word.sentence - before.sentence > REACH;
      draft.dropped = here !== undefined || far || draft.actors.length === 0;
      if (before) draft.mode = before.event.mode;
    }
  }
}

/** A deed that is told before the noun in its own sentence. */
function besideOf(echo: Draft, drafts: ReadonlyMap<number, Draft>): Draft | undefined {
  let found: Draft | undefined;
  for (const draft of drafts.values())
    if (!draft.dropped && draft.type === "ASSAULT" && !isEcho(draft.rule) && draft.word.index < echo.word.index) found = draft;
  return found;
}

const within = ({ recipients }: Draft, word: Word): boolean => recipients.some((one) => one.word.index === word.index);
