// What states and bodies do to each other without violence, and what only sounds like it.
import { beforeAll, describe, expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { type Analyst, createAnalyst } from "../analyse.ts";

let analyst: Analyst;
beforeAll(() => {
  analyst = createAnalyst(loadEnglish());
});

const rowsOf = (text: string) => {
  const { events } = analyst.analyse({ id: "t", text, published: "2026-03-10" });
  return events.map(({ type, mode, actors, recipients }) => {
    const all = (found: typeof actors) => found.map(({ start, end }) => text.slice(start, end)).join(" + ");
    return [`${type}${mode ? `/${mode}` : ""}`, all(actors), all(recipients)].join(" | ");
  });
};

describe("one happening is one row", () => {
  it.each([
    ["Panama suspended visas for Venezuelans on Monday.", "SANCTION/discontinue | Panama | Venezuelans"],
    ["Teachers in Lima ended a strike on Tuesday.", "CONCEDE | Teachers in Lima | "],
    ["The government called off its offensive against the rebels.", "CONCEDE | The government | the rebels"],
    ["Russia and Ukraine exchanged 150 prisoners on Saturday.", "RETREAT/release | Russia + Ukraine | "],
    ["France recalled its ambassador from Niger in protest.", "SANCTION/withdraw | France | Niger"],
    ["Lawmakers voted to suspend the president.", "SANCTION/expel | Lawmakers | the president"],
    ["The opposition demanded early elections.", "REQUEST/change | The opposition | "],
    ["Russia banned Georgian wine.", "SANCTION/discontinue | Russia | Georgian wine"],
    ["Uganda switched off the internet before the vote.", "COERCE/censor | Uganda | the internet"],
    ["ECOWAS suspended Niger.", "SANCTION/expel | ECOWAS | Niger"],
    ["Ecowas suspended Niger.", "SANCTION/expel | Ecowas | Niger"],
    ["Human Rights Watch accused the army of lying.", "ACCUSE/allege | Human Rights Watch | the army"],
    ["Switzerland froze the assets of the ousted president.", "SANCTION/discontinue | Switzerland | the ousted president"],
    ["Qatar froze funding for the movement.", "SANCTION/discontinue | Qatar | the movement"],
    ["The unions called off the strike after the government agreed to pay.", "CONCEDE | The unions | "],
    ["France is considering sanctions against Israel.", "SANCTION/discontinue | France | Israel"],
    ["Peace talks opened in Doha between the army and the rebels.", "CONSULT | the army + the rebels | "],
    ["Hungary withdrew from the International Criminal Court.", "SANCTION/withdraw | Hungary | the International Criminal Court"],
    ["The king promised to free detained protesters.", "AGREE | The king | detained protesters"],
    ["The two sides held talks in Geneva.", "CONSULT | The two sides | "],
    ["A truce signed in Doha between the Taliban and Iran ended the war.", "SUPPORT | the Taliban + Iran | "],
  ])("%s", (text, row) => expect(rowsOf(text)[0]).toEqual(row));

  it("is told twice where each has doers of its own", () => {
    expect(rowsOf("Police broke up a protest by students.")).toHaveLength(2);
  });
});

describe("whose a thing is", () => {
  it.each([
    ["Algeria recalled its ambassador from Paris.", "FRA"],
    ["China imposed tariffs on Canadian canola.", "CAN"],
    ["India banned imports of Turkish apples.", "TUR"],
  ])("%s: %s", (text, country) => {
    const { events, entities } = analyst.analyse({ id: "t", text, published: "2026-03-10" });
    const to = entities.find(({ id }) => id === events[0]?.recipients[0]?.entity);
    expect(to?.country).toBe(country);
  });

  it("is no place of what is done there or between them", () => {
    for (const text of ["Militants attacked a US base.", "Pakistan offered to mediate between Iran and Qatar."])
      expect(analyst.analyse({ id: "t", text, published: "2026-03-10" }).events[0]?.places).toEqual([]);
  });
});

describe("no politics", () => {
  it.each([
    // What nature does.
    "Snow blocked the road between the two villages.",
    "A landslide closed the border crossing between Nepal and China.",
    "A bear attacked two hikers in Slovakia.",
    // Among private people and firms.
    "The chef rejected the demands of the guests.",
    "Two firms agreed to merge on Friday.",
    "The club rejected a bid for its striker.",
    "A school in Leeds banned phones from classrooms.",
    // In stories.
    "In the film, a spy assassinates the president of France.",
    "The novel tells how a colonel overthrows the government.",
    // Long ago.
    "The Treaty of Utrecht, signed in 1713, ended the war.",
    "In 1812 Napoleon invaded Russia with 600,000 soldiers.",
    // Other senses.
    "The pilot declared an emergency and landed in Manila.",
    "The carmaker bombarded customers with emails.",
    "The memorandum was on mining.",
    "A ceasefire signed in Havana ended the war.",
  ])("%s", (text) => expect(rowsOf(text)).toEqual([]));

  it.each([
    "Soldiers blocked the road between the two villages.",
    "The army closed the border crossing between Nepal and China.",
    "The union rejected an offer from the company.",
    "The university banned the protest.",
    "The singer condemned the government.",
    "Gunmen attacked a cinema showing a film about the war.",
    "The president declared an emergency after the floods.",
    "Storm troopers attacked a synagogue.",
  ])("but: %s", (text) => expect(rowsOf(text).length).toBeGreaterThan(0));
});
