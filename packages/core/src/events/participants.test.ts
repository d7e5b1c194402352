import { beforeAll, describe, expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import { type Analyst, createAnalyst } from "../analyse.ts";

let analyst: Analyst;
beforeAll(() => {
  analyst = createAnalyst(loadEnglish());
});

/** Actors and recipients of the event told by a word, as they stand in the text. */
function of(text: string, trigger: string): { by: string[]; to: string[] } | undefined {
  const { events } = analyst.analyse({ id: "x", text });
  const event = events.find((one) => text.slice(one.trigger.start, one.trigger.end) === trigger);
  const slice = (span: { start: number; end: number }) => text.slice(span.start, span.end);
  return event && { by: event.actors.map(slice), to: event.recipients.map(slice) };
}

describe("who did it", () => {
  it.each([
    ["One man died after marchers and the city police clashed on Sunday.", "clashed", ["marchers", "the city police"]],
    ["Ten others were injured after activists and the police clashed over a procession.", "clashed", ["activists", "the police"]],
    ["The ministry has, in a statement, called on drivers to stay at home.", "called", ["The ministry"]],
    ["The move comes after the European Union sanctioned Iran over the plot.", "sanctioned", ["the European Union"]],
    ["The minister posted a message on Twitter blaming Iran for the raid.", "blaming", ["The minister"]],
    ["The United States was more forceful in blaming Iran for the raid.", "blaming", ["The United States"]],
    ["He instituted a policy of confiscating land from farmers.", "confiscating", ["He"]],
    ["The gunman confessed to the murders of two nurses.", "murders", ["The gunman"]],
    ["A Syrian army attack killed two men.", "army attack", ["Syrian army"]],
    ["Three people died in a Shining Path attack in Peru.", "Path attack", ["Shining Path"]],
    ["A Russian drone attack killed two men.", "drone attack", ["Russian"]],
    ["A US operation killed a commander.", "killed", ["US"]],
    ["Two boys were killed by Israeli fire on Monday.", "killed", ["Israeli"]],
    ["A medic was shot and killed by Israeli fire.", "shot", ["Israeli"]],
    ["Four people were killed by Israeli tank fire.", "killed", ["Israeli"]],
    ["Three men were arrested, police said.", "arrested", ["police"]],
    ["Three men were arrested, the mayor said.", "arrested", []],
    ["A second village was also hit, he said, leaving two dead.", "hit", []],
    ["Farabundo Marti National Liberation Front (FMLN) guerrillas blew up a bridge.", "blew up", ["guerrillas"]],
    ["The president blamed the army and the police for the murder of ten teachers.", "murder", ["the army", "the police"]],
    ["On the night of 3 June unidentified men placed two bombs in a hotel.", "placed", ["unidentified men"]],
    ["The murderers of the judge shot a guard.", "shot", []],
    ["Two murderers shot a guard.", "shot", ["Two murderers"]],
    ["The soldiers used machetes and rifles for the killing of six nuns.", "killing", ["The soldiers"]],
    ["The premier said during a meeting with union leaders that he would stay.", "meeting", ["The premier"]],
    ["Before their meeting with the governor they prayed.", "meeting", ["their"]],
    ["The spokesman accused Pakistan of shelling homes.", "shelling", ["Pakistan"]],
    ["The minister said the sentence was unjust and called for his release.", "called", ["The minister"]],
    ["The union has taxed cars imported from China, accusing Beijing of fraud.", "accusing", ["The union"]],
    ["IS militants ambushed a convoy near the town.", "ambushed", ["IS militants"]],
    ["THE ARMY IS ATTACKING THE TOWN.", "ATTACKING", ["THE ARMY"]],
    ["The gunman, Ali Saleh – shot dead by police – had sworn loyalty to the group.", "shot", ["police"]],
    ["The armies of Chad and Niger shelled the camp.", "shelled", ["The armies of Chad and Niger", "armies of Chad and Niger"]],
    ["A crowd in Lahore burned shops after a rumour of theft.", "burned", ["A crowd in Lahore"]],
    ["South Korea test-fired a ballistic missile into the sea, its army said.", "test-fired", ["South Korea"]],
    ["One of them, Peter Lomas, accused the mayor of fraud.", "accused", ["One of them"]],
  ])("%s", (text, trigger, by) => expect(of(text, trigger)?.by).toEqual(by));
});

describe("to whom", () => {
  it.each([
    ["Two men were killed and nine people wounded.", "killed", ["Two men", "nine people"]],
    ["The opposition accused the army of war crimes.", "accused", ["the army"]],
    ["The leader of the group that attacked the base was killed.", "attacked", ["the base"]],
    ["Hezbollah fired more than 100 rockets at northern Israel in response.", "fired", ["northern Israel"]],
    ["Thousands marched to demand the release of political prisoners.", "marched", []],
    ["Ministers held a meeting at the Elysee Palace.", "held", []],
    ["The president granted John Miller a full and unconditional pardon.", "pardon", ["John Miller"]],
    ["An Iraqi was killed in the raid.", "raid", ["An Iraqi"]],
    ["Kenya and Somalia agreed on Tuesday to reopen their border.", "agreed", []],
    ["Explosions were reported near the homes of two judges.", "Explosions", ["the homes of two judges"]],
    ["The opposition alleged that the envoy was poisoned.", "alleged", []],
    ["The opposition alleged that the mayor had taken bribes.", "alleged", ["the mayor"]],
    ["The police took no action against the rioters.", "took", ["the rioters"]],
    [
      "Bandits raided a farm, killing two guards and abducting the owner, soldiers and villagers said.",
      "abducting",
      ["the owner"],
    ],
    ["The drivers were given an ultimatum by their employers.", "given", ["The drivers"]],
    ["Police stormed the offices late on Saturday and arrested lawyer Sonia Dahmani.", "arrested", ["lawyer Sonia Dahmani"]],
    [
      "A court on Friday sentenced former minister Thandi Mokoena to eight years in prison.",
      "sentenced",
      ["former minister Thandi Mokoena"],
    ],
    [
      "Two journalists who were filming the raid live were beaten and their camera was broken, the agency said.",
      "beaten",
      ["Two journalists who were filming the raid live"],
    ],
    ["The council will discuss the crisis on Monday at the request of France.", "discuss", []],
    ["Former president Musa Jallow went on trial in Banjul.", "trial", ["Former president Musa Jallow"]],
    [
      "The agency said a woman and her two sons died when a missile hit their home.",
      "died",
      ["a woman", "her two sons", "their home"],
    ],
    ["Mali has agreed to sell its oil business to a consortium.", "agreed", ["a consortium"]],
    ["Residents blamed IS and the army.", "blamed", ["IS", "the army"]],
    ["There was an attempt on the president's life.", "attempt", ["the president"]],
    ["The court indicted lawyer Omar Haddad and Sami Nasser.", "indicted", ["lawyer Omar Haddad", "Sami Nasser"]],
    ["Six people were arrested, including a nurse.", "arrested", ["Six people", "a nurse"]],
    ["Police detained six people last night, including a nurse.", "detained", ["six people", "a nurse"]],
    ["The talks were held on the sidelines of the summit in Geneva.", "held", []],
    ["The driver served half his sentence for 13 offences.", "sentence", ["his"]],
  ])("%s", (text, trigger, to) => expect(of(text, trigger)?.to).toEqual(to));

  it("is who is told of a threat", () => {
    const text = "We made clear to the northern militias that there will be serious consequences if they attack our people.";
    expect(of(text, "consequences")?.to).toEqual(["the northern militias"]);
  });
});

describe("who somebody is", () => {
  it.each([
    ["The union accused the company of fraud.", "accused", ["the company"]],
    ["The mayor accused the police of inaction.", "accused", ["the police"]],
    ["She accused the leaders of the rebels.", "accused", ["the leaders of the rebels"]],
    ["The union's letter accused the company of fraud.", "accused", ["the company"]],
    ["Protesters denounced the arrest of two journalists.", "denounced", []],
    [
      "The massacre of the priests Juan Molina, Pedro Soto and Ana Ruiz shocked the town.",
      "massacre",
      ["the priests", "Juan Molina", "Pedro Soto", "Ana Ruiz"],
    ],
    ["Among the priests murdered was Father Juan Molina.", "murdered", ["the priests", "Father Juan Molina"]],
  ])("%s", (text, trigger, to) => expect(of(text, trigger)?.to).toEqual(to));

  it("is whose words they are, and whose operation it was", () => {
    expect(of("The union's letter accused the company of fraud.", "accused")?.by).toEqual(["The union"]);
    expect(of("The commander was killed in a United States operation near the border.", "killed")?.by).toEqual(["United States"]);
  });
});

describe("what is demanded beside another thing", () => {
  it.each([
    ["He demanded the release of the editor and the arrest of the general.", ["REQUEST"]],
    ["The union called for the release of the students and arrest of the guards.", ["REQUEST"]],
    ["The release of the editor and the arrest of the general surprised the town.", ["RETREAT", "COERCE"]],
  ])("has not happened: %s", (text, types) =>
    expect(analyst.analyse({ id: "x", text }).events.map(({ type }) => type)).toEqual(types),
  );
});

describe("where and what was hit", () => {
  it.each([
    ["The explosion took place at noon on Pine Street, in front of the monastery.", "explosion", ["the monastery"]],
    ["There was an explosion tonight at one of the company's offices.", "explosion", ["one of the company's offices"]],
    ["Terrorists placed a car bomb across from the bank.", "placed", ["the bank"]],
    ["Rebels destroyed three vehicles: a bus, a truck and a van.", "destroyed", ["three vehicles", "a bus", "a truck", "a van"]],
    [
      "The patrol killed three journalists: Juan Rojas, a photographer, Luis Gil, a writer, and Pedro Sosa.",
      "killed",
      ["three journalists", "Juan Rojas", "Luis Gil", "Pedro Sosa"],
    ],
    [
      "The assassination of senator and candidate Juan Carlos Perez shocked all.",
      "assassination",
      ["candidate Juan Carlos Perez"],
    ],
    ["Rebels fought with rifles.", "fought", []],
    ["The students threatened the judge with death.", "threatened", ["the judge"]],
  ])("%s", (text, trigger, to) => expect(of(text, trigger)?.to).toEqual(to));

  it("an offensive against traffickers is no assault, and an attack that takes place on a street no march", () => {
    expect(of("The government stepped up its offensive against the drug cartels.", "offensive")).toBeUndefined();
    expect(of("The attack took place on Pine Street.", "took")).toBeUndefined();
  });
});
