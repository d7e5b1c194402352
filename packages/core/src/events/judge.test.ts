import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { type Analyst, createAnalyst } from "../analyse.ts";
import type { Knowledge } from "../model/index.ts";
import { Judge, together } from "./judge.ts";

let knowledge: Knowledge;
let analyst: Analyst;
beforeAll(() => {
  knowledge = loadEnglish();
  analyst = createAnalyst(knowledge);
});

describe("the judge", () => {
  it.each(["The guitar attacks the melody in the second movement of the concert."])(
    "leaves out what is none, and says so: %s",
    (text) => {
      const { events, problems = [] } = analyst.analyse({ id: "x", text });
      expect(events).toEqual([]);
      const [problem] = problems.filter(({ code }) => code === "judged-no-event");
      expect(problem?.message).toMatch(/is no ASSAULT here: the judge gives rule assault\.[a-z.]+ 0\.[01]/);
      expect(text.slice(problem?.start, problem?.end)).not.toBe("");
    },
  );

  it("keeps deeds of armed men against people", () => {
    const { events, problems } = analyst.analyse({ id: "x", text: "Gunmen attacked two teachers near the museum." });
    expect(events.map(({ type }) => type)).toEqual(["ASSAULT"]);
    expect(problems ?? []).toEqual([]);
  });

  it("is as sure as it says: a raid is surer than a quarrel", () => {
    const sure = (text: string) => analyst.analyse({ id: "x", text }).events.map(({ confidence }) => confidence);
    const [raid = 0] = sure("Gunmen killed four soldiers in a raid on a base near the border on Monday.");
    const [talk = 0] = sure("Thank you for agreeing to talk to us about your garden.");
    expect(raid).toBeGreaterThan(0.8);
    expect(talk).toBeLessThan(0.5);
  });

  it("gives a probability, whatever it is told", () => {
    const judge = new Judge(knowledge);
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.double({ min: -1e6, max: 1e6, noNaN: true }))), (features) => {
        const p = judge.probability(features);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThan(1);
      }),
    );
  });
});

describe("events of one report", () => {
  it("speak for each other, and one speaks for itself", () => {
    expect(together([0.3])).toEqual([0.3]);
    const among = together([0.9, 0.95, 0.92, 0.9, 0.3]).at(-1) as number;
    const apart = together([0.2, 0.25, 0.1, 0.2, 0.3]).at(-1) as number;
    expect(among).toBeGreaterThan(0.3);
    expect(apart).toBeLessThan(0.3);
  });

  it("keep their order and stay probabilities", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.001, max: 0.999, noNaN: true }), { maxLength: 40 }), (alone) => {
        const worth = together(alone);
        expect(worth.every((p) => p > 0 && p < 1)).toBe(true);
        for (let i = 1; i < alone.length; i++)
          if ((alone[i - 1] as number) < (alone[i] as number)) expect(worth[i - 1]).toBeLessThanOrEqual(worth[i] as number);
      }),
    );
  });
});
