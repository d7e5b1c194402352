/** What a source is read as. */
export const FORMATS = ["text", "jsonl", "csv", "tsv", "html", "feed", "warc", "eml", "zip"] as const;
export type Format = (typeof FORMATS)[number];

const ENDINGS: Record<string, Format> = {
  jsonl: "jsonl",
  ndjson: "jsonl",
  csv: "csv",
  tsv: "tsv",
  tab: "tsv",
  html: "html",
  htm: "html",
  xhtml: "html",
  rss: "feed",
  atom: "feed",
  warc: "warc",
  eml: "eml",
  zip: "zip",
  txt: "text",
  text: "text",
  md: "text",
};

/** What the first bytes look like, where the name does not tell (".xml", ".json" and no ending at all). */
export function formatOf(name: string, head: Uint8Array): Format {
  const start = Buffer.from(head.subarray(0, 2048))
    .toString("latin1")
    .replace(/^\xef\xbb\xbf/, "")
    .trimStart();
  if (head[0] === 0x50 && head[1] === 0x4b && (head[2] ?? 0) < 8) return "zip";
  if (start.startsWith("WARC/")) return "warc";
  const ending = /\.([a-z]+)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  if (ENDINGS[ending]) return ENDINGS[ending];
  if (/^<\?xml|^<(rss|feed|rdf:RDF)\b/i.test(start) && /<(rss|feed|rdf:RDF)\b/i.test(start)) return "feed";
  if (/^(<!doctype html|<html|<head|<body|<article)/i.test(start)) return "html";
  if (
    /^\{\s*"version"\s*:\s*"https?:\/\/jsonfeed\.org/.test(start) ||
    (/^\{/.test(start) && /jsonfeed\.org\/version/.test(start))
  )
    return "feed";
  if (/^\{.*"text"/s.test(start)) return "jsonl";
  if (/^(Return-Path|Received|From|Date|Message-ID|MIME-Version|Subject|Delivered-To):/i.test(start)) return "eml";
  return "text";
}

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;
