import { beforeAll, describe, expect, it } from "vitest";
import { loadEnglish } from "../../../../english/src/node.ts";
import { type Analyst, createAnalyst } from "../../analyse.ts";

describe("who did what, by who says so", () => {
  let analyst: Analyst;
  beforeAll(() => {
    analyst = createAnalyst(loadEnglish());
  });
  const told = (text: string) => {
    const { events, attributions } = analyst.analyse({ id: "x", text });
    const of = (spans: readonly { start: number; end: number }[]) =>
      spans.map(({ start, end }) => text.slice(start, end)).join(" + ");
    return {
      events: events.map(({ trigger, actors, recipients }) => [of(actors), of([trigger]), of(recipients)].join(" | ")),
      said: attributions.map(({ sources, cue }) => of([...sources, ...cue])),
    };
  };

  const CLAUSES = [
    ["two suspects fired shots at officers in Lagos", "two suspects | fired | officers in Lagos"],
    ["rebels holding the town executed 14 prisoners", "rebels holding the town | executed | 14 prisoners"],
    [
      "a drone strike on a wedding convoy killed at least 11 people in Bayda",
      " | drone strike | a wedding convoy + at least 11 people in Bayda",
    ],
    ["troops backed by helicopters attacked a rebel base", "troops backed by helicopters | attacked | a rebel base"],
    ["protesters angry at fuel prices set fire to a bakery", "protesters angry at fuel prices | set | a bakery"],
  ] as const;

  it.each(CLAUSES)("is the same before and behind who says it: %s", (clause, event) => {
    const capital = `${clause[0]?.toUpperCase()}${clause.slice(1)}`;
    const upper = event.replace(clause.slice(0, 8), capital.slice(0, 8));
    expect(told(`${capital}, the ministry said.`)).toEqual({ events: [upper], said: ["the ministry + said"] });
    expect(told(`The ministry said on Friday ${clause}.`)).toEqual({ events: [event], said: ["The ministry + said"] });
    expect(told(`The ministry said in a statement ${clause}.`)).toEqual({ events: [event], said: ["The ministry + said"] });
  });

  it("leaves what is said by another to that one", () => {
    const { said } = told("The army said on Friday rebels attacked a base, and the governor said they killed two farmers.");
    expect(said).toEqual(["The army + said", "the governor + said"]);
  });

  it("keeps the object of an announcement", () => {
    const { events } = told("The minister announced new sanctions on Iran and urged allies to join.");
    expect(events[0]).toBe("The minister | sanctions | Iran");
  });

  it('is not made of what stands behind a clause with "as"', () => {
    const { events } = told("As the general told The Daily Post, US forces killed two men.");
    expect(events).toEqual(["US forces | killed | two men"]);
  });
});

describe("a finite verb behind a long subject", () => {
  let analyst: Analyst;
  beforeAll(() => {
    analyst = createAnalyst(loadEnglish());
  });
  it("is no participle where it has an object or is done by itself", () => {
    const text = "Security forces searching for the kidnapped students clashed with bandits in Zamfara.";
    const clash = analyst.analyse({ id: "x", text }).events.find(({ lemma }) => lemma === "clash");
    expect(clash?.actors.map(({ start, end }) => text.slice(start, end))).toEqual([
      "Security forces searching for the kidnapped students",
    ]);
  });

  it("stays a participle where it describes", () => {
    const text = "The people killed in the attack were farmers.";
    expect(analyst.analyse({ id: "x", text }).events.map(({ lemma }) => lemma)).toEqual(["attack"]);
  });
});

describe("what describes the subject, and the verb behind it", () => {
  let analyst: Analyst;
  beforeAll(() => {
    analyst = createAnalyst(loadEnglish());
  });
  const deeds = (text: string) =>
    analyst
      .analyse({ id: "x", text })
      .events.map(({ lemma, actors }) => `${actors.map(({ start, end }) => text.slice(start, end)).join()} ${lemma}`);

  it.each([
    ["Miners armed with dynamite blocked roads into the capital.", "Miners armed with dynamite block"],
    ["Men dressed as police officers kidnapped a businessman.", "Men dressed as police officers kidnap"],
    ["Gunmen suspected to be members of a sect killed a village head.", "Gunmen suspected to be members of a sect kill"],
    ["Aircraft using precision guided missiles killed four soldiers.", "Aircraft using precision guided missiles kill"],
    ["Gunmen hired by the cartel shot the judge.", "Gunmen hired by the cartel shoot"],
    ["A mob set fire to two churches.", "A mob set"],
    ["Gunmen, thought to be smugglers, attacked a border post, the ministry said.", "Gunmen attack"],
  ])("%s", (text, deed) => expect(deeds(text)).toContain(deed));

  it.each([
    ["The gunmen attacked a convoy carrying troops killed in the raid.", "The gunmen attack"],
    ["The people did not support the rebels and instead turned their backs on them.", "The people support"],
    ["The army prepared to resume shelling rebel-held territory.", "The army prepare"],
  ])("is not found where the first verb tells: %s", (text, deed) => expect(deeds(text)[0]).toBe(deed));
});

describe("trees put right", () => {
  let analyst: Analyst;
  beforeAll(() => {
    analyst = createAnalyst(loadEnglish());
  });
  const rows = (text: string) =>
    analyst.analyse({ id: "x", text }).events.map(({ lemma, actors, recipients, times }) => {
      const of = (spans: readonly { start: number; end: number }[]) =>
        spans.map(({ start, end }) => text.slice(start, end)).join(" + ");
      return `${of(actors)} | ${lemma} | ${of(recipients)}${times.length > 0 ? " | dated" : ""}`;
    });

  it.each([
    ["An explosion tore through a bus carrying officials, killing the driver.", " | explosion | a bus + officials + the driver"],
    ["Prosecutors charged two men with crimes committed in the camp.", "Prosecutors | charge | two men"],
    ["Troops killed 70 fighters in a joint operation that began last week.", "Troops | kill | 70 fighters"],
    ["The leader was placed under house arrest hours before a rally.", " | place | The leader"],
    ["A landmine planted by retreating fighters killed a shepherd.", "retreating fighters | plant | a shepherd"],
    ["Thousands fled after shelling intensified on Monday.", " | shelling |  | dated"],
    ["Fighting erupted on Tuesday between soldiers and rebels.", "soldiers + rebels | fighting |  | dated"],
    ["Chad protested after Niger and Mali signed the pact.", "Niger + Mali | sign | "],
  ])("%s", (text, row) => expect(rows(text)).toContain(row));
});
