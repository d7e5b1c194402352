import { expect, it } from "vitest";
import type { Claim } from "../model/index.ts";
import { toll } from "./toll.ts";

const claim = (best: number, voice: string | undefined, more: Partial<Claim> = {}): Claim => ({
  incident: "i",
  attribute: "killed",
  value: String(best),
  label: String(best),
  low: best,
  best,
  high: best,
  report: "r1",
  event: "e1",
  voices: voice === undefined ? [] : [{ name: voice, attribution: voice, anonymity: "named", stance: "asserts" }],
  origin: 0,
  start: best * 100,
  end: best * 100 + 5,
  ...more,
});

it("holds two voices of one report for two accounts, neither of them a part of the other", () => {
  const claims = [claim(1, "an official"), claim(22, "a monitor")];
  expect(toll(claims, "killed", "acled")).toMatchObject({ best: 1 });
  expect(toll(claims, "killed", "ucdp")).toMatchObject({ low: 1, high: 22 });
});

it("takes one voice's smaller figure for a part of its larger, and so what the report says itself", () => {
  expect(toll([claim(40, "the mayor"), claim(2, "the mayor")], "killed", "acled")).toMatchObject({ best: 40 });
  expect(toll([claim(40, undefined), claim(2, "the police")], "killed", "ucdp")).toMatchObject({ low: 40, high: 40 });
  const three = [claim(30, undefined), claim(2, "the police"), claim(40, "the mayor")];
  expect(toll(three, "killed", "ucdp")).toMatchObject({ low: 30, high: 40 });
});

it("adds the parts that one breath lists", () => {
  const parts = [claim(14, "the army", { start: 10, end: 22 }), claim(2, "the army", { start: 27, end: 39 })];
  expect(toll(parts, "killed", "acled")).toMatchObject({ best: 16 });
});
