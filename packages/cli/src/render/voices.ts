import type { Attribution } from "@annalist/core";
import { type Lookup, participant } from "./lookup.ts";
import { plain } from "./plain.ts";

const ANONYMITY: Record<Attribution["anonymity"], string> = {
  named: "",
  unnamed: "unnamed",
  institution: "",
  none: "",
};
const STANCE: Partial<Record<Attribution["stance"], string>> = {
  denies: "denied by",
  questions: "questioned by",
  promises: "promised by",
  threatens: "threatened by",
  demands: "demanded by",
  believes: "believed by",
};

/**
 * The voices an event stands on, one chain a line: "according to two officials [unnamed] to Northgate, per The Post, in
 * Meridian". Voices that lie within one another are one chain, from the innermost outwards; the report's agency and its
 * outlet are the outermost. What stands on nobody's word but theirs has no line.
 */
export function voices(lookup: Lookup, ids: readonly string[]): string[] {
  const chains: Attribution[][] = [];
  const placed = new Set<string>();
  for (const id of ids) {
    const chain: Attribution[] = [];
    for (let voice = lookup.attribution(id); voice && !placed.has(voice.id); voice = lookup.attribution(voice.within)) {
      placed.add(voice.id);
      chain.push(voice);
    }
    if (chain.length > 0) chains.push(chain);
  }
  return chains.map((chain) =>
    [...chain.map((voice, i) => voiceWords(lookup, voice, i === 0)), ...outermost(lookup, chain)].join(", "),
  );
}

/** The agency that a report is credited to and the outlet that prints it, where the chain does not name them already. */
function outermost({ analysis: { report }, words }: Lookup, chain: readonly Attribution[]): string[] {
  const named = new Set(chain.flatMap(({ sources, via = [] }) => [...sources, ...via].map((each) => bare(words(each)))));
  const agencies = (report.credits ?? []).filter(({ kind }) => kind === "byline").map(({ name }) => name);
  const fresh = (name: string) => !named.has(bare(name)) && named.add(bare(name));
  return [
    ...agencies.filter(fresh).map((name) => `per ${plain(name)}`),
    ...(report.outlet && fresh(report.outlet) ? [`in ${plain(report.outlet)}`] : []),
  ];
}

const bare = (name: string): string => name.toLowerCase().replace(/^the /, "");

function voiceWords(lookup: Lookup, voice: Attribution, innermost: boolean): string {
  const sources = voice.sources.map((source) => {
    const { words, note } = participant(lookup, source);
    return words + note;
  });
  // "reportedly", "is believed to": the words that hide who says so are what there is.
  const hint = voice.sources.length === 0 && voice.cue[0] ? ` (“${lookup.words(voice.cue[0])}”)` : "";
  const who = sources.length > 0 ? sources.join(" and ") : `a source not named${hint}`;
  const to = voice.via?.length ? ` to ${voice.via.map((outlet) => lookup.words(outlet)).join(" and ")}` : "";
  const how = [ANONYMITY[voice.anonymity], voice.kind === "direct" ? "quoted" : ""].filter(Boolean);
  return `${innermost ? (STANCE[voice.stance] ?? "according to") : "per"} ${who}${how.length > 0 ? ` [${how.join(", ")}]` : ""}${to}`;
}
