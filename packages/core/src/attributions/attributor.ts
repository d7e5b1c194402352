import type { Attribution, Document, Entity, Event, Knowledge, Report } from "../model/index.ts";
import { linkChains } from "./chains.ts";
import { countOn } from "./continuations.ts";
import { verbDrafts } from "./cues.ts";
import { finish } from "./finish.ts";
import { hiddenDrafts } from "./hidden.ts";
import { labelDrafts } from "./labels.ts";
import { readLexicon } from "./lexicon.ts";
import { nounDrafts, phraseDrafts } from "./phrases.ts";
import { attachQuotes } from "./quoting.ts";
import { read } from "./reading.ts";
import { tailDrafts } from "./tails.ts";

/** Finds who says what, and which events stand on whose word. */
export interface Attributor {
  attribute(document: Document, report: Report, entities: readonly Entity[], events: readonly Event[]): Attribution[];
}

export function createAttributor(knowledge: Knowledge): Attributor {
  const lexicon = readLexicon(knowledge);
  return {
    attribute(document, report, entities, events) {
      const reading = read(document);
      const drafts = [
        ...verbDrafts(reading, lexicon),
        ...phraseDrafts(reading),
        ...nounDrafts(reading, lexicon),
        ...labelDrafts(reading),
        ...tailDrafts(reading, lexicon),
      ];
      // Quotations go to the cue next to them, or on with the one before, so all cues must be known.
      attachQuotes(reading, drafts);
      drafts.push(...hiddenDrafts(reading));
      countOn(reading, drafts);
      linkChains(reading, drafts, lexicon);
      return finish(reading, drafts, lexicon, entities, events, report.outlet);
    },
  };
}
