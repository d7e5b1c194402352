// Desks for the browser tests: records in stores of their own, served from the built app, in one real Chromium.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { createAnalyst, type Report } from "../packages/core/src/index.ts";
import { loadEnglish } from "../packages/english/src/index.ts";
import { createApp, createKeeper, type Keeper } from "../packages/server/src/index.ts";
import { openStore, type Store } from "../packages/store/src/index.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
export const executablePath = process.env.ANNALIST_CHROMIUM;

export const samples: Report[] = readFileSync(join(root, "samples/reports.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

export interface Desk {
  address: string;
  store: Store;
  keeper: Keeper;
  /** A page that notes any error, any request to elsewhere, any refusal of the content policy. */
  open(path: string, options?: { width?: number; height?: number; dark?: boolean }): Promise<Page>;
  /** What went wrong on the pages opened so far. */
  faults: string[];
  close(): Promise<void>;
}

const analyst = createAnalyst(loadEnglish());
const code = async (report: Report) => analyst.analyse(report);
/** How long a page may take to answer: long, since the machine may be slow and busy, and a hang is seen all the same. */
const PATIENCE = 60_000;

let browser: Promise<Browser> | undefined;
let open = 0;

/** `local` desks need no account. */
export async function startDesk(reports: readonly Report[] = samples, { local = true } = {}): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), "annalist-desk-"));
  const store = await openStore(join(folder, "record.db"));
  const faults: string[] = [];
  const keeper = createKeeper({ store, code, complain: (error) => void faults.push(String(error)) });
  if (reports.length > 0) await keeper.take(reports);
  await keeper.idle();
  const files = { web: join(root, "packages/web/dist"), english: join(root, "packages/english/data") };
  const app = await createApp({ store, keeper, code, local, files });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  browser ??= chromium.launch({
    executablePath: executablePath as string,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
  const chrome = await browser;
  open++;
  return {
    address,
    store,
    keeper,
    faults,
    async open(path, { width = 1280, height = 800, dark = false } = {}) {
      const page = await chrome.newPage({
        viewport: { width, height },
        colorScheme: dark ? "dark" : "light",
        reducedMotion: "reduce",
      });
      page.setDefaultTimeout(PATIENCE);
      page.on("pageerror", (error) => faults.push(`${path}: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error") faults.push(`${path}: ${message.text()}`);
      });
      page.on("request", (request) => {
        if (!request.url().startsWith(address)) faults.push(`${path}: asked for ${request.url()}`);
      });
      await page.goto(address + path);
      return page;
    },
    async close() {
      await app.close();
      await keeper.idle();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
      if (--open > 0) return;
      await chrome.close();
      browser = undefined;
    },
  };
}

/** Waits until nothing on a page says that it is still loading. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.waitForFunction(() => !document.querySelector(".bar") && document.querySelector("main")?.textContent);
}

/** What axe finds against WCAG 2.2 A and AA, one line a fault. */
export async function axeFaults(page: Page): Promise<string[]> {
  // Not as a script element: the page's policy allows none but its own.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }),
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 4).map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
  );
}

/** What is wider than the page and scrolls sideways, but for the few things that are meant to. */
export function tooWide(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const MEANT = ".ledger-scroll, .chain-scroll, .network-scroll, .table-scroll, .layers, .top nav";
    const found = [...document.querySelectorAll("html, body *")].filter((element) => {
      const scrolls = element === document.documentElement || /auto|scroll/.test(getComputedStyle(element).overflowX);
      return scrolls && element.scrollWidth > element.clientWidth + 1 && !element.matches(MEANT);
    });
    return found.map((element) => `${element.tagName} ${element.className}: ${element.scrollWidth} in ${element.clientWidth}`);
  });
}

/** What a pointer can press that the Tab key does not come to. */
export function outOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("a, button, input, select, textarea, summary, [role=link], [role=button]")]
      .filter((element) => element.checkVisibility() && !element.matches(":disabled") && element.tabIndex < 0)
      .map((element) => element.outerHTML.slice(0, 120)),
  );
}
