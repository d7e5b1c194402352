// Makes a checkout ready: installs when node_modules does not match the lock, builds when the build is stale.
// Plain Node, since nothing is installed yet when it first runs. `--build` builds in any case.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("..", import.meta.url));
const marks = join(root, "node_modules/.annalist");

/** Installs and builds what is missing or stale; says on stderr what it does. Ends the process when a step fails. */
export async function setUp({ build = false } = {}) {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) fail(`Node ${process.versions.node} is too old; Annalist needs 20.19 or newer`);
  const lock = hashOf([join(root, "package-lock.json")], "bytes");
  if (markOf("install") !== lock) {
    say("installing (npm ci) …");
    step("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    setMark("install", lock);
  }
  // Sources are compared by time and size: reading them all would cost more than the build's own check.
  const sources = hashOf(
    [
      ...walk(join(root, "packages")),
      ...walk(join(root, "lexicons")),
      ...walk(join(root, "scripts")),
      join(root, "tsconfig.base.json"),
    ],
    "stat",
  );
  if (build || markOf("build") !== sources || !existsSync(join(root, "packages/cli/dist/main.js"))) {
    say("building …");
    step(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-b"]);
    step(process.execPath, [join(root, "scripts/pack.mjs")]);
    buildDesk({ build });
    setMark("build", sources);
  }
}

/** Bundles the desk, when it or what it codes with has changed: most builds change neither. */
function buildDesk({ build }) {
  const sources = hashOf(
    [
      ...["web", "core/src", "english/src"].flatMap((folder) => walk(join(root, "packages", folder))),
      join(root, "package-lock.json"),
    ],
    "stat",
  );
  if (!build && markOf("desk") === sources && existsSync(join(root, "packages/web/dist/index.html"))) return;
  step(process.execPath, [
    join(root, "node_modules/vite/bin/vite.js"),
    "build",
    "--logLevel",
    "warn",
    join(root, "packages/web"),
  ]);
  setMark("desk", sources);
}

/** Runs a command of the project; its exit code. */
export const run = (command, args, options = {}) =>
  spawnSync(command, args, { cwd: root, stdio: "inherit", ...options }).status ?? 1;

function step(command, args) {
  const status = run(command, args, { stdio: ["ignore", 2, 2], shell: process.platform === "win32" });
  if (status !== 0) fail(`${command} ${args.join(" ")} ended with ${status}; its own words stand above`);
}

/** Files below a folder, without what a build or an install writes. */
function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ["node_modules", "dist"].includes(entry.name) ? [] : walk(path);
    return /\.tsbuildinfo$|data[\\/](pack\.json|gazetteer\.bin)$/.test(path) ? [] : [path];
  });
}

function hashOf(paths, by) {
  const hash = createHash("sha256");
  for (const path of paths) {
    if (by === "bytes") hash.update(readFileSync(path));
    else {
      const { mtimeMs, size } = statSync(path);
      hash.update(`${path}\0${mtimeMs}\0${size}\n`);
    }
  }
  return hash.digest("hex");
}

const markOf = (name) => (existsSync(join(marks, name)) ? readFileSync(join(marks, name), "utf8") : "");
function setMark(name, value) {
  mkdirSync(marks, { recursive: true });
  writeFileSync(join(marks, name), value);
}
const say = (message) => process.stderr.write(`annalist: ${message}\n`);
function fail(message) {
  say(message);
  process.exit(1);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await setUp({ build: process.argv.includes("--build") });
