import type { Word } from "../model/index.ts";

/** Words that end the name of a river, a park, a mountain. */
export const NATURAL = new Set(
  "river lake creek park mountain mountains bay beach valley forest canyon falls bridge dam peak hill hills ridge springs spring canal trail reservoir pond canyon glacier reserve".split(
    " ",
  ),
);
/** Kinds that, capitalised, are part of a name as written: "Kandahar City". */
export const ADMINISTRATIVE = new Set("city province district governorate oblast township parish town village county".split(" "));
/** Kinds that stand after names of places only. */
export const FIRM = new Set(
  "province provinces district districts governorate oblast village villages town county prefecture raion canton neighborhood neighbourhood hamlet subdistrict".split(
    " ",
  ),
);
/** "air base", "refugee camp": the kind is the word after. */
export const FORCES = new Set(["air", "military", "naval", "army", "refugee", "prison", "border"]);
/** The text is about what lies by the place, and not in it. */
export const NEAR = new Set(["near", "outside", "around", "nearby", "beyond"]);
/** "30 km north of": the word before the direction. */
export const isDistance = (word: Word | undefined): boolean =>
  word !== undefined && /^(?:km|kms|kilometers?|kilometres?|miles?|mi|mile|yards|metres|meters|just|far)$/.test(word.lower);
/** After the last of a list they say what all are: "Clay and Platte counties". */
export const PLURAL = new Set(
  "counties provinces districts departments governorates regions states cities towns villages".split(" "),
);

/** Of a town and not of a country, whose adjective would be used: "a Jordan woman" is of Jordan, Minnesota. */
export const LOCAL = new Set(
  "resident residents man men woman women boy girl teen teenager couple mayor sheriff city town township high elementary middle native school schools library fire chamber city-based police hospital".split(
    " ",
  ),
);

/** What may stand between a preposition and a name. */
export const DIRECTIONS = new Set(
  "far mid north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern southeastern southwestern north-east north-west south-east south-west north-eastern north-western south-eastern south-western upper lower downtown mainland rural greater eastern-most".split(
    " ",
  ),
);

/** `proper`: as the model tags it, too, so that a headline's "Province Calm" is not one name. */
export const isCapital = (word: Word, proper = false): boolean => {
  const letter = word.text.charAt(0);
  return letter !== letter.toLowerCase() && (!proper || (word.upos === "PROPN" && !/^[A-Z]+$/.test(word.text)));
};

/** "southern", "north-west": degrees north and east; none for "central". */
export function towardOf(word: string): { north: number; east: number } | undefined {
  const north = word.startsWith("north") ? 1 : word.startsWith("south") ? -1 : 0;
  const east = /^(?:(?:north|south)-?)?east/.test(word) ? 1 : /^(?:(?:north|south)-?)?west/.test(word) ? -1 : 0;
  return north !== 0 || east !== 0 ? { north, east } : undefined;
}
