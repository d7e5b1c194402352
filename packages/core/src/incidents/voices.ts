import type { Analysis, Argument, Attribution, Event, IncidentVoice } from "../model/index.ts";
import { fold } from "./facts.ts";

/** Whose figure or assertion it is: the innermost voice's name, or the outlet where the report itself says so. */
export function sourceOf(attributions: readonly string[], analysis: Analysis): string {
  const voice = voiceAt(attributions[0], analysis);
  return voice ? nameOf(voice, analysis) : (analysis.report.outlet ?? analysis.report.id);
}

export const voiceAt = (id: string | undefined, analysis: Analysis): Attribution | undefined =>
  id === undefined ? undefined : analysis.attributions.find((one) => one.id === id);

/** A voice's name as its entity has it, or the noun that stands for it. */
export function nameOf({ sources }: Attribution, analysis: Analysis): string {
  const names = sources.flatMap((source) => argumentName(source, analysis) ?? []);
  return names.length > 0 ? names.join(" and ") : "unnamed";
}

export const argumentName = ({ entity, lemma }: Argument, analysis: Analysis): string | undefined =>
  analysis.entities.find(({ id }) => id === entity)?.name ?? lemma;

/** Whoever is cited for the events of an incident, each once. */
export function voicesOf(told: readonly { analysis: Analysis; event: Event }[]): IncidentVoice[] {
  const found = new Map<string, IncidentVoice>();
  for (const { analysis, event } of told) {
    const voice = voiceAt(event.attributions[0], analysis);
    if (!voice) continue;
    const name = nameOf(voice, analysis);
    // Two unnamed officials of two reports may be two: each is its report's own.
    const named = voice.sources.some(({ entity }) =>
      analysis.entities.some(
        ({ id, reference, mentions }) => id === entity && (reference || mentions.some(({ form }) => form === "name")),
      ),
    );
    const key = `${named ? fold(name) : `${analysis.report.id} ${fold(name)}`} ${voice.stance}`;
    const held = found.get(key);
    if (!held) found.set(key, { name, anonymity: voice.anonymity, stance: voice.stance, reports: [analysis.report.id] });
    else if (!held.reports.includes(analysis.report.id)) held.reports.push(analysis.report.id);
  }
  return [...found.values()];
}
