// The gazetteer and the finder of places: size, load, look-ups a second, reports a second.
import { createLanguage } from "../packages/core/dist/language/index.js";
import { openGazetteer } from "../packages/core/dist/places/gazetteer.js";
import { createPlaceFinder } from "../packages/core/dist/places/index.js";
import { loadEnglish } from "../packages/english/dist/index.js";
import { textOf } from "./lib-texts.mjs";

const timed = (run) => {
  const begun = performance.now();
  const value = run();
  return { value, ms: performance.now() - begun };
};

export default function bench() {
  const knowledge = loadEnglish();
  const bytes = knowledge.gazetteer.length;
  const { value: gazetteer, ms } = timed(() => openGazetteer(knowledge.gazetteer));
  console.log(`gazetteer ${(bytes / 2 ** 20).toFixed(1)} MB, ${gazetteer.size} places, opened in ${ms.toFixed(1)} ms`);
  const { value: finder, ms: prepared } = timed(() => createPlaceFinder(knowledge));
  console.log(`finder prepared in ${prepared.toFixed(0)} ms`);

  const names = ["kabul", "al qaim", "paris", "springfield", "qwxyz", "deir ez zor", "strait of hormuz", "san jose"];
  const rounds = 200_000;
  const { ms: looking } = timed(() => {
    for (let i = 0; i < rounds; i++) gazetteer.find(names[i % names.length]);
  });
  console.log(`${Math.round(rounds / (looking / 1000)).toLocaleString("en-GB")} look-ups/s`);

  const language = createLanguage(knowledge);
  for (const characters of [3_000, 30_000, 300_000]) {
    const text = textOf(characters);
    const document = language.read({ id: "x", text });
    const runs = Math.max(1, Math.round(300_000 / characters));
    finder.find(document, { id: "x", text }, []);
    const { ms: finding } = timed(() => {
      for (let i = 0; i < runs; i++) finder.find(document, { id: "x", text }, []);
    });
    console.log(
      `${String(characters).padStart(7)} characters: ${(finding / runs).toFixed(2)} ms, ${((1000 * finding) / runs / document.words.length).toFixed(2)} µs a word`,
    );
  }
}

if (process.argv[1]?.endsWith("places.mjs")) bench();
