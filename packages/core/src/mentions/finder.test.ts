import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growth, LINEAR } from "../../../../tests/cost.ts";
import { loadEnglish } from "../../../english/src/node.ts";
import { createAnalyst } from "../analyse.ts";
import type { Document, Entity } from "../model/index.ts";
import { createEntityFinder } from "./finder.ts";

const knowledge = loadEnglish();
const analyst = createAnalyst(knowledge);
const read = (text: string, published = "2021-06-28") => analyst.analyse({ id: "r", text, published }).entities;
const find = (entities: Entity[], text: string, words: string) =>
  entities.find(({ mentions }) => mentions.some(({ start, end }) => text.slice(start, end) === words));

/** Whose country, kind and sector a phrase has. */
describe("actors", () => {
  test.each([
    ["Two Iraqi militia officials said the road was closed.", "Two Iraqi militia officials", "armed-group IRQ REB"],
    ["The army shelled Iran-backed militias in Iraq.", "Iran-backed militias in Iraq", "armed-group IRQ REB"],
    ["The Kremlin rejected the offer.", "Kremlin", "government RUS GOV"],
    ["Kabul accused Islamabad of harbouring gunmen.", "Kabul", "state AFG GOV"],
    ["Fighters of Kata'ib Hezbollah crossed the river.", "Kata'ib Hezbollah", "armed-group IRQ REB"],
    ["The group, Ketaib Hezbollah, denied it.", "Ketaib Hezbollah", "armed-group IRQ REB"],
    ["The FARC freed the hostages in Colombia.", "FARC", "armed-group COL REB"],
    ["Ethiopia's foreign ministry summoned the envoy.", "Ethiopia's foreign ministry", "government ETH GOV"],
    ["The foreign ministry in Belgrade condemned the raid.", "The foreign ministry in Belgrade", "government SRB GOV"],
    ["Peruvian police arrested nine students.", "Peruvian police", "police PER COP"],
    ["President Joe Biden ordered the strikes.", "Joe Biden", "person USA GOV"],
    ["U.N. peacekeepers opened the bridge.", "U.N. peacekeepers", "intergovernmental - MIL"],
    ["Protesters threw stones in Nairobi.", "Protesters", "protesters KEN CVL"],
    ["Hamas officials met in Cairo.", "Hamas officials", "armed-group PSE REB"],
    ["Air strikes hit Khan Younis at dawn.", "Khan Younis", "population PSE CVL"],
    ["The foreign ministers of Chad and Niger met.", "The foreign ministers of Chad and Niger", "person TCD GOV"],
    ["The foreign ministers of Chad and Niger met.", "ministers of Chad and Niger", "person NER GOV"],
    ["The militia threatened to attack American bases.", "The militia", "armed-group - REB"],
    ["The rebels shelled Syrian troops near Idlib.", "The rebels", "armed-group SYR REB"],
    ["Negotiators met in Doha on Monday.", "Negotiators", "person - GOV"],
    ["Officials resumed talks at a hotel in Vienna.", "Officials", "person - GOV"],
    ["Officials said the Geneva talks had failed.", "Officials", "person - GOV"],
    ["The delegates met in Geneva. Police arrested two men at the door.", "Police", "police CHE COP"],
    ["Venezuela's attorney general issued a warrant.", "Venezuela's attorney general", "person VEN JUD"],
    ["A US operation killed a commander.", "a commander", "person - MIL"],
    ["The rebels attacked a US base.", "The rebels", "armed-group - REB"],
    ["The foreign ministry summoned Sweden's ambassador.", "The foreign ministry", "government - GOV"],
    ["Rohingya fled to Bangladesh after the army burned their villages.", "the army", "military MMR MIL"],
    ["The foreign minister met his Iranian counterpart.", "The foreign minister", "person - GOV"],
    ["Officials opened a bridge in Vienna.", "Officials", "person AUT GOV"],
    ["GUNMEN OF THE SHINING PATH KILLED A MAYOR IN AYACUCHO, PERU.", "SHINING PATH", "armed-group PER REB"],
  ])("%s: %s", (text, words, expected) => {
    const entity = find(read(text), text, words);
    expect(entity && `${entity.kind} ${entity.country ?? "-"} ${entity.sector ?? "-"}`).toBe(expected);
  });

  test("who held the office on the day", () => {
    const text = "Bush ordered the troops home from the United States base.";
    expect(find(read(text, "2003-05-01"), text, "Bush")?.reference).toBe("person:george-w-bush");
    expect(find(read(text, "2013-05-01"), text, "Bush")?.reference).toBeUndefined();
  });

  test("a spokesman belongs to a body", () => {
    const text = "Pentagon spokesman John Kirby said the raid was over. Kirby gave no figures.";
    const entities = read(text);
    const kirby = find(entities, text, "Kirby");
    expect(kirby?.name).toBe("John Kirby");
    expect(entities.find(({ id }) => id === kirby?.affiliation)?.reference).toBe("force:us-department-of-defense");
    expect(kirby?.country).toBe("USA");
  });
});

/** Whose a part of a force, or a person, is. */
describe("affiliation", () => {
  const ownerOf = (text: string, words: string) => {
    const entities = read(text);
    const id = find(entities, text, words)?.affiliation;
    return entities.find((one) => one.id === id)?.name;
  };
  test.each([
    ["An FMLN unit blew up a bridge.", "An FMLN unit", "Farabundo Marti National Liberation Front"],
    ["A Shining Path column burned a school.", "A Shining Path column", undefined],
    ["A Shining Path group burned a school.", "A Shining Path group", "Shining Path"],
    ["Fighters of the Shining Path burned a school.", "Fighters of the Shining Path", "Shining Path"],
    ["Shining Path (SL) rebels burned a school.", "rebels", "Shining Path"],
    [
      "A group of rebels belonging to the Popular Front burned a school.",
      "A group of rebels belonging to the Popular Front",
      "Popular Front",
    ],
    ["A group of rebels of the Popular Front burned a school.", "A group of rebels of the Popular Front", "Popular Front"],
    [
      "National Front for Peace [NFP] urban commandos destroyed a truck in the north on Monday.",
      "urban commandos",
      "National Front for Peace",
    ],
    ["A young man at the telephone office threw a stone.", "A young man at the telephone office", undefined],
    ["TWO MEN IN A CAR SHOT A JUDGE.", "TWO MEN IN A CAR", undefined],
  ])("%s: %s", (text, words, name) => expect(ownerOf(text, words)).toBe(name));

  test("a group of rebels is one party, and hundreds of prisoners are prisoners", () => {
    const text = "A group of rebels crossed the river. Hundreds of prisoners fled.";
    const entities = read(text);
    expect(find(entities, text, "rebels")).toBeUndefined();
    const mention = find(entities, text, "Hundreds of prisoners")?.mentions[0];
    expect(mention && text.slice(mention.head.start, mention.head.end)).toBe("prisoners");
  });

  test.each([
    ["REBELS CUT SEVEN ELECTRICITY POLES IN SANTA ANA.", "population"],
    ["A CAR BOMB EXPLODED IN SANTA ANA.", "state"],
    ["THE PRIVATE COMPANIES OF SANTA ANA CLOSED.", "military"],
  ])("%s: no %s", (text, kind) => expect(read(text).filter((one) => one.kind === kind)).toEqual([]));
});

test("what is written large wherever case is told is a name in capitals", () => {
  const text = "MEMBERS OF THE ARMED FORCES MURDERED THE PRIEST, AND THE ARMED FORCES DENIED IT.";
  const forces = find(read(text), text, "ARMED FORCES");
  expect(forces?.mentions.map(({ form }) => form)).toEqual(["name", "name"]);
});

test.each([
  ["Gunmen murdered two nuns and one Salvadoran.", "Salvadoran", "person"],
  ["A 17-year-old was killed by police.", "A 17-year-old", "person"],
  ["The mayor, Hector Oqueli Colindres, was abducted.", "Hector Oqueli Colindres", "person"],
  ["The rebels, whom the army fears, killed a cook.", "The rebels", "armed-group"],
  ["On Monday rebel forces attacked a post.", "rebel forces", "armed-group"],
])("who is told of in %s", (text, mention, kind) => {
  expect(find(read(text), text, mention)?.kind).toBe(kind);
});

test("a part of a force is of it, and so are its members", () => {
  const text = "Members of the 22nd Front of the FARC (Revolutionary Armed Forces of Colombia) killed a mayor.";
  const entities = read(text);
  const force = entities.find(({ name }) => name === "Revolutionary Armed Forces of Colombia");
  const members = entities.find(({ name }) => name.startsWith("Members"));
  expect(members).toMatchObject({ kind: "armed-group", affiliation: force?.id });
});

test.each([
  ["Fighters of the Liberation Front (LF) blew up a bridge.", "Fighters of the Liberation Front (LF)"],
  ["FMLN [Farabundo Marti National Liberation Front] rebels fled.", "FMLN [Farabundo Marti National Liberation Front] rebels"],
])("a bracket is whole or not there: %s", (text, name) => {
  expect(read(text).map((entity) => entity.name)).toContain(name);
});

/** What one entity holds: the texts of its mentions. */
describe("coreference", () => {
  test.each([
    ["Maria Lopez left the city. She said Lopez was her real name.", ["Maria Lopez", "She", "her"]],
    ["The National Liberation Front (NLF) struck at dawn. The NLF took the bridge.", ["National Liberation Front", "NLF", "NLF"]],
    ["Hezbollah shelled the town. The group denied it had hit the clinic.", ["Hezbollah", "The group"]],
    ["A doctor treated the boys. The doctor said they were lucky.", ["A doctor", "The doctor"]],
    ["The soldiers fled. They left their guns behind.", ["The soldiers", "They", "their"]],
    ["“I will not resign,” said Peter Novak.", ["I", "Peter Novak"]],
    ["Anna Weber hurt herself.", ["Anna Weber", "herself"]],
  ])("%s", (text, mentions) => {
    const entities = read(text);
    const held = entities.map((entity) => entity.mentions.map(({ start, end }) => text.slice(start, end)));
    expect(held.find((texts) => mentions.every((words) => texts.includes(words)))).toBeDefined();
  });

  test.each([
    ["Joe Biden praised Hunter Biden.", "Joe Biden", "Hunter Biden"],
    ["John Smith met Mary Jones. She was late.", "John Smith", "She"],
    ["A soldier met another soldier.", "A soldier", "another soldier"],
  ])("%s: apart", (text, a, b) => {
    const entities = read(text);
    expect(find(entities, text, b)).toBeDefined();
    expect(find(entities, text, a)?.id).not.toBe(find(entities, text, b)?.id);
  });
});

describe("who speaks", () => {
  test.each([
    ["``we will stop the train,'' police commissioner john miller said on thursday."],
    ["â€˜â€˜we will stop the train,â€™â€™ said k g rao, senior police inspector."],
    ["“We will stop the train,” said Inspector Paul Dyer of the city police."],
  ])("%s", (text) => expect(find(read(text), text, /We/.test(text) ? "We" : "we")?.sector).toBe("COP"));

  test.each([
    ["The anti-terrorist squad arrested two men.", "The anti-terrorist squad", "police"],
    ["A posse of security personnel guarded the gate.", "A posse of security personnel", "police"],
    ["Gunmen stopped a convoy of aid workers.", "a convoy of aid workers", "civilians"],
    ["Adequate police force was deployed.", "Adequate police force", "police"],
  ])("%s", (text, mention, kind) => expect(find(read(text), text, mention)?.kind).toBe(kind));
});

describe("whatever the text", () => {
  const finder = createEntityFinder(knowledge);

  test("an empty report has no entities", () => expect(read("")).toEqual([]));

  test("mentions lie within the text, heads beside them, ids are unique, lists in text order", () => {
    const words = fc.constantFrom(
      "The",
      "army",
      "of",
      "Iraq",
      ",",
      "said",
      "he",
      "“",
      "”",
      "they",
      "Pentagon",
      "spokesman",
      "John",
      "Kirby",
      ".",
      "\n\n",
      "who",
      "U.S.",
      "-backed",
      "militia",
      "'s",
      "its",
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 60 }), (list) => {
        const text = list.join(" ");
        const entities = read(text);
        expect(new Set(entities.map(({ id }) => id)).size).toBe(entities.length);
        for (const { mentions } of entities) {
          let start = 0;
          for (const mention of mentions) {
            expect(mention.start).toBeGreaterThanOrEqual(start);
            expect(mention.end).toBeGreaterThan(mention.start);
            expect(mention.end).toBeLessThanOrEqual(text.length);
            expect(mention.head.start).toBeGreaterThanOrEqual(mention.start);
            expect(mention.head.end).toBeLessThanOrEqual(mention.end);
            start = mention.start;
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  test("trees that are chains, stars or garbage cost no more than their length", () => {
    const shapes: ((i: number, n: number) => number)[] = [(i) => i - 1, () => 0, (i, n) => (i * 7919) % n];
    const read = (shape: (i: number, n: number) => number) => (n: number) => {
      const document: Document = { text: "he and the army ".repeat(n / 4), sentences: [], words: [], names: [] };
      for (let i = 0; i < n; i++) {
        const [text, upos] = [
          ["he", "PRON"],
          ["and", "CCONJ"],
          ["the", "DET"],
          ["army", "NOUN"],
        ][i % 4] as [string, string];
        const start = Math.floor(i / 4) * 16 + ([0, 3, 7, 11][i % 4] as number);
        const head = i === 0 ? -1 : Math.min(i - 1, shape(i, n));
        document.words.push({
          index: i,
          sentence: 0,
          start,
          end: start + text.length,
          text,
          lower: text,
          lemma: text,
          upos,
          xpos: "",
          head,
          deprel: i % 3 ? "nmod" : "acl",
          children: [],
        });
        if (head >= 0) document.words[head]?.children.push(i);
      }
      document.sentences.push({ index: 0, start: 0, end: document.text.length, first: 0, last: n, root: 0 });
      return () => finder.find(document, { id: "r", text: document.text }, []);
    };
    for (const shape of shapes) expect(growth(read(shape), 1_200)).toBeLessThan(LINEAR);
  });
});
