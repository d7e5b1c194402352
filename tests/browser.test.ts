// Core and the data of English in a real browser: the modules as built, with no bundler and no network but loopback.
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Analysis, createAnalyst } from "../packages/core/src/index.ts";
import { loadEnglish } from "../packages/english/src/index.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const executablePath = process.env.ANNALIST_CHROMIUM;
const TYPES: Record<string, string> = { js: "text/javascript", json: "application/json", bin: "application/octet-stream" };
const PAGE = `<!doctype html><title>Annalist</title>
<script type="importmap">{"imports":{"@annalist/core":"/packages/core/dist/index.js"}}</script>
<script type="module">
  import { createAnalyst } from "@annalist/core";
  import { fetchEnglish, fetchEnglishLazily } from "/packages/english/dist/browser.js";
  const code = (knowledge, reports) => {
    const analyst = createAnalyst(knowledge);
    return reports.map((report) => JSON.stringify(analyst.analyse(report, { tokens: true })));
  };
  window.code = async (reports) => code(await fetchEnglish("/packages/english/data"), reports);
  let lazy;
  window.codeLazily = async (reports, whole) => {
    lazy ??= await fetchEnglishLazily("/packages/english/data");
    return code(whole ? await lazy.withGazetteer() : lazy.knowledge, reports);
  };
</script>`;

const reports = readFileSync(join(root, "samples/reports.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

describe.runIf(executablePath)("in Chromium", () => {
  let server: Server;
  let browser: Browser;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const path = join(root, new URL(request.url ?? "/", "http://x").pathname);
      if (!path.startsWith(join(root, "packages")) || !existsSync(path))
        return void response.setHeader("content-type", "text/html").end(PAGE);
      response.setHeader("content-type", TYPES[path.split(".").at(-1) ?? ""] ?? "text/plain");
      createReadStream(path).pipe(response);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    browser = await chromium.launch({
      executablePath: executablePath as string,
      args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
    });
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  it("codes the samples to the same bytes as Node does", async () => {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction("window.code");
    const printed = await page.evaluate(
      (given) => (window as unknown as { code(given: object[]): Promise<string[]> }).code(given),
      reports,
    );
    const analyst = createAnalyst(loadEnglish());
    expect(errors).toEqual([]);
    expect(printed).toEqual(reports.map((report) => JSON.stringify(analyst.analyse(report, { tokens: true }))));
  }, 60_000);

  it("reads without the gazetteer at once, and fetches it when it is asked for, once", async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url().split("/").at(-1) ?? ""));
    const fetched = () => asked.filter((file) => file === "gazetteer.bin").length;
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    await page.waitForFunction("window.codeLazily");
    const code = (whole: boolean) =>
      page.evaluate(
        ([given, all]) =>
          (window as unknown as { codeLazily(given: object[], all: boolean): Promise<string[]> }).codeLazily(given, all),
        [reports.slice(0, 2), whole] as const,
      );
    const [bare] = (await code(false)).map((line) => JSON.parse(line) as Analysis);
    expect(fetched()).toBe(0);
    expect(bare?.events.length).toBeGreaterThan(0);
    expect(bare?.places.some(({ latitude }) => latitude !== undefined)).toBe(false);
    expect(bare?.problems?.map(({ code }) => code)).toContain("no-gazetteer");
    const analyst = createAnalyst(loadEnglish());
    const whole = reports.slice(0, 2).map((report) => JSON.stringify(analyst.analyse(report, { tokens: true })));
    expect(await code(true)).toEqual(whole);
    expect(await code(true)).toEqual(whole);
    expect(fetched()).toBe(1);
  }, 60_000);
});
