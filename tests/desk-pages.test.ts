// The pages of the desk in a real browser: every page and state by axe in both themes and on a small screen; then what one
// does with each, by pointer and by key.
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { firstView } from "../bench/lib-first-view.mjs";
import { putUser } from "../packages/server/src/index.ts";
import { PICTURES } from "../scripts/screens/pictures.mjs";
import { decideSome, USERS } from "../scripts/screens/record.mjs";
import { axeFaults, type Desk, executablePath, outOfReach, samples, settled, startDesk, tooWide } from "./desk.ts";

describe.runIf(executablePath)("every page of the desk", () => {
  const desks: Record<string, Desk> = {};
  beforeAll(async () => {
    desks.full = await startDesk();
    desks.empty = await startDesk([]);
    desks.guarded = await startDesk(samples.slice(0, 1), { local: false });
    for (const { password, ...user } of USERS) await putUser(desks.guarded.store, user, password);
    await decideSome(desks.full);
  }, 300_000);
  afterAll(async () => {
    for (const desk of Object.values(desks)) await desk.close();
  });

  const looked = PICTURES.filter(({ only }) => only !== "picture");
  it.each(looked)(
    "$name: axe finds nothing in light and dark, keys come to everything, and it fits 390 pixels",
    async ({ desk = "full", path, act, height = 800 }) => {
      const page = await desks[desk]!.open(path, { height });
      await settled(page);
      await act?.(page);
      expect(await axeFaults(page), "light").toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await axeFaults(page), "dark").toEqual([]);
      expect(await outOfReach(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await tooWide(page)).toEqual([]);
      expect(await axeFaults(page), "small").toEqual([]);
      await page.close();
    },
    240_000,
  );

  it("made no error, no request to elsewhere and no breach of the policy", () => {
    // What is not there, and who is not signed in, the browser itself notes as an error.
    const expected = /^(\/nowhere|\/incidents\/none): .* 404|^\/(users|incidents): .* 401/;
    expect(Object.values(desks).flatMap(({ faults }) => faults.filter((fault) => !expected.test(fault)))).toEqual([]);
  });
});

describe.runIf(executablePath)("the desk", () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk();
  }, 300_000);
  afterAll(() => desk?.close());

  it("filters table, map and timeline by one another, and keeps the view in its address", async () => {
    const page = await desk.open("/incidents");
    const found = page.locator(".found b");
    await expect.poll(() => found.innerText()).toMatch(/^\d+ incidents$/);
    const all = Number((await found.innerText()).split(" ")[0]);
    const number = async () => Number((await found.innerText()).split(" ")[0]);
    await page.getByLabel(/ASSAULT/).check();
    await expect.poll(number).toBeLessThan(all);
    const assaults = await number();
    const bars = (await page.locator(".bars").boundingBox())!;
    await page.mouse.move(bars.x + bars.width - 60, bars.y + 20);
    await page.mouse.down();
    await page.mouse.move(bars.x + bars.width - 4, bars.y + 20, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => page.url()).toMatch(/type=ASSAULT.*from=\d{4}/);
    await expect.poll(number).toBeLessThan(assaults);
    const kept = page.url().replace(desk.address, "");
    const narrowed = await number();
    await page.goBack();
    await expect.poll(number).toBe(assaults);
    await page.close();
    const again = await desk.open(kept);
    await expect.poll(async () => again.locator(".found b").innerText()).toBe(`${narrowed} incident${narrowed === 1 ? "" : "s"}`);
    await again.close();
  }, 240_000);

  it("finds words and marks them, and opens an incident by key", async () => {
    const page = await desk.open("/incidents");
    await page.locator(".incident-row").nth(2).waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("rockets");
    await page.locator(".incident-row mark").first().waitFor();
    expect((await page.locator(".incident-row mark").allInnerTexts()).every((words) => /rocket/i.test(words))).toBe(true);
    await page.locator(".incidents").focus();
    await page.keyboard.press("j");
    await page.locator(".incident-row[data-current]").waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Who says what" }).waitFor();
    await page.close();
  }, 240_000);

  it("opens the quotation behind a cell of the ledger, and its report", async () => {
    const page = await desk.open("/incidents/border-strikes-northgate%2Fe13");
    await page.locator(".claim").first().click();
    const marked = page.locator(".quotation mark");
    await marked.waitFor();
    const words = await marked.innerText();
    await page.getByRole("link", { name: "Open in its report" }).click();
    await page.locator(".text").getByText(words.split(" ")[0]!).first().waitFor();
    expect(page.url()).toContain("at=");
    await page.close();
  }, 240_000);

  it("splits, remembers why, and takes it back", async () => {
    const page = await desk.open("/incidents/border-strikes-northgate%2Fe13");
    const members = page.locator(".members > li");
    await members.first().waitFor();
    const before = await members.count();
    expect(before).toBeGreaterThan(1);
    expect(await page.getByRole("button", { name: "Split off" }).isDisabled()).toBe(true);
    await members.last().locator("input").check();
    await page.getByLabel("Reason").fill("another place");
    await page.getByRole("button", { name: "Split off" }).click();
    await expect.poll(() => members.count()).toBeLessThan(before);
    await page.locator(".history").getByText("another place").waitFor();
    await page.getByRole("button", { name: "undo" }).click();
    await expect.poll(() => members.count()).toBe(before);
    await page.close();
  }, 240_000);

  it("lets two coders judge blindly, measures their agreement, and settles what differs", async () => {
    const judge = async (coder: string, keys: readonly string[]) => {
      const page = await desk.open("/review?blind=1");
      await page.getByLabel("coding as").fill(coder);
      for (const key of keys) {
        const card = page.locator(".queue-list [aria-current]");
        await card.waitFor();
        const words = await card.innerText();
        await page.locator(".card[aria-current]").waitFor();
        await page.locator("main").focus();
        await page.keyboard.press(key);
        await expect.poll(() => card.innerText()).not.toBe(words);
      }
      await page.close();
    };
    await judge("ada", ["a", "a", "x"]);
    await judge("ben", ["a", "x", "x"]);
    const page = await desk.open("/review/agreement");
    const row = page.locator(".plain-table tr", { hasText: "valid" });
    await row.waitFor();
    // Three units, two agreed: by the formula 4/9.
    expect(await row.innerText()).toMatch(/0\.444[\s\S]*2\s+3$/);
    await page.locator(".differences .button").first().click();
    await page.getByText("settled").waitFor();
    await page.close();
  }, 240_000);

  it("turns a correction into a suggestion for the lexicon", async () => {
    const page = await desk.open("/review");
    await page.locator(".card[aria-current]").waitFor();
    await page.locator("main").focus();
    await page.keyboard.press("c");
    await page.getByLabel("actor", { exact: true }).fill("Kata");
    await page
      .getByRole("option", { name: /Hezbollah/ })
      .first()
      .click();
    await page.getByLabel("type", { exact: true }).selectOption("COERCE");
    await page.getByRole("button", { name: "Done, next" }).click();
    await page.close();
    const lexicon = await desk.open("/review/suggestions");
    await lexicon.getByText("frames/coerce.tsv").waitFor();
    await lexicon.close();
  }, 240_000);

  it("takes what the filters leave away as files", async () => {
    const page = await desk.open("/incidents?type=ASSAULT");
    await page.getByRole("button", { name: "Export …" }).click();
    for (const [link, name, begins] of [
      ["ZIP of acled", "acled.zip", "PK"],
      ["csv.csv alone", "csv.csv", "id,"],
      ["geojson.geojson alone", "geojson.geojson", '{"type":"FeatureCollection"'],
    ] as const) {
      const arriving = page.waitForEvent("download");
      await page.getByRole("link", { name: link }).click();
      const download = await arriving;
      expect(download.suggestedFilename()).toBe(name);
      const bytes = readFileSync(await download.path());
      expect(bytes.subarray(0, begins.length).toString(), name).toBe(begins);
      if (name === "csv.csv") expect(bytes.toString()).not.toContain("PROTEST");
    }
    await page.close();
  }, 240_000);

  it("goes from page to page by two keys, of which the second decides nothing", async () => {
    const page = await desk.open("/review");
    await page.locator(".card[aria-current]").waitFor();
    const { decisions: before } = await desk.store.stats();
    await page.locator("main").focus();
    await page.keyboard.press("g");
    await page.keyboard.press("a");
    await expect.poll(() => page.url()).toMatch(/\/actors$/);
    await page.keyboard.press("g");
    await page.keyboard.press("i");
    await expect.poll(() => page.url()).toMatch(/\/incidents$/);
    expect((await desk.store.stats()).decisions).toBe(before);
    await page.close();
  }, 240_000);

  it("weighs less than 300 KB, gzipped, until the first view stands, map and fonts included", async () => {
    const { gz, ms, files } = await firstView(desk.address, executablePath as string);
    console.log(`first view: ${Math.round(gz / 1024)} KB gzipped in ${files.length} files, rows after ${Math.round(ms)} ms`);
    expect(gz).toBeLessThan(300 * 1024);
    expect(files.length).toBeGreaterThan(5);
    const script = files.find(({ path }) => /assets\/index-.*\.js$/.test(path))!.path;
    const sent = await fetch(desk.address + script);
    expect(sent.headers.get("content-encoding")).toBe("gzip");
    expect(sent.headers.get("cache-control")).toMatch(/immutable/);
  }, 240_000);

  it("loads map and graph when they are opened: the map behind the table, fine coasts when one looks closer", async () => {
    const page = await desk.open("/read");
    const asked: string[] = [];
    page.on("requestfinished", (request) => asked.push(request.url()));
    const loaded = (name: RegExp) => asked.findIndex((url) => name.test(url));
    await page.locator(".report-item").first().waitFor();
    expect(loaded(/Map-|countries-|Network-/)).toBe(-1);
    await page.getByRole("link", { name: "Incidents" }).click();
    await expect.poll(() => loaded(/countries-110m/)).toBeGreaterThan(loaded(/\/incidents\?/));
    expect(loaded(/Network-/)).toBe(-1);
    for (let i = 0; i < 8; i++) await page.getByRole("button", { name: "Closer" }).click();
    await expect.poll(() => loaded(/countries-50m/)).toBeGreaterThan(loaded(/countries-110m/));
    await page.getByRole("link", { name: "Actors" }).click();
    await expect.poll(() => loaded(/Network-/)).toBeGreaterThan(0);
    await page.close();
  }, 240_000);

  it("shows an actor's names and dyads, and the network's nodes by key", async () => {
    const page = await desk.open("/actors");
    await page.locator(".network .actor").first().focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Names" }).waitFor();
    expect(page.url()).toContain("/actors/");
    await page.close();
  }, 240_000);

  it("made no error, no request to elsewhere and no breach of the policy", () => {
    expect(desk.faults.filter((fault) => !fault.startsWith("/nowhere"))).toEqual([]);
  });
});
