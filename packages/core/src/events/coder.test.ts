import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { growth, LINEAR } from "../../../../tests/cost.ts";
import { loadEnglish } from "../../../english/src/node.ts";
import { type Analyst, createAnalyst } from "../analyse.ts";
import type { Document, Event, Knowledge, Sentence, Word } from "../model/index.ts";
import { createEventCoder, type EventCoder } from "./coder.ts";

/**
 * A document from CoNLL-U for tests. Only the columns that matter are read: index, form, lemma, upos, xpos, head and
 * deprel, whitespace-separated, in that order; ten-column lines are read too. A blank line ends a sentence.
 */
function documentOf(conllu: string): Document {
  const words: Word[] = [];
  const sentences: Sentence[] = [];
  let text = "";
  for (const block of conllu.split(/\n\s*\n/)) {
    const rows = block
      .split("\n")
      .map((line) => line.trim().split(/\t|\s+/))
      .filter((cells) => /^\d+$/.test(cells[0] ?? ""));
    if (rows.length === 0) continue;
    const first = words.length;
    const start = text.length;
    for (const cells of rows) {
      const ten = cells.length >= 8;
      const [, form = "", lemma = "", upos = "", xpos = ""] = cells;
      const head = Number(ten ? cells[6] : cells[5]);
      const deprel = (ten ? cells[7] : cells[6]) ?? "dep";
      const at = text.length;
      text += form;
      words.push({
        index: words.length,
        sentence: sentences.length,
        start: at,
        end: text.length,
        text: form,
        lower: form.toLowerCase(),
        lemma,
        upos,
        xpos,
        head: head === 0 ? -1 : first + head - 1,
        deprel,
        children: [],
      });
      text += " ";
    }
    for (let i = first; i < words.length; i++) {
      const word = words[i] as Word;
      if (word.head >= 0) words[word.head]?.children.push(i);
    }
    const root = words.slice(first).find((word) => word.head < 0)?.index ?? first;
    sentences.push({ index: sentences.length, first, last: words.length, root, start, end: text.length - 1 });
  }
  return { text, sentences, words, names: [] };
}

let knowledge: Knowledge;
let coder: EventCoder;
let analyst: Analyst;
beforeAll(() => {
  knowledge = loadEnglish();
  coder = createEventCoder(knowledge);
  analyst = createAnalyst(knowledge);
});

interface Seen {
  type: string;
  trigger: string;
  actors: string[];
  recipients: string[];
  modality: string;
  polarity: string;
}

function seen(text: string, events: readonly Event[]): Seen[] {
  const slice = (span: { start: number; end: number }) => text.slice(span.start, span.end);
  return events.map((e) => ({
    type: e.type,
    trigger: slice(e.trigger),
    actors: e.actors.map(slice),
    recipients: e.recipients.map(slice),
    modality: e.modality,
    polarity: e.polarity,
  }));
}

function ofTree(conllu: string): Seen[] {
  const document = documentOf(conllu);
  return seen(document.text, coder.code(document, { id: "x", text: document.text }, { entities: [], places: [], times: [] }));
}

describe("syntax, on hand-made trees", () => {
  it("reads the active and the passive alike", () => {
    const active = ofTree(`
      1 Rebels rebel NOUN NNS 2 nsubj
      2 killed kill VERB VBD 0 root
      3 two two NUM CD 4 nummod
      4 guards guard NOUN NNS 2 obj
      5 . . PUNCT . 2 punct`);
    const passive = ofTree(`
      1 Two two NUM CD 2 nummod
      2 guards guard NOUN NNS 4 nsubj:pass
      3 were be AUX VBD 4 aux:pass
      4 killed kill VERB VBN 0 root
      5 by by ADP IN 6 case
      6 rebels rebel NOUN NNS 4 obl:agent
      7 . . PUNCT . 4 punct`);
    expect(active).toMatchObject([{ type: "ASSAULT", actors: ["Rebels"], recipients: ["two guards"] }]);
    expect(passive).toMatchObject([{ type: "ASSAULT", actors: ["rebels"], recipients: ["Two guards"] }]);
  });

  it("finds the antecedent of a relative clause and of a reduced one", () => {
    const relative = ofTree(`
      1 The the DET DT 2 det
      2 gang gang NOUN NN 0 root
      3 that that PRON WDT 4 nsubj
      4 kidnapped kidnap VERB VBD 2 acl:relcl
      5 him he PRON PRP 4 obj`);
    const reduced = ofTree(`
      1 Police police NOUN NN 2 nsubj
      2 knew know VERB VBD 0 root
      3 a a DET DT 4 det
      4 man man NOUN NN 2 obj
      5 arrested arrest VERB VBN 4 acl
      6 by by ADP IN 7 case
      7 soldiers soldier NOUN NNS 5 obl:agent`);
    expect(relative).toMatchObject([{ type: "ASSAULT", actors: ["The gang"], recipients: ["him"] }]);
    expect(reduced).toMatchObject([{ type: "COERCE", actors: ["soldiers"], recipients: ["a man"] }]);
  });

  it("lets the matrix verb win over what is agreed", () => {
    const agreed = ofTree(`
      1 The the DET DT 2 det
      2 army army NOUN NN 3 nsubj
      3 agreed agree VERB VBD 0 root
      4 to to PART TO 5 mark
      5 withdraw withdraw VERB VB 3 xcomp
      6 its its PRON PRP$ 7 nmod:poss
      7 troops troops NOUN NNS 5 obj`);
    expect(agreed.map(({ type, trigger }) => [type, trigger])).toEqual([["AGREE", "agreed"]]);
  });

  it("takes the subject of a light verb for the actor of its noun", () => {
    const light = ofTree(`
      1 Militants militant NOUN NNS 2 nsubj
      2 launched launch VERB VBD 0 root
      3 an a DET DT 4 det
      4 attack attack NOUN NN 2 obj
      5 on on ADP IN 7 case
      6 the the DET DT 7 det
      7 barracks barracks NOUN NNS 4 nmod`);
    expect(light).toMatchObject([{ type: "ASSAULT", trigger: "attack", actors: ["Militants"], recipients: ["the barracks"] }]);
  });

  it("codes one happening in a clause once", () => {
    const killed = ofTree(`
      1 Four four NUM CD 2 nummod
      2 villagers villager NOUN NNS 4 nsubj:pass
      3 were be AUX VBD 4 aux:pass
      4 killed kill VERB VBN 0 root
      5 in in ADP IN 8 case
      6 the the DET DT 8 det
      7 air air NOUN NN 8 compound
      8 strikes strike NOUN NNS 4 obl`);
    expect(killed).toMatchObject([{ type: "ASSAULT", recipients: ["Four villagers"] }]);
  });

  it("reads negation and modality from the clause", () => {
    const failed = ofTree(`
      1 Police police NOUN NN 2 nsubj
      2 failed fail VERB VBD 0 root
      3 to to PART TO 4 mark
      4 arrest arrest VERB VB 2 xcomp
      5 the the DET DT 6 det
      6 men man NOUN NNS 4 obj`);
    const hypothetical = ofTree(`
      1 If if SCONJ IN 3 mark
      2 rebels rebel NOUN NNS 3 nsubj
      3 attack attack VERB VBP 7 advcl
      4 the the DET DT 5 det
      5 town town NOUN NN 3 obj
      6 people people NOUN NNS 7 nsubj
      7 leave leave VERB VBP 0 root`);
    expect(failed).toMatchObject([{ type: "COERCE", polarity: "negated" }]);
    expect(hypothetical).toMatchObject([{ type: "ASSAULT", modality: "hypothetical" }]);
  });
});

describe("the whole pipeline", () => {
  const read = (text: string) => seen(text, analyst.analyse({ id: "x", text, published: "2021-06-28" }).events);

  it.each([
    ["The firefighters attacked the blaze from two sides."],
    ["The actor died of a heart attack on Tuesday."],
    ["The striker scored two goals in the final match of the season."],
    ["In the film a detective shoots the villain in the last scene."],
    ["Shares hit a record as investors cheered the earnings of the quarter."],
  ])("finds nothing in: %s", (text) => {
    expect(read(text).filter(({ type }) => type === "ASSAULT")).toEqual([]);
  });

  it.each(["The band played “We Will Crush You” on Friday.", "He sang “I Will Avenge You” at the concert."])(
    "takes a title for no threat: %s",
    (text) => expect(read(text)).toEqual([]),
  );

  it("turns what is promised into AGREE and what is threatened into THREATEN", () => {
    expect(read("Norway will give the island food and tents.").map(({ type }) => type)).toEqual(["AGREE"]);
    expect(read("The general said his army would bomb the port.").map(({ type }) => type)).toEqual(["THREATEN"]);
  });

  it("gives spans inside the text, known ids and the same events twice, whatever the text", () => {
    const words = [
      "rebels",
      "attacked",
      "the",
      "town",
      "and",
      "killed",
      "police",
      ",",
      "in",
      "Iraq",
      "on",
      "Monday",
      "agreed",
      "to",
      "withdraw",
      "if",
      "not",
      "“",
      ".",
      "\n",
    ];
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ maxLength: 200 }),
          fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((list) => list.join(" ")),
        ),
        (text) => {
          const once = analyst.analyse({ id: "x", text });
          const ids = new Set([...once.entities, ...once.places, ...once.times].map(({ id }) => id));
          for (const event of once.events) {
            const spans = [event.trigger, event.evidence, ...event.actors, ...event.recipients, ...event.instruments];
            for (const span of spans) expect(span.start >= 0 && span.start < span.end && span.end <= text.length).toBe(true);
            for (const id of [
              ...event.places,
              ...event.times,
              ...[...event.actors, ...event.recipients].flatMap(({ entity }) => entity ?? []),
            ])
              expect(ids.has(id)).toBe(true);
            expect(event.confidence > 0 && event.confidence <= 1).toBe(true);
          }
          expect(analyst.analyse({ id: "x", text })).toEqual(once);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("takes time in proportion to the text", () => {
    const noise = "rebels killed attacked and the police strikes of ";
    const tree = (n: number) =>
      documentOf(
        Array.from(
          { length: n },
          (_, i) =>
            `${i + 1} ${noise.split(" ")[i % 8]} x ${["NOUN", "VERB"][i % 2]} ${["NNS", "VBD"][i % 2]} ${i === 0 ? 0 : 1} ${i === 0 ? "root" : ["obj", "conj", "obl"][i % 3]}`,
        ).join("\n"),
      );
    const code = (n: number) => {
      const document = tree(n);
      return () => coder.code(document, { id: "x", text: document.text }, { entities: [], places: [], times: [] });
    };
    expect(growth(code, 1_200)).toBeLessThan(LINEAR);
  });
});
