import { expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { createAnalyst } from "../analyse.ts";

const analyst = createAnalyst(loadEnglish());
/** Trigger -> the names of its actors' entities. */
const actors = (text: string) => {
  const { events, entities } = analyst.analyse({ id: "d", text });
  return Object.fromEntries(
    events.map(({ trigger, actors }) => [
      text.slice(trigger.start, trigger.end),
      actors.map(({ entity }) => entities.find(({ id }) => id === entity)?.name),
    ]),
  );
};

it("whom the report calls the attackers did what was told without anybody", () => {
  expect(actors("A bomb exploded outside the court. The attackers fled in a van.").exploded).toEqual(["The attackers"]);
});

it("who is charged with the murder is named for it", () => {
  const found = actors("Two women were shot in Dayton on Friday. On Monday Carl Brand was charged with murder, police said.");
  expect(found.shot).toEqual(["Carl Brand"]);
});

it("who was hurt did not do it, and a bomber shot nobody", () => {
  expect(actors("Carl Brand was shot in Dayton on Friday. Carl Brand was charged with murder.").shot).toEqual([]);
  expect(actors("Two women were shot in Dayton. The bomber is still at large.").shot).toEqual([]);
});

it("a deed keeps those whom its own clause names", () => {
  const found = actors("Rebels attacked a village near Gao. The assailants then burned a clinic.");
  expect(found.attacked).toEqual(["Rebels"]);
});
