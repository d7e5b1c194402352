import type { Analysis, Incident, Linked, Pin, Story } from "../model/index.ts";
import { answeredApart, answersOf } from "./answers.ts";
import { candidates } from "./blocks.ts";
import { agglomerate } from "./clusters.ts";
import { comparedOf } from "./compared.ts";
import { type Happening, happeningsOf } from "./happenings.ts";
import { compose } from "./incident.ts";
import { likenessOf } from "./likeness.ts";
import { bindings } from "./pins.ts";
import { reasonsOf } from "./reasons.ts";
import { storiesOf } from "./stories.ts";
import { subjectsOf } from "./subjects.ts";

export interface LinkOptions {
  /** What a person decided; it holds before anything that is found. */
  pins?: readonly Pin[];
}

export interface Linker {
  /** Takes a report in; one with the id of an earlier one replaces it. */
  add(analysis: Analysis): void;
  /** Incidents, then stories. The same set of reports and pins gives the same, in whatever order they were added. */
  link(): Linked[];
  /** The same one by one, each made when it is asked for: with their reasons they are longer than what they are made of. */
  linked(): Generator<Linked>;
}

/** For a stream of analyses: of each only what is compared is held, and only that is needed; the rest may be left out. */
export function createLinker({ pins = [] }: LinkOptions = {}): Linker {
  const pinsOf = new Map<string, Pin[]>();
  for (const pin of pins) for (const { report } of [pin.a, pin.b]) pinsOf.set(report, [...(pinsOf.get(report) ?? []), pin]);
  const read = new Map<string, Told>();
  return {
    add(analysis) {
      const { id } = analysis.report;
      const happenings = happeningsOf(analysis, 0, pinsOf.get(id));
      read.set(id, { analysis: comparedOf(analysis, happenings), happenings });
    },
    link: () => [...linkTold([...read.values()], pins)],
    linked: () => linkTold([...read.values()], pins),
  };
}

/** A report as far as it is compared, with what it tells. */
interface Told {
  analysis: Analysis;
  happenings: Happening[];
}

/**
 * From reports to incidents and stories. Pure and independent of the order of `given`; of two analyses with one id the
 * last counts. Cost grows nearly in proportion to the number of reports: only what is near in time, place or subject is
 * compared.
 */
export function link(given: readonly Analysis[], options: LinkOptions = {}): Linked[] {
  const linker = createLinker(options);
  for (const analysis of given) linker.add(analysis);
  return linker.link();
}

function* linkTold(told: readonly Told[], pins: readonly Pin[]): Generator<Linked> {
  const ordered = [...told].sort((a, b) => (a.analysis.report.id < b.analysis.report.id ? -1 : 1));
  const analyses = ordered.map(({ analysis }) => analysis);
  const happenings = ordered.flatMap(({ happenings }, report) => happenings.map((one): Happening => ({ ...one, report })));
  // What each report is about, and which reports are about the like.
  const subjects = subjectsOf(analyses);
  const likeness = likenessOf(happenings, subjects);
  const { together, apart } = bindings(pins, happenings, analyses);
  // An attack and the answer to it stay two, whoever tells them.
  apart.push(...answeredApart(happenings, analyses));
  const pairs = candidates(happenings, subjects);
  const clusters = agglomerate(happenings.length, pairs, { together, apart, least: 0, score: likeness.average });
  const composed = (cluster: number) =>
    compose(
      (clusters[cluster] as number[]).map((i) => happenings[i] as Happening),
      analyses,
    );
  const heads = clusters.map((_, cluster): Head => {
    const { id, members, dates } = composed(cluster);
    return { cluster, id, members, earliest: dates[0]?.earliest ?? "9999" };
  });
  const answers = answersOf(heads, analyses);
  const reasons = reasonsOf({ happenings, analyses, clusters, pairs, likeness, pins });
  for (const { cluster, id } of heads.sort(byEarliest))
    yield { ...composed(cluster), relations: answers.get(id) ?? [], why: reasons(cluster) };
  for (const members of storiesOf(subjects)) {
    const reports = members.map((i) => (analyses[i] as Analysis).report.id);
    const story: Story = { id: `story ${reports[0]}`, kind: "story", members: reports.map((report) => ({ report })) };
    yield story;
  }
}

/** What is known of all incidents at once. */
interface Head extends Pick<Incident, "id" | "members"> {
  cluster: number;
  earliest: string;
}

const byEarliest = (a: Head, b: Head): number =>
  a.earliest < b.earliest ? -1 : a.earliest > b.earliest ? 1 : a.id < b.id ? -1 : 1;
