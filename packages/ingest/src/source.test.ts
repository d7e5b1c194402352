import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { gzipSync } from "node:zlib";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { WARCRecord, WARCSerializer } from "warcio";
import yazl from "yazl";
import { readFeed } from "./feed.ts";
import { readPath } from "./files.ts";
import { readPage } from "./page.ts";
import { type ReadOptions, readSource, type SourceItem } from "./source.ts";
import { collect } from "./unpack.ts";
import { toIso } from "./when.ts";

async function all(
  items: AsyncIterable<SourceItem>,
): Promise<{ found: Extract<SourceItem, { kind: "found" }>[]; faults: string[] }> {
  const found: Extract<SourceItem, { kind: "found" }>[] = [];
  const faults: string[] = [];
  for await (const item of items) {
    if (item.kind === "fault") faults.push(`${item.where}: ${item.message}`);
    else {
      found.push(item);
      faults.push(...item.faults.map(({ where, message }) => `${where}: ${message}`));
    }
  }
  return { found, faults };
}
const read = (name: string, bytes: string | Uint8Array, options?: ReadOptions) =>
  all(readSource(Readable.from([Buffer.from(bytes)]), { name }, options));

const LINE = "Four people were killed at the bridge on Monday, officials said. ";
const page = (title: string) =>
  `<html><head><title>${title} | Site</title></head><body><article><h1>${title}</h1><p>${LINE.repeat(4)}</p><script>evil()</script><p>${LINE.repeat(3)}</p></article></body></html>`;

async function zip(files: Record<string, Buffer | string>): Promise<Buffer> {
  const archive = new yazl.ZipFile();
  for (const [name, content] of Object.entries(files)) archive.addBuffer(Buffer.from(content), name);
  archive.end();
  return collect(archive.outputStream as unknown as AsyncIterable<Uint8Array>, 1e9);
}

async function warc(...urls: string[]): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for (const url of urls) {
    const content = (async function* () {
      yield Buffer.from(page(`Story of ${url.slice(-1)}`));
    })();
    const record = WARCRecord.create(
      {
        url,
        date: "2021-06-28T10:00:00Z",
        type: "response",
        warcVersion: "WARC/1.1",
        statusline: "HTTP/1.1 200 OK",
        httpHeaders: { "Content-Type": "text/html; charset=utf-8" },
      },
      content,
    );
    parts.push(await WARCSerializer.serialize(record, { gzip: true }));
  }
  return Buffer.concat(parts);
}

describe("sources", () => {
  it("of text, in whatever charset, keep the words and the hash of the bytes as they came", async () => {
    const text = "Удар по мосту\n\nЧетыре человека погибли в понедельник у моста через реку, сообщили власти города.";
    for (const [charset, bytes] of [
      ["windows-1251", iconv.encode(text.repeat(5), "windows-1251")],
      ["utf-16le", iconv.encode(text, "utf-16le", { addBOM: true })],
      ["utf-8", Buffer.from(text)],
    ] as const) {
      const { found } = await read("a.txt", bytes);
      expect(found[0]?.provenance.charset, charset).toBe(charset);
      expect(found[0]?.report.text.startsWith(text), charset).toBe(true);
    }
    expect((await read("a.txt", iconv.encode("The “no” of a minister’s men", "windows-1252"))).found[0]?.report.text).toBe(
      "The “no” of a minister’s men",
    );
    expect((await read("a.bin", Buffer.from([1, 0, 2, 3, 0, 0, 7]))).faults[0]).toContain("binary");
  });

  it("of JSONL: ids are kept within their file, lines that are no report are named", async () => {
    const { found, faults } = await read(
      "x/a.jsonl",
      '{"id":"r1","text":"One."}\n{"text":"Two."}\nbroken\n{"id":"r3","text":"Three.","url":"https://example.org/3?utm_source=x"}\n',
    );
    expect(found.map(({ identity }) => identity)).toEqual(["file:a.jsonl#r1", undefined, "url:https://example.org/3"]);
    expect(found.map(({ unnamed }) => unnamed)).toEqual([false, true, false]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^x\/a\.jsonl:3: no JSON/);
  });

  it("of tables: columns told or guessed, quoted line ends, and a broken row that swallows none of the others", async () => {
    const csv =
      'Id,Title,Body,Date\n1,Blast,"Two died,\n""many"" hurt.",28 June 2021\n2,Open,"never closed,2021-06-29\n3,Third,Three died.,2021-06-30\n4,Few\n5,Fifth,Five died.,06/07/2021\n';
    const { found, faults } = await read("a.csv", csv);
    expect(found.map(({ report }) => report.id)).toEqual(["1", "3", "5"]);
    expect(found[0]?.report).toMatchObject({
      text: 'Blast\n\nTwo died,\n"many" hurt.',
      published: "2021-06-28",
      headline: { start: 0, end: 5 },
    });
    expect(faults.map((fault) => fault.slice(0, 8))).toEqual(["a.csv:4:", "a.csv:6:", "a.csv:7:"].map((at) => at.slice(0, 8)));
    expect((await read("a.csv", csv, { dates: "dmy" })).found[2]?.report.published).toBe("2021-07-06");
    expect(
      (await read("a.tsv", "Nr\tInhalt\n7\tVier Tote.\n", { columns: { id: "Nr", text: "Inhalt" } })).found[0]?.report,
    ).toMatchObject({ id: "7", text: "Vier Tote." });
    expect((await read("a.csv", "a,b\n1,2\n")).faults[0]).toContain("--map text=NAME");
  });

  it("of WARC: pages with address and date; a truncated one gives what is whole and says where it ends", async () => {
    const bytes = await warc("https://example.org/a", "https://example.org/b", "https://example.org/c");
    const { found, faults } = await read("x.warc.gz", bytes);
    expect(faults).toEqual([]);
    expect(found.map(({ identity }) => identity)).toEqual(["a", "b", "c"].map((one) => `url:https://example.org/${one}`));
    expect(found[0]?.provenance).toMatchObject({ fetchedAt: "2021-06-28T10:00:00Z", place: "x.warc.gz#1" });
    expect(found[0]?.report.text).not.toContain("evil");
    const cut = await read("x.warc.gz", bytes.subarray(0, bytes.length - 60));
    expect(cut.found).toHaveLength(2);
    expect(cut.faults[0]).toMatch(/x\.warc\.gz#3: truncated/);
  });

  it("of ZIPs and folders of all these, within one another; names that lead out are refused", async () => {
    const inner = await zip({ "b.txt": "Inner text of two men." });
    const archive = await zip({
      "a.txt": "Outer text of a man.",
      "in/inner.zip": inner,
      "c.jsonl.gz": gzipSync('{"id":"q","text":"Packed line."}\n'),
      "__MACOSX/x": "x",
    });
    const { found, faults } = await read("a.zip", archive);
    expect(faults).toEqual([]);
    expect(found.map(({ report }) => report.text)).toEqual(["Outer text of a man.", "Inner text of two men.", "Packed line."]);
    // The archiver does not write such a name: it is put in afterwards, at the same length.
    const evil = Buffer.from(archive.toString("latin1").replaceAll("a.txt", "../zz"), "latin1");
    const refused = await read("a.zip", evil);
    expect(refused.faults[0]).toContain("leads out of the archive");
    expect(refused.found).toHaveLength(2);
    const folder = mkdtempSync(join(tmpdir(), "annalist-"));
    mkdirSync(join(folder, "sub"));
    writeFileSync(join(folder, "sub/a.txt"), "In a folder.");
    writeFileSync(join(folder, ".hidden"), "Hidden.");
    symlinkSync("/etc", join(folder, "link"));
    expect((await all(readPath(folder))).found.map(({ report }) => report.text)).toEqual(["In a folder."]);
    rmSync(folder, { recursive: true });
  });

  it("that unfold without end are stopped: bombs, and archives in archives in archives", async () => {
    expect((await read("a.txt.gz", gzipSync(Buffer.alloc(100_000_000, "x")))).faults[0]).toMatch(/200-fold/);
    expect((await read("a.zip", await zip({ "a.txt": Buffer.alloc(60_000_000, "x") }))).faults[0]).toMatch(/200-fold/);
    let nested = await zip({ "a.txt": "Deep." });
    for (let n = 0; n < 8; n++) nested = await zip({ "a.zip": nested });
    const { found, faults } = await read("n.zip", nested);
    expect(found).toEqual([]);
    expect(faults[0]).toContain("an archive within 4 others");
  });

  it("of mail: subject, date, sender and what is attached", async () => {
    const mail = [
      "From: Harbour Wire <wire@example.org>",
      "Subject: =?utf-8?q?Attack_at_the_caf=C3=A9?=",
      "Date: Mon, 28 Jun 2021 10:00:00 +0200",
      "Message-ID: <1@example.org>",
      "",
      "Four were killed.",
    ].join("\r\n");
    const { found } = await read("a.eml", mail);
    expect(found[0]?.report).toMatchObject({
      id: "1@example.org",
      outlet: "Harbour Wire",
      published: "2021-06-28T08:00:00Z",
      headline: { start: 0, end: 18 },
    });
    expect(found[0]?.report.text).toBe("Attack at the café\n\nFour were killed.");
  });

  it("of feeds in three formats, cut ones too; entities are not unfolded", async () => {
    const item = (n: number) =>
      `<item><title>Item ${n}</title><link>https://example.org/${n}</link><description>${LINE}</description></item>`;
    const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Wire</title>${item(1)}${item(2)}${item(3)}</channel></rss>`;
    expect((await read("feed.xml", rss)).found.map(({ identity }) => identity)).toEqual(
      [1, 2, 3].map((n) => `url:https://example.org/${n}`),
    );
    const cut = await read("feed.xml", rss.slice(0, rss.indexOf("Item 3")));
    expect(cut.found).toHaveLength(2);
    expect(cut.faults[0]).toContain("cut or broken after entry 2");
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>W</title><entry><title>A</title><id>urn:1</id><updated>2021-06-28T10:00:00Z</updated><content type="html">&lt;p&gt;${LINE}&lt;/p&gt;</content></entry></feed>`;
    expect((await read("feed", atom)).found[0]?.report).toMatchObject({
      id: "urn:1",
      published: "2021-06-28T10:00:00Z",
      outlet: "W",
    });
    const json = JSON.stringify({
      version: "https://jsonfeed.org/version/1.1",
      title: "J",
      items: [{ id: "1", url: "https://example.org/j", content_html: `<p>${LINE}</p>` }],
    });
    expect((await read("feed.json", json)).found[0]?.identity).toBe("url:https://example.org/j");
    const laughs = `<!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>${rss.replace("Item 1", "Item &b; &x;")}`;
    const read1 = readFeed(laughs);
    expect(typeof read1 === "string" ? read1 : read1.entries[0]?.title).not.toMatch(/haha|root:/);
  });

  it("of pages: hostile ones end in words, and no markup is kept", () => {
    expect(readPage("")).toBe("an empty page");
    expect(readPage("<p>".repeat(200_000))).toEqual(expect.any(String));
    expect(readPage(`${"<div>".repeat(20_000)}x`)).toEqual(expect.any(String));
    const article = readPage(page("Blast &amp; fire <img src=x onerror=alert(1)>"), "https://www.example.org/a");
    expect(typeof article === "object" && article.report.text).not.toMatch(/<|onerror/);
    const elsewhere = readPage(
      page("A").replace("<title>", '<link rel="canonical" href="https://evil.example/x"><title>'),
      "https://www.example.org/a",
    );
    expect(typeof elsewhere === "object" && elsewhere.report.url).toBe("https://www.example.org/a");
  });

  it("give days that no time zone shifts", () => {
    expect(toIso("Mon, 28 Jun 2021 23:30:00 -0500")).toBe("2021-06-29T04:30:00Z");
    expect(toIso("June 28, 2021")).toBe("2021-06-28");
    expect(toIso("28th June 2021")).toBe("2021-06-28");
    expect(toIso("2021-06-28 10:00:00")).toBe("2021-06-28T10:00:00");
    expect(toIso("06/07/2021")).toBeUndefined();
    expect(toIso("yesterday")).toBeUndefined();
  });
});
