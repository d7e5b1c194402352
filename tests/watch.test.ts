// `annalist watch` as a user meets it: the built program against a server on loopback that does what servers do.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { openStore } from "@annalist/store";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { annalistRun } from "../bench/durable.mjs";
import { type LoopbackServer, serve } from "../packages/ingest/src/testing/server.ts";

const bin = fileURLToPath(new URL("../packages/cli/bin/annalist.mjs", import.meta.url));
const HTML = { "content-type": "text/html; charset=utf-8" };
const RSS = { "content-type": "application/rss+xml" };
const BODY =
  "Gunmen attacked a convoy on the road to the harbour on Monday and killed four soldiers, the governor said. Nobody has claimed it. ";
const story = (title: string) =>
  `<html lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${BODY.repeat(3)}</p><p>${BODY.repeat(2)}</p></article></body></html>`;

let folder: string;
let store: string;
let server: LoopbackServer;
let base: string;
/** What the next server answers, by path. */
let answers: Record<string, (response: ServerResponse, headers: Record<string, string | string[] | undefined>) => unknown>;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "annalist-watch-"));
  store = join(folder, "annalist.db");
  answers = {};
  const paths = ["feed", "old", "a", "b", "c", "d", "robots.txt"];
  server = await serve(
    Object.fromEntries(
      paths.map((path) => [
        `/${path}`,
        (request, response) => {
          const answer = answers[path];
          if (answer) answer(response, request.headers);
          else response.writeHead(404).end("none");
        },
      ]),
    ),
  );
  base = server.url;
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

const feedOf = (...paths: string[]) =>
  `<rss version="2.0"><channel><title>Harbour Wire</title>${paths.map((path) => `<item><title>Item ${path}</title><link>${base}/${path}</link><guid>${path}</guid><pubDate>Mon, 28 Jun 2021 10:00:00 GMT</pubDate><description>Short.</description></item>`).join("")}</channel></rss>`;
const feeding =
  (...paths: string[]) =>
  (response: ServerResponse) =>
    response.writeHead(200, RSS).end(feedOf(...paths));
const telling = (title: string) => (response: ServerResponse) => response.writeHead(200, HTML).end(story(title));
const watch = (...more: string[]) =>
  annalistRun(["watch", "--store", store, "--once", "--pause", "0", "--allow-private", "--threads", "1", "--no-code", ...more]);
async function stored<T>(work: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>): Promise<T> {
  const open = await openStore(store, { mustExist: true });
  try {
    return await work(open);
  } finally {
    await open.close();
  }
}
const titles = () => stored(async (open) => (await open.listReports()).items.map(({ title }) => title).sort());
const faults = () => stored(async (open) => (await open.faults()).items.map(({ where, message }) => `${where}: ${message}`));

describe("annalist watch", { timeout: 300_000 }, () => {
  it("takes what is new, asks only for that the next time, and codes it", async () => {
    Object.assign(answers, { a: telling("One"), b: telling("Two") });
    let tag = '"1"';
    answers.feed = (response, headers) => {
      if (headers["if-none-match"] === tag) response.writeHead(304).end();
      else response.writeHead(200, { ...RSS, etag: tag }).end(tag === '"1"' ? feedOf("a") : feedOf("b", "a"));
    };
    const first = await annalistRun(["watch", `${base}/feed`, "--store", store, "--once", "--pause", "0", "--allow-private"]);
    expect(first, first.out).toMatchObject({ code: 0 });
    expect(first.out).toMatch(/feed: 1 report\n1 new report, 0 changed, 0 known already; 1 coded\./);
    server.asked.length = 0;
    expect(await watch()).toMatchObject({ code: 0 });
    expect(server.asked).toEqual(["/robots.txt", "/feed"]);
    tag = '"2"';
    server.asked.length = 0;
    expect((await watch("--json")).out).toContain('{"new":1,"changed":0,"unchanged":0,"coded":0,"faults":0,"stopped":false}');
    expect(server.asked).toEqual(["/robots.txt", "/feed", "/b"]);
    expect(await titles()).toEqual(["One", "Two"]);
  });

  it("follows a feed that has moved for good, and asks there at once from then on", async () => {
    Object.assign(answers, { a: telling("One"), feed: feeding("a") });
    answers.old = (response) => response.writeHead(301, { location: "/feed" }).end();
    expect(await watch(`${base}/old`)).toMatchObject({ code: 0 });
    server.asked.length = 0;
    expect(await watch()).toMatchObject({ code: 0 });
    expect(server.asked).toEqual(["/robots.txt", "/feed"]);
  });

  it("waits as long as 429 says, within the run where that is short", async () => {
    Object.assign(answers, { feed: feeding("a") });
    let tries = 0;
    const at: number[] = [];
    answers.a = (response) => {
      at.push(performance.now());
      if (tries++ === 0) response.writeHead(429, { "retry-after": "1" }).end();
      else telling("One")(response);
    };
    expect(await watch(`${base}/feed`)).toMatchObject({ code: 0 });
    expect((at[1] as number) - (at[0] as number)).toBeGreaterThan(950);
    expect(await titles()).toEqual(["One"]);
  });

  it("comes back to a feed, or an entry, no earlier than its server wants", async () => {
    Object.assign(answers, { feed: feeding("a", "b"), b: telling("Two") });
    answers.a = (response) => response.writeHead(503, { "retry-after": "7200" }).end();
    const first = await watch(`${base}/feed`);
    expect(first.code).toBe(1);
    expect(first.out).toMatch(/\/a: HTTP 503; the server asks to come back in 7200 s \(an entry of /);
    server.asked.length = 0;
    expect((await watch()).out).toMatch(/\/a: its server wants it asked for after 20\d\d-/);
    expect(server.asked).toEqual(["/robots.txt", "/feed"]);
    expect(await titles()).toEqual(["Two"]);

    answers.feed = (response) => response.writeHead(429, { "retry-after": "7200" }).end();
    expect((await watch()).code).toBe(1);
    server.asked.length = 0;
    const left = await watch();
    expect(left.out).toMatch(/feed: left alone until \S+, as its server wants; annalist ingest asks at once/);
    expect(server.asked).toEqual([]);
  });

  it("asks a feed that fails less and less often, names why, and takes it up again when it is well", async () => {
    answers.feed = (response) => response.writeHead(500).end();
    const failed = await watch(`${base}/feed`);
    expect(failed).toMatchObject({ code: 1 });
    expect(failed.out).toMatch(/feed: HTTP 500/);
    expect(server.asked.filter((path) => path === "/feed")).toHaveLength(3);
    expect((await watch()).out).toMatch(/left alone until \S+, since it failed last time/);
    Object.assign(answers, { a: telling("One"), feed: feeding("a") });
    expect(
      await annalistRun(["ingest", `${base}/feed`, "--store", store, "--pause", "0", "--allow-private", "--no-code"]),
    ).toMatchObject({ code: 0 });
    expect(await faults()).toEqual([]);
    expect(await watch()).toMatchObject({ code: 0 });
  });

  it("keeps everything else where one entry is endless, a bomb, in another charset than it says, or has no article", async () => {
    Object.assign(answers, { feed: feeding("a", "b", "c", "d") });
    answers.a = (response) => {
      response.writeHead(200, HTML);
      const more = () => {
        while (!response.destroyed && response.write(Buffer.alloc(1 << 20, "x ")));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    };
    answers.b = (response) =>
      response.writeHead(200, { ...HTML, "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(200_000_000, " ")));
    const windows1252 = Buffer.from(story("The \u0093no\u0094 of the men"), "latin1");
    answers.c = (response) => response.writeHead(200, HTML).end(windows1252);
    answers.d = (response) => response.writeHead(200, HTML).end("<html><body><nav>Home</nav></body></html>");
    const { code, out } = await watch(`${base}/feed`);
    expect(code, out).toBe(1);
    // Of a page without an article the feed's own words are better than nothing, and it is said.
    expect(await titles()).toEqual(["Item d", "The “no” of the men"]);
    const list = await faults();
    expect(list).toHaveLength(3);
    expect(list[0]).toMatch(/\/a: .*more than \d+ bytes/);
    expect(list[1]).toMatch(/\/b: .*(200-fold|more than \d+ bytes)/);
    expect(list[2]).toMatch(/\/d: .*without an article.*; the feed's own words were taken/);
  });

  it("obeys robots.txt, and asks nothing of a host whose robots.txt cannot be read", async () => {
    Object.assign(answers, { feed: feeding("a", "b"), a: telling("One"), b: telling("Two") });
    answers["robots.txt"] = (response) => response.writeHead(200).end("User-agent: *\nDisallow: /b\n");
    expect((await watch(`${base}/feed`)).out).toMatch(/\/b: its robots\.txt does not want it fetched/);
    expect(server.asked).not.toContain("/b");
    expect(await titles()).toEqual(["One"]);
    answers["robots.txt"] = (response) => response.writeHead(500).end();
    server.asked.length = 0;
    expect((await watch()).out).toMatch(/its robots\.txt cannot be read \(HTTP 500\)/);
    expect(new Set(server.asked)).toEqual(new Set(["/robots.txt"]));
  });

  it("asks no private address unless it is allowed to", async () => {
    const refused = await annalistRun(["watch", `${base}/feed`, "--store", store, "--once"]);
    expect(refused.out).toMatch(/private or local address/);
    expect(server.asked).toEqual([]);
  });

  it("is stopped by Ctrl-C with what it has, and goes on from there", async () => {
    const paths = ["a", "b", "c", "d"];
    Object.assign(answers, { feed: feeding(...paths) });
    const child = spawn(
      process.execPath,
      [bin, "watch", `${base}/feed`, "--store", store, "--pause", "0", "--allow-private", "--threads", "1"],
      { stdio: ["ignore", "pipe", "pipe"] },
    );
    let out = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        out += chunk;
      });
    for (const path of paths)
      answers[path] = (response) => {
        if (path === "b") child.kill("SIGINT");
        setTimeout(() => telling(`Story ${path}`)(response), path === "b" ? 300 : 0);
      };
    const [code] = await once(child, "close");
    expect(code, out).toBe(0);
    expect(out).toMatch(/stopping when what is under way is stored/);
    expect(await titles()).toEqual(["Story a", "Story b"]);
    expect(await watch()).toMatchObject({ code: 0 });
    expect(await titles()).toEqual(paths.map((path) => `Story ${path}`));
    expect(await stored((open) => open.stats())).toMatchObject({ reports: 4, versions: 4 });
  });

  it("lists its feeds, forgets those it is told to, and wants addresses", async () => {
    answers.feed = feeding();
    expect((await watch()).code).toBe(4);
    expect(await watch("nonsense")).toMatchObject({ code: 2, out: expect.stringMatching(/nonsense: no address/) });
    expect(await watch(`${base}/feed`)).toMatchObject({ code: 0 });
    expect((await watch("--list")).out).toMatch(/\/feed {2}asked 20\d\d-\S+\n$/);
    expect(await watch("--forget", `${base}/feed`)).toMatchObject({ code: 0 });
    expect(await watch("--forget", `${base}/feed`)).toMatchObject({ code: 2 });
    expect(await watch()).toMatchObject({ code: 2, out: expect.stringMatching(/no feeds/) });
  });
});
