// Packs what people edit (lexicons/en/**.tsv) and what was trained (packages/english/data/models/*.bin) into the data
// that @annalist/english loads: data/pack.json, and data/gazetteer.bin by scripts/gazetteer.mjs.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readTable } from "@annalist/english";

const root = fileURLToPath(new URL("..", import.meta.url));
const data = join(root, "packages/english/data");

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
    files(lexicons, ".tsv").map((name) => {
      const { columns, rows } = readTable(readFileSync(join(lexicons, `${name}.tsv`), "utf8"), `lexicons/en/${name}.tsv`);
      return [name, { columns, rows }];
    }),
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
