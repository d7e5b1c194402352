import { parseFeed } from "feedsmith";
import { canonical } from "./address.ts";
import { textOf } from "./page.ts";
import { toIso } from "./when.ts";

/** One entry of a feed, in the words of none of the three formats. */
export interface Entry {
  title?: string;
  url?: string;
  guid?: string;
  published?: string;
  byline?: string;
  /** What the feed itself has of the text: all of it, or a line or two. */
  text: string;
}

export interface Feed {
  title?: string;
  entries: Entry[];
  /** What is wrong with it, where all the same something could be read. */
  fault?: string;
}

/** RSS, Atom, RDF or JSON Feed. A feed that was cut is read up to the cut; a string says why nothing could be read. */
export function readFeed(text: string, address?: string): Feed | string {
  const plain = withoutDoctype(text.trim());
  const whole = attempt(plain, address);
  if (typeof whole !== "string" || plain.startsWith("{")) return whole;
  const end = Math.max(plain.lastIndexOf("</item>") + 7, plain.lastIndexOf("</entry>") + 8);
  const open = /<(rss|feed|rdf:RDF)[\s>]/i.exec(plain)?.[1];
  if (end < 8 || !open) return whole;
  const close = open === "rss" ? "</channel></rss>" : `</${open}>`;
  const rest = attempt(plain.slice(0, end) + close, address);
  if (typeof rest === "string") return whole;
  return { ...rest, fault: `cut or broken after entry ${rest.entries.length}; what stands before it was read` };
}

/** A document type may define entities that unfold without end; feeds need none. Counted by hand: an internal subset nests. */
function withoutDoctype(text: string): string {
  const start = text.search(/<!DOCTYPE/i);
  if (start < 0) return text;
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    if (text[i] === "<") depth++;
    else if (text[i] === ">" && --depth === 0) return text.slice(0, start) + text.slice(i + 1);
  }
  return text.slice(0, start);
}

function attempt(text: string, address: string | undefined): Feed | string {
  try {
    const { feed } = parseFeed(text) as { feed: Record<string, unknown> };
    const items = (feed.items ?? feed.entries ?? []) as Record<string, unknown>[];
    const title = plainOf(feed.title);
    return { ...(title && { title }), entries: items.map((item) => toEntry(item, address)) };
  } catch (error) {
    return `no feed that can be read (${(error as Error).message.replace(/\s+/g, " ").slice(0, 120)})`;
  }
}

function toEntry(item: Record<string, unknown>, address: string | undefined): Entry {
  const links = (item.links as { href?: string; rel?: string }[] | undefined) ?? [];
  const link = str(item.url) ?? str(item.link) ?? links.find(({ rel }) => rel === undefined || rel === "alternate")?.href;
  const content = item.content as Record<string, unknown> | undefined;
  const html =
    str(content?.encoded) ??
    str(content?.value) ??
    str(item.content_html) ??
    str(item.content_text) ??
    str(item.content) ??
    plainHtml(item.description) ??
    plainHtml(item.summary) ??
    "";
  const guid = str(item.id) ?? str((item.guid as Record<string, unknown> | undefined)?.value);
  const authors = (item.authors as ({ name?: string } | string)[] | undefined)?.map((author) =>
    typeof author === "string" ? author : author.name,
  );
  const dc = item.dc as { creators?: string[]; dates?: string[] } | undefined;
  const published = [item.pubDate, item.published, item.date_published, dc?.dates?.[0], item.updated]
    .map((value) => toIso(str(value)))
    .find(Boolean);
  const title = plainOf(item.title);
  const url = link && canonical(link, address);
  const byline = [...(authors ?? []), ...(dc?.creators ?? [])].filter(Boolean).join(", ");
  return {
    ...(title && { title }),
    ...(url && { url }),
    ...(guid && { guid }),
    ...(published && { published }),
    ...(byline && { byline: byline.slice(0, 200) }),
    text: textOf(html),
  };
}

const str = (value: unknown): string | undefined => (typeof value === "string" && value.trim() !== "" ? value : undefined);
const plainHtml = (value: unknown): string | undefined => str(value) ?? str((value as { value?: unknown } | undefined)?.value);
const plainOf = (value: unknown): string | undefined => {
  const html = plainHtml(value);
  return html && textOf(html).replace(/\s+/g, " ");
};
