// From raw text to words, tags, trees and names: words a second, memory and load, by vectors and in plain JavaScript; and
// the same for longer and longer text, which must cost the same a word. By the clock and by processor time, which a busy
// machine changes less.
import { createLanguage } from "../packages/core/dist/language/index.js";
import { createLemmatiser } from "../packages/core/dist/language/lemmas/index.js";
import { createNetwork } from "../packages/core/dist/language/network/index.js";
import { createSegmenter } from "../packages/core/dist/language/segmenter.js";
import { loadEnglish } from "../packages/english/dist/index.js";
import { textOf } from "./lib-texts.mjs";

const megabytes = () => {
  globalThis.gc?.();
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
  return `memory ${[rss, heapUsed, arrayBuffers].map((n) => (n / 2 ** 20).toFixed(0)).join(" / ")} MB (resident, heap, buffers)`;
};
const timed = (run) => {
  const begun = performance.now();
  const before = process.cpuUsage();
  const value = run();
  const { user, system } = process.cpuUsage(before);
  return { value, seconds: (performance.now() - begun) / 1000, processor: (user + system) / 1e6 };
};
const rate = (words, seconds) => `${Math.round(words / seconds).toLocaleString("en-GB")} words/s`;

export default function bench() {
  const { value: knowledge, seconds: read } = timed(loadEnglish);
  const { seconds: prepared } = timed(() => createLanguage(knowledge));
  const { seconds: network } = timed(() => createNetwork(knowledge.models.parser));
  console.log(
    `files ${(1000 * read).toFixed(0)} ms, language ${(1000 * prepared).toFixed(0)} ms, of it the network about ${(1000 * network).toFixed(0)} ms; ${megabytes()}`,
  );

  const segment = createSegmenter(knowledge);
  const lemmatise = createLemmatiser(knowledge);
  for (const plain of [false, true]) {
    const reader = createNetwork(knowledge.models.parser, { plain });
    // As `createLanguage` does it, with the kernel that is asked for.
    const read = (text) => {
      const { words, sentences } = segment(text);
      reader.read(words, sentences);
      lemmatise(words);
      return words.length;
    };
    for (let i = 0; i < 3; i++) read(textOf(plain ? 5_000 : 40_000));
    console.log(`\nraw text to trees, ${reader.kernel}`);
    for (const words of [1_000, 10_000, 100_000]) {
      // Of the samples, 5.3 characters a word.
      const text = textOf(words * 5.3);
      const runs = words < 100_000 ? 3 : 1;
      let [best, least] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
      let count = 0;
      for (let i = 0; i < runs; i++) {
        const { value, seconds, processor } = timed(() => read(text));
        best = Math.min(best, seconds);
        least = Math.min(least, processor);
        count = value;
      }
      console.log(
        `${String(count).padStart(8)} words ${rate(count, best).padStart(16)}   processor ${rate(count, least).padStart(16)}`,
      );
    }
    console.log(megabytes());
  }
}
