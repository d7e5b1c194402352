import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FORMATS, writePart } from "./index.ts";
import { buffer, exported, record, TEXT, world } from "./testing.ts";
import { sidecarOf, verify } from "./verify.ts";

const SHA = createHash("sha256").update(TEXT).digest("hex");
const texts = (text: string | undefined) => ({ text: async () => text });

describe("verify", () => {
  it("passes what has not moved", async () => {
    for (const as of Object.keys(FORMATS)) {
      const { path, summary } = await exported(as, SHA);
      const found = await verify(path, texts(TEXT));
      expect(found.failures, as).toEqual([]);
      expect(found.rows, as).toBe(summary.rows);
      expect(found.quotations, as).toBeGreaterThan(0);
    }
  });

  it("sees a changed report, a missing one, and one whose words moved", async () => {
    const { path } = await exported("acled", SHA);
    expect((await verify(path, texts(`${TEXT}!`))).failures[0]?.words).toMatch(/has changed/);
    expect((await verify(path, texts(undefined))).failures[0]?.words).toMatch(/not at hand/);
    // A sidecar whose offsets were tampered with: the text is the same, the quotation is not there.
    const sidecar = sidecarOf(path);
    writeFileSync(sidecar, readFileSync(sidecar, "utf8").replace(/"start":\d+,/, '"start":1,'));
    expect((await verify(path, texts(TEXT))).failures[0]?.words).toMatch(/is not at 1–/);
  });

  it("sees a changed export and a cut sidecar", async () => {
    const { path } = await exported("ucdp", SHA);
    writeFileSync(path, readFileSync(path, "utf8").replace("2021", "2022"));
    expect((await verify(path, texts(TEXT))).failures.map(({ words }) => words).join()).toMatch(/bytes have changed/);
    const sidecar = sidecarOf(path);
    writeFileSync(sidecar, readFileSync(sidecar, "utf8").slice(0, -200));
    expect((await verify(path, texts(TEXT))).failures.map(({ words }) => words).join()).toMatch(/it was cut/);
  });

  it("says which file is missing", async () => {
    await expect(verify("/nowhere.csv", texts(TEXT))).rejects.toThrow("/nowhere.csv: no such file");
  });
});

describe("an export", () => {
  it("lists what is left out with the rule", async () => {
    const [part] = FORMATS.ucdp?.({}) ?? [];
    if (!part) throw new Error("no format");
    const excluded = buffer();
    const { rows, excluded: rules } = await writePart(record(15, SHA), part, world(), { main: buffer(), excluded });
    const lines = excluded
      .text()
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows + lines.length).toBe(15);
    expect(lines.find(({ rule }) => rule === "ucdp.death")).toMatchObject({ incident: "i4" });
    expect(rules.get("ucdp.place")?.count).toBe(4);
  });

  it("is the same bytes for the same record", async () => {
    const [one, two] = [await exported("acled", SHA), await exported("acled", SHA)];
    expect(one.text).toBe(two.text);
  });

  it("shifts no day in any time zone", async () => {
    const before = process.env.TZ;
    try {
      const days: string[] = [];
      for (const zone of ["Pacific/Kiritimati", "UTC", "Pacific/Pago_Pago"]) {
        process.env.TZ = zone;
        days.push(
          (await Promise.all(["acled", "ucdp", "gdelt", "timemap", "plover"].map((as) => exported(as, SHA))))
            .map(({ text }) => text)
            .join(),
        );
      }
      expect(days[1]).toBe(days[0]);
      expect(days[2]).toBe(days[0]);
    } finally {
      process.env.TZ = before;
    }
  });
});
