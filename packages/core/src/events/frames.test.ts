import { beforeAll, describe, expect, it } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import type { Analyst } from "../analyse.ts";
import { createAnalyst } from "../analyse.ts";
import type { Knowledge } from "../model/index.ts";
import { type Frame, readFrames } from "./frames.ts";

/**
 * Every frame's example is read by the whole pipeline and must give an event of the frame's type, and no counter-example
 * may be read by the frame. The trees are learned, so a share of the examples may fail: the floor may only rise.
 */
describe("frames", () => {
  let knowledge: Knowledge;
  let analyst: Analyst;
  let frames: Frame[];
  beforeAll(() => {
    knowledge = loadEnglish();
    analyst = createAnalyst(knowledge);
    frames = readFrames(knowledge);
  });
  const read = (text: string) => analyst.analyse({ id: "x", text, published: "2021-06-28" }).events;

  it("reads the examples as what the frames say", () => {
    const failed = frames
      .filter(({ example }) => example !== "")
      .filter(({ type, example }) =>
        type === undefined ? read(example).length > 0 : !read(example).some((event) => event.type === type),
      )
      .map(({ id, example }) => `${id}: ${example}`);
    const share = 1 - failed.length / frames.filter(({ example }) => example !== "").length;
    expect(share, failed.join("\n")).toBeGreaterThan(0.9);
  });

  it("leaves the counter-examples alone", () => {
    const wrong = frames
      .filter(({ counter }) => counter !== "")
      .filter(({ id, type, counter }) => type !== undefined && read(counter).some((event) => event.rule.split("+")[0] === id))
      .map(({ id, counter }) => `${id}: ${counter}`);
    const share = 1 - wrong.length / frames.filter(({ counter }) => counter !== "").length;
    expect(share, wrong.join("\n")).toBeGreaterThan(0.95);
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
