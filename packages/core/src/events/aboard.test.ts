import { expect, test } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { createAnalyst } from "../analyse.ts";

const analyst = createAnalyst(loadEnglish());
const read = (text: string) => {
  const { casualties, events } = analyst.analyse({ id: "r", text, published: "2021-06-28" });
  const slice = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return {
    actors: events.flatMap((event) => event.actors.map(slice)),
    recipients: events.flatMap((event) => event.recipients.map(slice)),
    tolls: casualties.map(({ outcome, best }) => [outcome, best]),
  };
};

test.each([
  ["A bus carrying 20 workers was ambushed by rebels near the border.", ["A bus", "20 workers"]],
  ["Gunmen attacked a car in which the judge and his wife were travelling.", ["a car", "the judge", "his wife"]],
  ["A truck packed with migrants was shot at by soldiers.", ["A truck", "migrants"]],
  ["A bomb destroyed a bus full of pilgrims.", ["a bus", "pilgrims"]],
  ["A train carrying coal was blown up.", ["A train"]],
])("those inside what is attacked are told: %s", (text, recipients) => {
  expect(read(text).recipients).toEqual(recipients);
});

test("who was inside was not said to be hurt", () => {
  expect(read("A helicopter with three soldiers on board was shot down.").tolls).toEqual([]);
});

test.each([
  ["Two of the lawyers -- Elena Prado and her husband Jorge Prado -- were abducted.", ["Elena Prado", "her husband Jorge Prado"]],
  ["Soldiers detained three leaders (Ali Hassan, Omar Farouk and Musa Karim) in Basra.", ["Ali Hassan", "Omar Farouk"]],
  ["The 1999 assassination of journalist Pedro Rubio remains unsolved.", ["Pedro Rubio"]],
  ["A judge, a colonel and senator Luis Mendez were murdered.", ["A judge", "a colonel", "senator Luis Mendez"]],
  ["Gunmen killed six monks, a cook and her daughter.", ["six monks", "a cook", "her daughter"]],
  ["The murders of the six monks, a cook and her daughter were an outrage.", ["the six monks", "a cook", "her daughter"]],
  ["The explosion caused the death of a civilian and injured 15 people.", ["a civilian", "15 people"]],
  ["A man was shot on Elm Street.", ["A man"]],
  ["A mayor, his secretary and a councilman were seized by rebels.", ["A mayor", "his secretary", "a councilman"]],
  ["The bus driver and six of the passengers were burned to death.", ["The bus driver", "six of the passengers"]],
  ["A local journalist, Rosa Diaz, and her cameraman were beaten.", ["A local journalist", "her cameraman"]],
  ["The blast killed Brigadier Noor Khan, along with six of his men.", ["Brigadier Noor Khan", "six of his men"]],
])("who came to harm: %s", (text, recipients) => {
  expect(read(text).recipients).toEqual(expect.arrayContaining(recipients));
});

test.each([
  ["A gang called the Owls kidnapped the engineer in March.", ["A gang called the Owls"]],
  ["A rebel group called Free Land attacked two villages on Monday, police said.", ["A rebel group called Free Land"]],
  ["A minor known as Carlos stabbed the shopkeeper.", ["A minor known as Carlos"]],
  ["Police shot and killed a protester.", ["Police"]],
])("who did it is named behind what he is: %s", (text, actors) => {
  expect(read(text).actors).toEqual(actors);
});

test("it was done to nobody", () => {
  expect(read("A bomb exploded outside the bank, but no one was injured.").recipients).not.toContain("no one");
});
