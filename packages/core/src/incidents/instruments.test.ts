import { describe, expect, it } from "vitest";
import { instrumentGround } from "./instruments.ts";

const weight = (a: string[], b: string[]) => instrumentGround(a, b)?.weight ?? 0;

describe("what two attacks were done with", () => {
  it("speaks for one attack where a weapon is the same, whatever else was used", () => {
    expect(weight(["rocket", "rifle"], ["rifle"])).toBeGreaterThan(0);
    expect(instrumentGround(["rocket"], ["rocket"])?.words()).toBe("same weapon (rocket)");
  });

  it("speaks against it where weapons are of other families", () => {
    expect(weight(["knife"], ["rocket"])).toBeLessThan(0);
    expect(weight(["knife", "bomb"], ["rocket"])).toBeLessThan(0);
  });

  it.each([
    ["two words for one thing", ["missile"], ["projectile"]],
    ["a word for any weapon", ["weapon"], ["rocket"]],
    ["the same word for any weapon", ["weapon"], ["weapon"]],
    ["a word of no family", ["bulldozer"], ["rocket"]],
    ["nothing told", [], ["rocket"]],
    ["one weapon of two in common by family", ["knife", "missile"], ["rocket"]],
  ])("says nothing of %s", (_, a, b) => expect(weight(a, b)).toBe(0));

  it("weighs the same both ways", () => {
    for (const [a, b] of [
      [["knife"], ["rocket"]],
      [["rocket"], ["rocket", "bomb"]],
    ] as [string[], string[]][])
      expect(weight(a, b)).toBe(weight(b, a));
  });
});
