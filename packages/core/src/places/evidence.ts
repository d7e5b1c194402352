import type { Word } from "../model/index.ts";
import type { Cues } from "./cues.ts";
import { isDateline } from "./dateline.ts";
import type { Entry, Gazetteer } from "./gazetteer.ts";
import { keyOf } from "./keys.ts";
import type { Reading } from "./reading.ts";
import type { Spot } from "./spot.ts";
import { DIRECTIONS, FORCES, isCapital, isDistance, LOCAL, NEAR, towardOf } from "./vocabulary.ts";

/** Verbs that are done to a government by words. */
const ADDRESSES =
  /^(?:accus|ask|assur|blam|challeng|condemn|criticis|criticiz|inform|notif|persuad|press|pressur|promis|provok|remind|tell|thank|threaten|told|urg|warn)(?:e|ed|es|s|ing|ied|ies|ured|ure)?$/;

/** Verbs of war that are done to places more than to persons. */
const ASSAILS = new Set(
  "shell bombard bomb besiege overrun storm retake recapture liberate encircle evacuate invade occupy raid".split(" "),
);

/** Those that are done to persons as well. */
const STRIKES = new Set("attack assault hit strike capture seize pound target pummel batter".split(" "));

/** Those who do them to towns, and what falls on towns: "rebels attacked Kadugli", "air strikes hit Nuseirat". */
const ASSAILANTS = new Set(
  (
    "airstrike strike raid shell missile rocket drone bomb mortar artillery barrage shelling warplane jet helicopter tank " +
    "rebel gunman militant troop soldier army force fighter insurgent guerrilla militia militiaman jihadist bandit"
  ).split(" "),
);

/**
 * What speaks for and against a name of the gazetteer being a place where it stands: how well known the place is, what
 * the model takes the words for, the words beside them. Notes on the spot what they say of it. In units of one good hint.
 */
export function createEvidence(gazetteer: Gazetteer, cues: Cues): (reading: Reading, spot: Spot) => number {
  return (reading, spot) => {
    const { document, names, shouted, people, at } = reading;
    const { words } = document;
    const loud = shouted[spot.sentence] === true;
    let belief = fame() + (loud ? -1.5 : modelSays()) + wordsBefore() + wordsAfter();
    if (isDateline(document, spot)) {
      spot.dateline = true;
      spot.locative = true;
      belief += 4;
    }
    if (isAssailed()) belief += 1.8;
    // A name that the model knows nothing of is hardly a person's.
    else if (!names[spot.first] && !loud && isPlain() && suffers(STRIKES)) belief += 2.2;
    if (spot.last - spot.first === 1 && people.has(spot.key) && names[spot.first]?.kind !== "place") belief -= 1.5;
    return belief;

    /** "shelled Kharkiv and Odesa": what is done to places. */
    function isAssailed(): boolean {
      return suffers(ASSAILS) || suffers(STRIKES, ASSAILANTS);
    }

    /** The object of one of the verbs, by one of the doers where they are given. */
    function suffers(verbs: ReadonlySet<string>, by?: ReadonlySet<string>): boolean {
      let word = words[spot.last - 1] as Word;
      while (word.deprel === "conj" || word.deprel === "flat") {
        const first = words[word.head] as Word;
        if (first.index >= word.index) return false;
        word = first;
      }
      return /^(?:obj|nsubj:pass)$/.test(word.deprel) && done(words[word.head] as Word);

      function done(verb: Word): boolean {
        const doer = ({ head, deprel, lemma }: Word) =>
          head === verb.index && /^(?:nsubj|obl:agent)$/.test(deprel) && (by?.has(lemma) ?? true);
        return verbs.has(verb.lemma) && (!by || verb.children.some((index) => doer(words[index] as Word)));
      }
    }

    /** Neither an ordinary word nor what people are called. */
    function isPlain(): boolean {
      return !cues.common.has(spot.key) && !cues.givenNames.has(spot.key);
    }

    /** How likely any mention of the name is one of the place: a country, a large city, a hamlet, an ordinary word. */
    function fame(): number {
      // Of the likeliest meanings the best known: "Georgia" is a country too.
      let weight = 0;
      let country = false;
      for (const index of spot.entries.slice(0, 3)) {
        const entry = gazetteer.entry(index);
        weight = Math.max(weight, fameOf(entry));
        country ||= entry.feature === "PCLI";
      }
      if (spot.key.includes(" ")) weight += 0.6;
      if (spot.loose) weight -= 1;
      if (cues.common.has(spot.key) && (!country || loud)) weight -= loud ? 6 : 3.5;
      else if (cues.givenNames.has(spot.key) && !country) weight -= 1.5;
      if (spot.key.length <= 3 && !country) weight -= 1.5;
      const text = document.text.slice(spot.start, spot.end);
      // "Car" is no Central African Republic.
      if (spot.key.length <= 3 && country && text !== text.toUpperCase()) weight -= 6;
      // In capitals "US" may be the pronoun.
      if (spot.key === "us" && loud && !text.includes(".")) weight -= 4;
      return weight;
    }

    /** The model errs on foreign names, so that it weighs less against what everybody knows. */
    function modelSays(): number {
      if (isPartyTown()) return 1;
      const name = names[spot.first] ?? names[spot.last - 1];
      if (!name) return document.names.length === 0 ? -0.3 : -0.9;
      const { kind, score } = name;
      const same = name.first >= spot.first && name.last <= spot.last;
      if (kind === "place") {
        if (same || isKind(name.last - 1)) return 1 + 1.5 * score;
        // The model's name goes on where the gazetteer's ends: "Shawnee" of "Shawnee Park".
        if (isRenowned()) return 1;
        return name.last > spot.last || name.first < spot.first ? -1.5 : 1;
      }
      // Nobody is in a person, and none is shelled: "near Rajouri", "shelled Khan Younis".
      const before = at(spot.first - 1, spot.sentence)?.lower ?? "";
      const doubt = isRenowned() ? 0.4 : isPlain() && (/^(?:in|near|at|around|outside)$/.test(before) || isAssailed()) ? 0.45 : 1;
      if (kind === "person") return same ? doubt * (-0.5 - 2.5 * score) : -1 - 4 * score;
      if (kind === "organisation") {
        if (same) return doubt * (-0.5 - 2 * score);
        // "Palmyra Police Department" is in Palmyra; "Texas Instruments" is wherever it is.
        const opens = name.first === spot.first || isThe(name.first, spot.first);
        if (opens) return cues.institutions.has(words[spot.last]?.lower ?? "") ? -0.5 - 0.8 * score : -1 - 1.5 * score;
        return before === "of" ? -2 : -1 - 3.5 * score;
      }
      return same ? doubt * (-0.5 - 2 * score) : -1 - 2.5 * score;
    }

    /** Countries, capitals and great cities that no person is likely to be called after. */
    function isRenowned(): boolean {
      if (!isPlain()) return false;
      const { feature, population } = gazetteer.entry(spot.entries[0] as number);
      return (
        feature === "PCLI" || feature === "PPLC" || population > 500000 || (spot.key.includes(" ") && !feature.startsWith("PPL"))
      );
    }

    function isThe(a: number, b: number): boolean {
      return a + 1 === b && (words[a] as Word).lower === "the";
    }
    function isKind(i: number): boolean {
      return cues.kinds.has((words[i] as Word).lower);
    }
    /** The words before: "in", "the village of", "Mr."; "northern". */
    function wordsBefore(): number {
      const { sentence, first } = spot;
      let before = at(first - 1, sentence);
      let from = first - 1;
      let belief = 0;
      if (before?.lower === "the") {
        from--;
        before = at(from, sentence);
      }
      // "in northern Mali", "near the western Homs"
      if (before && DIRECTIONS.has(before.lower)) {
        belief += 1;
        const toward = towardOf(before.lower);
        if (toward) spot.toward = toward;
        from--;
        before = at(from, sentence);
      }
      if (!before) return belief;
      const preposition = cues.prepositions.get(before.lower);
      if (preposition !== undefined) belief += preposition;
      if (preposition === 2) spot.locative = true;
      if (
        NEAR.has(before.lower) ||
        (before.lower === "of" && DIRECTIONS.has(at(from - 1, sentence)?.lower ?? "") && isDistance(at(from - 2, sentence)))
      )
        spot.relation = "near";
      const kind = cues.kinds.get(before.lower);
      if (kind?.before && !loud) belief += 0.7;
      const beforeThat = at(from - 1, sentence);
      if (before.lower === "of" && beforeThat && cues.kinds.get(beforeThat.lower)?.before) {
        belief += 2.5;
        spot.kind = beforeThat.lower;
      }
      if (from === first - 1 && !loud) {
        if (cues.titles.has(before.lower)) belief -= 4;
        else if (cues.givenNames.has(keyOf(before.text)) && isCapital(before)) belief -= 3;
        else if (
          isCapital(before) &&
          before.upos === "PROPN" &&
          !cues.demonyms.has(keyOf(before.text)) &&
          !DIRECTIONS.has(before.lower) &&
          !kind &&
          before.start > 0
        ) {
          // Half of a longer name, "Lashkar" "Gar", or merely after one.
          belief -=
            names[first - 1] !== undefined && names[first - 1] === names[first]
              ? 3
              : names[first - 1]?.kind === "place"
                ? 0
                : 1.2;
        }
      }
      if (before.text === "(" || before.text === "/") belief += 0.3;
      if (isPartyTown()) belief += 2.5;
      return belief;
    }

    /** The words after: "province", "police", "said". */
    function wordsAfter(): number {
      const { sentence, first, last } = spot;
      const after = at(last, sentence);
      if (!after) return 0;
      let belief = 0;
      // "Ain al-Asad air base"
      const far = FORCES.has(after.lower) ? at(last + 1, sentence) : undefined;
      const kind = cues.kinds.get((far ?? after).lower);
      if (kind?.after) {
        belief += 2;
        spot.kind ??= (far ?? after).lower;
      }
      if (cues.institutions.has(after.lower)) {
        belief += 1.2;
        spot.modifier = true;
        spot.local = LOCAL.has(after.lower) && !loud;
      } else if (after.upos === "NOUN" && !isCapital(after) && !loud) belief += 0.5;
      else if (
        isCapital(after) &&
        !loud &&
        after.upos === "PROPN" &&
        names[last]?.kind !== "place" &&
        !cues.titles.has(after.lower) &&
        !cues.kinds.has(after.lower)
      )
        belief -= names[last] !== undefined && names[last] === names[first] ? 2.5 : 1;
      if (after.text === "-" && at(last + 1, sentence)?.lower === "based") belief += 2;
      if (speaksForGovernment() || isAddressed() || isDoer()) {
        belief -= 6;
        spot.metonym = true;
      }
      // "the Asad regime": who rules is a man, where the gazetteer knows no country of that name.
      if (/^(?:regime|dynasty|clan|family|administration)$/.test(after.lower) && !isCapitalCity() && !isCountry()) belief -= 4;
      // "St. Mark's Cathedral", "St. Patrick's Day"
      if (spot.key.startsWith("st ") && /^['’]s$/.test(after.text)) belief -= 2.5;
      if (spot.key.split(" ").length === 1 && cues.common.has(spot.key) && /^[0-9]/.test(after.text)) belief -= 2;
      return belief;
    }

    /** "Washington said", "Moscow has denied": the government and not the town. */
    function speaksForGovernment(): boolean {
      const before = at(spot.first - 1, spot.sentence);
      if (before && cues.prepositions.has(before.lower) && !/^(?:and|or|but|that)$/.test(before.lower)) return false;
      if (!isCapitalCity()) return false;
      for (let i = spot.last; i < spot.last + 3; i++) {
        const word = at(i, spot.sentence);
        if (!word) return false;
        if (cues.speech.has(word.lower)) return word.upos === "VERB" || i === spot.last;
        if (word.upos !== "AUX" && word.upos !== "ADV") return false;
      }
      return false;
    }

    /** "warned Washington", "urged Tehran to": the government and not the town. */
    function isAddressed(): boolean {
      const before = at(spot.first - 1, spot.sentence);
      if (!before || !ADDRESSES.test(before.lower) || before.upos !== "VERB") return false;
      return isCapitalCity();
    }

    /** "a law imposed by Beijing", "backed by Ankara", "protested to Tokyo": whose deed it is. */
    function isDoer(): boolean {
      const before = at(spot.first - 1, spot.sentence);
      const verb = at(spot.first - 2, spot.sentence);
      if (!before || verb?.upos !== "VERB" || !isCapitalCity()) return false;
      return before.lower === "by"
        ? verb.xpos === "VBN"
        : before.lower === "to" && /^(?:protest|complain|appeal|apologis|apologiz)/.test(verb.lower);
    }

    function isCountry(): boolean {
      return spot.entries.slice(0, 3).some((index) => gazetteer.entry(index).feature === "PCLI");
    }

    /** Washington is a state, too. */
    function isCapitalCity(): boolean {
      return spot.entries.slice(0, 3).some((index) => gazetteer.entry(index).feature === "PPLC");
    }

    /** "Sen. X, D-Toledo" */
    function isPartyTown(): boolean {
      return (
        at(spot.first - 1, spot.sentence)?.text === "-" &&
        /^(?:[DRI]|DFL|Con|Lab|LD|NDP)$/.test(at(spot.first - 2, spot.sentence)?.text ?? "")
      );
    }
  };
}

function fameOf({ feature, population, id }: Entry): number {
  if (feature === "PCLI" || feature === "CONT") return 3;
  if (feature === "ADM1") return population > 3e6 ? 2.2 : 1.6;
  if (feature === "ADM2") return 0.8;
  if (feature.startsWith("PPL")) {
    if (population > 1e6) return 2.4;
    if (population > 2e5) return 1.8;
    if (population >= 3e4) return 1.3;
    if (population > 3e3) return 0.8;
    return id === 0 ? 0.2 : 0.5;
  }
  // A site is in the gazetteer because the news speaks of it.
  return 2.2;
}
