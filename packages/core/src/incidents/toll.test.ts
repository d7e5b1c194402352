import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Claim } from "../model/index.ts";
import { toll } from "./toll.ts";

let place = 0;
/** One report's claim; each stands far from the others unless a place is given. */
const claim = (report: string, best: number, more: Partial<Claim> = {}): Claim => {
  place += 500;
  return {
    incident: "i1",
    attribute: "killed",
    value: String(best),
    label: String(best),
    low: best,
    best,
    high: best,
    report,
    event: "e1",
    published: "2021-06-28",
    voices: [],
    origin: Number(report.slice(1)),
    start: place,
    end: place + 10,
    ...more,
  };
};
const voice = (name: string, anonymity: Claim["voices"][number]["anonymity"]) => ({
  voices: [{ name, attribution: name, anonymity, stance: "asserts" as const }],
});

describe("one number from many claims", () => {
  const claims = [claim("r1", 12), claim("r2", 9, { low: 9, high: null }), claim("r3", 12)];

  it("by ACLED's rule is the most conservative report's least", () => {
    expect(toll(claims, "killed", "acled")).toMatchObject({ low: 9, best: 9, high: 9, claims: [claims[1]] });
  });

  it("by UCDP's rule is the figure of most origins, between the least and the most; open where a report leaves it open", () => {
    expect(toll(claims, "killed", "ucdp")).toMatchObject({ low: 9, best: 12, high: null });
    expect(toll([claim("r1", 12), claim("r2", 9)], "killed", "ucdp")).toMatchObject({ low: 9, high: 12 });
  });

  it("counts ten papers with one origin as one: the later figure of one more origin stands against them", () => {
    const copies = Array.from({ length: 10 }, (_, i) => claim(`r${i}`, 5, { origin: 0 }));
    const later = claim("r10", 7, { published: "2021-06-29" });
    expect(toll([...copies, later], "killed", "ucdp")?.best).toBe(7);
  });

  it("by rank is the figure of whoever is named first, else of an institution before an unnamed official", () => {
    const told = [claim("r1", 30, voice("an official", "unnamed")), claim("r2", 20, voice("the ministry", "institution"))];
    expect(toll(told, "killed", "ranked-source")?.best).toBe(20);
    expect(toll(told, "killed", "ranked-source", { ranking: ["an official"] })?.best).toBe(30);
  });

  it("adds up the parts of one breath, and not a figure that is told again", () => {
    const parts = [claim("r1", 14, { start: 10, end: 30 }), claim("r1", 2, { start: 35, end: 45 })];
    expect(toll(parts, "killed", "ucdp")?.best).toBe(16);
    const again = [claim("r1", 14, { start: 10, end: 30 }), claim("r1", 16, { start: 900, end: 910 })];
    expect(toll(again, "killed", "ucdp")?.best).toBe(16);
    expect(toll([claim("r1", 14, { start: 10, end: 30 }), claim("r1", 14, { start: 35, end: 45 })], "killed", "ucdp")?.best).toBe(
      14,
    );
  });

  it("holds two voices of one report for two accounts, neither of them a part of the other", () => {
    const two = [claim("r1", 1, voice("an official", "named")), claim("r1", 22, voice("a monitor", "named"))];
    expect(toll(two, "killed", "acled")).toMatchObject({ best: 1 });
    expect(toll(two, "killed", "ucdp")).toMatchObject({ low: 1, high: 22 });
  });

  it("takes one voice's smaller figure for a part of its larger, and so what the report says itself", () => {
    const one = [claim("r1", 40, voice("the mayor", "named")), claim("r1", 2, voice("the mayor", "named"))];
    expect(toll(one, "killed", "acled")).toMatchObject({ best: 40 });
    expect(toll([claim("r1", 40), claim("r1", 2, voice("the police", "named"))], "killed", "ucdp")).toMatchObject({
      low: 40,
      high: 40,
    });
    const three = [claim("r1", 30), claim("r1", 2, voice("the police", "named")), claim("r1", 40, voice("the mayor", "named"))];
    expect(toll(three, "killed", "ucdp")).toMatchObject({ low: 30, high: 40 });
  });

  it("is none where nobody tells of that outcome", () => {
    expect(toll(claims, "injured", "ucdp")).toBeUndefined();
  });

  it("never leaves the bounds that the reports give, whatever the rule and the order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1, maxLength: 12 }), (figures) => {
        const told = figures.map((best, i) => claim(`r${i}`, best));
        const [least, most] = [Math.min(...figures), Math.max(...figures)];
        for (const rule of ["acled", "ucdp", "ranked-source"] as const) {
          const ruled = toll(told, "killed", rule);
          expect(ruled?.best).toBeGreaterThanOrEqual(least);
          expect(ruled?.best).toBeLessThanOrEqual(most);
        }
        expect(toll(told, "killed", "acled")?.best).toBe(least);
        expect(toll([...told].reverse(), "killed", "ucdp")).toMatchObject({ low: least, high: most });
      }),
    );
  });
});
