// Through the whole engine, since what is inherited depends on what the stages before it found.
import { describe, expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { createAnalyst } from "../analyse.ts";

const analyst = createAnalyst(loadEnglish());

/** Trigger -> the words of its times and places. */
function circumstances(text: string, headline?: string) {
  const analysis = analyst.analyse({
    id: "x",
    text,
    published: "2021-06-28",
    ...(headline && { headline: { start: 0, end: headline.length } }),
  });
  const words = (ids: string[], list: { id: string; start: number; end: number }[]) =>
    ids.map((id) => list.find((one) => one.id === id)).map((one) => (one ? text.slice(one.start, one.end) : "?"));
  return Object.fromEntries(
    analysis.events.map(({ trigger, times, places }) => [
      text.slice(trigger.start, trigger.end),
      { when: words(times, analysis.times), where: words(places, analysis.places) },
    ]),
  );
}

describe("an event without a time of its own", () => {
  it("goes on when and where the deed before it did", () => {
    const found = circumstances("Rebels attacked a checkpoint in Aleppo on Saturday. They killed two soldiers.");
    expect(found.killed).toEqual({ when: ["Saturday"], where: ["Aleppo"] });
  });

  it("of a headline takes those of the lead", () => {
    const headline = "Rebels attack checkpoint";
    const found = circumstances(`${headline}\n\nRebels attacked a checkpoint in Aleppo on Saturday, the army said.`, headline);
    expect(found.attack?.when).toEqual(["Saturday"]);
  });

  it("does not take the day of the dateline", () => {
    const found = circumstances("KABUL, Afghanistan (June 27) - Police arrested four men in Ghazni province.");
    expect(found.arrested?.when).toEqual([]);
    expect(found.arrested?.where).toEqual(["Ghazni"]);
  });

  it("set apart by 'after' takes none from its sentence", () => {
    const found = circumstances("Police arrested a man on Saturday, two days after gunmen killed a judge.");
    expect(found.arrested?.when).toEqual(["Saturday"]);
    expect(found.killed?.when ?? []).toEqual([]);
  });

  it("joined to another verb shares its day", () => {
    const found = circumstances("The army shelled the village and bombed the bridge on Saturday.");
    expect(found.shelled?.when).toEqual(["Saturday"]);
  });
});
