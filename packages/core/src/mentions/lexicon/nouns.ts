import type { EntityKind, Knowledge } from "../../model/index.ts";
import { listOf, rowsOf } from "../../shared/tables.ts";

/** What a common noun denotes. */
export interface Noun {
  kind: EntityKind;
  sector: string;
  /** person: one of them, its plural many; group: a singular for many; thing: a machine that stands for those who man it. */
  class: "person" | "group" | "thing";
  gender: "" | "m" | "f";
  /** The body that it is, whatever the country: "foreign ministry". */
  body?: string;
}

export interface Nouns {
  /** The noun of one lemma: "spokesman". */
  word(lemma: string, form?: string): Noun | undefined;
  /** The noun of several words, in lower case with single blanks: "foreign ministry". */
  phrase(words: string): Noun | undefined;
}

/** Endings of agent nouns that the list lacks. None that things share ("computer", "engineer" is listed). */
const AGENT =
  /(?:ologist|ographer|ographist|ician|crat|phile|monger|smith|woman|man|women|men|wright|herder|keeper|maker|holder|seeker|goer|dweller|bearer|owner|worker|fighter|leader|player|driver|writer|trader|dealer|hunter|runner|rider|seller|buyer|backer|founder|breaker|winner|hater|lover|watcher|builder|teacher|planner|singer|dancer|spokesperson|person|people|folk|boy|girl)$/;
const NO_AGENT =
  /^(?:human|woman|roman|german|ottoman|talisman|specimen|regimen|abdomen|semen|omen|acumen|stamen|hymen|lumen|ramen|statistician-?|record-?holder|time-?keeper|cardholder|stakeholder-?|democrat-?|placeholder|noisemaker|peacemaker-?|pacemaker|placemaker|icebreaker|tiebreaker|windbreaker|circuit-?breaker|jawbreaker|screwdriver|bestseller|headhunter|prime mover|tearjerker|doorkeeper|shareholder-?|household|folk|candle-?holder|chairman-?)$/;
const IST = /[a-z]{3}ists?$/;
const NO_IST =
  /^(?:list|mist|fist|wrist|twist|assist|exist|persist|insist|resist|consist|enlist|checklist|playlist|blacklist|shortlist|waitlist|wishlist|whitelist|cyst|heist|gist|grist|hoist|moist|tryst|zeitgeist|hitlist|exorcist-?)$/;

/** The nouns of the lexicon and rules for those that it lacks. Prepared once. */
export function readNouns(knowledge: Knowledge): Nouns {
  const words = new Map<string, Noun>();
  const phrases = new Map<string, Noun>();
  const add = (noun: string, value: Noun) => {
    const text = noun.replace(/-/g, " ").toLowerCase();
    if (text.includes(" ")) {
      if (!phrases.has(text)) phrases.set(text, value);
      if (!words.has(noun.toLowerCase())) words.set(noun.toLowerCase(), value);
    } else if (!words.has(text)) words.set(text, value);
  };
  for (const row of rowsOf(knowledge, "actors/bodies", ["name", "kind", "sector", "aliases"])) {
    const value: Noun = { kind: row.kind as EntityKind, sector: row.sector, class: "group", gender: "", body: row.name };
    for (const alias of [row.name, ...listOf(row.aliases)]) add(alias, value);
  }
  for (const row of rowsOf(knowledge, "actors/nouns", ["noun", "kind", "sector", "class", "gender"])) {
    add(row.noun, {
      kind: row.kind as EntityKind,
      sector: row.sector,
      class: row.class as Noun["class"],
      gender: row.gender as Noun["gender"],
    });
  }
  const agent: Noun = { kind: "person", sector: "", class: "person", gender: "" };
  return {
    word(lemma, form) {
      const found = words.get(lemma) ?? (form !== undefined ? words.get(form) : undefined);
      if (found) return found;
      // "Jesuits": of a plural that is written as a name is, the singular is not told.
      const one = lemma === form && /[^s]s$/.test(lemma) ? words.get(lemma.slice(0, -1)) : undefined;
      if (one?.class === "person" || one?.kind === "organisation") return one;
      const dash = lemma.lastIndexOf("-");
      if (dash > 0) {
        const rest = words.get(lemma.slice(dash + 1));
        if (rest) return rest;
      }
      if (lemma.length < 6) return undefined;
      if (AGENT.test(lemma) && !NO_AGENT.test(lemma))
        return { ...agent, gender: /women$|woman$|girl$/.test(lemma) ? "f" : /man$|boy$/.test(lemma) ? "m" : "" };
      if (IST.test(lemma) && !NO_IST.test(lemma)) return agent;
      return undefined;
    },
    phrase: (text) => phrases.get(text) ?? (text.includes("-") ? phrases.get(text.replaceAll("-", " ")) : undefined),
  };
}
