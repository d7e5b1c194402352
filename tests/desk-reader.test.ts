// The reader of the desk in a real browser.
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, executablePath, samples, startDesk } from "./desk.ts";

const HOSTILE = {
  id: "hostile",
  text: [
    "<script>window.broken = 1</script><img src=x onerror='window.broken = 2'>",
    "",
    "Rebels\u202e killed\u202c two\u200b soldiers in Mosul on Sunday, the army said. <b onmouseover=alert(1)>“</b>",
    "javascript:alert(1) ]]> #{7*7} {{7*7}} &lt;script&gt;",
  ].join("\n"),
  published: "2021-07-12",
  outlet: "<i>Evil</i> & Sons",
};
const LONG = "Soldiers killed four rebels near Mosul on Sunday, the army said, and no line ends here. ".repeat(1200);

describe.runIf(executablePath)("the reader", () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await startDesk([...samples, HOSTILE]);
  }, 240_000);
  afterAll(() => desk?.close());
  const trigger = (page: Page, words: string) => page.locator(".run.k-trigger", { hasText: words }).first();

  it("ties each highlight to its card, by pointer and by key", async () => {
    const page = await desk.open("/read/border-strikes-northgate");
    await trigger(page, "struck").hover();
    const card = page.locator(".card[aria-current]");
    await expect.poll(() => card.innerText()).toContain("three sites");
    expect(
      await page.locator(".run[data-role]").evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.role)),
    ).toEqual(expect.arrayContaining(["who", "whom", "where", "when"]));
    await page.mouse.move(5, 5);
    const seen = new Set<string>();
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press("ArrowDown");
      seen.add(await card.getAttribute("data-card").then((id) => id ?? ""));
      expect(await page.locator(".run.on").count()).toBeGreaterThan(0);
    }
    expect(seen.size).toBe(6);
    // The card says whose words it stands on, and why it was coded so.
    await trigger(page, "killed").click();
    await expect.poll(() => card.innerText()).toMatch(/unnamed[\s\S]*rule/);
    await page.close();
  }, 240_000);

  it("shows and hides its layers", async () => {
    const page = await desk.open("/read/border-strikes-northgate");
    await trigger(page, "struck").waitFor();
    const kinds = ["trigger", "content", "toll", "time", "place"];
    for (const [i, kind] of kinds.entries()) {
      expect(await page.locator(`.text .k-${kind}`).count(), kind).toBeGreaterThan(0);
      await page.keyboard.press(String(i + 1));
      await expect.poll(() => page.locator(`.text .k-${kind}`).count(), { message: kind }).toBe(0);
    }
    expect(await page.locator(".card").count()).toBe(0);
    await page.close();
  }, 240_000);

  it("codes a pasted text in the browser, and sends no word of it", async () => {
    const page = await desk.open("/read");
    const sent: string[] = [];
    page.on("request", (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
    await page
      .getByLabel("Text", { exact: true })
      .fill("Bomb kills three in Kirkuk\n\nKIRKUK, Iraq — A bomb killed three people in Kirkuk on Sunday, police said.");
    await page.getByLabel("Published").fill("2021-07-12");
    await page.getByRole("button", { name: "Code it" }).click();
    await expect.poll(() => page.locator(".card[data-layer=events]").count()).toBeGreaterThan(0);
    expect(await page.locator(".cards").innerText()).toContain("11 Jul 2021");
    expect(sent.filter((each) => each.includes("Kirkuk") || each.startsWith("POST"))).toEqual([]);
    await page.close();
  }, 240_000);

  it("takes dropped files, and says what is wrong with one", async () => {
    const page = await desk.open("/read");
    const input = page.locator("input[type=file]");
    await input.setInputFiles({ name: "bad.jsonl", mimeType: "text/plain", buffer: Buffer.from('{"id": 1') });
    await page.getByRole("alert").getByText("bad.jsonl, line 1").waitFor();
    await input.setInputFiles({
      name: "two.jsonl",
      mimeType: "text/plain",
      buffer: Buffer.from('{"id":"a","text":"Troops killed two."}\n{"id":"b","text":"Police arrested ten."}'),
    });
    await page.getByText("In this tab only").waitFor();
    expect(await page.locator(".report-item[href^='/read/here/']").count()).toBe(2);
    await page.close();
  }, 240_000);

  it("shows hostile text as text: nothing runs, nothing is hidden or turned about", async () => {
    const page = await desk.open("/read/hostile");
    await page.locator(".text .unseen").first().waitFor();
    expect(await page.evaluate(() => (window as unknown as { broken?: number }).broken)).toBeUndefined();
    expect(await page.locator(".text script, .text img, .text b, .text i").count()).toBe(0);
    expect(
      await page.locator(".text .unseen").evaluateAll((all) => all.map((each) => (each as HTMLElement).dataset.code)),
    ).toEqual(["U+202E", "U+202C", "U+200B"]);
    expect(await page.locator(".text").innerText()).toContain("<script>window.broken = 1</script>");
    await page.close();
    const list = await desk.open("/incidents");
    await list.locator(".incident-row").nth(3).waitFor();
    expect(await list.evaluate(() => (window as unknown as { broken?: number }).broken)).toBeUndefined();
    await list.close();
  }, 240_000);

  it("stays quick on a text without line ends: only what is in sight is laid out", async () => {
    const page = await desk.open("/read");
    await page.locator("input[type=file]").setInputFiles({ name: "long.txt", mimeType: "text/plain", buffer: Buffer.from(LONG) });
    await page.locator(".run.k-trigger").first().waitFor({ timeout: 180_000 });
    expect(await page.locator(".card").count()).toBeLessThan(150);
    await page.keyboard.press("ArrowDown");
    await page.locator(".card[aria-current]").waitFor();
    await page.close();
  }, 240_000);

  it("made no error, no request to elsewhere and no breach of the policy", () => {
    expect(desk.faults).toEqual([]);
  });
});
