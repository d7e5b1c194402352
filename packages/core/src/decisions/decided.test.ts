import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Analysis, Event } from "../model/index.ts";
import { decided } from "./decided.ts";
import type { Judgement } from "./judgement.ts";

const event = (id: string, start: number): Event => ({
  id,
  trigger: { start, end: start + 4 },
  evidence: { start: 0, end: 40 },
  type: "ASSAULT",
  mode: "aerial",
  cameo: "195",
  contexts: [],
  actors: [],
  recipients: [],
  instruments: [],
  places: ["p1"],
  times: [],
  polarity: "affirmed",
  modality: "actual",
  casualties: [],
  attributions: [],
  confidence: 0.5,
  rule: "assault.attack",
});
const analysis: Analysis = {
  schema: "annalist/1",
  report: { id: "r", sha256: "0" },
  producer: { version: "0", model: "m", lexicon: "l" },
  sentences: [{ start: 0, end: 40 }],
  entities: [{ id: "n1", name: "Red Hand", kind: "armed-group", reference: "group:red-hand", mentions: [] }],
  places: [{ id: "p1", start: 30, end: 35, name: "Mosul", gazetteer: "geonames:99072" }],
  times: [],
  events: [event("e1", 5), event("e2", 20)],
  attributions: [
    { id: "a1", sources: [], cue: [], content: [], kind: "indirect", stance: "asserts", anonymity: "none", events: ["e1", "e2"] },
  ],
  casualties: [],
  relations: [{ id: "l1", start: 0, end: 1, type: "same", from: "e2", to: "e1", attributions: [] }],
};
const correct = (field: Judgement["field"], after: Judgement["after"], id = "e1"): Judgement =>
  ({ kind: "correct", event: id, field, after }) as Judgement;
const first = (judgements: Judgement[]) => decided(analysis, judgements).events[0];

describe("decisions", () => {
  it("take a rejected event out, with all that points at it", () => {
    const { events, attributions, relations } = decided(analysis, [{ kind: "reject", event: "e2" }]);
    expect(events.map(({ id }) => id)).toEqual(["e1"]);
    expect(attributions[0]?.events).toEqual(["e1"]);
    expect(relations).toEqual([]);
  });

  it("say what each field should say", () => {
    expect(first([correct("type", { value: "COERCE" })])).toMatchObject({
      type: "COERCE",
      rule: "decision",
      confidence: 1,
    });
    expect(first([correct("type", { value: "COERCE" })])).not.toHaveProperty("mode");
    expect(first([correct("actor", { value: "group:red-hand" })])?.actors[0]?.entity).toBe("n1");
    expect(first([correct("place", { value: "" })])?.places).toEqual([]);
    const wide = decided(analysis, [
      correct("recipient", { value: "the villagers", span: { start: 10, end: 19 } }),
      correct("place", { value: "geonames:1", label: "Abu Kamal", place: { latitude: 34.4, longitude: 40.9 } }),
      correct("date", { value: "2021-06-28/2021-06-29" }),
      correct("killed", { value: "4" }),
    ]);
    expect(wide.events[0]?.recipients[0]).toMatchObject({ start: 10, end: 19, entity: "dn2" });
    expect(wide.places[1]).toMatchObject({ name: "Abu Kamal", latitude: 34.4, start: 5 });
    expect(wide.times[0]).toMatchObject({ earliest: "2021-06-28", latest: "2021-06-29" });
    expect(wide.casualties[0]).toMatchObject({ low: 4, best: 4, high: 4, event: "e1" });
  });

  it("hold the later before the earlier, and what settles before both", () => {
    expect(first([correct("type", { value: "AID" }), correct("type", { value: "COERCE" })])?.type).toBe("COERCE");
    expect(first([correct("type", { value: "AID", settles: true }), correct("type", { value: "COERCE" })])?.type).toBe("AID");
    expect(
      decided(analysis, [
        { kind: "reject", event: "e1" },
        { kind: "accept", event: "e1" },
      ]).events,
    ).toHaveLength(2);
  });

  it("find their event in a later analysis by its trigger", () => {
    const later = { ...analysis, events: [event("e7", 6), event("e9", 20)] };
    const judgement: Judgement = { kind: "reject", event: "e1", trigger: { start: 5, end: 9 } };
    expect(decided(later, [judgement]).events.map(({ id }) => id)).toEqual(["e9"]);
  });

  it("are kept as a problem where their event is gone", () => {
    const { events, problems } = decided(analysis, [{ kind: "reject", event: "e1", trigger: { start: 36, end: 39 } }]);
    expect(events).toHaveLength(2);
    expect(problems?.[0]).toMatchObject({ code: "decision-without-event", start: 36 });
  });

  it("change nothing of what was read", () => {
    const before = JSON.stringify(analysis);
    const judgement = fc.record({
      kind: fc.constantFrom("accept", "correct", "reject"),
      event: fc.constantFrom("e1", "e2", "e3"),
      field: fc.constantFrom("type", "actor", "recipient", "place", "date", "killed"),
      after: fc.record({ value: fc.oneof(fc.string(), fc.constantFrom("", "COERCE", "2021-01-01", "12")) }),
    });
    fc.assert(
      fc.property(fc.array(judgement), (judgements) => {
        decided(analysis, judgements as Judgement[]);
        expect(JSON.stringify(analysis)).toBe(before);
      }),
    );
  });
});
