import { describe, expect, test } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { createAnalyst } from "../analyse.ts";

const analyst = createAnalyst(loadEnglish());

/** "TYPE trigger: actors > recipients" of each event of a headline. */
function read(text: string): string[] {
  const { events } = analyst.analyse({ id: "headline", text, headline: { start: 0, end: text.length } });
  const words = (spans: readonly { start: number; end: number }[]) =>
    spans.map(({ start, end }) => text.slice(start, end)).join(", ");
  return events.map(
    ({ type, trigger, actors, recipients }) => `${type} ${words([trigger])}: ${words(actors)} > ${words(recipients)}`,
  );
}

describe("a headline", () => {
  test.each([
    ["U.S. warplanes bomb militia posts", "ASSAULT bomb: U.S. warplanes > militia posts"],
    ["Turkish troops shell border village", "ASSAULT shell: Turkish troops > border village"],
    ["Protesters storm parliament", "ASSAULT storm: Protesters > parliament"],
    ["Police arrest opposition leader", "COERCE arrest: Police > opposition leader"],
    ["Army shells rebel positions", "ASSAULT shells: Army > rebel positions"],
    ["Rebels free hostages", "RETREAT free: Rebels > hostages"],
    ["Nicaragua Frees Detainees", "RETREAT Frees: Nicaragua > Detainees"],
  ])("keeps a verb that looks like a noun: %s", (text, event) => {
    expect(read(text)).toEqual([event]);
  });

  test.each(["Rocket attack near Erbil kills contractor", "Rocket strike in Erbil kills contractor"])(
    "has its victim as object, and no town that kills: %s",
    (text) => {
      expect(read(text)).toEqual([`ASSAULT ${text.split(" ")[1]}:  > contractor`]);
    },
  );

  test.each([
    ["Chad, Niger exchange fire", "ASSAULT exchange: Chad, Niger > "],
    ["Peru, Chile agree to truce", "AGREE agree: Peru, Chile > "],
    ["Chad, Niger withdraw troops from border", "RETREAT withdraw: Chad, Niger > troops from border"],
  ])("has a comma for an and: %s", (text, event) => {
    expect(read(text)).toEqual([event]);
  });

  test("that has a verb keeps it", () => {
    expect(read("Police bomb squad defuses device in station").filter((event) => event.startsWith("ASSAULT"))).toEqual([]);
  });

  test("gives its tree to the stages behind: who acts is no part of a longer name", () => {
    const text = "Protesters storm parliament";
    const { entities } = analyst.analyse({ id: "headline", text, headline: { start: 0, end: text.length } });
    expect(entities.map(({ kind }) => kind)).toEqual(["protesters", "government"]);
  });
});
