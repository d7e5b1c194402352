import { beforeAll, describe, expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import type { Knowledge } from "../model/index.ts";
import { type Frame, readFrames } from "./frames.ts";

// That every example is coded by its frame, and no counter-example, is tests/lexicon.test.ts.
describe("frames", () => {
  let knowledge: Knowledge;
  let frames: Frame[];
  beforeAll(() => {
    knowledge = loadEnglish();
    frames = readFrames(knowledge);
  });
  it("names each frame once and gives an example for each", () => {
    const ids = new Set<string>();
    const twice = frames.filter(({ id, pos }) => ids.has(`${id} ${pos}`) || !ids.add(`${id} ${pos}`)).map(({ id }) => id);
    expect(twice).toEqual([]);
    expect(frames.filter(({ example }) => example === "").map(({ id }) => id)).toEqual([]);
  });

  it("covers all types of PLOVER", () => {
    expect(new Set(frames.map(({ type }) => type)).size).toBe(17);
  });

  it("names the row whose type or condition is wrong", () => {
    const table = (type: string, needs: string) => ({
      ...knowledge,
      tables: {
        "frames/own": {
          columns: ["id", "trigger", "type", "mode", "cameo", "actor", "recipient", "needs", "unless", "example", "counter"],
          rows: [["own.row", "zap.v", type, "", "", "", "", needs, "", "", ""]],
        },
      },
    });
    expect(() => readFrames(table("ZAP", ""))).toThrow(/own\.row.*"ZAP"/);
    expect(() => readFrames(table("ASSAULT", "obj"))).toThrow(/own\.row.*"obj"/);
  });
});
