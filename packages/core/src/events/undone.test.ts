import { beforeAll, describe, expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { type Analyst, createAnalyst } from "../analyse.ts";

let analyst: Analyst;
beforeAll(() => {
  analyst = createAnalyst(loadEnglish());
});

/** The event told by a word: type, modality, polarity and actors. */
function told(text: string, trigger: string): readonly [string, string, string, string[]] | undefined {
  const { events } = analyst.analyse({ id: "x", text, published: "2021-06-28" });
  const event = events.find((one) => text.slice(one.trigger.start, one.trigger.end) === trigger);
  return event && [event.type, event.modality, event.polarity, event.actors.map(({ start, end }) => text.slice(start, end))];
}

describe("what was left undone, refused or averted", () => {
  it.each([
    ["The police did not intervene.", "intervene", ["COERCE", "actual", "negated", ["The police"]]],
    ["Not a single arrest was made.", "made", ["COERCE", "actual", "negated", []]],
    ["Police have yet to arrest the suspects.", "arrest", ["COERCE", "actual", "negated", ["Police"]]],
    ["Police made no attempt to disperse the mob.", "disperse", ["ASSAULT", "possible", "negated", ["Police"]]],
    [
      "The pilgrims were not provided with any police protection.",
      "police protection",
      ["MOBILIZE", "actual", "negated", ["police"]],
    ],
    ["There are no foreigners being held hostage by the rebels.", "held", ["ASSAULT", "actual", "negated", ["the rebels"]]],
    ["The police did not allow the procession to enter the town.", "allow", ["COERCE", "actual", "affirmed", ["The police"]]],
    ["The premier said she would not negotiate with the gang.", "negotiate", ["REJECT", "actual", "affirmed", ["she"]]],
    ["The army failed to prevent the massacre of villagers.", "massacre", ["ASSAULT", "actual", "affirmed", []]],
    ["The police stopped the looting.", "looting", ["ASSAULT", "actual", "affirmed", []]],
    ["The government did nothing to stop the riots.", "riots", ["PROTEST", "actual", "affirmed", []]],
    ["The group said it would resume attacks on Monday.", "attacks", ["THREATEN", "actual", "affirmed", ["it"]]],
    ["The premier resigned after mass protests over corruption.", "protests", ["PROTEST", "actual", "affirmed", []]],
    ["His arrest would be a blow to the party.", "arrest", ["COERCE", "hypothetical", "affirmed", []]],
    ["Policemen could be seen patrolling several roads.", "patrolling", ["MOBILIZE", "actual", "affirmed", ["Policemen"]]],
  ])("%s", (text, trigger, expected) => expect(told(text, trigger)).toEqual(expected));
});

describe("who did it, beside a saying, a place or a thing", () => {
  it.each([
    ["Gunmen attacked a convoy near Maiduguri, the military said, killing two drivers.", "killing", ["Gunmen"]],
    ["Marchers threw stones at police, who responded with tear gas and arrested 30 people.", "arrested", ["police"]],
    ["The suspect is being questioned at a farm by the railway police.", "questioned", ["the railway police"]],
    ["A court sentenced Paul Dyer to life in prison on Friday for the murder of two nurses.", "murder", ["Paul Dyer"]],
    ["The premier and 500 activists were arrested for blocking the road.", "arrested", []],
    ["The Houthis claimed responsibility for a missile attack on a cargo ship.", "missile attack", ["The Houthis"]],
    ["Many had been displaced by fighting between the army and the rebels.", "fighting", ["the army", "the rebels"]],
    ["Russia vetoed a Security Council resolution calling for a truce.", "vetoed", ["Russia"]],
    ["Turkish jets bombed Kurdish positions in Iraq, killing 17 fighters.", "bombed", ["Turkish jets"]],
    [
      "The state deployed troops and imposed a curfew after clashes between students and police left 100 people dead.",
      "left",
      [],
    ],
    ["Canada froze the assets of four politicians.", "froze", ["Canada"]],
    ["The government gave the militia a free hand to commit murder.", "murder", ["the militia"]],
    ["The court criticised the police for their negligence.", "negligence", ["the police"]],
  ])("%s", (text, trigger, by) => expect(told(text, trigger)?.[3]).toEqual(by));
});

describe("what tells of no single happening", () => {
  it.each([
    ["The rebels have intensified their attacks on the power grid.", "attacks", "general"],
    ["The group offered to stop its attacks if the law is changed.", "attacks", "general"],
    ["The rebels intensified the three attacks of Monday.", "attacks", "actual"],
    ["The government is waging an all-out war on the smugglers.", "waging", "general"],
    ["Troops shot at any vehicle on the road.", "shot", "general"],
    ["Has the bridge been blown up?", "blown up", "hypothetical"],
    ["Who killed the mayor?", "killed", "actual"],
    ["No group has claimed the murder of the priest.", "murder", "actual"],
  ])("%s", (text, trigger, modality) => expect(told(text, trigger)?.[1]).toBe(modality));

  it("a subject that is denied is denied of all it stands before", () =>
    expect(told("No priest has ever been jailed or murdered there.", "murdered")?.[2]).toBe("negated"));
  it.each([
    ["The enemy is hanging from a thread.", "hanging"],
    ["He abused his authority.", "abused"],
  ])("%s", (text, trigger) => expect(told(text, trigger)).toBeUndefined());
});

describe("subjects and objects that were read as something else", () => {
  it.each([
    ["A commando killed Juan Perez, leader of the People's Party, on Monday.", "killed", ["A commando"]],
    [
      "This was decided after military patrols killed three reporters: Ana Flores and Juan Perez.",
      "killed",
      ["military patrols"],
    ],
    ["The minister blamed the murder of two missionaries on terrorists.", "murder", ["terrorists"]],
  ])("%s", (text, trigger, actors) => expect(told(text, trigger)?.[3]).toEqual(actors));
});

describe("who is called the target of it", () => {
  it.each([
    ["The residence was the target of a bomb attack on Monday.", "The residence"],
    ["The mayor was the target of an attack on Monday.", "The mayor"],
  ])("%s", (text, struck) => {
    const { events } = analyst.analyse({ id: "x", text, published: "2021-06-28" });
    expect(events.flatMap(({ recipients }) => recipients.map(({ start, end }) => text.slice(start, end)))).toEqual([struck]);
  });
});
