// Through the whole engine, since what is inherited depends on what the stages before it found.
import { describe, expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { createAnalyst } from "../analyse.ts";

const analyst = createAnalyst(loadEnglish());

/** Trigger -> the words of its times and places. */
function circumstances(text: string, headline?: string) {
  const analysis = analyst.analyse({
    id: "x",
    text,
    published: "2021-06-28",
    ...(headline && { headline: { start: 0, end: headline.length } }),
  });
  const words = (ids: string[], list: { id: string; start: number; end: number }[]) =>
    ids.map((id) => list.find((one) => one.id === id)).map((one) => (one ? text.slice(one.start, one.end) : "?"));
  return Object.fromEntries(
    analysis.events.map(({ trigger, times, places }) => [
      text.slice(trigger.start, trigger.end),
      { when: words(times, analysis.times), where: words(places, analysis.places) },
    ]),
  );
}

describe("an event without a time of its own", () => {
  it("goes on when and where the deed before it did", () => {
    const found = circumstances("Rebels attacked a checkpoint in Aleppo on Saturday. They killed two soldiers.");
    expect(found.killed).toEqual({ when: ["Saturday"], where: ["Aleppo"] });
  });

  it("of a headline takes those of the lead", () => {
    const headline = "Rebels attack checkpoint";
    const found = circumstances(`${headline}\n\nRebels attacked a checkpoint in Aleppo on Saturday, the army said.`, headline);
    expect(found.attack?.when).toEqual(["Saturday"]);
  });

  it("takes the day of the dateline only where the report names no other", () => {
    const release = "KABUL, Afghanistan (June 27) - Police arrested four men in Ghazni province.";
    expect(circumstances(release).arrested).toEqual({ when: ["June 27"], where: ["Ghazni"] });
    const found = circumstances(`${release} They had been sought since a raid on Friday.`);
    expect(found.arrested?.when).toEqual([]);
  });

  it("told of another year has not the place of the deed", () => {
    const found = circumstances("The junta, which seized power in 2020, killed 50 men near Menaka on Saturday.");
    expect(found.seized?.where).toEqual([]);
    expect(found.killed?.where).toEqual(["Menaka"]);
  });

  it("joined to another verb shares its day", () => {
    const found = circumstances("The army shelled the village and bombed the bridge on Saturday.");
    expect(found.shelled?.when).toEqual(["Saturday"]);
  });

  it("within another has that one's", () => {
    const found = circumstances("Jets raided the town of Azaz on Friday. Police said three men were hurt in the raid.");
    expect(found.raid).toEqual({ when: ["Friday"], where: ["Azaz"] });
  });

  it("that a bare 'after' sets right before a deed took place that day", () => {
    const found = circumstances("Police fired tear gas in Homs on Friday after protesters stormed a court.");
    expect(found.stormed?.when ?? found.fired?.when).toEqual(["Friday"]);
  });

  it("set a measure after another is counted from it, and has no day of its sentence", () => {
    const text =
      "Ruritania launched two dozen rockets at Borogravian camps on Tuesday, three days after a Borogravian jet killed its best-known commander near the capital.";
    expect(circumstances(text)).toMatchObject({ launched: { when: ["Tuesday"] }, killed: { when: ["three days after"] } });
  });

  it("stretches over what a light verb's deed came after", () => {
    const text =
      "The army carried out a round of air strikes on Friday after three months of attacks by the militia on its posts in Aleppo.";
    expect(circumstances(text).attacks?.when).toEqual(["three months"]);
  });

  it("has the day and the places that stand with what merely describes its target", () => {
    const found = circumstances(
      "Jets struck five sites belonging to the militia in western Iraq and eastern Syria on Sunday, the ministry said.",
    );
    expect(found.struck).toEqual({ when: ["Sunday"], where: ["Iraq", "Syria"] });
  });

  it("has not the day of what answers it", () => {
    const found = circumstances("The air strikes were carried out on Sunday in reply to the killing of a contractor.");
    expect(found.killing?.when).toEqual([]);
  });

  it("in 'the province' was in the one that was named last", () => {
    const found = circumstances(
      "The elders met in Helmand province on Friday. Soldiers arrested two men during an overnight operation in the province.",
    );
    expect(found.arrested?.where).toContain("Helmand");
  });

  it("goes on through a report that names one day", () => {
    const found = circumstances(
      "A force searched a compound in Zabul province yesterday. It is far from the road. The villagers were calm. The women were led outside. Soldiers detained two men.",
    );
    expect(found.detained?.when).toEqual(["yesterday"]);
  });

  it("is not dated by who told of it", () => {
    const found = circumstances("A ministry said on Monday that soldiers had killed ten rebels.");
    expect(found.killed?.when).toEqual([]);
  });

  it("that somebody is only described by is not dated by what he did since", () => {
    const found = circumstances("Gunmen who kidnapped a priest freed two children on Friday.");
    expect(found.kidnapped?.when).toEqual([]);
    expect(found.freed?.when).toEqual(["Friday"]);
  });
});

describe("a day counted from another happening's", () => {
  const daysOf = (text: string, trigger: string) => {
    const analysis = analyst.analyse({ id: "x", text, published: "2021-06-28" });
    const event = analysis.events.find((one) => text.slice(one.trigger.start, one.trigger.end) === trigger);
    return event?.times.map((id) => {
      const time = analysis.times.find((one) => one.id === id);
      return time && { value: time.value, earliest: time.earliest, latest: time.latest, words: text.slice(time.start, time.end) };
    });
  };

  it("the earlier one's", () => {
    expect(daysOf("Police arrested a man on Saturday, two days after gunmen killed a judge.", "killed")).toEqual([
      { value: "2021-06-24", earliest: "2021-06-24", latest: "2021-06-24", words: "two days after" },
    ]);
  });

  it("the later one's", () => {
    const text = "On March 3 rebels attacked Hama. Five days after the attack, the army shelled the town.";
    expect(daysOf(text, "shelled")?.[0]?.value).toBe("2021-03-08");
  });

  it("no more than a length, by its bounds", () => {
    const text = "A massacre shook the valley on Saturday. The massacre came less than a week after rebels stormed a post.";
    expect(daysOf(text, "stormed")?.[0]).toMatchObject({ value: "P1W", earliest: "2021-06-20", latest: "2021-06-25" });
  });

  it("the days that it went on", () => {
    expect(daysOf("At least 20 rebels have been killed in five days of fighting in Homs.", "fighting")?.[0]).toMatchObject({
      value: "P5D",
      earliest: "2021-06-23",
      latest: "2021-06-28",
    });
  });

  it("is dropped when it would lie ahead of the report", () => {
    expect(daysOf("The raid came two days after gunmen killed a judge on Monday.", "raid")).toEqual([]);
  });

  it("parts two days that hang on one verb", () => {
    const text = "Jets bombed a camp on Thursday in answer to the rocket attack on Erbil ten days earlier.";
    expect(daysOf(text, "bombed")?.map(({ words } = { words: "" } as never) => words)).toEqual(["Thursday"]);
    expect(daysOf(text, "rocket attack")?.[0]?.words).toBe("ten days earlier");
  });
});

describe("where", () => {
  it("is the spot, with the country that it was told of", () => {
    const found = circumstances("Jets hit a base in eastern Syria on Friday. The raid, near Abu Kamal, killed two men.");
    expect(found.raid?.where.at(0)).toBe("Abu Kamal");
  });

  it("is not whose people they are, nor where it was said", () => {
    const found = circumstances(
      "Rebels from Tigray signed a truce on Friday. In Geneva, envoys said that the army had shelled a school.",
    );
    expect(found.signed?.where).toEqual([]);
    expect(found.shelled?.where).toEqual([]);
  });

  it("is the dateline's for the lead alone, and not of a raid", () => {
    const found = circumstances("BAMAKO – The government dissolved two militias on Sunday. Jets bombed a village.");
    expect(found.dissolved?.where).toEqual(["BAMAKO"]);
    expect(found.bombed?.where).toEqual([]);
  });
});
