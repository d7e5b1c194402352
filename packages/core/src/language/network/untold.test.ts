import { beforeAll, describe, expect, it } from "vitest";
import { loadEnglish } from "../../../../english/src/node.ts";
import { type Analyst, createAnalyst } from "../../analyse.ts";

describe("trees that were read as something else", () => {
  let analyst: Analyst;
  beforeAll(() => {
    analyst = createAnalyst(loadEnglish());
  });
  /** "trigger: actors > recipients" of the first event. */
  const told = (text: string) => {
    const names = (found: readonly { start: number; end: number }[] = []) =>
      found.map(({ start, end }) => text.slice(start, end)).join("+");
    const [event] = analyst.analyse({ id: "x", text, published: "2021-06-28" }).events;
    return event && `${names([event.trigger])}: ${names(event.actors)} > ${names(event.recipients)}`;
  };

  it.each([
    ["A general threatened opposition leaders on Friday.", "threatened: A general > opposition leaders"],
    ["The opposition called for the resignation of the president.", "called: The opposition > the president"],
    ["Gunmen hired by the cartel shot the judge.", "shot: Gunmen hired by the cartel > the judge"],
    ["Gunmen in a passing car shot dead a prosecutor.", "shot: Gunmen in a passing car > a prosecutor"],
    ["Two gunmen on a scooter shot dead a lawyer.", "shot: Two gunmen on a scooter > a lawyer"],
    ["Guerrillas in Chhattisgarh shot and killed a judge.", "shot: Guerrillas in Chhattisgarh > a judge"],
    ["The bombing killed, according to officials, 22 civilians.", "bombing:  > 22 civilians"],
    ["The attack wounded, the army said, at least nine soldiers.", "attack:  > at least nine soldiers"],
    ["The attack killed, among others, a senior judge.", "attack:  > a senior judge"],
    ["Police arrested, in the early hours of Sunday, 14 suspects.", "arrested: Police > 14 suspects"],
    ["The strike killed, by the ministry's count, more than 60 people.", "strike:  > more than 60 people"],
    ["The blast killed 20 people.", "blast:  > 20 people"],
    [
      "The explosion damaged the telephone exchange of the district, a hotel, a restaurant and two shops.",
      "explosion:  > the telephone exchange of the district+a hotel+a restaurant+two shops",
    ],
    ["A couple and their two children were killed in the bombing.", "bombing:  > A couple+their two children"],
    ["Two of the attackers and a guard were killed in the shootout.", "shootout:  > Two of the attackers+a guard"],
    ["Pirates took its 21 crew members hostage.", "took: Pirates > its 21 crew members"],
    ["Philippine troops killed 12 Abu Sayyaf gunmen.", "killed: Philippine troops > 12 Abu Sayyaf gunmen"],
    ["A monk was knifed to death by two neighbours.", "knifed: two neighbours > A monk"],
    ["Paramilitary police baton-charged lawyers in Islamabad.", "baton-charged: Paramilitary police > lawyers in Islamabad"],
    [
      "Extremists attacked a bus carrying pilgrims, killing at least seven and wounding 14.",
      "attacked: Extremists > a bus+pilgrims+at least seven+14",
    ],
  ])("%s", (text, expected) => expect(told(text)).toBe(expected));

  it("a participle with an agent still only describes", () =>
    expect(told("The opposition leaders threatened by the general fled.")).not.toMatch(/^fled/));
});
