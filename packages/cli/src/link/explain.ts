import type { Incident, Linked, Member, Reason } from "@annalist/core";

/** An incident or a story as a person reads it. */
export function inWords(one: Linked): string {
  if (one.kind === "story")
    return `story of ${count(one.members.length, "report")}: ${one.members.map(({ report }) => report).join(", ")}\n\n`;
  const lines = [
    headOf(one),
    `    ${one.status}: ${one.statusWhy ?? ""}`,
    `    told in ${one.members.map(nameOf).join(", ")}`,
    ...one.originGroups.map((group, i) => `    origin ${i + 1}: ${group.join(", ")}`),
    ...(one.voices ?? []).map(
      ({ name, stance, reports }) => `    voice: ${name}${stance === "asserts" ? "" : ` ${stance}`} (${reports.join(", ")})`,
    ),
    ...one.tolls.map(
      ({ outcome, low, best, high, source, report }) =>
        `    ${high === null ? `at least ${low}` : best} ${outcome}: ${source}${source === report ? "" : ` (${report})`}`,
    ),
    ...one.relations.map(({ type, to, said }) => `    ${type} of ${to}, says ${said.map(({ report }) => report).join(", ")}`),
    ...one.why.map(reason),
  ];
  return `${lines.join("\n")}\n\n`;
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
const nameOf = ({ report, event }: Member): string => (event === undefined ? report : `${report}/${event}`);

function headOf({ id, type, mode, places, dates, actors, recipients }: Incident): string {
  const date = dates[0];
  const parties = `${actors[0]?.name ?? "?"} → ${recipients[0]?.name ?? "?"}`;
  return [
    id,
    mode ? `${type} ${mode}` : type,
    date ? (date.earliest === date.latest ? date.earliest : `${date.earliest} to ${date.latest}`) : "no date",
    places[0]?.name ?? "no place",
    parties,
  ].join("  ");
}

function reason({ between: [a, b], decision, weight, grounds }: Reason): string {
  const what = {
    linked: "linked",
    "kept-apart": "kept apart",
    "pinned-together": "pinned together",
    "pinned-apart": "pinned apart",
  }[decision];
  const because = grounds.map(({ words, weight }) => `${words} ${signed(weight)}`).join("; ");
  return `    ${what} ${nameOf(a)} and ${nameOf(b)}, ${signed(weight)}: ${because}`;
}

const signed = (weight: number): string => `${weight < 0 ? "−" : "+"}${Math.abs(weight).toFixed(1)}`;
