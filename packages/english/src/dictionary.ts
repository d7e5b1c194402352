import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Knowledge, Table } from "@annalist/core";
import { mistakes, type Sheet } from "./check.ts";
import { overlay, readTable } from "./table.ts";

/** How many mistakes are told at once. */
const TOLD = 20;

/**
 * Knowledge with a user's dictionary over it: a folder of TSVs named and laid out as those under `lexicons/en`. Returns new
 * knowledge whose lexicon version says that it was changed. Throws with file and line of every mistake, and lists the known
 * files when a name is none.
 */
export function withDictionary(knowledge: Knowledge, folder: string): Knowledge {
  const tables: Record<string, Table> = { ...knowledge.tables };
  const files = tsvFiles(folder);
  if (files.length === 0)
    throw new Error(
      `${folder}: no .tsv file in it; a dictionary has the files of lexicons/en, such as ${Object.keys(tables).slice(0, 3).join(", ")}`,
    );
  const sheets: Sheet[] = [];
  let hash = 0x811c9dc5;
  for (const name of files) {
    const path = join(folder, `${name}.tsv`);
    const base = tables[name];
    if (!base) throw new Error(`${path}: no such lexicon file; there are ${Object.keys(knowledge.tables).join(", ")}`);
    const text = readFileSync(path, "utf8");
    const table = readTable(text, path);
    tables[name] = overlay(base, table, path);
    sheets.push({ name, path, table });
    // FNV-1a: tells two dictionaries apart in `producer.lexicon`, and no more.
    for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  const wrong = mistakes(sheets, { tables });
  if (wrong.length > 0)
    throw new Error([...wrong.slice(0, TOLD), ...(wrong.length > TOLD ? [`and ${wrong.length - TOLD} more`] : [])].join("\n"));
  return { ...knowledge, tables, lexiconVersion: `${knowledge.lexiconVersion}+${hash.toString(16).padStart(8, "0")}` };
}

function tsvFiles(folder: string, prefix = ""): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      if (entry.isDirectory()) return tsvFiles(join(folder, entry.name), `${prefix}${entry.name}/`);
      return entry.name.endsWith(".tsv") ? [prefix + entry.name.slice(0, -4)] : [];
    });
}
