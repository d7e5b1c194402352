// npm run bench [NAME …] [-- OPTIONS]: measures speed. Without a name, all that take minutes at most. Timings are noisy:
// compare within one run.
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setUp } from "../scripts/setup.mjs";

/** These take long, or install other programs: by name only. */
const LONG = ["desk", "durable", "export", "ingest", "peers", "store"];
const here = fileURLToPath(new URL(".", import.meta.url));
const all = readdirSync(here)
  .filter((file) => file.endsWith(".mjs") && file !== "main.mjs" && !file.startsWith("lib-"))
  .map((file) => file.slice(0, -4))
  .sort();
// Names come first; what begins with a dash and all behind it is for the bench.
const given = process.argv.slice(2);
const options = given.findIndex((word) => word.startsWith("-"));
const wanted = options < 0 ? given : given.slice(0, options);
const unknown = wanted.filter((name) => !existsSync(`${here}${name}.mjs`));
if (unknown.length > 0) {
  console.error(`No bench ${unknown.join(", ")}; there are ${all.join(", ")}.`);
  process.exit(2);
}
await setUp();
for (const name of wanted.length > 0 ? wanted : all.filter((one) => !LONG.includes(one))) {
  console.log(`\n# ${name}`);
  const { default: bench } = await import(`./${name}.mjs`);
  await bench();
}
