import type { Report } from "@annalist/core";
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { canonical, mayClaim } from "./address.ts";
import { LIMITS } from "./limits.ts";
import { toIso } from "./when.ts";

export interface Article {
  report: Omit<Report, "id">;
  byline?: string;
}

/** Fewer characters than this are a menu, a notice about cookies or an error page. */
const LEAST = 140;

type Page = ReturnType<typeof parseHTML>["document"];

/** The article of a page, or in words why there is none. No script runs, nothing is fetched, and only text is kept. */
export function readPage(html: string, address?: string): Article | string {
  if (html.trim() === "") return "an empty page";
  if (html.length > LIMITS.page) return `a page of ${html.length} characters; at most ${LIMITS.page} are searched for an article`;
  const hostile = tooMuch(html);
  if (hostile) return hostile;
  try {
    const { document } = parseHTML(/<(html|body)[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
    const head = headOf(document, address);
    const found = new Readability(document as never, { charThreshold: 200, maxElemsToParse: 200_000 }).parse();
    const body = found?.content ? textOf(found.content) : "";
    if (body.length < LEAST) return "a page without an article: no long run of text in it";
    const title = head.title ?? (found?.title ? oneLine(found.title) : undefined);
    const repeated = title !== undefined && oneLine(body.slice(0, title.length + 20)).startsWith(title);
    const text = title && !repeated ? `${title}\n\n${body}` : body;
    const byline = head.byline ?? (found?.byline ? oneLine(found.byline).slice(0, 200) : undefined);
    return {
      report: {
        text,
        ...(title && text.startsWith(title) && { headline: { start: 0, end: title.length } }),
        ...(head.published !== undefined && { published: head.published }),
        ...(head.url !== undefined && { url: head.url }),
        ...(head.outlet !== undefined && { outlet: head.outlet }),
        ...(head.language !== undefined && { language: head.language }),
      },
      ...(byline && { byline }),
    };
  } catch (error) {
    const why = error instanceof RangeError ? "nested too deeply" : (error as Error).message.replace(/\s+/g, " ").slice(0, 120);
    return `a page that cannot be read (${why})`;
  }
}

/** Elements of a page, and how deep they may nest: the search for the article costs more than their number. */
const MOST_TAGS = 15_000;
const DEEPEST = 400;
/** Elements that must be closed, so that each one open is a level; "p" and "li" close by themselves. */
const NESTING =
  /<(\/?)(?:div|section|article|main|span|ul|ol|table|blockquote|font|b|i|em|strong|a|center|form|details|figure|aside)\b/gi;

function tooMuch(html: string): string | undefined {
  let tags = 0;
  for (let at = html.indexOf("<"); at >= 0; at = html.indexOf("<", at + 1))
    if (++tags > 2 * MOST_TAGS) return "a page of too many elements to search for an article";
  let depth = 0;
  for (const [, close] of html.matchAll(NESTING)) {
    depth = close ? Math.max(0, depth - 1) : depth + 1;
    if (depth > DEEPEST) return "a page nested too deeply to search for an article";
  }
  return undefined;
}

function headOf(document: Page, address: string | undefined) {
  const meta = (...names: string[]) => {
    for (const name of names) {
      const found = document
        .querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`)
        ?.getAttribute("content");
      if (found?.trim()) return oneLine(found);
    }
    return undefined;
  };
  const data = structured(document);
  const published = [
    data.datePublished,
    meta("article:published_time", "datePublished", "date", "DC.date.issued", "pubdate", "publish-date"),
    document.querySelector("time[datetime]")?.getAttribute("datetime") ?? undefined,
  ]
    .map((value) => toIso(value))
    .find(Boolean);
  const claimed = document.querySelector('link[rel="canonical"]')?.getAttribute("href") ?? meta("og:url");
  const own = address === undefined ? undefined : canonical(address);
  const named = claimed ? canonical(claimed, own) : undefined;
  const url = named && (own === undefined || mayClaim(named, own)) ? named : own;
  const host = url && new URL(url).hostname.replace(/^www\./, "");
  const language = document.documentElement?.getAttribute("lang")?.trim();
  return {
    title: data.headline ?? meta("og:title", "twitter:title") ?? oneLine(document.querySelector("h1")?.textContent ?? ""),
    byline: data.author ?? meta("author", "article:author"),
    published,
    url,
    outlet: data.publisher ?? meta("og:site_name") ?? host,
    language: language && /^[A-Za-z]{2,3}(-[\w-]+)?$/.test(language) ? language : undefined,
  };
}

/** What a page says of itself in JSON-LD (schema.org). */
function structured(document: Page): Partial<Record<"headline" | "datePublished" | "author" | "publisher", string>> {
  for (const script of Array.from(document.querySelectorAll('script[type="application/ld+json"]')).slice(0, 20)) {
    const nodes = flatten(parse(script.textContent ?? ""));
    const article = nodes.find((node) => /Article|Posting|Report/.test(String(node["@type"])));
    if (!article) continue;
    const name = (value: unknown): string | undefined => {
      if (typeof value === "string") return value.startsWith("http") ? undefined : oneLine(value);
      if (Array.isArray(value)) return value.flatMap((one) => name(one) ?? []).join(", ") || undefined;
      return typeof value === "object" && value !== null ? name((value as { name?: unknown }).name) : undefined;
    };
    const found = {
      headline: name(article.headline),
      datePublished: name(article.datePublished),
      author: name(article.author),
      publisher: name(article.publisher),
    };
    return Object.fromEntries(Object.entries(found).filter(([, value]) => value)) as never;
  }
  return {};
}

function flatten(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.slice(0, 100).flatMap(flatten);
  if (typeof value !== "object" || value === null) return [];
  return [value as Record<string, unknown>, ...flatten((value as { "@graph"?: unknown })["@graph"])];
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

const BLOCKS = new Set(
  "P DIV SECTION ARTICLE LI UL OL H1 H2 H3 H4 H5 H6 BLOCKQUOTE PRE TR TABLE FIGURE FIGCAPTION HEADER FOOTER MAIN ASIDE DL DT DD".split(
    " ",
  ),
);
const SILENT = new Set("SCRIPT STYLE NOSCRIPT TEMPLATE IFRAME OBJECT SVG HEAD TITLE BUTTON FORM".split(" "));

/** The text of a piece of HTML, a paragraph a block. */
export function textOf(html: string): string {
  if (html.trim() === "") return "";
  const { document } = parseHTML(`<html><body>${html}</body></html>`);
  const parts: string[] = [];
  const walk = (node: { nodeType: number; nodeName: string; textContent: string | null; childNodes: Iterable<unknown> }) => {
    if (node.nodeType === 3) parts.push((node.textContent ?? "").replace(/\s+/g, " "));
    const name = node.nodeName.toUpperCase();
    if (node.nodeType !== 1 || SILENT.has(name)) return;
    if (name === "BR") parts.push("\n");
    if (BLOCKS.has(name)) parts.push("\n\n");
    for (const child of node.childNodes) walk(child as typeof node);
    if (BLOCKS.has(name)) parts.push("\n\n");
  };
  if (document.body) walk(document.body as never);
  return parts
    .join("")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .replace(/\n{2,}/g, "\n\n")
    .trim();
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();
