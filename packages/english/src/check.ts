import type { Knowledge, Table } from "@annalist/core";
import { nameKey } from "./alias.ts";

/** A user's file as it was read: its table and the line of each row. */
export interface Sheet {
  /** Below the folder, without ".tsv": "actors/groups". */
  name: string;
  path: string;
  table: Table & { lines: number[] };
}

type Vocabulary = ReadonlyMap<string, readonly string[]>;
type Row = (column: string) => string;
/** What is wrong with a cell; undefined when nothing is. */
type Check = (cell: string, row: Row) => string | undefined;

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * What is wrong with a user's dictionary, one line a mistake, each with file and line, the value and what might stand there.
 * `tables`: those that the dictionary lies over, and its own.
 */
export function mistakes(sheets: readonly Sheet[], { tables }: Pick<Knowledge, "tables">): string[] {
  const words: Vocabulary = new Map(
    (tables["codebooks/vocabulary"]?.rows ?? []).map(([field, values]) => [field as string, listOf(values)]),
  );
  const found = sheets.flatMap((sheet) => [...ofCells(sheet, checksOf(sheet.name, words, tables)), ...ofKeys(sheet)]);
  return [...found, ...ofAliases(sheets, tables)];
}

const listOf = (cell: string | undefined): string[] => (cell ? cell.split("|") : []);

function ofCells({ path, table }: Sheet, checks: Readonly<Record<string, Check>>): string[] {
  return table.rows.flatMap((cells, i) => {
    const row: Row = (column) => cells[table.columns.indexOf(column)] ?? "";
    return Object.entries(checks).flatMap(([column, check]) => {
      if (!table.columns.includes(column)) return [];
      const wrong = check(row(column), row);
      return wrong === undefined ? [] : [`${path}:${table.lines[i]}: ${column} ${wrong}`];
    });
  });
}

/** Which cells of a file are of a known kind. Other columns hold any words. */
function checksOf(name: string, words: Vocabulary, tables: Knowledge["tables"]): Record<string, Check> {
  const oneOf = (field: string, empty = true): Check => among(words.get(field) ?? [], empty);
  const country = among(
    (tables["actors/states"]?.rows ?? []).map(([code]) => code as string),
    true,
    "ISO 3166-1 alpha-3, as in actors/states",
  );
  const classes = new Set([
    ...(words.get("filler") ?? []),
    ...(tables["events/classes"]?.rows ?? []).map(([one]) => one as string),
  ]);
  const known = (values: readonly string[]) => values.find((value) => value.startsWith("@") && !classes.has(value.slice(1)));
  const conditions: Check = (cell) => {
    for (const part of cell.split(" ").filter(Boolean)) {
      const [relation, values] = part.split("=");
      if (!relation || !values) return `"${part}" is no condition; it reads relation=word|@class`;
      const unknown = known(values.split("|"));
      if (unknown) return `"${part}": no class "${unknown}" in events/classes`;
    }
    return undefined;
  };
  const sources: Check = (cell) => {
    if (cell === "-") return undefined;
    for (const part of listOf(cell)) {
      const [relation, filler] = part.split("@");
      if (!relation) return `"${part}" names no place of the sentence before its class; it reads subj, obj@human, against`;
      if (filler !== undefined && !classes.has(filler)) return `"${part}": no class "@${filler}" in events/classes`;
    }
    return undefined;
  };
  if (name.startsWith("frames/"))
    return {
      id: required,
      trigger: (cell) => {
        const wrong = cell === "" ? "" : listOf(cell).find((one) => !/^[^.\s]+\.[vna]$/.test(one));
        return wrong === undefined
          ? undefined
          : `"${wrong}" is no word with its part of speech; it reads attack.v|raid.n|present.a`;
      },
      type: (cell, row) => (cell === "-" ? undefined : oneOf("type", false)(cell, row)),
      mode: (cell, row) =>
        row("type") === "-"
          ? undefined
          : among(words.get(`mode of ${row("type")}`) ?? [], true, `modes of ${row("type")}`)(cell, row),
      cameo: (cell) => (cell === "" || /^\d{2,4}$/.test(cell) ? undefined : `"${cell}" is no CAMEO code of two to four digits`),
      actor: sources,
      recipient: sources,
      needs: conditions,
      unless: conditions,
    };
  if (name === "actors/leaders") {
    const day: Check = (cell) => (cell === "" || DAY.test(cell) ? undefined : `"${cell}" is no day; it reads 2014-05-26`);
    const until: Check = (cell, row) =>
      day(cell, row) ?? (cell !== "" && cell <= row("from") ? `"${cell}" is not after ${row("from")}` : undefined);
    return { name: required, country, sector: oneOf("sector"), gender: oneOf("gender"), from: day, until };
  }
  if (name === "actors/states")
    return { code: (cell) => (/^[A-Z]{3}$/.test(cell) ? undefined : `"${cell}" is no ISO 3166-1 alpha-3 code`) };
  if (name === "actors/nouns")
    return { noun: required, kind: oneOf("kind", false), class: oneOf("noun class", false), gender: oneOf("gender") };
  if (name === "actors/titles") return { title: required, sector: oneOf("sector"), gender: oneOf("gender") };
  if (name.startsWith("actors/"))
    return { name: required, kind: oneOf("kind", false), country, sector: oneOf("sector"), rule: oneOf("rule of an alias") };
  if (name === "events/classes")
    return {
      class: required,
      words: (cell) => (known(listOf(cell)) ? `"${known(listOf(cell))}" is no class of this file` : undefined),
    };
  if (name === "events/governors")
    return { subject: oneOf("participant"), modality: oneOf("modality", false), polarity: oneOf("polarity") };
  if (name === "events/weapons") return { mode: oneOf("mode of ASSAULT"), rank: number };
  if (name === "events/priors") return { shift: number };
  return {};
}

const required: Check = (cell) => (cell === "" ? "is empty; every row needs one" : undefined);
const number: Check = (cell) => (cell !== "" && Number.isFinite(Number(cell)) ? undefined : `"${cell}" is no number`);

const among =
  (values: readonly string[], empty: boolean, what = ""): Check =>
  (cell) => {
    if ((cell === "" && empty) || values.includes(cell)) return undefined;
    const told = what || `one of ${values.join(", ")}`;
    return cell === ""
      ? `is empty; it must be ${told}`
      : `"${cell}" is unknown; it must be ${what.startsWith("modes") ? `one of the ${what}: ${values.join(", ")}` : told}`;
  };

/** A frame's id, or the name of an actor, that a file has twice: the second would take no place. */
function ofKeys({ name, path, table }: Sheet): string[] {
  if (!name.startsWith("frames/")) return [];
  const seen = new Map<string, number>();
  return table.rows.flatMap(([key], i) => {
    const line = table.lines[i] as number;
    const before = seen.get(key as string);
    seen.set(key as string, before ?? line);
    return before === undefined ? [] : [`${path}:${line}: ${table.columns[0]} "${key}" stands in line ${before} too`];
  });
}

/** Names by which two actors would be called, where no rule says which is meant. */
function ofAliases(sheets: readonly Sheet[], tables: Knowledge["tables"]): string[] {
  const isBody = (name: string, columns: readonly string[]) =>
    name.startsWith("actors/") && columns.includes("aliases") && columns.includes("rule");
  const own = sheets.filter(
    ({ name, table }) =>
      name.startsWith("actors/") && table.columns.includes("aliases") && isBody(name, tables[name]?.columns ?? []),
  );
  if (own.length === 0) return [];
  const claims = new Map<string, { file: string; name: string; rule: string }[]>();
  for (const [file, { columns, rows }] of Object.entries(tables)) {
    if (!isBody(file, columns)) continue;
    for (const cells of rows) {
      const at = (column: string) => cells[columns.indexOf(column)] ?? "";
      for (const alias of new Set([at("name"), ...listOf(at("aliases"))].map(nameKey)))
        if (alias) claims.set(alias, [...(claims.get(alias) ?? []), { file, name: at("name"), rule: at("rule") }]);
    }
  }
  return own.flatMap(({ path, name: file, table }) =>
    table.rows.flatMap((cells, i) => {
      const at = (column: string) => cells[table.columns.indexOf(column)] ?? "";
      if (at("rule") !== "") return [];
      return [...new Set([at("name"), ...listOf(at("aliases"))])].flatMap((alias) => {
        const other = claims
          .get(nameKey(alias))
          ?.find((one) => one.rule === "" && (one.name !== at("name") || one.file !== file));
        if (!other) return [];
        return [
          `${path}:${table.lines[i]}: alias "${alias}" is that of ${other.name} (${other.file}) too; a rule must say who is meant (country, only or known)`,
        ];
      });
    }),
  );
}
