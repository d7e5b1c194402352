import { expect, it } from "vitest";
import { growth, LINEAR } from "./cost.ts";

const spin = (turns: number) => {
  let sum = 0;
  for (let i = 0; i < turns; i++) sum = (sum + i * i) % 1_000_003;
  return sum;
};

it("tells linear cost from quadratic", () => {
  expect(growth((n) => () => void spin(n * 1000), 200)).toBeLessThan(LINEAR);
  expect(growth((n) => () => void spin(n * n), 200)).toBeGreaterThan(LINEAR);
});
