import { type Analysis, type Event, isLikely, type Relation } from "@annalist/core";
import { createLookup, type Lookup, participant } from "./lookup.ts";
import { createPalette, type Palette, quadOf } from "./palette.ts";
import { plain, quotation, wrap } from "./plain.ts";
import { toll } from "./tolls.ts";
import { voices } from "./voices.ts";

const WIDTH = 110;
/** Where the words of a labelled line begin. */
const INDENT = " ".repeat(13);

/** The record of one report as a person reads it: each event as who -> did what -> to whom, where, when, in whose words. */
export function pretty(analysis: Analysis, text: string, options: { colour: boolean; explain: boolean }): string {
  const palette = createPalette(options.colour);
  const lookup = createLookup(analysis, text);
  const lines = [...head(analysis, lookup, palette), ""];
  for (const event of analysis.events) lines.push(...eventLines(lookup, event, palette, options.explain), "");
  if (analysis.events.length === 0) lines.push(palette.quiet("No event found."), "");
  const loose = analysis.casualties.filter(({ event }) => event === undefined);
  if (loose.length > 0) lines.push(labelled("tolls", loose.map((each) => toll(lookup, each)).join("; "), palette), "");
  for (const { code, message } of analysis.problems ?? [])
    lines.push(wrap(palette.doubt(`! ${plain(message)} [${code}]`), WIDTH, "  "));
  if (analysis.problems?.length) lines.push("");
  return `${lines.join("\n")}\n`;
}

function head({ report, events, attributions }: Analysis, lookup: Lookup, palette: Palette): string[] {
  const headline = report.headline ? lookup.words(report.headline) : plain(report.id);
  const of = [
    report.outlet,
    report.published && `published ${report.published}`,
    report.headline && report.id,
    `${count(events.length, "event")}, ${count(attributions.length, "voice")}`,
  ];
  return [
    palette.title(wrap(headline, WIDTH, "")),
    palette.quiet(
      of
        .filter(Boolean)
        .map((each) => plain(each as string))
        .join(" · "),
    ),
  ];
}

function eventLines(lookup: Lookup, event: Event, palette: Palette, explain: boolean): string[] {
  const people = (list: Event["actors"]) =>
    list.map((argument) => {
      const { words, note } = participant(lookup, argument);
      return palette.actor(words) + palette.quiet(note);
    });
  const who = people(event.actors).join(", ") || palette.quiet("not said");
  const whom = people(event.recipients).join(", ");
  const doubts = [event.polarity === "negated" ? "did not happen" : "", event.modality === "actual" ? "" : event.modality].filter(
    Boolean,
  );
  const number = `${lookup.number(event.id)}`.padStart(2);
  const what = palette.type(quadOf(event.type), event.mode ? `${event.type} ${event.mode}` : event.type);
  const where = event.places
    .flatMap((id) => lookup.place(id) ?? [])
    .map((place) => placeWords(lookup.words(place), place.name, place.country, place.admin1));
  const when = event.times.flatMap((id) => lookup.time(id) ?? []).map((time) => `${time.value} “${lookup.words(time)}”`);
  const said = voices(lookup, event.attributions);
  const tolls = lookup.tolls(event).map((each) => toll(lookup, each));
  const line = (label: string, values: readonly string[]) =>
    values.length > 0 ? [labelled(label, [...new Set(values)].join("; "), palette)] : [];
  return [
    wrap(
      `${number}  ${what}  ${who}${whom ? ` → ${whom}` : ""}${doubts.length > 0 ? `  ${palette.doubt(`[${doubts.join(", ")}]`)}` : ""}`,
      WIDTH,
      "    ",
    ),
    labelled("", `“${quotation(lookup.text, event.evidence, event.trigger, palette.trigger)}”`, palette),
    ...line(
      "with",
      event.instruments.map((each) => lookup.words(each)),
    ),
    ...line("where", where),
    ...line("when", when),
    ...said.map((voice) => labelled("says who", voice, palette)),
    ...line("toll", tolls),
    ...line("ties", ties(lookup, event)),
    ...(explain ? [labelled("why", explanation(lookup, event), palette)] : []),
  ];
}

const placeWords = (words: string, name: string, country: string | undefined, admin1: string | undefined) => {
  const within = [admin1, country].filter((each) => each && each !== words && each !== name).join(", ");
  return `${words}${name && name !== words ? ` = ${plain(name)}` : ""}${within ? ` (${plain(within)})` : ""}`;
};

const TIES: Record<Relation["type"], string> = {
  retaliation: "answers",
  cause: "follows from",
  part: "is part of",
  same: "is the same as",
  before: "comes before",
};
function ties(lookup: Lookup, event: Event): string[] {
  return lookup.analysis.relations
    .filter((one) => one.from === event.id && isLikely(one))
    .map(({ type, to }) => `${TIES[type]} ${lookup.happening(to) ?? lookup.number(to)}`);
}

/** Which rule fired on which words, and how sure it is. */
function explanation(lookup: Lookup, event: Event): string {
  const roles = (["actors", "recipients", "instruments"] as const).flatMap((role) =>
    event[role].map((argument) => `${role.slice(0, -1)} “${lookup.words(argument)}”`),
  );
  return [
    `rule ${event.rule} on “${lookup.words(event.trigger)}”`,
    ...roles,
    `confidence ${event.confidence.toFixed(2)}`,
    ...(event.cameo ? [`CAMEO ${event.cameo}`] : []),
    ...event.contexts,
  ].join("; ");
}

function labelled(label: string, words: string, palette: Palette): string {
  return `    ${label === "" ? "" : palette.quiet(label.padEnd(9))}${label === "" ? wrap(words, WIDTH, "    ") : wrap(words, WIDTH, INDENT)}`;
}

const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? "" : "s"}`;
