// A desk for the browser tests: the samples in a store of their own, served from the built app, in a real Chromium.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import axe from "axe-core";
import { type Browser, chromium, type Page } from "playwright-core";
import { createAnalyst, type Report } from "../packages/core/src/index.ts";
import { loadEnglish } from "../packages/english/src/index.ts";
import { createApp, createKeeper } from "../packages/server/src/index.ts";
import { openStore, type Store } from "../packages/store/src/index.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
export const executablePath = process.env.ANNALIST_CHROMIUM;

export interface Desk {
  address: string;
  store: Store;
  /** A page that fails its test on any error, any request to elsewhere, any refusal of the content policy. */
  open(path: string, options?: { width?: number; height?: number; dark?: boolean }): Promise<Page>;
  /** What went wrong on the pages opened so far. */
  faults: string[];
  close(): Promise<void>;
}

export async function startDesk(more: readonly Report[] = [], { local = true } = {}): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), "annalist-desk-"));
  const store = await openStore(join(folder, "record.db"));
  const analyst = createAnalyst(loadEnglish());
  const code = async (report: Report) => analyst.analyse(report);
  const faults: string[] = [];
  const keeper = createKeeper({ store, code, complain: (error) => void faults.push(String(error)) });
  const samples = readFileSync(join(root, "samples/reports.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  await keeper.take([...samples, ...more]);
  await keeper.idle();
  const files = { web: join(root, "packages/web/dist"), english: join(root, "packages/english/data") };
  const app = await createApp({ store, keeper, code, local, files });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  const browser: Browser = await chromium.launch({
    executablePath: executablePath as string,
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"],
  });
  return {
    address,
    store,
    faults,
    async open(path, { width = 1280, height = 800, dark = false } = {}) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? "dark" : "light" });
      page.setDefaultTimeout(30_000);
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
      await browser.close();
      await app.close();
      await keeper.idle();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What axe finds against WCAG 2.2 A and AA, one line a fault. */
export async function axeFaults(page: Page): Promise<string[]> {
  // Not as a script element: the page's policy allows none but its own.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    (window as unknown as { axe: typeof axe }).axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }),
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.slice(0, 4).map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
  );
}
