import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type LoopbackServer, serve } from "../testing/server.ts";
import { type Memory, type Remembered, readUrl, type WebItem } from "../web.ts";
import { createFetcher, type FetcherOptions } from "./fetcher.ts";
import { isPublic } from "./guard.ts";

const story = (
  title: string,
  body = "A convoy was attacked on the road to the harbour on Monday, and four soldiers were killed, officials said. ".repeat(4),
) =>
  `<html lang="en"><head><title>${title}</title><meta property="article:published_time" content="2021-06-28T10:00:00Z"></head><body><nav>Menu</nav><article><h1>${title}</h1><p>${body}</p><p>${body}</p></article></body></html>`;

const feed = (base: string, ...paths: string[]) =>
  `<rss version="2.0"><channel><title>Harbour Wire</title>${paths.map((path) => `<item><title>Item ${path}</title><link>${base}${path}</link><guid>${path}</guid><pubDate>Mon, 28 Jun 2021 10:00:00 GMT</pubDate><description>Short.</description></item>`).join("")}</channel></rss>`;

function memory(): Memory & { all: Map<string, Remembered> } {
  const all = new Map<string, Remembered>();
  return { all, get: async (url) => all.get(url), set: async (url, state) => void all.set(url, state) };
}

async function read(url: string, options: FetcherOptions = {}, known: Memory = memory()): Promise<WebItem[]> {
  const fetcher = createFetcher({ allowPrivate: true, pause: 0, backOff: 5, ...options });
  const items: WebItem[] = [];
  for await (const item of readUrl(url, fetcher, known)) {
    if (item.kind === "afterwards") await item.run();
    else items.push(item);
  }
  return items;
}

describe("the network", () => {
  let server: LoopbackServer;
  let base: string;
  let tries: Record<string, number>;
  beforeEach(async () => {
    tries = {};
    const html = { "content-type": "text/html; charset=utf-8" };
    server = await serve({
      "/story": (_, response) => response.writeHead(200, html).end(story("Convoy attacked")),
      "/moved": (_, response) => response.writeHead(301, { location: "/story" }).end(),
      "/loop": (_, response) => response.writeHead(302, { location: "/loop" }).end(),
      "/file": (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
      "/inside": (_, response) => response.writeHead(302, { location: "http://169.254.169.254/latest/meta-data" }).end(),
      "/busy": (_, response) => {
        tries.busy = (tries.busy ?? 0) + 1;
        if (tries.busy < 3) response.writeHead(429, { "retry-after": "0" }).end();
        else response.writeHead(200, html).end(story("Busy no more"));
      },
      "/later": (_, response) => response.writeHead(503, { "retry-after": "7200" }).end(),
      "/broken": (_, response) => {
        tries.broken = (tries.broken ?? 0) + 1;
        response.writeHead(500).end();
      },
      "/gone": (_, response) => response.writeHead(410).end(),
      "/endless": (_, response) => {
        response.writeHead(200, html);
        const chunk = Buffer.alloc(65_536, "x");
        const more = () => {
          while (!response.destroyed && response.write(chunk));
          if (!response.destroyed) response.once("drain", more);
        };
        more();
      },
      "/silent": (_, response) => void response.writeHead(200, html).write("<html>"),
      "/bomb": (_, response) =>
        response.writeHead(200, { ...html, "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(200_000_000, " "))),
      "/cut": (_, response) =>
        response.writeHead(200, { ...html, "content-encoding": "gzip" }).end(gzipSync(story("Cut")).subarray(0, 200)),
      // It says UTF-8, and is windows-1252.
      "/charset": (_, response) => response.writeHead(200, html).end(iconv.encode(story("The “no” of the men"), "windows-1252")),
      "/menu": (_, response) => response.writeHead(200, html).end("<html><body><nav>Home About</nav></body></html>"),
      "/feed": (request, response) => {
        if (request.headers["if-none-match"] === '"v1"') response.writeHead(304).end();
        else response.writeHead(200, { "content-type": "application/rss+xml", etag: '"v1"' }).end(feed(base, "/story", "/moved"));
      },
      "/feed-failing": (_, response) =>
        response.writeHead(200, { "content-type": "application/rss+xml", etag: '"f"' }).end(feed(base, "/story", "/gone")),
      "/private/story": (_, response) => response.writeHead(200, html).end(story("Private")),
      "/robots.txt": (_, response) => response.writeHead(200).end("User-agent: *\nDisallow: /private/"),
    });
    base = server.url;
  });
  afterEach(() => server.close());

  it("reads a page: its article, headline, date, address and outlet, and how it came", async () => {
    const [item] = await read(`${base}/story?utm_source=x#top`);
    expect(item).toMatchObject({
      kind: "found",
      identity: `url:${base}/story`,
      report: { published: "2021-06-28T10:00:00Z", outlet: "127.0.0.1", language: "en", headline: { start: 0, end: 15 } },
      provenance: {
        fetchedUrl: `${base}/story?utm_source=x`,
        charset: "utf-8",
        headers: { "content-type": "text/html; charset=utf-8" },
      },
    });
    if (item?.kind !== "found") return;
    expect(item.report.text.startsWith("Convoy attacked\n\nA convoy")).toBe(true);
    expect(item.report.text).not.toContain("Menu");
    expect(item.provenance.original).toMatch(/^[0-9a-f]{64}$/);
  });

  it("follows a permanent redirect, and remembers it", async () => {
    const known = memory();
    expect((await read(`${base}/moved`, {}, known))[0]?.kind).toBe("found");
    expect(known.all.get(`${base}/moved`)?.moved).toBe(`${base}/story`);
    server.asked.length = 0;
    await read(`${base}/moved`, {}, known);
    expect(server.asked).toEqual(["/robots.txt", "/story"]);
  });

  const faults: [string, string, RegExp][] = [
    ["a loop of redirects", "/loop", /more than 5 redirects/],
    ["a redirect to a file", "/file", /no address of the web/],
    ["an answer that never ends", "/endless", /more than \d+ bytes/],
    ["a gzip bomb", "/bomb", /200-fold|more than \d+ bytes/],
    ["a cut gzip", "/cut", /unexpected end|truncated/i],
    ["a page without an article", "/menu", /without an article/],
    ["a page that is gone", "/gone", /HTTP 410/],
    ["what robots.txt does not want", "/private/story", /robots\.txt/],
  ];
  it.each(faults)("names %s, and goes on", async (_, path, message) => {
    const [item] = await read(`${base}${path}`, { limits: { answer: 3_000_000 } });
    expect(item?.kind).toBe("fault");
    expect(item?.kind === "fault" && item.message).toMatch(message);
  });

  it("waits no longer than its time for a whole answer", async () => {
    const began = performance.now();
    const [item] = await read(`${base}/silent`, { limits: { time: 300 }, tries: 1 });
    expect(item?.kind === "fault" && item.message).toMatch(/no whole answer/);
    expect(performance.now() - began).toBeLessThan(5000);
  });

  it("comes again after 429 when it is told to, and after 500 with patience that ends", async () => {
    expect((await read(`${base}/busy`))[0]?.kind).toBe("found");
    expect(tries.busy).toBe(3);
    expect((await read(`${base}/broken`))[0]?.kind).toBe("fault");
    expect(tries.broken).toBe(3);
  });

  it("does not sit out a long Retry-After, but notes until when", async () => {
    const known = memory();
    const [item] = await read(`${base}/later`, {}, known);
    expect(item?.kind === "fault" && item.message).toMatch(/come back in 7200 s/);
    expect(Date.parse(known.all.get(`${base}/later`)?.notBefore ?? "")).toBeGreaterThan(Date.now() + 7_000_000);
  });

  it("reads windows-1252 as such, whatever the header says", async () => {
    const [item] = await read(`${base}/charset`);
    expect(item?.kind === "found" && item.report.text).toContain("“no”");
  });

  it("asks a feed only for what is new", async () => {
    const known = memory();
    expect((await read(`${base}/feed`, {}, known)).map(({ kind }) => kind)).toEqual(["found", "found"]);
    expect(await read(`${base}/feed`, {}, known)).toEqual([]);
    known.all.set(`${base}/feed`, { ...known.all.get(`${base}/feed`), etag: '"old"' });
    server.asked.length = 0;
    expect(await read(`${base}/feed`, {}, known)).toEqual([]);
    expect(server.asked).toEqual(["/robots.txt", "/feed"]);
  });

  it("asks again for an entry that failed, though the feed has not changed", async () => {
    const known = memory();
    expect((await read(`${base}/feed-failing`, {}, known)).map(({ kind }) => kind)).toEqual(["found", "fault"]);
    server.asked.length = 0;
    expect((await read(`${base}/feed-failing`, {}, known)).map(({ kind }) => kind)).toEqual(["fault"]);
    expect(server.asked).toEqual(["/robots.txt", "/feed-failing", "/gone"]);
  });

  it("asks one host one thing at a time, with a pause", async () => {
    const times: number[] = [];
    const fetcher = createFetcher({ allowPrivate: true, pause: 60, limits: {} });
    await Promise.all(
      [1, 2, 3].map(async () => {
        await fetcher.get(`${base}/story`);
        times.push(performance.now());
      }),
    );
    expect((times[1] as number) - (times[0] as number)).toBeGreaterThan(50);
    expect((times[2] as number) - (times[1] as number)).toBeGreaterThan(50);
  });

  it("refuses private and local addresses: given, by name, and behind a redirect", async () => {
    for (const url of [
      `${base}/story`,
      `${base.replace("127.0.0.1", "localhost")}/story`,
      "http://[::1]:1/",
      "http://0x7f.1/",
      "http://[::ffff:10.0.0.1]/",
      "http://169.254.169.254/",
    ]) {
      const [item] = await read(url, { allowPrivate: false });
      expect(item?.kind === "fault" && item.message, url).toMatch(/private or local/);
    }
    expect(server.asked).toEqual([]);
    for (const address of [
      "127.0.0.1",
      "10.1.2.3",
      "172.16.0.1",
      "192.168.1.1",
      "169.254.169.254",
      "100.64.0.1",
      "0.0.0.0",
      "224.0.0.1",
      "255.255.255.255",
      "::1",
      "::",
      "fe80::1",
      "fc00::1",
      "::ffff:127.0.0.1",
      "64:ff9b::7f00:1",
      "2002:7f00:1::",
      "nonsense",
    ])
      expect(isPublic(address), address).toBe(false);
    for (const address of ["93.184.216.34", "8.8.8.8", "2606:4700::1111"]) expect(isPublic(address), address).toBe(true);
  });
});
