import type { Attribution } from "@annalist/core";
import { type Lookup, participant } from "./lookup.ts";

const ANONYMITY: Record<Attribution["anonymity"], string> = {
  named: "",
  unnamed: "unnamed",
  institution: "",
  none: "no source named",
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
 * The voices an event stands on, one chain a line: "according to two officials (unnamed) to Northgate, per The Post".
 * Voices that lie within one another are one chain, from the innermost outwards.
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
  return chains.map((chain) => chain.map((voice, i) => voiceWords(lookup, voice, i === 0)).join(", "));
}

function voiceWords(lookup: Lookup, voice: Attribution, innermost: boolean): string {
  const sources = voice.sources.map((source) => {
    const { words, note } = participant(lookup, source);
    return words + note;
  });
  const who = sources.length > 0 ? sources.join(" and ") : "a source not named";
  const to = voice.via?.length ? ` to ${voice.via.map((outlet) => lookup.words(outlet)).join(" and ")}` : "";
  const how = [ANONYMITY[voice.anonymity], voice.kind === "direct" ? "quoted" : ""].filter(Boolean);
  return `${innermost ? (STANCE[voice.stance] ?? "according to") : "per"} ${who}${how.length > 0 ? ` [${how.join(", ")}]` : ""}${to}`;
}
