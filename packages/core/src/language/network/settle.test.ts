import { beforeAll, describe, expect, it } from "vitest";
import { loadEnglish } from "../../../../english/src/node.ts";
import { type Analyst, createAnalyst } from "../../analyse.ts";

describe("what hangs on the wrong verb", () => {
  let analyst: Analyst;
  beforeAll(() => {
    analyst = createAnalyst(loadEnglish());
  });
  const events = (text: string) => {
    const of = (spans: readonly { start: number; end: number }[]) =>
      spans.map(({ start, end }) => text.slice(start, end)).join(" + ");
    return analyst
      .analyse({ id: "x", text })
      .events.map(({ trigger, actors, recipients }) => [of(actors), of([trigger]), of(recipients)].join(" | "));
  };

  it.each([
    ["Rebels, said the minister, attacked a base near Goma.", "Rebels | attacked | a base"],
    ["Troops, said a spokesman for the army, have left the city.", "Troops | left | the city"],
    ["Two men, said the police chief, were arrested on Monday.", " | arrested | Two men"],
    ["The gunmen, said Mr Diallo, killed his brother.", "The gunmen | killed | his brother"],
    ["On Monday, said the general, his men shelled the port.", "his men | shelled | the port"],
  ])("who says so, set in before the verb, does not act: %s", (text, expected) => {
    expect(events(text)).toEqual([expected]);
  });

  it.each([
    ["Hundreds of inmates escaped after gunmen stormed a prison.", "gunmen | stormed | a prison"],
    ["Dozens fled after militants attacked the town.", "militants | attacked | the town"],
  ])("behind 'after' another acts: %s", (text, expected) => {
    expect(events(text)).toEqual([expected]);
  });

  it.each([
    ["The army rejected an offer from the African Union to mediate.", "The army | rejected | the African Union"],
    ["The rebels rejected a proposal from the UN to open a corridor.", "The rebels | rejected | the UN"],
    ["The army rejected an offer to mediate.", "The army | rejected | "],
  ])("what an offer is for hangs on it: %s", (text, expected) => {
    expect(events(text)).toEqual([expected]);
  });

  it.each([
    ["Rebels attacked a mine, beheading four miners.", "Rebels | attacked | a mine + four miners"],
    ["Shelling of a market in Omdurman left 22 people dead.", " | Shelling | a market in Omdurman + 22 people"],
    ["Prison guards beat a detainee to death in Harare.", "Prison guards | beat | a detainee"],
    ["One soldier was killed and another wounded.", " | killed | One soldier + another"],
  ])("words that were taken for others: %s", (text, expected) => {
    expect(events(text)).toEqual([expected]);
  });

  it("what came of a deed is told of it, behind what went on beside it", () => {
    expect(
      events(
        "Police opened fire on protesters who tried to storm parliament as lawmakers passed a bill, killing at least five and wounding dozens.",
      ),
    ).toContain("Police | opened | protesters who tried to storm parliament as lawmakers passed a bill + at least five + dozens");
    expect(events("Pakistan carried out strikes on what it called militant hideouts, killing eight people.")).toEqual([
      "Pakistan | strikes | eight people",
    ]);
  });

  it.each([
    ["The envoy is due to meet rebel leaders on Thursday.", ["The envoy | due | rebel leaders"]],
    ["Work was due to begin, but a crowd blocked the road.", ["a crowd | blocked | "]],
  ])("who is due is to do what follows: %s", (text, expected) => {
    expect(events(text)).toEqual(expected);
  });
});
