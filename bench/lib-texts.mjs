import { readFileSync } from "node:fs";

/** The sample reports, which are our own. */
export const samples = readFileSync(new URL("../samples/reports.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

const body = samples.map(({ text }) => text).join("\n");

/** A text of about `length` characters, of the samples over and over. */
export const textOf = (length) => body.repeat(Math.ceil(length / body.length)).slice(0, length);
