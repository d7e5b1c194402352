// The figures of the documentation: current, legible in any width and at night, told in words to who cannot see them.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { describe, expect, it } from "vitest";
import * as core from "../packages/core/src/index.ts";
import { loadEnglish } from "../packages/english/src/index.ts";
import { figures } from "../scripts/figures/all.mjs";
import { build } from "../scripts/site.mjs";
import { executablePath, samples } from "./desk.ts";
import { root } from "./docs/blocks.ts";

const drawn = figures(core, core.createAnalyst(loadEnglish()), samples);

describe("the figures of the documentation", () => {
  it.each(Object.keys(drawn))("%s is what the engine reads today (npm run figures draws it anew)", (name) => {
    expect(readFileSync(join(root, "docs/figures", name), "utf8")).toBe(drawn[name]);
  });

  it("are all shown, with words in their stead", () => {
    const page = readFileSync(join(root, "docs/record.md"), "utf8");
    expect(readdirSync(join(root, "docs/figures")).sort()).toEqual(Object.keys(drawn).sort());
    for (const [name, svg] of Object.entries(drawn)) {
      expect(page).toMatch(new RegExp(`!\\[[^\\]]{60,}\\]\\(figures/${name}\\)`));
      expect(svg).toMatch(/role="img" aria-labelledby="title words"/);
      expect(svg).toMatch(/<title id="title">[^<]{20,}<\/title>\n<desc id="words">[^<]{100,}<\/desc>/);
    }
  });

  it("tell of every part that they draw", () => {
    for (const part of ["American warplanes", "attacked", "Abu Kamal", "2021-06-28", "SANA", "killed: low 1, best 1, high 1"])
      expect(drawn["sentence.svg"]).toContain(part);
    for (const part of ["origin 2: 2 reports of one account", "recalls it in passing", "corroborated"])
      expect(drawn["chain.svg"]).toContain(part);
    expect(drawn["toll.svg"]).toContain("low 1, best 4, high 7");
  });

  it.runIf(executablePath)("fit their page at the desk and on a telephone, by day and at night", async () => {
    const site = mkdtempSync(join(tmpdir(), "annalist-site-"));
    await build(site);
    const browser = await chromium.launch({ executablePath: executablePath as string, args: ["--no-sandbox", "--disable-gpu"] });
    try {
      for (const width of [1280, 390])
        for (const colorScheme of ["light", "dark"] as const) {
          const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
          await page.goto(pathToFileURL(join(site, "record.html")).href);
          const shown = await page.evaluate(() => ({
            wide: document.documentElement.scrollWidth - innerWidth,
            images: [...document.images].map(({ naturalWidth, width: own }) => naturalWidth > 0 && own <= innerWidth),
          }));
          expect(shown).toEqual({ wide: 0, images: Object.keys(drawn).map(() => true) });
          for (const [name, svg] of Object.entries(drawn)) {
            await page.setContent(svg);
            const faults = await page.evaluate(() => {
              const texts = [...document.querySelectorAll<SVGTextElement>("svg text")].map((one) => ({
                words: one.textContent,
                box: one.getBBox(),
              }));
              const meets = (a: DOMRect, b: DOMRect) =>
                a.x + 1 < b.x + b.width && b.x + 1 < a.x + a.width && a.y + 3 < b.y + b.height && b.y + 3 < a.y + a.height;
              return [
                ...texts
                  .filter(({ box }) => box.x < 0 || box.x + box.width > 360)
                  .map(({ words }) => `${words} leaves the figure`),
                ...texts.flatMap((a, i) =>
                  texts
                    .slice(i + 1)
                    .filter((b) => meets(a.box, b.box))
                    .map((b) => `${a.words} meets ${b.words}`),
                ),
              ];
            });
            expect(faults, name).toEqual([]);
          }
          await page.close();
        }
    } finally {
      await browser.close();
      rmSync(site, { recursive: true });
    }
  });
});
