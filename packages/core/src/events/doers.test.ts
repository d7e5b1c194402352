import { beforeAll, describe, expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { type Analyst, createAnalyst } from "../analyse.ts";

describe("who did it", () => {
  let analyst: Analyst;
  beforeAll(() => {
    analyst = createAnalyst(loadEnglish());
  });
  const words = (text: string, spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => text.slice(start, end));
  const assault = (text: string) => {
    const event = analyst.analyse({ id: "x", text }).events.find(({ type }) => type === "ASSAULT" || type === "COERCE");
    return event && { actors: words(text, event.actors), recipients: words(text, event.recipients) };
  };

  it("is whoever arrests somebody in a raid", () => {
    const text = "Police arrested 12 suspects in a raid on a house in Kano.";
    const raid = analyst.analyse({ id: "x", text }).events.find(({ lemma }) => lemma === "raid");
    expect(words(text, raid?.actors ?? [])).toEqual(["Police"]);
  });

  it.each([
    ["The police hold the Amaru Movement responsible for the attack.", ["the Amaru Movement"]],
    ["The murder is attributed to the Red Star.", ["the Red Star"]],
    ["Gunmen on motorcycles killed at least 14 people on Sunday, residents and police said.", ["Gunmen on motorcycles"]],
    ["Rebels in the east killed nine soldiers on Sunday, the army said.", ["Rebels in the east"]],
    ["Men on horses burned three villages, residents said.", ["Men on horses"]],
    ["Police met the mayor on Monday after violent protests over a rise in fares left 11 people dead.", []],
    ["Officials blamed the bombing on the militia.", ["the militia"]],
    ["Two captains were involved in the massacre of the priests.", ["Two captains"]],
    ["The army is being charged with the death of two journalists.", ["The army"]],
    ["Prosecutors charged two colonels with killing six priests.", ["two colonels"]],
    ["A violent offensive seems to have been launched by rebels.", ["rebels"]],
    ["The attack is widely believed to have been carried out by the Eagle Union.", ["the Eagle Union"]],
    ["Two engineers were kidnapped in the past few hours by guerrillas.", ["guerrillas"]],
    ["The rebels claimed responsibility for the hostage-taking.", ["The rebels"]],
    ["Eagle Union troops attacked in the hamlet of San Andres.", ["Eagle Union troops"]],
    ["The army's killing of two boys caused anger.", ["The army"]],
    ["Nobody has claimed responsibility for the attack.", []],
    ["The mob injured nine policemen, including a sub-inspector.", ["The mob"]],
    ["Factions including the Owls attacked the base.", ["Factions including the Owls", "the Owls"]],
    ["Officers turned a blind eye to the looting.", ["Officers"]],
    ["Ana Perez has been charged with masterminding the murder of the judge.", ["Ana Perez"]],
    ["Two colonels were pointed out as the persons responsible for the massacre.", ["Two colonels"]],
    ["The authors of the massacre are members of the palace guard.", ["members of the palace guard"]],
    ["Juan Perez is said to be the mastermind of the bombing.", ["Juan Perez"]],
    ["Deputies accused the government of being behind the killings.", ["the government"]],
    ["A sergeant was identified as one of those responsible for the massacre.", ["A sergeant"]],
    ["The prime suspect in the murder of the judge is a former policeman.", ["a former policeman"]],
    ["The court linked the mayor to the kidnapping of six students.", ["the mayor"]],
    ["A former colonel was guilty of ordering the massacre.", ["A former colonel"]],
    ["The murder of a nun was condemned by the bishop, who held the army responsible for it.", ["the army"]],
    ["The bishop's killers were identified as soldiers.", ["soldiers"]],
    ["The massacre was an act of the armed forces.", ["the armed forces"]],
    ["Soldiers foiled an attempt by the Red Star to kidnap the bishop.", ["the Red Star"]],
    ["The Red Star is still holding three nurses kidnapped in May.", ["The Red Star"]],
    ["A bombing blamed on the Red Star killed nine.", ["the Red Star"]],
    ["Four hooded men took the mayor from his home.", ["Four hooded men"]],
    ["A group of men entered the house and machine-gunned a family.", ["A group of men"]],
  ])("is read from %s", (text, actors) => {
    expect(assault(text)?.actors).toEqual(actors);
  });

  it.each([
    [
      "In Sorata, North Region, mayor Pedro Alba and mayoral candidate Luis Rojas were also kidnapped.",
      ["mayor Pedro Alba", "mayoral candidate Luis Rojas"],
    ],
    ["Killed were two policemen and a nurse.", ["two policemen", "a nurse"]],
    ["Eight nuns -- six Poles and two Slovaks -- and a gardener were murdered by men in uniforms.", ["Eight nuns", "a gardener"]],
    [
      "The killings during the past week of a judge, a police commander and a deputy shocked the town.",
      ["a judge", "a police commander", "a deputy"],
    ],
    ["A cook was killed together with three soldiers.", ["A cook", "three soldiers"]],
    ["An explosion took place in front of the church.", ["the church"]],
    ["The bomb killed six soldiers and one civilian.", ["six soldiers", "one civilian"]],
    ["Three persons have been killed and 12 injured.", ["Three persons", "12"]],
    ["Police found two men shot in the head.", ["two men"]],
    [
      "Bombs exploded at the house of a judge and at the offices of a lawyer.",
      ["the house of a judge", "the offices of a lawyer"],
    ],
    ["The blast caused damage to over 20 stores.", ["over 20 stores"]],
    ["A gunman shot a policeman at a petrol station.", ["a policeman"]],
    ["The Red Star, which has fought the army since 2011, attacked two villages.", ["the army"]],
    ["The killing of six monks, including an abbot, shocked the valley.", ["six monks", "an abbot"]],
  ])("was done to whom a tree hung elsewhere: %s", (text, recipients) => {
    expect(assault(text)?.recipients).toEqual(recipients);
  });

  it.each([
    ["A truck rigged with dynamite exploded outside a police building.", ["A truck", "dynamite"]],
    ["The rebels used explosives to blow up a pipeline.", ["explosives"]],
    ["Two men were murdered by machinegun bursts on Wednesday.", ["machinegun"]],
    ["They were killed with two bursts of machinegun fire.", ["machinegun"]],
    [
      "The attack, carried out with rocket launchers and rifles, was launched against a police post.",
      ["rocket launchers", "rifles"],
    ],
    ["The rebels placed a charge of dynamite under a bus on Monday.", ["a charge of dynamite"]],
    ["A mall was shaken by the explosion of a bomb.", ["a bomb"]],
    ["The attack was carried out with grenades.", ["grenades"]],
    ["A fire broke out at a gas station after the attack.", []],
    ["The rebels attacked the town with mortars and rifle fire.", ["mortars", "rifle"]],
    ["Attackers armed with rifles raided the village.", ["rifles"]],
    ["The rebels used explosives against the police post.", ["explosives"]],
    ["A helicopter gunship was used in the attack.", ["A helicopter gunship"]],
    ["Gunmen sprayed the bar with bullets.", ["bullets"]],
  ])("with what: %s", (text, instruments) => {
    const event = analyst.analyse({ id: "x", text }).events.find(({ type }) => type === "ASSAULT");
    expect(words(text, event?.instruments ?? [])).toEqual(instruments);
  });

  it("that police did nothing is told once", () => {
    const event = analyst.analyse({ id: "x", text: "The police did nothing." }).events[0];
    expect([event?.type, event?.polarity]).toEqual(["COERCE", "negated"]);
  });

  it("sums up what was done to many over years", () => {
    const modality = (text: string) => analyst.analyse({ id: "x", text, published: "2020-03-04" }).events[0]?.modality;
    expect(modality("Hundreds of farmers were murdered in 1989 by death squads.")).toBe("general");
    expect(modality("Since 2015 the front has staged over 30 attacks on pipelines.")).toBe("general");
    expect(modality("The mayor was killed last year by gunmen.")).toBe("actual");
  });
});
