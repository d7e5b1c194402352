// Packs what people edit (lexicons/en/**.tsv) and what was trained (packages/english/data/models/*.bin) into the data
// that @annalist/english loads: data/pack.json, and data/gazetteer.bin by scripts/gazetteer.mjs.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const data = join(root, "packages/english/data");

/** A lexicon file: "#" lines are comments, the first other line names the columns. Errors name file and line. */
export function readTable(text, name) {
  let columns;
  const rows = [];
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const cells = line.split("\t");
    if (!columns) columns = cells;
    else if (cells.length > columns.length)
      throw new Error(`${name}:${i + 1}: ${cells.length} cells, but ${columns.length} columns (${columns.join(", ")})`);
    else rows.push([...cells, ...Array(columns.length - cells.length).fill("")]);
  }
  if (!columns) throw new Error(`${name}: no line that names the columns`);
  return { columns, rows };
}

function files(dir, ending, prefix = "") {
  return readdirSync(dir, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory()
        ? files(join(dir, entry.name), ending, `${prefix}${entry.name}/`)
        : entry.name.endsWith(ending)
          ? [prefix + entry.name.slice(0, -ending.length)]
          : [],
    );
}
const hash = (parts) =>
  parts
    .reduce((h, part) => h.update(part), createHash("sha256"))
    .digest("hex")
    .slice(0, 12);

export function pack() {
  const lexicons = join(root, "lexicons/en");
  const tables = Object.fromEntries(
    files(lexicons, ".tsv").map((name) => [
      name,
      readTable(readFileSync(join(lexicons, `${name}.tsv`), "utf8"), `lexicons/en/${name}.tsv`),
    ]),
  );
  const models = existsSync(join(data, "models")) ? files(join(data, "models"), ".bin") : [];
  mkdirSync(data, { recursive: true });
  writeFileSync(
    join(data, "pack.json"),
    JSON.stringify({
      tables,
      lexiconVersion: hash([JSON.stringify(tables)]),
      models,
      modelVersion: hash(models.map((name) => readFileSync(join(data, "models", `${name}.bin`)))),
    }),
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  pack();
  const { packGazetteer } = await import("./gazetteer.mjs");
  await packGazetteer();
}
