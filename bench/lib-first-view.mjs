// What a browser is sent before the first view stands, and how long that takes. Opened cold: nothing is in its cache.
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

/** Until rows of the table are painted; what the map loads behind it counts by itself. */
export async function firstView(address, executablePath) {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    const sent = [];
    page.on("response", (response) => {
      const work = response.body().then((body) => {
        const url = new URL(response.url());
        sent.push({
          path: url.pathname,
          gz: url.pathname.endsWith(".woff2") ? body.length : gzipSync(body).length,
          raw: body.length,
        });
      });
      work.catch(() => {});
    });
    await page.goto(`${address}/incidents`);
    await page.locator(".incident-row[data-index='0']").waitFor();
    const ms = await page.evaluate(() => performance.now());
    const painted = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime);
    await page.waitForLoadState("networkidle");
    const app = sent.filter(({ path }) => !path.startsWith("/api/"));
    const later = app.filter(({ path }) => /countries-\d+m|Map-/.test(path));
    const sum = (list) => list.reduce((total, { gz }) => total + gz, 0);
    return { ms, painted, gz: sum(app), map: sum(later), files: app };
  } finally {
    await browser.close();
  }
}

/** The best of five, as the machine may be busy with other work. */
export async function measureFirstView(address, executablePath) {
  const views = [];
  for (let i = 0; i < 5; i++) views.push(await firstView(address, executablePath));
  const best = views.reduce((a, b) => (a.ms <= b.ms ? a : b));
  const kb = (bytes) => `${(bytes / 1024).toFixed(0)} KB`;
  console.log(
    `first view: ${kb(best.gz)} gzipped in ${best.files.length} files, ${kb(best.map)} of it the map; rows after ${best.ms.toFixed(0)} ms, first paint after ${best.painted?.toFixed(0)} ms (best of ${views.length}: ${views.map(({ ms }) => ms.toFixed(0)).join(", ")})`,
  );
  return best;
}
