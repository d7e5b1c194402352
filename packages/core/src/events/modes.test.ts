// Every mode that is coded can be reached: one sentence of our own for each.
import { beforeAll, describe, expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { type Analyst, createAnalyst } from "../analyse.ts";

const MODES: readonly (readonly [type: string, mode: string, sentence: string])[] = [
  ["CONSULT", "visit", "The envoy visited the capital on Sunday."],
  ["CONSULT", "phone", "The president telephoned his counterpart on Monday."],
  ["CONSULT", "third-party", "The archbishop launched a mediation effort between the two clans."],
  ["CONSULT", "multilateral", "Foreign ministers of the bloc met at a conference on the coast."],
  ["RETREAT", "withdraw", "The rebels withdrew from the valley."],
  ["RETREAT", "release", "The rebels released nine hostages."],
  ["RETREAT", "return", "The army returned the bodies of the soldiers to the republic."],
  ["RETREAT", "disarm", "The militia laid down its arms."],
  ["RETREAT", "ceasefire", "The two armies observed the ceasefire on Friday."],
  ["RETREAT", "access", "The army lifted the blockade on the town."],
  ["RETREAT", "resign", "The prime minister resigned on Sunday."],
  ["REQUEST", "assist", "The governor appealed to the army for help."],
  ["REQUEST", "change", "The union demanded reforms from the government."],
  ["REQUEST", "yield", "The rebels demanded the release of their men."],
  ["REQUEST", "meet", "The president called for talks with the rebels."],
  ["REJECT", "assist", "The republic refused to help the refugees."],
  ["REJECT", "yield", "The junta refused to release the prisoners."],
  ["REJECT", "meet", "The rebels refused to meet the envoy."],
  ["ACCUSE", "disapprove", "The bishop condemned the raid."],
  ["ACCUSE", "investigate", "Police are investigating the murder."],
  ["ACCUSE", "allege", "The minister accused the rebels of theft."],
  ["THREATEN", "restrict", "The ministry threatened to restrict the press."],
  ["THREATEN", "arrest", "The police threatened to arrest the strikers."],
  ["THREATEN", "relations", "The republic threatened to break off relations with the island."],
  ["THREATEN", "expel", "The kingdom threatened to expel the diplomats."],
  ["THREATEN", "territory", "The rebels threatened to capture the town."],
  ["THREATEN", "violence", "The rebels threatened to attack the town."],
  ["PROTEST", "demo", "Thousands demonstrated in the capital."],
  ["PROTEST", "riot", "A crowd rioted in the port."],
  ["PROTEST", "strike", "Miners went on strike on Monday."],
  ["PROTEST", "hunger", "The editor began a hunger strike."],
  ["PROTEST", "boycott", "The party boycotted the election."],
  ["PROTEST", "obstruct", "Farmers blocked the highway."],
  ["PROTEST", "vandalize", "Protesters smashed shop windows in the centre."],
  ["SANCTION", "convict", "The court sentenced the colonel to nine years in prison."],
  ["SANCTION", "expel", "The kingdom expelled two diplomats."],
  ["SANCTION", "withdraw", "The republic recalled its ambassador from the island."],
  ["SANCTION", "discontinue", "The union imposed sanctions on the junta."],
  ["MOBILIZE", "troops", "The republic sent troops to the border."],
  ["MOBILIZE", "weapons", "The army test-fired a missile."],
  ["MOBILIZE", "police", "Riot police were deployed in the capital."],
  ["MOBILIZE", "militia", "The group recruited fighters in the camps."],
  ["COERCE", "seize", "Customs officers seized 600 rifles."],
  ["COERCE", "restrict", "The police banned the march."],
  ["COERCE", "censor", "The ministry shut down the newspaper."],
  ["COERCE", "curfew", "The governor imposed a curfew on the town."],
  ["COERCE", "martial-law", "The president declared martial law."],
  ["COERCE", "arrest", "Police arrested four students."],
  ["COERCE", "deport", "The authorities deported 40 migrants."],
  ["COERCE", "withhold", "The garrison cut off electricity to the town."],
  ["COERCE", "misinformation", "The agency spread disinformation about the vote."],
  ["COERCE", "cyber", "The group hacked the website of the ministry."],
  ["ASSAULT", "abduct", "Rebels kidnapped two engineers."],
  ["ASSAULT", "beat", "Guards beat a prisoner."],
  ["ASSAULT", "torture", "Officers tortured the student."],
  ["ASSAULT", "sexual", "Soldiers raped two nurses."],
  ["ASSAULT", "targeted", "Gunmen assassinated the governor."],
  ["ASSAULT", "primitive", "A man stabbed three tourists."],
  ["ASSAULT", "firearms", "Gunmen opened fire on a bus."],
  ["ASSAULT", "explosives", "A car bomb exploded outside the ministry."],
  ["ASSAULT", "suicide-attack", "A suicide bomber blew himself up in a market."],
  ["ASSAULT", "heavy-weapons", "The army shelled the town."],
  ["ASSAULT", "crowd-control", "Police fired tear gas at the crowd."],
  ["ASSAULT", "aerial", "Warplanes bombed the depot."],
  ["ASSAULT", "drone", "A drone struck the convoy."],
  ["ASSAULT", "unconventional", "The army used sarin against the suburb."],
  ["ASSAULT", "destroy", "The mob burned a church."],
];

let analyst: Analyst;
beforeAll(() => {
  analyst = createAnalyst(loadEnglish());
});

describe("modes", () => {
  it.each(MODES)("%s %s: %s", (type, mode, text) => {
    const found = analyst.analyse({ id: "m", text }).events.map((event) => `${event.type} ${event.mode ?? ""}`);
    expect(found).toContain(`${type} ${mode}`);
  });

  it("lists each once", () => {
    expect(new Set(MODES.map(([type, mode]) => `${type} ${mode}`)).size).toBe(MODES.length);
  });
});
