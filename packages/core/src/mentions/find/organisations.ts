import type { EntityKind } from "../../model/index.ts";
import type { Nouns } from "../lexicon/nouns.ts";

/** Words of a name that tell its kind before any noun of the lexicon does. */
const MARKS: readonly (readonly [RegExp, EntityKind, string])[] = [
  [
    /\b(?:liberation (?:army|front)|brigades?|mujahideen|mujahedeen|resistance|jihad|islamic state|revolutionary (?:army|front)|peoples army|militia|fedayeen|rebels|guerrillas?)\b/,
    "armed-group",
    "REB",
  ],
  [/\bparty\b|\bdemocrats?\b|\brepublicans?\b|\bpolitburo\b/, "party", "PTY"],
  [
    /\b(?:army|navy|air force|marines|marine corps|armed forces|military|regiment|battalion|pentagon|defen[cs]e forces?|national guard|command)\b/,
    "military",
    "MIL",
  ],
  [/\bpolice\b|\bsheriff|\bgendarmerie\b|\bconstabulary\b/, "police", "COP"],
  [/\bintelligence\b|\bsecret service\b/, "government", "SPY"],
  [/\b(?:court|tribunal|judiciary)\b/, "judiciary", "JUD"],
  [/\b(?:parliament|congress|senate|assembly|knesset|duma|legislature|house of)\b/, "government", "LEG"],
  [
    /\b(?:ministry|department|government|embassy|white house|council|commission|administration|agency|bureau|office|cabinet|authority|city of|municipality)\b/,
    "government",
    "GOV",
  ],
  [
    /\b(?:times|post|news|herald|gazette|tribune|radio|television|tv|broadcasting|journal|press|daily|observer|guardian|chronicle|magazine|weekly|telegraph|telegraaf|zeitung|reuters|agence)\b/,
    "media",
    "JRN",
  ],
  [/\b(?:university|college|school|institute|academy)\b/, "organisation", "EDU"],
  [/\b(?:church|diocese|mosque|synagogue|ministries)\b/, "organisation", "REL"],
  [/\b(?:hospital|clinic|medical center|medical centre|red cross|red crescent)\b/, "organisation", "MED"],
  [
    /\b(?:inc|corp|corporation|company|co|ltd|llc|plc|group|bank|airlines?|airways|industries|motors|holdings|gmbh|partners|oil|petroleum|enterprises|energy)\b/,
    "business",
    "BUS",
  ],
  [/\b(?:union|federation of (?:trade|labou?r))\b/, "organisation", "LAB"],
  [/\b(?:foundation|watch|charity|society|rights|relief|aid|fund)\b/, "organisation", "NGO"],
];

/** The kind and sector of an organisation's name by its words. */
export function organisationKind(keys: readonly string[], nouns: Nouns): { kind: EntityKind; sector: string } {
  const name = keys.join(" ");
  for (const [mark, kind, sector] of MARKS) if (mark.test(name)) return { kind, sector };
  for (let i = keys.length - 1; i >= 0; i--) {
    const noun = nouns.word(keys[i] as string);
    if (noun && noun.class === "group") return { kind: noun.kind === "person" ? "organisation" : noun.kind, sector: noun.sector };
  }
  return { kind: "organisation", sector: "" };
}
