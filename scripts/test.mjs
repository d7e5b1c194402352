// npm test: sets itself up, then checks style and types and runs every test. Arguments go to vitest.
import { join } from "node:path";
import { browserPath } from "./chromium.mjs";
import { postgres } from "./postgres.mjs";
import { root, run, setUp } from "./setup.mjs";

await setUp();
const required = Boolean(process.env.CI);
const chromium = browserPath();
const server = await postgres();
const bin = (name) => join(root, "node_modules", name);
const steps = [
  ["style", bin("@biomejs/biome/bin/biome"), ["check", "--error-on-warnings", "."]],
  ["types", bin("typescript/bin/tsc"), ["-p", "tsconfig.check.json"]],
  ["unused code", bin("knip/bin/knip.js"), []],
  ["tests", bin("vitest/vitest.mjs"), ["run", ...process.argv.slice(2)]],
];
const failed = [];
for (const [name, file, args] of steps) {
  console.log(`\n— ${name}`);
  if (
    run(process.execPath, [file, ...args], {
      env: { ...process.env, ANNALIST_CHROMIUM: chromium ?? "", ANNALIST_POSTGRES: server.url ?? "" },
    }) !== 0
  )
    failed.push(name);
}
if (!chromium) {
  console.log("\nLeft out: the browser tests. No Chromium was found and none could be installed; set CHROMIUM to its path.");
  if (required) failed.push("browser tests (CI requires them)");
}
if (!server.url) {
  console.log(
    "\nLeft out: the store's tests on PostgreSQL. No server answered and none could be set up; set ANNALIST_POSTGRES to the address of a database.",
  );
  if (required) failed.push("PostgreSQL tests (CI requires them)");
}
server.stop();
console.log(failed.length > 0 ? `\nFailed: ${failed.join(", ")}` : "\nAll checks passed.");
console.log(`${steps.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 ? 1 : 0);
