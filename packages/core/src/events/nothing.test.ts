// What is no deed, or none that took place: accidents, words, kinds of deeds, and what is only possible.
import { beforeAll, describe, expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { type Analyst, createAnalyst } from "../analyse.ts";

let analyst: Analyst;
beforeAll(() => {
  analyst = createAnalyst(loadEnglish());
});

const eventsOf = (text: string) =>
  analyst.analyse({ id: "t", text, published: "2026-03-10" }).events.map((event) => {
    const all = (found: typeof event.actors) => found.map(({ start, end }) => text.slice(start, end)).join("+");
    return { ...event, by: all(event.actors), to: all(event.recipients), using: all(event.instruments) };
  });
const assaults = (text: string) => eventsOf(text).filter(({ type }) => type === "ASSAULT");

describe("no assault", () => {
  it.each([
    "A military helicopter crashed during a training flight, killing all four soldiers aboard.",
    "The company's ship ran aground; two sailors were killed.",
    "Two pilots died in an emergency landing near the coast.",
    "The senator launched a fierce attack on the finance minister, saying he had ruined the country.",
    "The bishop attacked the government for its neglect of the poor.",
    "The premier came under attack from all sides.",
    "The government has a plan to fight the drug mafias.",
    "Traders were hurt by the blockade.",
    "The judge was struck off the register.",
  ])("%s", (text) => {
    expect(assaults(text)).toEqual([]);
  });

  it("keeps what somebody shot down or mined", () => {
    expect(assaults("A helicopter was shot down by rebels, killing its crew.")).toHaveLength(1);
    expect(assaults("An army truck hit a mine, injuring five soldiers.")).toHaveLength(1);
  });
});

describe("none that took place", () => {
  it.each([
    ["The assassinations carried out by death squads for many years remain unpunished.", "general"],
    ["The massacres that tore the country apart for decades have left deep wounds.", "general"],
    ["The militia, which attacks villages at night, has its base in the hills.", "general"],
    ["The group is known for kidnapping foreigners.", "general"],
    ["More than 200 journalists have been killed in the country in the last decade.", "general"],
    ["Terrorist attacks will not break our will, the president said.", "general"],
    ["A gang war has raged in the slums for years.", "general"],
    ["The minister did not rule out an attack on the port.", "possible"],
    ["There were rumours of a massacre in the north.", "possible"],
    ["It is impossible for the army to attack the rebels.", "possible"],
    ["Should the rebels attack, the garrison is ready.", "hypothetical"],
    ["Had the bomb exploded, it would have killed hundreds.", "hypothetical"],
  ])("%s: %s", (text, modality) => {
    const found = assaults(text);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map((event) => event.modality))).toEqual(new Set([modality]));
  });

  it("keeps what has a day, a place or a number", () => {
    for (const text of [
      "The murders of six priests shocked the nation.",
      "Rebel attacks on the pipeline on Monday and Tuesday halted exports.",
      "At least 12 journalists have been killed in the past two weeks.",
      "Further fighting was reported in Tarma on Monday.",
    ])
      expect(assaults(text).map(({ modality }) => modality)).toEqual(["actual"]);
  });
});

describe("who and what", () => {
  it.each([
    ["Guerrillas entered the town shooting at troops.", "Guerrillas", "troops", ""],
    ["A taxi packed with explosives blew up near the barracks.", "", "", "A taxi+explosives"],
    ["The rebels seized control of the highway to the coast.", "The rebels", "the highway", ""],
    ["The bomb went off 7 km north of Tarma.", "", "", "The bomb"],
    ["Guerrillas attacked a post 12 kilometres from the border.", "Guerrillas", "post", ""],
    ["An attack by rebels on a post killed two policemen.", "rebels", "a post+two policemen", ""],
    ["The rebels attacked the patrol with grenades.", "The rebels", "the patrol", "grenades"],
    ["The convoy came under fire from rebels on Monday.", "rebels", "The convoy", ""],
    ["Fighting between soldiers and rebels left six dead in the hills.", "soldiers+rebels", "six", ""],
  ])("%s", (text, by, to, using) => {
    expect(assaults(text).map((event) => [event.by, event.to, event.using])).toEqual([[by, to, using]]);
  });
});
