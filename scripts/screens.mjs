// npm run screens [PART …]: takes the pictures of docs/screens anew, from the built desk with the samples in it, in a real
// Chromium. The same desk gives the same pictures. PART names some of them; --out DIR writes elsewhere.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { browserPath } from "./chromium.mjs";
import { PICTURES } from "./screens/pictures.mjs";
import { decideSome, USERS } from "./screens/record.mjs";
import { root, setUp } from "./setup.mjs";

/** Incidents on the desk that shows how a large record looks. */
const HUGE = 20_000;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string", default: join(root, "docs/screens") } },
});
await setUp();
const executablePath = browserPath();
if (!executablePath) throw new Error("No Chromium was found; set CHROMIUM to its path.");
const { chromium } = await import("playwright-core");
const { default: sharp } = await import("sharp");
const { putRecord } = await import("../bench/lib-record.mjs");
const { createAnalyst } = await import("../packages/core/dist/index.js");
const { loadEnglish } = await import("../packages/english/dist/index.js");
const { openStore } = await import("../packages/store/dist/index.js");
const { createApp, createKeeper, putUser } = await import("../packages/server/dist/index.js");

const folder = mkdtempSync(join(tmpdir(), "annalist-screens-"));
const analyst = createAnalyst(loadEnglish());
const files = { web: join(root, "packages/web/dist"), english: join(root, "packages/english/data") };

/** A desk over a store of its own; `open` is one that demands accounts. */
async function desk(name, reports, { local = true } = {}) {
  const store = await openStore(join(folder, `${name}.db`));
  const code = async (report) => analyst.analyse(report);
  const keeper = createKeeper({ store, code, complain: console.error });
  if (reports.length > 0) await keeper.take(reports);
  await keeper.idle();
  const app = await createApp({ store, keeper, code, local, files });
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  return {
    address,
    store,
    keeper,
    async close() {
      await app.close();
      await keeper.idle();
      await store.close();
    },
  };
}

const samples = readFileSync(join(root, "samples/reports.jsonl"), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));
const desks = {
  full: await desk("full", samples),
  empty: await desk("empty", []),
  huge: await desk("huge", []),
  guarded: await desk("guarded", samples.slice(0, 2), { local: false }),
};
await putRecord(desks.huge.store, HUGE);
for (const { password, ...user } of USERS) await putUser(desks.guarded.store, user, password);
await decideSome(desks.full);

mkdirSync(values.out, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu", "--font-render-hinting=none"] });
let bytes = 0;
for (const { name, desk: which = "full", path, act, width = 1280, height = 800, only } of PICTURES) {
  if (only === "test") continue;
  if (positionals.length > 0 && !positionals.some((part) => name.startsWith(part))) continue;
  for (const theme of ["light", "dark"]) {
    const context = await browser.newContext({
      viewport: { width, height },
      colorScheme: theme,
      reducedMotion: "reduce",
      deviceScaleFactor: 1,
    });
    const page = await context.newPage();
    await page.goto(desks[which].address + path);
    await page.evaluate(() => document.fonts.ready);
    await page.waitForLoadState("networkidle");
    await act?.(page);
    await page.waitForTimeout(150);
    const picture = await sharp(await page.screenshot())
      .png({ palette: true, colours: 64, dither: 0, effort: 10, compressionLevel: 9 })
      .toBuffer();
    writeFileSync(join(values.out, `${name}-${theme}.png`), picture);
    bytes += picture.length;
    await context.close();
  }
  console.log(name);
}
await browser.close();
for (const each of Object.values(desks)) await each.close();
rmSync(folder, { recursive: true, force: true });
console.log(`${Math.round(bytes / 1024)} KB under ${values.out}`);
