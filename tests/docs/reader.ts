// A reader of the documentation at work: a folder of their own, `annalist` on the path, a site that sends feeds, a database.
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import pg from "pg";
import { type LoopbackServer, serve } from "../../packages/ingest/src/testing/server.ts";
import { root } from "./blocks.ts";

/** What pages call the reader's team's database, their site, and the desk; the test has others in their place. */
const DATABASE = "postgres://ada@db.example.org/newsroom";
const SITE = "https://example.org";
const DESK = "127.0.0.1:8017";

const STORY = "Gunmen attacked a convoy on the harbour road near Aden on Monday and killed four soldiers, the governor said. ";
const page = `<html lang="en"><head><title>Convoy attacked</title></head><body><article><h1>Convoy attacked</h1><p>${STORY.repeat(3)}</p><p>${STORY.repeat(2)}</p></article></body></html>`;
const feed = (site: string) =>
  `<rss version="2.0"><channel><title>Harbour Wire</title><item><title>Convoy attacked</title><link>${site}/convoy</link><guid>1</guid><pubDate>Mon, 28 Jun 2021 10:00:00 GMT</pubDate><description>Short.</description></item></channel></rss>`;

export interface Ran {
  code: number | null;
  output: string;
}

export interface Reader {
  run(command: string): Promise<Ran>;
  write(name: string, text: string): void;
  /** Ends what serves; says whether each ended as Ctrl-C ends it. */
  leave(): Promise<string[]>;
}

export async function reader(postgres: string | undefined): Promise<Reader> {
  const cwd = mkdtempSync(join(tmpdir(), "annalist-docs-"));
  const site: LoopbackServer = await serve({
    "/feed.xml": (_request, response) => response.writeHead(200, { "content-type": "application/rss+xml" }).end(feed(site.url)),
    "/convoy": (_request, response) => response.writeHead(200, { "content-type": "text/html" }).end(page),
  });
  const database = postgres ? await emptyDatabase(postgres) : undefined;
  layOut(cwd);
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    PATH: `${join(cwd, "bin")}:${process.env.PATH}`,
    NO_COLOR: "1",
    COLUMNS: "120",
  };
  delete env.ANNALIST_STORE;
  const serving: { child: ChildProcess; command: string }[] = [];
  let desk = DESK;

  return {
    write(name, text) {
      mkdirSync(dirname(join(cwd, name)), { recursive: true });
      writeFileSync(join(cwd, name), text);
    },
    async run(command) {
      let adapted = command.replaceAll(DESK, desk).replaceAll(SITE, site.url);
      if (database) adapted = adapted.replaceAll(DATABASE, database.url);
      // The reader's site is on this machine, which is not fetched from unasked.
      if ((adapted.includes(site.url) || /watch --once/.test(command)) && !/--forget/.test(command))
        adapted = adapted.replace(/( *#.*)?$/, " --allow-private --pause 0");
      const where = /^npm /.test(command) ? root : cwd;
      if (!servesOn(command)) return finished(adapted, where, env);
      const port = await freePort();
      if (!command.includes("watch")) {
        adapted = `${adapted.replace(/ --port \d+/, "").replace(/( *#.*)?$/, "")}${command.startsWith("npm ") ? " --" : ""} --port ${port}`;
        desk = `127.0.0.1:${port}`;
      }
      // `exec`, so that Ctrl-C reaches the program and not a shell before it.
      const child = spawn("sh", ["-c", `exec ${adapted}`], { cwd: where, env, detached: true });
      serving.push({ child, command });
      return { code: 0, output: await said(child, /https?:\/\/\S+/) };
    },
    async leave() {
      const faults: string[] = [];
      for (const { child, command } of serving) {
        const ended = new Promise<string>((resolve) => child.once("close", (code, signal) => resolve(signal ?? String(code))));
        process.kill(-(child.pid as number), "SIGINT");
        const how = await ended;
        if (!["0", "130", "SIGINT"].includes(how)) faults.push(`${command}: Ctrl-C ended it with ${how}`);
      }
      await site.close();
      await database?.drop();
      rmSync(cwd, { recursive: true, force: true });
      return faults;
    },
  };
}

/** Whether a command runs until Ctrl-C. */
const servesOn = (command: string): boolean =>
  /^(?:npm start\b|(?:npx )?annalist serve\b|(?:npx )?annalist watch +https?:)/.test(command);

/** The samples, `annalist` and `npx annalist`, and files of the kinds that readers have. */
function layOut(cwd: string): void {
  cpSync(join(root, "samples"), join(cwd, "samples"), { recursive: true });
  const program = (name: string, line: string) => writeFileSync(join(cwd, "bin", name), `#!/bin/sh\n${line}\n`, { mode: 0o755 });
  mkdirSync(join(cwd, "bin"));
  program("annalist", `exec "${process.execPath}" "${join(root, "packages/cli/bin/annalist.mjs")}" "$@"`);
  program("npx", 'exec "$@"');
  cpSync(join(root, "samples/reports.jsonl"), join(cwd, "reports.jsonl"));
  writeFileSync(join(cwd, "report.txt"), `Convoy attacked\n\n${STORY}`);
  mkdirSync(join(cwd, "clippings"));
  writeFileSync(join(cwd, "clippings/one.txt"), STORY);
  writeFileSync(join(cwd, "clippings/two.html"), page);
  writeFileSync(join(cwd, "feed.xml"), feed("https://wire.example"));
  writeFileSync(join(cwd, "archive.warc.gz"), gzipSync(warc("https://wire.example/convoy", page)));
  const table = (day: string) => `Title,Body,Date\nConvoy attacked,"${STORY}",${day}\n`;
  writeFileSync(join(cwd, "export.csv"), table("28/06/2021"));
  writeFileSync(join(cwd, "later.csv"), table("29/06/2021"));
  writeFileSync(join(cwd, "password.txt"), "a word that nobody guesses\n");
  writeFileSync(join(cwd, "lost.zip"), Buffer.from("504b0304140000000800", "hex"));
}

function warc(url: string, html: string): string {
  const http = `HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\n\r\n${html}`;
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2021-06-28T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}`;
  return `${head}\r\n\r\n${http}\r\n\r\n`;
}

function finished(command: string, cwd: string, env: NodeJS.ProcessEnv): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn("sh", ["-c", command], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        output += chunk;
      });
    child.once("close", (code) => resolve({ code, output }));
  });
}

/** What a program has said when it has said that; throws when it ends before. */
function said(child: ChildProcess, until: RegExp): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = "";
    const hear = (chunk: Buffer) => {
      output += chunk;
      if (until.test(output)) resolve(output);
    };
    child.stdout?.on("data", hear);
    child.stderr?.on("data", hear);
    child.once("close", (code) => reject(new Error(`ended with ${code} before it served:\n${output}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

/** A database of its own on the tests' server, as `createdb` makes one. */
async function emptyDatabase(server: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `annalist_docs_${process.pid}_${Math.floor(performance.now())}`;
  const ask = async (sql: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql);
    await client.end();
  };
  await ask(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => ask(`drop database if exists ${name} with (force)`) };
}
