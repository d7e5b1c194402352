// Time must grow linearly with the length of a report: ordinary text, and shapes that bring regular expressions and trees down.
import { createAnalyst } from "@annalist/core";
import { loadEnglish } from "@annalist/english";
import { textOf } from "./lib-texts.mjs";

const SHAPES = {
  "ordinary text": textOf,
  "one sentence": (n) => "the rebels attacked the town and ".repeat(Math.ceil(n / 33)).slice(0, n),
  "no blank": (n) => "x".repeat(n),
  "quotes open": (n) => "“he said ".repeat(Math.ceil(n / 9)).slice(0, n),
  brackets: (n) => "((((".repeat(Math.ceil(n / 4)).slice(0, n),
  numbers: (n) => "12 May 2021, ".repeat(Math.ceil(n / 13)).slice(0, n),
  names: (n) => "Al-Qaim and Kata’ib Hezbollah, ".repeat(Math.ceil(n / 31)).slice(0, n),
};
const LENGTHS = [1_000, 10_000, 100_000, 1_000_000];

export default function bench() {
  const began = performance.now();
  const analyst = createAnalyst(loadEnglish());
  console.log(`ready in ${(performance.now() - began).toFixed(0)} ms`);
  analyst.analyse({ id: "warm", text: textOf(50_000), published: "2021-06-28" });
  console.log(`${"µs a character".padEnd(16)}${LENGTHS.map((n) => `${n / 1000} KB`.padStart(12)).join("")}`);
  for (const [shape, make] of Object.entries(SHAPES)) {
    const row = LENGTHS.map((length) => {
      const text = make(length);
      const runs = length <= 10_000 ? 5 : 1;
      const start = performance.now();
      for (let i = 0; i < runs; i++) analyst.analyse({ id: "x", text, published: "2021-06-28" });
      return ((1000 * (performance.now() - start)) / runs / length).toFixed(2).padStart(12);
    });
    console.log(`${shape.padEnd(16)}${row.join("")}`);
  }
}
