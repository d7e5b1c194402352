import { expect, it } from "vitest";
import { isLikely } from "./likely.ts";

it.each([
  [undefined, true],
  [0.3, false],
  [0.5, true],
  [0.9, true],
])("a relation of confidence %s is shown: %s", (confidence, shown) =>
  expect(isLikely(confidence === undefined ? {} : { confidence })).toBe(shown),
);
