import type { Document, Entity, Knowledge, Place, Report } from "../model/index.ts";
import { byPosition } from "../shared/spans.ts";
import { wordFrom } from "../shared/words.ts";
import { compose } from "./entities.ts";
import type { Candidate } from "./find/candidate.ts";
import { dropDoubles } from "./find/doubles.ts";
import { findNames } from "./find/names.ts";
import { findNominals } from "./find/nominals.ts";
import { findPronouns } from "./find/pronouns.ts";
import { read } from "./find/reading.ts";
import { readActors } from "./lexicon/actors.ts";
import { readDeeds } from "./lexicon/deeds.ts";
import { readGivenNames } from "./lexicon/given.ts";
import { readNouns } from "./lexicon/nouns.ts";
import { readTitles } from "./lexicon/titles.ts";
import { Clusters } from "./link/clusters.ts";
import { linkDescriptions } from "./link/descriptions.ts";
import { linkNames } from "./link/names.ts";
import { linkPronouns } from "./link/pronouns.ts";
import { quotationsOf, speakersOf } from "./link/quotes.ts";
import { linkNeighbours, linkRoles } from "./link/roles.ts";
import { linkSpeakers } from "./link/speakers.ts";

/** Finds who is spoken of: names, descriptions and pronouns, joined to entities with country, kind and sector. */
export interface EntityFinder {
  find(document: Document, report: Report, places: readonly Place[]): Entity[];
}

export function createEntityFinder(knowledge: Knowledge): EntityFinder {
  const prepared = { actors: readActors(knowledge), titles: readTitles(knowledge), deeds: readDeeds(knowledge) };
  const nouns = readNouns(knowledge);
  const given = readGivenNames(knowledge);

  return {
    find(document, report, places) {
      const reading = read(document, report, places, prepared);
      // Names first: no word of theirs heads a description.
      const names = findNames(reading, nouns, given);
      const taken = new Uint8Array(document.words.length);
      for (const { start, end } of names) {
        for (let i = wordFrom(document.words, start); i < taken.length && (document.words[i]?.start ?? 0) < end; i++)
          taken[i] = 1;
      }
      const candidates: Candidate[] = dropDoubles(
        document,
        [...names, ...findNominals(reading, nouns, taken), ...findPronouns(reading)].sort(byPosition),
      );
      const clusters = new Clusters(candidates);
      const heads = new Int32Array(document.words.length).fill(-1);
      for (const [i, { word }] of candidates.entries()) if ((heads[word] as number) < 0) heads[word] = i;

      // From what is surest to what is least: each sieve may lean on what those before it joined.
      linkNames(clusters);
      linkRoles(reading, clusters, heads);
      linkNeighbours(reading, clusters);
      linkDescriptions(reading, clusters, heads, false);
      const quotes = speakersOf(document, quotationsOf(document), heads);
      linkPronouns(reading, clusters, quotes);
      linkDescriptions(reading, clusters, heads, true);
      const sides = linkSpeakers(document, clusters, quotes);
      return compose(reading, clusters, heads, sides);
    },
  };
}
