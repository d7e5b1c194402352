import { describe, expect, test } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { createAnalyst } from "../analyse.ts";

const analyst = createAnalyst(loadEnglish());

/** Whom a report's events were done to, and its tolls: "outcome best who". */
function read(text: string) {
  const { casualties, entities, events } = analyst.analyse({ id: "r", text, published: "2021-06-28" });
  const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return {
    actors: events.flatMap((event) => event.actors.map(slice)),
    recipients: events.flatMap((event) => event.recipients.map(slice)),
    tolls: casualties.map(({ outcome, best, who, event }) => [
      outcome,
      best,
      entities.find(({ id }) => id === who?.entity)?.name,
      event !== undefined,
    ]),
  };
}

describe("lists of those who came to harm", () => {
  test("who the dead are, between semicolons, is told of the attack before", () => {
    const { recipients, tolls } = read(
      "Gunmen attacked a bus stop in Lamar on Monday. The dead are Ana Ruiz, 42; Pilar Sol, 19; and a police officer.",
    );
    expect(recipients).toEqual(expect.arrayContaining(["Ana Ruiz", "Pilar Sol", "a police officer"]));
    expect(tolls).toEqual([
      ["killed", 1, "Ana Ruiz", true],
      ["killed", 1, "Pilar Sol", true],
      ["killed", 1, "a police officer", true],
    ]);
  });

  test.each([
    ["A rocket hit a school. The wounded include four children and a teacher.", [4, 1]],
    ["A bomb exploded in the market. Injured by the shock wave were a taxi driver; Luis Mora, a baker; and Eva Sol.", [1, 1, 1]],
  ])("%s", (text, counts) => {
    expect(read(text).tolls.map(([outcome, best]) => [outcome, best])).toEqual(counts.map((best) => ["injured", best]));
  });

  test("those who are counted already are not counted again by name", () => {
    const { recipients, tolls } = read(
      "Three men were killed in a raid. The dead were named as Ali Sow, Omar Ba and Musa Keita.",
    );
    expect(tolls.map(([outcome, best]) => [outcome, best])).toEqual([["killed", 3]]);
    expect(recipients).toEqual(expect.arrayContaining(["Ali Sow", "Omar Ba", "Musa Keita"]));
  });

  test("the one who was killed is given the name that he is identified by", () => {
    const { recipients, tolls } = read(
      "A man was shot dead on Elm Street on Friday. On Saturday the victim was identified as Edward Rice, 32.",
    );
    expect(recipients).toEqual(["A man", "Edward Rice"]);
    expect(tolls).toEqual([["killed", 1, "Edward Rice", true]]);
  });

  test("those who did it", () => {
    expect(read("Two men shot a judge in Kano. The attackers were identified as Musa Bello and Ali Garba.").actors).toEqual(
      expect.arrayContaining(["Musa Bello", "Ali Garba"]),
    );
  });

  test.each([
    [
      "Two men were killed when a bomb exploded near a church. They were identified as John Okafor, 31, and Peter Eze, 28.",
      ["John Okafor", "Peter Eze"],
    ],
    ["Gunmen shot dead two officers in Lagos. One of the officers was identified as Sgt. Musa Bello.", ["Sgt. Musa Bello"]],
  ])("of whom the report spoke before: %s", (text, names) => {
    const { recipients, tolls } = read(text);
    expect(recipients).toEqual(expect.arrayContaining(names));
    expect(tolls.map(([outcome, best]) => [outcome, best])).toEqual([["killed", 2]]);
  });

  test.each([
    ["Two brothers, Juan and Pedro Rios, were shot dead by police.", [["killed", 2]]],
    [
      "The hostages were identified as Maria Rossi, an aid worker, and her driver, Ahmed Ali.",
      [
        ["abducted", 1],
        ["abducted", 1],
      ],
    ],
    [
      "The blast killed Brigadier Noor Khan, along with six of his men.",
      [
        ["killed", 1],
        ["killed", 6],
      ],
    ],
  ])("nobody counted twice: %s", (text, tolls) => {
    expect(read(text).tolls.map(([outcome, best]) => [outcome, best])).toEqual(tolls);
  });

  test.each([
    "Gunmen attacked a farm. The dead were buried on Tuesday.",
    "Gunmen attacked a farm. The wounded are in hospital.",
    "Gunmen attacked a farm. The victims were unarmed.",
    "Gunmen attacked a farm. The killer was still at large.",
  ])("no list: %s", (text) => {
    const { recipients, tolls } = read(text);
    expect([recipients, tolls]).toEqual([["a farm"], []]);
  });
});
