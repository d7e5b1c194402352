import { decided, type Incident, ledger, link } from "@annalist/core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../database.ts";
import { eventOf } from "../decisions.ts";
import type { OpenOptions } from "../open.ts";
import { relink } from "../relink.ts";
import type { Store } from "../store.ts";
import { layouts } from "./layouts.ts";
import { analysisOf, claim, incident, linked, report } from "./samples.ts";

export interface Ground {
  open(options?: OpenOptions): Promise<Store>;
  /** The database of the store, without it. */
  bare(): Promise<Database>;
  /** Runs SQL beside the store, as an intruder would. */
  raw(sql: string): Promise<unknown>;
  drop(): Promise<void>;
}

const TEXT =
  "Army attack on the bridge\n\nThe Army attacked the bridge at Kata'ib hill, killing four drone operators, police said.";

/** What every store does, whatever database stands behind it. */
export function contract(name: string, ground: () => Promise<Ground>): void {
  describe(`the store on ${name}`, () => {
    let base: Ground;
    let store: Store;
    beforeEach(async () => {
      base = await ground();
      store = await base.open();
    });
    afterEach(async () => {
      expect(await store.check()).toEqual([]);
      await store.close();
      await base.drop();
    });

    describe("the layout", () => layouts(() => ({ store, open: base.open, bare: base.bare })));

    describe("reports", () => {
      it("come back as they went in, to the character", async () => {
        const odd = "A 👩‍🚀 said “no”.\r\n\tRTL \u202eabc\u202c, zero\u200bwidth, e\u0301";
        const put = await store.putReports([
          report("a", odd, { headline: { start: 0, end: 5 }, published: "2021-06-28T10:00:00Z", outlet: "Wire", language: "en" }),
        ]);
        expect(put).toEqual([{ id: "a", version: 1, outcome: "new" }]);
        const found = await store.getReport("a");
        expect(found).toMatchObject({
          id: "a",
          text: odd,
          version: 1,
          headline: { start: 0, end: 5 },
          published: "2021-06-28T10:00:00Z",
          outlet: "Wire",
          language: "en",
        });
        expect(found?.provenance.source).toBe("test.jsonl");
        expect(await store.getReport("b")).toBeUndefined();
      });

      it("hold no character that a database cannot: NUL and half a pair are replaced, and nothing moves", async () => {
        await store.putReports([report("a", "one\u0000two \ud83dthree")]);
        expect((await store.getReport("a"))?.text).toBe("one\ufffdtwo \ufffdthree");
      });

      it("are known again, and a changed text is a new version beside the old", async () => {
        await store.putReports([report("a", TEXT)]);
        expect(await store.putReports([report("a", TEXT)])).toEqual([{ id: "a", version: 1, outcome: "unchanged" }]);
        expect(await store.putReports([report("a", `${TEXT} Later five.`)])).toEqual([
          { id: "a", version: 2, outcome: "changed" },
        ]);
        expect((await store.getReport("a"))?.text).toContain("Later five");
        expect((await store.getReport("a", 1))?.text).toBe(TEXT);
        expect((await store.versionsOf("a")).map(({ version }) => version)).toEqual([1, 2]);
        expect(await store.stats()).toMatchObject({ reports: 1, versions: 2 });
      });

      it("keep reprints apart: the same words at two addresses are two reports", async () => {
        await store.putReports([
          report("a", TEXT, { url: "https://one.example/a" }),
          report("b", TEXT, { url: "https://two.example/b" }),
        ]);
        expect((await store.stats()).reports).toBe(2);
      });

      it("without a name are known by their words, not by where they stood", async () => {
        const unnamed = (id: string, text: string) => ({
          report: { id, text },
          provenance: { source: "x.jsonl", original: "" },
          unnamed: true,
        });
        await store.putReports([unnamed("x:1", "first words"), unnamed("x:2", "second words")]);
        const again = await store.putReports([
          unnamed("x:1", "second words"),
          unnamed("x:2", "first words"),
          unnamed("x:1", "third words"),
        ]);
        expect(again.map(({ outcome }) => outcome)).toEqual(["unchanged", "unchanged", "new"]);
        expect(again[2]?.id).toBe("x:1~2");
      });

      it("of two files of one name are two where their words have nothing in common, and one where a file has moved", async () => {
        const from = (source: string, text: string) => ({
          report: { id: "1", text },
          provenance: { source, original: "" },
          identity: "file:reports.csv#1",
        });
        const [bridge, harvest] = [TEXT, "Farmers brought in a good harvest this autumn, the ministry wrote."];
        const put = async (source: string, text: string) => (await store.putReports([from(source, text)]))[0];
        expect(await put("2021/reports.csv", bridge)).toEqual({ id: "1", version: 1, outcome: "new" });
        expect(await put("2022/reports.csv", harvest)).toEqual({ id: "1~2", version: 1, outcome: "new" });
        for (const [source, text, id] of [
          ["2021/reports.csv", bridge, "1"],
          ["2022/reports.csv", harvest, "1~2"],
          ["old/2021/reports.csv", bridge, "1"],
          ["old/2022/reports.csv", harvest, "1~2"],
        ] as const)
          expect(await put(source, text)).toEqual({ id, version: 1, outcome: "unchanged" });
        expect(await put("2022/reports.csv", "Nothing of that was so.")).toEqual({ id: "1~2", version: 2, outcome: "changed" });
        expect(await put("new/reports.csv", `${bridge} Five died later.`)).toEqual({ id: "1", version: 2, outcome: "changed" });
      });

      it("are listed newest first, page by page, none twice and none lost", async () => {
        await store.putReports(
          Array.from({ length: 25 }, (_, n) =>
            report(`r${n}`, `text ${n}`, n === 3 ? {} : { published: `2021-06-${String((n % 9) + 10)}` }),
          ),
        );
        const seen: string[] = [];
        for (let after: string | undefined; ; ) {
          const page = await store.listReports({}, { limit: 7, ...(after !== undefined && { after }) });
          seen.push(...page.items.map(({ id }) => id));
          if (page.next === undefined) break;
          after = page.next;
        }
        expect(seen).toHaveLength(25);
        expect(new Set(seen).size).toBe(25);
        expect(seen.at(-1)).toBe("r3");
        expect((await store.listReports({ from: "2021-06-11", to: "2021-06-12" }, { limit: 100 })).items).toHaveLength(6);
      });

      it("are found by words, whatever their endings, marks and apostrophes, with the hits marked", async () => {
        await store.putReports([
          report("a", TEXT),
          report("b", "Farmers met in the town of São Miguel."),
          report("c", "A drone fell."),
        ]);
        const ids = async (words: string) => (await store.listReports({ words })).items.map(({ id }) => id).sort();
        expect(await ids("attacking bridges")).toEqual(["a"]);
        expect(await ids("kataib")).toEqual(["a"]);
        expect(await ids("Sao Miguel")).toEqual(["b"]);
        expect(await ids("drone")).toEqual(["a", "c"]);
        expect(await ids("drone -police")).toEqual(["c"]);
        expect(await ids('"drone operators"')).toEqual(["a"]);
        expect(await ids('"operators drone"')).toEqual([]);
        expect(await ids("farmers or fell")).toEqual(["b", "c"]);
        expect(await ids("oper*")).toEqual(["a"]);
        const [row] = (await store.listReports({ words: "drone operators" })).items;
        expect(row?.hit?.marks.map(({ start, end }) => row.hit?.text.slice(start, end))).toEqual(["drone", "operators"]);
      });

      it("no query breaks the search", async () => {
        await store.putReports([report("a", TEXT)]);
        for (const words of [
          '"',
          "'",
          "a AND",
          "NEAR(",
          "* *",
          "-",
          "(((",
          "\u0000",
          "%_\\",
          "'; drop table reports; --",
          "x".repeat(10_000),
          'bridge"',
        ])
          await store.listReports({ words });
        expect((await store.listReports({ words: 'bridge"' })).items).toHaveLength(1);
      });
    });

    describe("analyses", () => {
      beforeEach(() => store.putReports([report("a", TEXT), report("b", "The Army attacked again.")]));

      it("come back as they went in, one current a version, the old ones kept", async () => {
        const [one, two] = [analysisOf("a", TEXT, "attack"), analysisOf("a", TEXT, "attack", "2.0.0")];
        await store.putAnalyses([{ report: "a", version: 1, analysis: one }]);
        await store.putAnalyses([{ report: "a", version: 1, analysis: two }]);
        await store.putAnalyses([{ report: "a", version: 1, analysis: two }]);
        expect(await store.getAnalysis("a")).toEqual(two);
        expect(await store.getAnalysis("a", { producer: one.producer })).toEqual(one);
        expect((await store.analysesOf("a")).map(({ producer }) => producer.version)).toEqual(["1.0.0", "2.0.0"]);
        expect(await store.stats()).toMatchObject({ analyses: 2, events: 1 });
      });

      it("say what is not read yet", async () => {
        const analysis = analysisOf("a", TEXT, "attack");
        await store.putAnalyses([{ report: "a", version: 1, analysis }]);
        expect((await store.uncoded(analysis.producer, 10)).map(({ id }) => id)).toEqual(["b"]);
        expect(await store.uncoded({ ...analysis.producer, version: "2.0.0" }, 10)).toHaveLength(2);
      });

      it("of another text are refused, and nothing of the batch goes in", async () => {
        const good = { report: "a", version: 1, analysis: analysisOf("a", TEXT, "attack") };
        await expect(store.putAnalyses([good, { report: "b", version: 1, analysis: good.analysis }])).rejects.toThrow(
          "another text",
        );
        expect((await store.stats()).analyses).toBe(0);
      });

      it("count their actors, aliases too, and count them once when a report changes or is read again", async () => {
        await store.putAnalyses([{ report: "a", version: 1, analysis: analysisOf("a", TEXT, "attack") }]);
        await store.putAnalyses([{ report: "a", version: 1, analysis: analysisOf("a", TEXT, "attack", "2.0.0") }]);
        expect((await store.listActors({ words: "arm" })).items).toEqual([
          { key: "name:army", name: "Army", kind: "military", country: "NOR", reports: 1 },
        ]);
        expect((await store.getActor("name:army"))?.aliases).toEqual([{ value: "Army", count: 1 }]);
        expect((await store.listReports({ actors: ["name:army", "name:nobody"] })).items.map(({ id }) => id)).toEqual(["a"]);
        await store.putReports([report("a", "Nothing of it.")]);
        expect((await store.listActors()).items).toEqual([]);
      });

      it("list their events, least certain first, and those nobody has decided on", async () => {
        await store.putAnalyses([{ report: "a", version: 1, analysis: analysisOf("a", TEXT, "attack") }]);
        expect((await store.listEvents({ undecided: true })).items).toMatchObject([
          { report: "a", event: "v1", confidence: 0.5 },
        ]);
        const { seq } = await store.decide({ who: "Ana", kind: "accept", subject: { report: "a", event: "v1" } });
        expect((await store.listEvents({ undecided: true })).items).toEqual([]);
        await store.decide({ who: "Ana", kind: "undo", undoes: seq, subject: { report: "a", event: "v1" } });
        expect((await store.listEvents({ undecided: true })).items).toHaveLength(1);
      });
    });

    describe("incidents", () => {
      const many: Incident[] = [
        incident("i1", { at: [33.3, 44.4], killed: 4, day: "2021-06-28" }),
        incident("i2", { at: [34.45, 40.92], killed: 0, day: "2021-06-29", status: "disputed", origins: 3 }),
        incident("i3", {
          type: "PROTEST",
          day: "2021-07-01",
          actors: [],
          recipients: [
            { name: "Army", reports: 2 },
            { name: "Police", reports: 1 },
          ],
        }),
        incident("i4", { at: [-17, 179.9], dates: [] }),
      ];
      beforeEach(async () => {
        await store.putReports([report("a", TEXT, { headline: { start: 0, end: 25 } })]);
        await store.replaceLinked(
          many.map((item) => ({
            item,
            claims: item.id === "i1" ? [claim("i1", TEXT.indexOf("Kata"), TEXT.indexOf(" hill"))] : [],
          })),
        );
      });
      // Whatever is listed is counted alike.
      const ids = async (filter: Parameters<Store["listIncidents"]>[0], order?: "killed" | "origins" | "date" | "id") => {
        const { items } = await store.listIncidents(filter, { ...(order && { order }) });
        expect(await store.countIncidents(filter)).toBe(items.length);
        return items.map(({ id }) => id);
      };

      it("come back whole, with their ledger", async () => {
        expect(await store.getIncident("i1")).toEqual(many[0]);
        expect(await store.claimsOf("i1")).toHaveLength(1);
        const all: Incident[] = [];
        for await (const one of store.incidents()) all.push(one);
        expect(all).toEqual(many);
      });

      it("are filtered by each attribute, and by all together", async () => {
        expect(await ids({})).toEqual(["i3", "i2", "i1", "i4"]);
        expect(await ids({ types: ["PROTEST"] })).toEqual(["i3"]);
        expect(await ids({ status: ["disputed"] })).toEqual(["i2"]);
        expect(await ids({ countries: ["SYR"], from: "2021-06-29" })).toEqual(["i2"]);
        expect(await ids({ from: "2021-06-29", to: "2021-06-30" })).toEqual(["i2"]);
        expect(await ids({ toll: { outcome: "killed", min: 1 } })).toEqual(["i1"]);
        expect(await ids({ toll: { outcome: "missing", min: 1 } })).toEqual([]);
        expect(await ids({ origins: { min: 2 } })).toEqual(["i2"]);
        expect(await ids({ actors: ["name:army"] }, "id")).toEqual(["i1", "i2", "i3", "i4"]);
        expect(await ids({ actors: ["name:army"], role: "recipient" })).toEqual(["i3"]);
        expect(await ids({ report: "a" }, "id")).toHaveLength(4);
        expect(await ids({ report: "zzz" })).toEqual([]);
        expect(await ids({ types: [] })).toEqual([]);
        expect(await ids({ words: "kataib" })).toEqual(["i1"]);
        expect(await ids({ types: ["ASSAULT"], words: "bridge", toll: { outcome: "killed", max: 0 } })).toEqual(["i2"]);
      });

      it("are found in a box, across the 180th meridian too, and around a point", async () => {
        expect(await ids({ box: { west: 40, south: 33, east: 45, north: 34 } })).toEqual(["i1"]);
        expect(await ids({ box: { west: 179, south: -20, east: -179, north: 0 } })).toEqual(["i4"]);
        // Baghdad to Abu Kamal: 343 km.
        expect(await ids({ near: { latitude: 33.3, longitude: 44.4, km: 335 } })).toEqual(["i1"]);
        expect(await ids({ near: { latitude: 33.3, longitude: 44.4, km: 350 } }, "id")).toEqual(["i1", "i2"]);
        expect(await ids({ near: { latitude: -17, longitude: -179.9, km: 30 } })).toEqual(["i4"]);
        expect(await ids({ near: { latitude: 89.9, longitude: 0, km: 20_000 } }, "id")).toEqual(["i1", "i2", "i4"]);
      });

      it("are ordered and paged without a gap in every order", async () => {
        const more = Array.from({ length: 40 }, (_, n) =>
          incident(`p${n}`, { day: `2020-01-0${(n % 5) + 1}`, ...(n % 3 > 0 && { killed: n % 4 }), origins: n % 3 }),
        );
        await store.replaceLinked(linked(...more));
        for (const order of ["date", "-date", "origins", "killed", "id"] as const) {
          const seen: string[] = [];
          for (let after: string | undefined; ; ) {
            const page = await store.listIncidents({}, { limit: 9, order, ...(after !== undefined && { after }) });
            seen.push(...page.items.map(({ id }) => id));
            if (page.next === undefined) break;
            after = page.next;
          }
          expect(new Set(seen).size, order).toBe(40);
          expect(seen, order).toEqual((await store.listIncidents({}, { limit: 1000, order })).items.map(({ id }) => id));
        }
        expect((await store.listIncidents({}, { offset: 38, order: "id" })).items).toHaveLength(2);
        await expect(store.listIncidents({}, { after: "nonsense" })).rejects.toThrow("no page");
      });

      it("are counted by attribute, period and cell", async () => {
        const facets = await store.facets({});
        expect(facets.total).toBe(4);
        expect(facets.types).toEqual([
          { value: "ASSAULT", count: 3 },
          { value: "PROTEST", count: 1 },
        ]);
        expect(facets.recipients.map(({ value }) => value)).toEqual(["name:army", "name:police"]);
        expect(await store.timeline({}, "month")).toEqual([
          { period: "2021-06", incidents: 2, killed: 4 },
          { period: "2021-07", incidents: 1, killed: 0 },
        ]);
        const cells = await store.mapCells({}, 1);
        expect(cells.map(({ incident }) => incident)).toEqual(["i1", "i2", "i4"]);
        expect((await store.mapCells({}, 90))[0]).toMatchObject({ incidents: 2, killed: 4 });
        expect(await store.countIncidents({ types: ["ASSAULT"] })).toBe(3);
        await expect(store.countIncidents({ box: { west: Number.NaN, south: 0, east: 1, north: 1 } })).rejects.toThrow(
          "no number",
        );
        await expect(store.facets({ from: "June" })).rejects.toThrow("no day");
      });

      it("are tied to one another, and their actors too, as the record now has it", async () => {
        const answers = (id: string, to: string) =>
          incident(id, {
            relations: [{ type: "retaliation", to, said: [{ report: "a" }, { report: "a" }, { report: "b" }] }],
            recipients: [{ name: "Rebels", reports: 1 }],
          });
        await store.replaceLinked(linked(incident("i1"), answers("i2", "i1"), answers("i3", "i1"), incident("i4")));
        const tie = (from: string) => ({ from, to: "i1", type: "retaliation", said: 2 });
        expect(await store.tiesOf(["i1"])).toEqual([tie("i2"), tie("i3")]);
        expect(await store.tiesOf(["i2", "i1"])).toEqual([tie("i2"), tie("i3")]);
        expect(await store.tiesOf(["i4", "none"])).toEqual([]);
        expect(await store.tiesBetween(["name:army", "name:rebels", "name:none"])).toEqual([
          { from: "name:army", to: "name:rebels", incidents: 2 },
        ]);
        await store.replaceLinked(linked(incident("i1"), answers("i2", "i1")));
        expect(await store.tiesOf(["i1"])).toEqual([tie("i2")]);
        expect(await store.countIncidents({})).toBe(2);
      });

      it("that are the same are left alone; the others change, come and go", async () => {
        const items = (all: Incident[]) =>
          all.map((item) => ({
            item,
            claims: item.id === "i1" ? [claim("i1", TEXT.indexOf("Kata"), TEXT.indexOf(" hill"))] : [],
          }));
        expect(await store.replaceLinked(items(many))).toEqual({ added: 0, changed: 0, removed: 0, unchanged: 4 });
        const last = await store.lastChange();
        expect(await store.replaceLinked(items([...many.slice(1, 3), incident("i4", { killed: 9 }), incident("i5")]))).toEqual({
          added: 1,
          changed: 1,
          removed: 1,
          unchanged: 2,
        });
        expect(await store.changes(last)).toMatchObject([{ kind: "incidents", subject: "3" }]);
        expect(await ids({}, "id")).toEqual(["i2", "i3", "i4", "i5"]);
      });

      it("are those of linking all analyses at once, as people decided them, with the same ledgers", async () => {
        const texts = new Map([
          ["a", TEXT],
          ["b", "The Army attacked again."],
          ["c", "The Army left the town."],
        ]);
        await store.putReports([...texts].map(([id, text]) => report(id, text)));
        const analyses = [...texts].map(([id, text]) => analysisOf(id, text, "Army"));
        await store.putAnalyses(analyses.map((analysis) => ({ report: analysis.report.id, version: 1, analysis })));
        await store.decide({ who: "Ana", kind: "reject", subject: { report: "c", event: "v1" } });
        await relink(store);
        const judged = analyses.map((one) => decided(one, one.report.id === "c" ? [{ kind: "reject", event: "v1" }] : []));
        const byId = new Map(judged.map((one) => [one.report.id, one]));
        const expected = link(judged).filter((one) => one.kind === "incident");
        expect(expected).toHaveLength(2);
        for (const one of expected) {
          expect(await store.getIncident(one.id)).toEqual(one);
          expect(await store.claimsOf(one.id)).toEqual(ledger(one, byId));
        }
        expect(await store.countIncidents()).toBe(2);
        expect(await relink(store)).toMatchObject({ added: 0, changed: 0, removed: 0 });
      });

      it("stories stand beside them", async () => {
        const story = { id: "s1", kind: "story", members: [{ report: "a" }] } as const;
        await store.replaceLinked([{ item: { ...story, members: [...story.members] } }]);
        expect((await store.stories()).items).toEqual([story]);
      });

      it("an actor's page has dyads and activity", async () => {
        await store.replaceLinked(
          linked(
            incident("d1", { recipients: [{ name: "Militia", reports: 1 }] }),
            incident("d2", { recipients: [{ name: "Militia", reports: 1 }], day: "2021-07-02" }),
          ),
        );
        expect(await store.getActor("name:army")).toMatchObject({
          dyads: [{ other: "name:militia", name: "Militia", role: "actor", incidents: 2 }],
          activity: [
            { period: "2021-06", incidents: 1 },
            { period: "2021-07", incidents: 1 },
          ],
        });
      });
    });

    describe("decisions", () => {
      it("are kept in order, undone by another, and cannot be changed by anybody", async () => {
        const one = await store.decide({
          who: "Ana",
          kind: "correct",
          subject: { incident: "i1", field: "place" },
          before: "X",
          after: null,
          why: "the map",
        });
        const two = await store.decide({ who: "Bo", kind: "undo", undoes: one.seq, subject: { incident: "i1" } });
        const { items } = await store.decisions({ incident: "i1" });
        expect(items.map(({ who }) => who)).toEqual(["Ana", "Bo"]);
        expect(items[0]).toMatchObject({ before: "X", after: null, why: "the map", undone: two.seq });
        await expect(store.decide({ who: "Cy", kind: "undo", undoes: one.seq, subject: {} })).rejects.toThrow(
          "undone it already",
        );
        await expect(store.decide({ who: " ", kind: "accept", subject: {} })).rejects.toThrow("nobody");
        await expect(base.raw("update decisions set who = 'Eve'")).rejects.toThrow("append-only");
        await expect(base.raw("delete from decisions")).rejects.toThrow("append-only");
      });

      it("of two people at once are noticed", async () => {
        const { seq } = await store.decide({ who: "Ana", kind: "accept", subject: { incident: "i1" }, ifLast: 0 });
        await expect(store.decide({ who: "Bo", kind: "reject", subject: { incident: "i1" }, ifLast: 0 })).rejects.toThrow(
          "Ana decided",
        );
        await store.decide({ who: "Bo", kind: "reject", subject: { incident: "i1" }, ifLast: seq });
      });

      it("stand when a newer version reads the report again, and find their event by its words", async () => {
        await store.putReports([report("a", TEXT)]);
        await store.putAnalyses([{ report: "a", version: 1, analysis: analysisOf("a", TEXT, "attacked") }]);
        const decision = await store.decide({
          who: "Ana",
          kind: "correct",
          subject: { report: "a", event: "v1", field: "type" },
          before: "ASSAULT",
          after: "COERCE",
        });
        const again = analysisOf("a", TEXT, "attacked", "2.0.0");
        again.events = [
          { ...(again.events[0] as (typeof again.events)[0]), id: "v1", trigger: { start: 0, end: 4 } },
          { ...(again.events[0] as (typeof again.events)[0]), id: "v2" },
        ];
        await store.putAnalyses([{ report: "a", version: 1, analysis: again }]);
        const [kept] = (await store.decisions({ report: "a" })).items;
        expect(kept).toMatchObject({ kind: "correct", after: "COERCE", seq: decision.seq });
        expect(kept && eventOf(kept, again)).toBe("v2");
      });

      it("give linking its pins: the later of two, none that was undone", async () => {
        const [a, b, c] = ["a", "b", "c"].map((report) => ({ report, event: "v1" })) as [
          { report: string; event: string },
          { report: string; event: string },
          { report: string; event: string },
        ];
        await store.decide({ who: "Ana", kind: "merge", subject: { incident: "i1" }, pins: [{ a, b, decision: "must" }] });
        await store.decide({ who: "Bo", kind: "split", subject: { incident: "i1" }, pins: [{ a: b, b: a, decision: "cannot" }] });
        const gone = await store.decide({ who: "Bo", kind: "pin", subject: {}, pins: [{ a, b: c, decision: "must" }] });
        await store.decide({ who: "Bo", kind: "undo", undoes: gone.seq, subject: {} });
        expect(await store.pins()).toEqual([{ a: b, b: a, decision: "cannot" }]);
      });
    });

    it("shows any past moment as it was, and lets nobody write there", async () => {
      const moments: string[] = [];
      const tick = async () => {
        await new Promise((resolve) => setTimeout(resolve, 5));
        moments.push(new Date().toISOString());
        await new Promise((resolve) => setTimeout(resolve, 5));
      };
      await tick();
      await store.putReports([report("a", TEXT)]);
      await store.putAnalyses([{ report: "a", version: 1, analysis: analysisOf("a", TEXT, "attack") }]);
      await store.replaceLinked(linked(incident("i1"), incident("i2")));
      const decision = await store.decide({ who: "Ana", kind: "accept", subject: { incident: "i1" } });
      await tick();
      await store.putReports([report("a", "Other words of the Army"), report("b", "More")]);
      await store.putAnalyses([{ report: "a", version: 2, analysis: analysisOf("a", "Other words of the Army", "words") }]);
      await store.replaceLinked(linked(incident("i1", { killed: 3 })));
      await store.decide({ who: "Bo", kind: "undo", undoes: decision.seq, subject: { incident: "i1" } });

      const empty = await store.at(moments[0] as string);
      expect(await empty.stats()).toMatchObject({ reports: 0, versions: 0, analyses: 0, incidents: 0, decisions: 0 });
      const then = await store.at(moments[1] as string);
      expect(await then.stats()).toMatchObject({
        reports: 1,
        versions: 1,
        analyses: 1,
        events: 1,
        actors: 1,
        incidents: 2,
        decisions: 1,
      });
      expect((await then.getReport("a"))?.text).toBe(TEXT);
      expect(await then.getReport("a", 2)).toBeUndefined();
      expect((await then.getAnalysis("a"))?.events[0]?.trigger.start).toBe(TEXT.indexOf("attack"));
      expect((await then.listReports({ words: "bridge" })).items).toHaveLength(1);
      expect((await store.listReports({ words: "bridge" })).items).toHaveLength(0);
      expect((await then.getIncident("i1"))?.tolls).toEqual([]);
      expect((await then.listIncidents()).items).toHaveLength(2);
      expect((await then.listActors()).items).toMatchObject([{ key: "name:army", reports: 1 }]);
      expect((await then.decisions()).items).toHaveLength(1);
      expect((await then.decisions()).items[0]?.undone).toBeUndefined();
      await expect(then.putReports([report("x", "x")])).rejects.toThrow("only be read");
      await expect(store.at("yesterday")).rejects.toThrow("no moment");
    });

    it("tells what has changed, in order", async () => {
      await store.putReports([report("a", TEXT)]);
      await store.putReports([report("a", TEXT)]);
      await store.putAnalyses([{ report: "a", version: 1, analysis: analysisOf("a", TEXT, "attack") }]);
      const all = await store.changes(0);
      expect(all.map(({ kind }) => kind)).toEqual(["report", "analysis"]);
      expect(await store.changes(all[0]?.seq as number)).toHaveLength(1);
      expect(await store.lastChange()).toBe(all[1]?.seq);
    });

    it("stores a batch whole or not at all", async () => {
      await expect(store.putReports([report("b", TEXT), null as never])).rejects.toThrow();
      expect(await store.getReport("b")).toBeUndefined();
      expect(await store.lastChange()).toBe(0);
    });

    it("keeps what could not be read until it is", async () => {
      await store.noteFaults([{ where: "x:1", message: "broken", source: "x" }]);
      await store.noteFaults([{ where: "x:1", message: "still broken", source: "x" }]);
      expect((await store.faults()).items).toMatchObject([{ where: "x:1", message: "still broken", times: 2 }]);
      await store.clearFaults(["x:1"]);
      expect((await store.faults()).items).toEqual([]);
    });

    it("keeps small documents for others", async () => {
      await store.putDocument("user", "ana", { role: "coder" });
      await store.putDocument("user", "ana", { role: "admin" });
      expect(await store.getDocument("user", "ana")).toEqual({ role: "admin" });
      expect(await store.documents("user")).toHaveLength(1);
      expect(await store.deleteDocument("user", "ana")).toBe(true);
      expect(await store.deleteDocument("user", "ana")).toBe(false);
    });

    it("is one store to two who open it, and loses nothing when both write", async () => {
      const other = await base.open();
      const write = async (mine: Store, name: string) => {
        for (let n = 0; n < 30; n++)
          await mine.putReports([report(`${name}${n}`, `text of ${name} ${n}`), report("both", `text of both ${n}`)]);
      };
      await Promise.all([write(store, "x"), write(other, "y")]);
      expect((await store.stats()).reports).toBe(61);
      expect((await other.stats()).reports).toBe(61);
      const seqs = (await store.changes(0, 10_000)).map(({ seq }) => seq);
      expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
      await other.close();
    });
  });
}
