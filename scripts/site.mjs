// npm run site: builds the documentation site from docs/*.md, the codebooks' own tables and the measured figures into site/.
// Plain pages, one style, no script: they are read from disk as well as from a server.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import markdownIt from "markdown-it";
import { root, setUp } from "./setup.mjs";
import { accuracyPage } from "./site/accuracy.mjs";
import { page } from "./site/page.mjs";

/** Pages in the order of the menu: file name under docs/ and the menu's words. */
const MENU = [
  ["getting-started", "Getting started"],
  ["record", "The record explained"],
  ["ingest", "Bringing reports in"],
  ["store", "Keeping the record"],
  ["incidents", "From reports to incidents"],
  ["desk", "The desk"],
  ["api", "The API"],
  ["lexicons", "Your own actors and rules"],
  ["exports", "Codebooks and exports"],
  ["accuracy", "How good"],
  ["speed", "How fast"],
  ["limits", "What it cannot do"],
  ["house", "How it is built"],
];

const markdown = markdownIt({ html: false, linkify: false, typographer: false });
// Headings carry ids, so that one can point at them.
markdown.renderer.rules.heading_open = (tokens, i, _options, _env, self) => {
  const id = tokens[i + 1].content
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  tokens[i].attrSet("id", id);
  return self.renderToken(tokens, i, _options);
};
/** Links between pages are written to .md files, so that they work in the repository too. */
const linked = (text) => text.replace(/\]\((?!https?:)([^)#]+)\.md(#[^)]*)?\)/g, "]($1.html$2)");

export async function build(out = join(root, "site")) {
  // What is built first: the codebooks' tables come from the programs themselves.
  const { CODEBOOKS } = await import("@annalist/core");
  const { describeCodebook } = await import("@annalist/export");
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const texts = new Map();
  for (const [name] of MENU) {
    const file = join(root, "docs", `${name}.md`);
    if (existsSync(file)) texts.set(name, readFileSync(file, "utf8"));
  }
  texts.set("accuracy", accuracyPage());
  const books = Object.values(CODEBOOKS).map((codebook) => [
    `codebook-${codebook.id}`,
    describeCodebook(codebook),
    codebook.title,
  ]);
  texts.set(
    "exports",
    `${texts.get("exports") ?? "# Codebooks and exports\n"}\n## Every column\n\n${books.map(([name, , title]) => `- [${title}](${name}.md)`).join("\n")}\n`,
  );
  const menu = MENU.filter(([name]) => texts.has(name)).map(([name, words]) => ({ href: `${name}.html`, words }));
  const write = (name, text, current) =>
    writeFileSync(
      join(out, `${name}.html`),
      page({ title: /^# (.+)$/m.exec(text)?.[1] ?? name, menu, current, body: markdown.render(linked(text)) }),
    );
  for (const [name, text] of texts) write(name, text, `${name}.html`);
  for (const [name, text] of books) write(name, text, "exports.html");
  writeFileSync(
    join(out, "index.html"),
    page({
      title: "Annalist",
      menu,
      current: "",
      body: markdown.render(linked(readFileSync(join(root, "docs/index.md"), "utf8"))),
    }),
  );
  for (const pictures of ["screens", "figures"]) cpSync(join(root, "docs", pictures), join(out, pictures), { recursive: true });
  return readdirSync(out);
}

if (process.argv[1]?.endsWith("site.mjs")) {
  await setUp();
  console.log(`site: ${(await build()).length} files in site/`);
}
