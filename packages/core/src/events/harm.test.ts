import { beforeAll, describe, expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { type Analyst, createAnalyst } from "../analyse.ts";

let analyst: Analyst;
beforeAll(() => {
  analyst = createAnalyst(loadEnglish());
});

/** Each event as "trigger: actors > recipients". */
const rows = (text: string): string[] => {
  const names = (found: readonly { start: number; end: number }[]) =>
    found.map(({ start, end }) => text.slice(start, end)).join("+");
  return analyst
    .analyse({ id: "x", text, published: "2021-06-28" })
    .events.map(
      ({ trigger, actors, recipients, polarity }) =>
        `${polarity === "negated" ? "not " : ""}${text.slice(trigger.start, trigger.end)}: ${names(actors)} > ${names(recipients)}`,
    );
};
const check = (cases: readonly (readonly [string, readonly string[]])[]) =>
  it.each(cases)("%s", (text, expected) => expect(rows(text)).toEqual(expected));

describe("nobody is a recipient", () => {
  check([
    ["Nobody was injured when a grenade exploded outside the ministry.", ["exploded:  > the ministry"]],
    ["No one was killed in the bombing.", ["bombing:  > "]],
    ["The bomb wounded no one.", ["bomb:  > "]],
    ["No civilians were killed in the airstrike, the coalition said.", ["not killed:  > ", "airstrike:  > "]],
    ["The attacker killed himself after shooting dead two guards.", ["shooting: The attacker > two guards"]],
    ["A suicide bomber killed himself and four soldiers at a checkpoint.", ["killed: A suicide bomber > four soldiers"]],
  ]);
});

describe("what a side loses", () => {
  check([
    ["The army sustained 10 wounded in the battle for the bridge.", ["battle:  > The army"]],
    ["The guerrillas suffered heavy losses, with 25 killed and 40 wounded.", ["suffered:  > The guerrillas"]],
    ["The army lost 12 men in the ambush.", ["ambush:  > 12 men"]],
    ["Government troops took heavy casualties in the fighting near Dorsu.", ["took:  > Government troops"]],
    ["The army inflicted heavy casualties on the rebels.", ["inflicted: The army > the rebels"]],
    ["The officer reported 12 killed in the bombing.", ["bombing:  > 12"]],
    ["The company suffered heavy losses.", []],
  ]);
});

describe("who did it, and between whom it was", () => {
  check([
    ["Clashes broke out between the army and rebels near Tilmar on Friday.", ["Clashes: the army+rebels > "]],
    ["A gun battle erupted between police and drug traffickers in the slum.", ["gun battle: police+drug traffickers > "]],
    ["Eleven miners were abducted and killed by gunmen.", ["abducted: gunmen > Eleven miners", "killed: gunmen > Eleven miners"]],
    [
      "Police killed a gunman who had shot five people in a shopping mall.",
      ["killed: Police > a gunman who had shot five people in a shopping mall", "shot: a gunman > five people"],
    ],
    [
      "Students marched in Karvel and clashed with riot police, leaving one student dead.",
      ["marched: Students > ", "clashed: Students > riot police", "leaving:  > one student"],
    ],
    ["Police detained 52 people in dawn raids in Karvel.", ["detained: Police > 52 people"]],
    ["Police foiled a plot to kill the mayor.", ["not kill:  > the mayor"]],
  ]);
});

describe("what was struck", () => {
  check([
    ["Bombs exploded in two cities, one outside a bank and another at a bus station.", ["exploded:  > a bank+a bus station"]],
    ["Two soldiers were killed when a roadside bomb hit their vehicle.", ["roadside bomb:  > Two soldiers+their vehicle"]],
    [
      "The group claimed an attack on a hotel in which a minister and 19 others died.",
      ["attack: The group > a hotel+a minister+19 others"],
    ],
    ["The rebels fought back, killing 22 soldiers and destroying three tanks.", ["fought: The rebels > 22 soldiers+three tanks"]],
    ["Soldiers freed 15 hostages held by the rebels.", ["freed: Soldiers > 15 hostages held by the rebels"]],
  ]);
});

it.each([
  ["Police fired in the air to disperse the crowd.", "firearms"],
  ["Officers fired shots in the air.", "firearms"],
  ["Soldiers shot in the air and beat students.", "firearms"],
  ["Jets attacked the port from the air.", "aerial"],
])("what is fired in the air does not fly: %s", (text, mode) =>
  expect(analyst.analyse({ id: "x", text, published: "2021-06-28" }).events[0]?.mode).toBe(mode),
);
