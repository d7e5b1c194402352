// The blocks of the documentation's pages and its commands in running text, as a reader sees them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import markdownIt from "markdown-it";

export const root = fileURLToPath(new URL("../..", import.meta.url));

/** A block of a page. Its fence says what it is: ```sh, or ```tsv my/actors/groups.tsv for a file that the reader is to write. */
export interface Block {
  page: string;
  line: number;
  kind: string;
  /** The rest of the fence's line: the name of a file, or "not run: …". */
  note: string;
  text: string;
}

export interface Inline {
  page: string;
  line: number;
  text: string;
}

/** Pages by their path from the root. */
export const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

const markdown = markdownIt({ html: true });

export function read(page: string): { blocks: Block[]; inline: Inline[] } {
  const blocks: Block[] = [];
  const inline: Inline[] = [];
  for (const token of markdown.parse(readFileSync(join(root, page), "utf8"), {})) {
    const line = (token.map?.[0] ?? 0) + 1;
    if (token.type === "code_block") blocks.push({ page, line, kind: "indented", note: "", text: token.content });
    if (token.type === "fence") {
      const [kind = "", ...note] = token.info.trim().split(/\s+/);
      blocks.push({ page, line, kind, note: note.join(" "), text: token.content });
    }
    for (const child of token.children ?? [])
      if (child.type === "code_inline") inline.push({ page, line, text: child.content.replace(/\s+/g, " ") });
  }
  return { blocks, inline };
}

/** The commands of a block, lines that end in a backslash joined with the next. */
export const commandsOf = ({ text }: Block): string[] =>
  text
    .replace(/\\\n\s*/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "" && !line.startsWith("#"));
