import { describe, expect, it } from "vitest";
import { loadEnglish } from "../../../../english/src/node.ts";
import type { Word } from "../../model/index.ts";
import { fold } from "../tokens/index.ts";
import { createLemmatiser } from "./index.ts";

const lemmatise = createLemmatiser(loadEnglish());

/** "struck/VERB/VBD" words, one sentence. */
function lemmas(tagged: string): string {
  const words = tagged.split(" ").map((item) => {
    const [text = "", upos = "", xpos = ""] = item.split("/");
    return { text, lower: fold(text), upos, xpos, lemma: "", sentence: 0 } as Word;
  });
  lemmatise(words);
  return words.map(({ lemma }) => lemma).join(" ");
}

describe("lemmas", () => {
  it.each([
    ["struck/VERB/VBD slain/VERB/VBN fled/VERB/VBD overran/VERB/VBD", "strike slay flee overrun"],
    ["bombing/VERB/VBG seized/VERB/VBN hitting/VERB/VBG noting/VERB/VBG provoked/VERB/VBD", "bomb seize hit note provoke"],
    ["carries/VERB/VBZ watches/VERB/VBZ goes/VERB/VBZ denies/VERB/VBZ", "carry watch go deny"],
    ["gunmen/NOUN/NNS parties/NOUN/NNS crises/NOUN/NNS bodies/NOUN/NNS attacks/NOUN/NNS", "gunman party crisis body attack"],
    ["worst/ADJ/JJS heavier/ADJ/JJR deadliest/ADJ/JJS", "bad heavy deadly"],
    ["was/AUX/VBD n't/PART/RB ca/AUX/MD ’s/PART/POS has/AUX/VBZ", "be not can 's have"],
    ["Iraqi/ADJ/JJ forces/NOUN/NNS entered/VERB/VBD Mosul/PROPN/NNP", "Iraqi force enter Mosul"],
    ["Republicans/PROPN/NNPS met/VERB/VBD Bush/PROPN/NNP", "Republican meet Bush"],
    ["them/PRON/PRP these/DET/DT an/DET/DT 1,200/NUM/CD “/PUNCT/``", 'they this a 1200 "'],
    ["pro-Beijing/ADJ/JJ NGOs/NOUN/NNS spoke/VERB/VBD", "pro-Beijing NGO speak"],
    ["THE/DET/DT BOMB/NOUN/NN KILLED/VERB/VBD SOLDIERS/NOUN/NNS", "the bomb kill soldier"],
  ])("%s", (tagged, expected) => expect(lemmas(tagged)).toBe(expected));
});
