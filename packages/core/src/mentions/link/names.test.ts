import { describe, expect, test } from "vitest";
import { sameBody, samePerson } from "./names.ts";
import { initialsOf, skeleton } from "./spelling.ts";

const keys = (name: string) => name.toLowerCase().split(" ");

describe("short forms", () => {
  test.each([
    ["John Kirby", "Kirby", true],
    ["Ahmed Mohamed", "Ahmed", true],
    ["John F Kennedy", "John Kennedy", true],
    ["J Kirby", "John Kirby", true],
    ["Joe Biden", "Hunter Biden", false],
    ["Mary Jones", "Tom Mary", false],
  ])("%s and %s: %s", (a, b, same) => {
    expect(samePerson(keys(a), keys(b))).toBe(same);
    expect(samePerson(keys(b), keys(a))).toBe(same);
  });

  test.each([
    ["Revolutionary Guards", "Guards", true],
    ["Amnesty International", "Amnesty", true],
    ["United Nations", "United", false],
    ["Bank of England", "Bank of Scotland", false],
  ])("%s and %s: %s", (a, b, same) => expect(sameBody(keys(a), keys(b))).toBe(same));
});

describe("spelling", () => {
  test.each([
    ["volodymyr zelensky", "volodymyr zelenskiy"],
    ["kataib hezbollah", "ketaib hizbullah"],
    ["muammar qaddafi", "moammar gadhafi"],
  ])("%s is %s", (a, b) => expect(skeleton(keys(a))).toBe(skeleton(keys(b))));
  test.each([
    ["slobodan milosevic", "milan milutinovic"],
    ["islamic jihad", "islamic salvation"],
  ])("%s is not %s", (a, b) => expect(skeleton(keys(a))).not.toBe(skeleton(keys(b))));
  test("what is too short has none", () => expect(skeleton(["ali"])).toBe(""));
  test("initials", () => expect(initialsOf(keys("federal bureau of investigation"))).toBe("fbi"));
});
