import type { Analysis, Event, Incident, IncidentToll } from "../model/index.ts";
import { nameOf, voiceAt } from "./voices.ts";

interface Heard {
  told: readonly { analysis: Analysis; event: Event }[];
  /** Report ids by origin. */
  origins: readonly (readonly string[])[];
  tolls: readonly IncidentToll[];
}

/**
 * How well an incident is told, never whether it is true. Denied: no origin tells it without a denial. Disputed: somebody
 * denies what others assert, or two origins give tolls that no revision explains. Corroborated: two independent origins or
 * more. Otherwise single-source.
 */
export function standingOf({ told, origins, tolls }: Heard): Pick<Incident, "status"> & { words: string } {
  const denials = told.flatMap(({ analysis, event }) => {
    const voice = voiceAt(event.attributions[0], analysis);
    return voice?.stance === "denies" && !deniesRole(voice.content, event)
      ? [{ report: analysis.report.id, name: nameOf(voice, analysis) }]
      : [];
  });
  const asserted = told.filter(({ analysis, event }) => voiceAt(event.attributions[0], analysis)?.stance !== "denies");
  const asserting = origins.filter((group) => asserted.some(({ analysis }) => group.includes(analysis.report.id)));
  const deniers = [...new Set(denials.map(({ name }) => name))].join(", ");
  if (denials.length > 0 && asserting.length === 0) return { status: "denied", words: `denied by ${deniers}; nobody asserts it` };
  if (denials.length > 0) return { status: "disputed", words: `told by ${count(asserting.length)}, denied by ${deniers}` };
  const clash = clashOf(origins, tolls);
  if (clash) return { status: "disputed", words: clash };
  if (origins.length >= 2)
    return { status: "corroborated", words: `told by ${count(origins.length)} that do not rest on one another` };
  const reports = origins[0]?.length ?? 0;
  return { status: "single-source", words: reports > 1 ? `${reports} reports with one origin` : "one report" };
}

const count = (origins: number): string => (origins === 1 ? "one origin" : `${origins} origins`);

/** "Denied any role in the attack" grants the attack: the denial's words reach well beyond the noun that names it. */
const deniesRole = (content: readonly { start: number; end: number }[], { trigger, rule }: Event): boolean =>
  /noun|killing|violence/.test(rule) && content.some(({ start, end }) => start <= trigger.start - 8 && trigger.end <= end);

/** Tolls of two origins of which one is twice the other and more: no count of stragglers explains it. */
function clashOf(origins: readonly (readonly string[])[], tolls: readonly IncidentToll[]): string | undefined {
  for (const outcome of ["killed", "captured", "abducted"] as const) {
    const figures = origins.flatMap((group) => {
      const own = tolls.filter((toll) => toll.outcome === outcome && group.includes(toll.report));
      return own.length > 0 ? [own.reduce((most, toll) => (toll.best > most.best ? toll : most))] : [];
    });
    const [least, most] = [figures.reduce(lower, figures[0]), figures.reduce(higher, figures[0])];
    if (least && most && least.best >= 3 && most.low >= 2 * (least.high ?? most.low) && most.low - (least.high ?? most.low) >= 5)
      return `${least.best} ${outcome} according to ${least.source}, ${most.best} according to ${most.source}`;
  }
  return undefined;
}
const lower = (a: IncidentToll | undefined, b: IncidentToll) => (a && a.best <= b.best ? a : b);
const higher = (a: IncidentToll | undefined, b: IncidentToll) => (a && a.best >= b.best ? a : b);
