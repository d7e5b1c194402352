// The walls of the house: who may import whom. See docs/house.md.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const STAGES = [
  "language",
  "mentions",
  "times",
  "places",
  "events",
  "attributions",
  "casualties",
  "relations",
  "circumstances",
  "provenance",
  "incidents",
  "decisions",
];

/** Package -> the packages that it may import. */
const PACKAGES: Record<string, string[]> = {
  core: [],
  english: ["@annalist/core"],
  ingest: ["@annalist/core"],
  store: ["@annalist/core"],
  export: ["@annalist/core", "@annalist/store"],
  server: ["@annalist/core", "@annalist/english", "@annalist/store", "@annalist/export"],
  web: ["@annalist/core", "@annalist/english"],
  cli: ["@annalist/core", "@annalist/english", "@annalist/ingest", "@annalist/store", "@annalist/export", "@annalist/server"],
};

/** Nobody but the store speaks to a database. */
const DATABASES = ["pg", "kysely", "@photostructure/sqlite", "node:sqlite"];

/** What may be imported as types alone: the desk knows the shapes that the API sends, and none of its code. */
const TYPES_ONLY: Record<string, string[]> = { web: ["@annalist/server/api"] };

interface Source {
  path: string;
  test: boolean;
  /** Paths below the root for relative imports, names for others. */
  imports: string[];
  /** Those of them that vanish when it is compiled. */
  types: string[];
}

function sources(folder: string): Source[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "dist" || entry.name === "node_modules" ? [] : sources(path);
    if (!/\.tsx?$/.test(entry.name) || entry.name.endsWith(".d.ts")) return [];
    const { importedFiles } = ts.preProcessFile(readFileSync(path, "utf8"), true, true);
    const imports = importedFiles.map(({ fileName }) =>
      fileName.startsWith(".") ? relative(root, join(dirname(path), fileName)) : fileName,
    );
    return [{ path: relative(root, path), test: entry.name.endsWith(".test.ts"), imports, types: typesOf(path) }];
  });
}

/** Modules that a file imports or passes on as types alone. */
function typesOf(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.Latest);
  const modules = file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    if (!statement.moduleSpecifier || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const typed = ts.isExportDeclaration(statement) ? statement.isTypeOnly : statement.importClause?.isTypeOnly === true;
    return [{ name: statement.moduleSpecifier.text, typed }];
  });
  return modules.filter(({ name }) => modules.every((other) => other.name !== name || other.typed)).map(({ name }) => name);
}

const all = Object.keys(PACKAGES).flatMap((name) => sources(join(root, "packages", name, "src")));
const shipped = all.filter(({ test }) => !test);
const room = (path: string) => /^packages\/core\/src\/([^/.]+)\//.exec(path)?.[1];

/** What a file imports against the rules, in words. */
function breaches({ path, imports, types }: Source): string[] {
  const [, name] = /^packages\/([^/]+)\//.exec(path) as unknown as [string, string];
  const own = `packages/${name}/`;
  return imports.flatMap((target) => {
    if (target.startsWith("packages/") && !target.startsWith(own))
      return [`${path} reaches into ${target}; import the package by its name`];
    if (/^(bench|training|scripts|tests)\//.test(target)) return [`${path} imports ${target}; nothing that ships may`];
    if (TYPES_ONLY[name]?.includes(target) && types.includes(target)) return [];
    if (target.startsWith("@annalist/") && !PACKAGES[name]?.includes(target.split("/").slice(0, 2).join("/")))
      return [`${path} imports ${target}`];
    if (name !== "store" && DATABASES.some((library) => target === library || target.startsWith(`${library}/`)))
      return [`${path} imports ${target}; only the store holds SQL`];
    if (name !== "core") return [];
    if (!target.startsWith("packages/")) return [`${path} imports ${target}; core depends on nothing`];
    const from = room(path);
    const to = room(target);
    if (from === "model" && to !== "model") return [`${path} imports ${target}; the model imports nothing`];
    if (from === "shared" && to !== "model" && to !== "shared")
      return [`${path} imports ${target}; shared helpers import the model only`];
    // Codebooks are written over incidents, and take the ledger's rules for one number from many claims.
    if (from === "codebooks" && !["codebooks", "incidents", "model", "shared"].includes(to ?? ""))
      return [`${path} imports ${target}; codebooks import incidents, the model and shared helpers only`];
    if (from && STAGES.includes(from) && to !== from && to !== "model" && to !== "shared")
      return [`${path} imports ${target}; stages never import each other`];
    return [];
  });
}

describe("the walls", () => {
  it("finds the files it is to check", () => {
    expect(shipped.length).toBeGreaterThan(30);
    for (const stage of STAGES) expect(shipped.some(({ path }) => room(path) === stage)).toBe(true);
  });

  it("hold: no import crosses them", () => {
    expect(shipped.flatMap(breaches)).toEqual([]);
  });

  it("would be seen to break", () => {
    const bad = {
      path: "packages/core/src/times/finder.ts",
      test: false,
      imports: ["packages/core/src/places/index.ts", "node:fs"],
      types: [],
    };
    expect(breaches(bad)).toHaveLength(2);
    expect(breaches({ path: "packages/cli/src/main.ts", test: false, imports: ["pg"], types: [] })).toHaveLength(1);
    const api = { path: "packages/web/src/api/actors.ts", test: false, imports: ["@annalist/server/api"] };
    expect(breaches({ ...api, types: ["@annalist/server/api"] })).toEqual([]);
    expect(breaches({ ...api, types: [] })).toHaveLength(1);
  });

  it("have no cycle between files", () => {
    const graph = new Map(shipped.map(({ path, imports }) => [path, imports.filter((target) => target.startsWith("packages/"))]));
    const done = new Set<string>();
    const cycles: string[] = [];
    const visit = (path: string, above: string[]) => {
      if (above.includes(path)) cycles.push([...above.slice(above.indexOf(path)), path].join(" -> "));
      if (done.has(path) || above.includes(path)) return;
      for (const target of graph.get(path) ?? []) visit(target, [...above, path]);
      done.add(path);
    };
    for (const path of graph.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });
});
