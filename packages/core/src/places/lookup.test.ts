import { expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { createPlaceLookup } from "./lookup.ts";

const lookup = createPlaceLookup(loadEnglish());

it("shows the candidates, likeliest first, with shares that sum to 1", () => {
  const candidates = lookup.candidates("Paris");
  expect(candidates[0]).toMatchObject({ name: "Paris", country: "FRA", gazetteer: "geonames:2988507" });
  expect(candidates.length).toBeGreaterThan(3);
  expect(candidates.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1);
  expect(candidates[0]?.why).toContain("a capital");
});

it("lets other places decide, and says so", () => {
  const [first] = lookup.candidates("Paris", ["Texas", "Dallas"]);
  expect(first).toMatchObject({ country: "USA", admin1: "Texas" });
  expect(first?.why).toContain("lies in Texas");
  expect(first?.share).toBeGreaterThan(first?.prior as number);
});

it("knows nothing of what is no name", () => expect(lookup.candidates("Qwxyzabad")).toEqual([]));
