// Linking as a whole: what the engine reads of our own sets of look-alikes, and what must hold of any set of reports.
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { incidentReports } from "../bench/lib-incidents.mjs";
import {
  type Analysis,
  createAnalyst,
  createLinker,
  type Incident,
  type Linked,
  ledger,
  link,
  type Pin,
  toll,
} from "../packages/core/src/index.ts";
import { loadEnglish } from "../packages/english/src/index.ts";
import { type ReportSet, readSets } from "./linking/sets.ts";

const isIncident = (one: Linked): one is Incident => one.kind === "incident";

describe("our own sets of look-alikes", () => {
  const sets = readSets();
  const analyses = new Map<string, Analysis>();
  let linked: Linked[] = [];
  /** The incidents of a report's headline and first sentence, and that which holds most of their events. */
  let leadsOf: (report: string) => Incident[];
  let mainOf: (report: string) => Incident | undefined;
  beforeAll(() => {
    const analyst = createAnalyst(loadEnglish());
    for (const report of sets.flatMap(({ reports }) => reports)) analyses.set(report.id, analyst.analyse(report));
    // All sets at once: they must not disturb one another.
    linked = link([...analyses.values()]);
    const holding = new Map(
      linked.filter(isIncident).flatMap((one) => one.members.map(({ report, event }) => [`${event} ${report}`, one] as const)),
    );
    leadsOf = (id) => {
      const { report, sentences, events } = analyses.get(id) as Analysis;
      const end = sentences.find(({ start }) => start >= (report.headline?.end ?? 0))?.end ?? 0;
      return events.filter(({ trigger }) => trigger.start < end).flatMap((event) => holding.get(`${event.id} ${id}`) ?? []);
    };
    mainOf = (id) => {
      const leads = leadsOf(id);
      const votes = (one: Incident) => leads.filter((other) => other === one).length;
      return [...new Set(leads)].sort((a, b) => votes(b) - votes(a))[0];
    };
  }, 120_000);

  const named = (choose: (set: ReportSet) => boolean) => sets.filter(choose).map((set) => [set.name, set] as const);

  it.each(named(({ incidents }) => (incidents?.length ?? 0) > 1))("keeps apart: %s", (_, { incidents = [] }) => {
    for (const [i, group] of incidents.entries())
      for (const other of incidents.slice(i + 1))
        for (const a of group) for (const b of other) expect(mainOf(a), `${a} and ${b}`).not.toBe(mainOf(b));
  });

  it("joins what is one: at least 95 of 100 pairs", () => {
    const pairs = sets.flatMap(({ incidents = [] }) =>
      incidents.flatMap((group) => group.flatMap((a, i) => group.slice(i + 1).map((b) => [a, b] as const))),
    );
    const joined = pairs.filter(([a, b]) => leadsOf(a).some((one) => leadsOf(b).includes(one)));
    const missed = pairs.filter((pair) => !joined.includes(pair)).map(([a, b]) => `${a} ${b}`);
    expect(pairs.length).toBeGreaterThan(30);
    expect(missed.length, missed.join(", ")).toBeLessThanOrEqual(0.05 * pairs.length);
  });

  it.each(named(({ origins }) => origins.length > 0))("counts origins: %s", (_, { origins }) => {
    for (const { reports, count } of origins)
      expect(mainOf(reports[0] as string)?.originGroups.filter((group) => group.some((id) => reports.includes(id)))).toHaveLength(
        count,
      );
  });

  it.each(named(({ answers }) => answers.length > 0))("finds the answer: %s", (_, { answers }) => {
    for (const { from, to } of answers) {
      const relation = mainOf(from)?.relations.find((one) => one.type === "retaliation" && one.to === mainOf(to)?.id);
      expect(relation?.said.map(({ report }) => report)).toContain(from);
    }
  });

  it("tells stories apart, whatever they are about", () => {
    const stories = linked.filter((one) => one.kind === "story").map(({ members }) => members.map(({ report }) => report));
    for (const { stories: wanted = [] } of sets) for (const group of wanted) expect(stories).toContainEqual(group);
  });

  it("gives a reason for every link", () => {
    for (const incident of linked.filter(isIncident))
      for (const { grounds, weight } of incident.why) {
        expect(grounds.every(({ words }) => words.length > 0)).toBe(true);
        expect(grounds.reduce((sum, ground) => sum + ground.weight, 0)).toBeCloseTo(weight, 1);
      }
  });

  it("keeps every claim with its voice and characters, and one number by each rule", () => {
    const incident = mainOf("e1") as Incident;
    const claims = ledger(incident, analyses);
    const killed = claims.filter(({ attribute }) => attribute === "killed");
    expect(new Set(killed.map(({ report }) => report))).toEqual(new Set(["e1", "e2", "e3"]));
    const text = new Map(sets.flatMap(({ reports }) => reports).map(({ id, text }) => [id, text]));
    for (const { report, start, end } of claims) expect(text.get(report)?.slice(start, end)).toMatch(/\S/);
    expect(toll(claims, "killed", "acled")).toMatchObject({ best: 12 });
    expect(toll(claims, "killed", "ucdp")).toMatchObject({ low: 12, best: 19 });
    expect(toll(claims, "killed", "ranked-source", { ranking: ["Anatolian Post"] })).toMatchObject({ best: 12 });
    expect(toll(claims, "abducted", "acled")).toBeUndefined();
  });
});

it("takes two who condemn one strike for two, and one who is told of twice for one", () => {
  const analyst = createAnalyst(loadEnglish());
  const report = (id: string, text: string) => analyst.analyse({ id, text, published: "2021-03-06" });
  const linked = link([
    report("iraq", "Iraq's government condemned the air strike on Abu Kamal on Friday."),
    report("again", "The government of Iraq condemned the air strike on Abu Kamal on Friday, state media said."),
    report("russia", "Russia's government condemned the air strike on Abu Kamal on Friday."),
  ]);
  const condemned = linked.filter(isIncident).filter(({ type }) => type === "ACCUSE");
  expect(condemned.map(({ members }) => [...new Set(members.map(({ report: id }) => id))].sort()).sort()).toEqual([
    ["again", "iraq"],
    ["russia"],
  ]);
});

describe("any set of reports", () => {
  const some = [...incidentReports(60, 7)].map(({ analysis }) => analysis as Analysis);
  const subset = fc.shuffledSubarray(some, { minLength: 2, maxLength: 24 });
  const bytes = (linked: Linked[]) => linked.map((one) => JSON.stringify(one)).join("\n");

  it("gives the same incidents in any order, all at once or one after the other", () => {
    fc.assert(
      fc.property(
        subset.chain((given) => fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length }))),
        ([given, shuffled]) => {
          const linker = createLinker();
          for (const analysis of shuffled) linker.add(analysis);
          expect(bytes(linker.link())).toBe(bytes(link(given)));
        },
      ),
      { numRuns: 25 },
    );
  });

  it("holds every event once, and every report in one story", () => {
    fc.assert(
      fc.property(subset, (given) => {
        const linked = link(given);
        const events = linked
          .filter(isIncident)
          .flatMap(({ members }) => members.map(({ report, event }) => `${report} ${event}`));
        expect(events.sort()).toEqual(given.flatMap(({ report, events }) => events.map(({ id }) => `${report.id} ${id}`)).sort());
        const told = linked.filter((one) => one.kind === "story").flatMap(({ members }) => members.map(({ report }) => report));
        expect(told.sort()).toEqual(given.map(({ report }) => report.id).sort());
      }),
      { numRuns: 25 },
    );
  });

  it("obeys pins, through every later run", () => {
    const member = fc.record({ report: fc.integer({ min: 0, max: 59 }), event: fc.constantFrom("e1", "e2", "e3", "e4") });
    const pin = fc.record({ a: member, b: member, decision: fc.constantFrom("must", "cannot") });
    fc.assert(
      fc.property(pin, subset, ({ a, b, decision }, others) => {
        const of = ({ report, event }: typeof a) => ({ report: (some[report] as Analysis).report.id, event });
        fc.pre(a.report !== b.report || a.event !== b.event);
        const pins = [{ a: of(a), b: of(b), decision }] as Pin[];
        const given = [...new Set([some[a.report] as Analysis, some[b.report] as Analysis, ...others])];
        const holding = (one: typeof a, linked: Linked[]) =>
          linked
            .filter(isIncident)
            .find(({ members }) => members.some(({ report, event }) => report === of(one).report && event === one.event));
        for (const run of [given.slice(0, 2), given]) {
          if (!run.includes(some[b.report] as Analysis)) continue;
          const linked = link(run, { pins });
          const [x, y] = [holding(a, linked), holding(b, linked)];
          expect(x === y).toBe(decision === "must");
          expect(x?.why.some((reason) => reason.decision === (decision === "must" ? "pinned-together" : "pinned-apart"))).toBe(
            true,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it("does not glue reports together that know neither day nor place", () => {
    const blank = some.slice(0, 30).map(
      (analysis, i): Analysis => ({
        ...analysis,
        report: { id: `blank${i}`, sha256: "" },
        places: [],
        times: [],
        entities: [],
        casualties: [],
        events: analysis.events.map((event) => ({ ...event, places: [], times: [], actors: [], casualties: [] })),
      }),
    );
    for (const incident of link(blank).filter(isIncident))
      expect(new Set(incident.members.map(({ report }) => report)).size).toBe(1);
  });
});

describe("the cost of linking", () => {
  it("grows with the number of reports, not with its square", () => {
    // Pairs compared would quadruple with twice the reports; the least of some rounds, since the machine may be busy.
    const cost = (count: number) => {
      const given = [...incidentReports(count, 3)].map(({ analysis }) => analysis as Analysis);
      return Math.min(
        ...Array.from({ length: 2 }, () => {
          const began = process.cpuUsage();
          link(given);
          return process.cpuUsage(began).user;
        }),
      );
    };
    cost(100);
    expect(cost(800) / cost(200)).toBeLessThan(10);
  }, 120_000);
});
