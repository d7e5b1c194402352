import { beforeAll, describe, expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { type Analyst, createAnalyst } from "../analyse.ts";

let analyst: Analyst;
beforeAll(() => {
  analyst = createAnalyst(loadEnglish());
});

/** Each event of a text: who to whom with what, and whether it is negated. */
const rows = (text: string): string[] =>
  analyst.analyse({ id: "x", text }).events.map(({ actors, recipients, instruments, polarity }) => {
    const told = (list: readonly { start: number; end: number }[]) =>
      list.map(({ start, end }) => text.slice(start, end)).join(" + ");
    const armed = instruments.length > 0 ? ` with ${told(instruments)}` : "";
    return `${told(actors)} > ${told(recipients)}${armed}${polarity === "negated" ? ", not" : ""}`;
  });

describe("what is struck", () => {
  it.each([
    ["A blast rocked the market, killing 12 people.", [" > the market + 12 people"]],
    ["The capital was rocked by a blast, killing 12 people.", [" > 12 people"]],
    ["The city hall was shattered by an explosion on Monday, killing 12 people.", [" > The city hall + 12 people"]],
    ["The market was hit by a car bomb, killing nine people.", [" > The market + nine people with a car bomb"]],
    ["The navy carried out air strikes on a camp, killing nine people.", ["The navy > a camp + nine people"]],
    ["Rebels launched an attack on a base, wounding 12 soldiers.", ["Rebels > a base + 12 soldiers"]],
    ["Warplanes bombed a crowded market in the valley.", ["Warplanes > a crowded market"]],
    ["The Larissa Hotel bombing killed 20 people.", [" > Hotel + 20 people"]],
    ["The province has seen numerous bombings aimed at the army.", [" > the army"]],
    ["A clash near the campus left at least one student injured.", [" > at least one student"]],
    ["During an hour of heavy shelling at least 11 people died.", [" > at least 11 people"]],
    ["The killing and maiming of children shocked the town.", [" > children"]],
    ["A passenger jet was nearly shot down by a missile over the gulf.", [" > A passenger jet with a missile, not"]],
    [
      "Russian missiles slammed into a printing house, killing seven people.",
      ["Russian > a printing house + seven people with Russian missiles"],
    ],
    ["At least 15 civilians were killed in shelling.", [" > At least 15 civilians"]],
    ["Armed robbers shot dead two police officers.", ["Armed robbers > two police officers"]],
    ["Israel strikes Hezbollah targets after rocket fire", ["Israel > Hezbollah targets", " >  with rocket"]],
    [
      "A suicide bomber detonated explosives inside a crowded shrine, killing 11 people and wounding dozens.",
      ["A suicide bomber > a crowded shrine + 11 people + dozens with explosives"],
    ],
    ["Prison guard stabbed to death in his cell", [" > Prison guard"]],
    ["Police officer shot during traffic stop", [" > Police officer"]],
    [
      "Chinese coast guard ships fired water cannon at two vessels.",
      ["Chinese coast guard ships > two vessels with water cannon"],
    ],
    ["A bus carrying miners plunged into a ravine, killing at least 24 people, police said.", []],
    ["Kenya police kill five as protesters storm parliament", ["Kenya police > five"]],
    [
      "In an attack on a bar in the port which killed nine people, two men were hurt.",
      [" > a bar in the port + nine people + two men"],
    ],
  ])("%s", (text, told) => expect(rows(text)).toEqual(told));
});
