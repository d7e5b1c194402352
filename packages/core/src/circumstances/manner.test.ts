import { expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { createAnalyst } from "../analyse.ts";

const analyst = createAnalyst(loadEnglish());
const modes = (text: string) =>
  Object.fromEntries(
    analyst.analyse({ id: "m", text }).events.map(({ trigger, mode }) => [text.slice(trigger.start, trigger.end), mode]),
  );

it("how a happening was done holds of all its mentions", () => {
  const found = modes("A bomb exploded outside the court. The attack wounded nine people.");
  expect(found.attack).toBe("explosives");
});

it("another happening keeps its own manner", () => {
  const found = modes("A bomb exploded outside the court. In Leeds another attack killed a farmer.");
  expect(found.attack).toBeUndefined();
});
