// npm run bench [NAME …]: measures speed. Without a name, all of them. Timings are noisy: compare within one run.
import { existsSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setUp } from "../scripts/setup.mjs";

const here = fileURLToPath(new URL(".", import.meta.url));
const all = readdirSync(here)
  .filter((file) => file.endsWith(".mjs") && file !== "main.mjs" && !file.startsWith("lib-"))
  .map((file) => file.slice(0, -4))
  .sort();
const wanted = process.argv.slice(2).filter((name) => !name.startsWith("-"));
const unknown = wanted.filter((name) => !existsSync(`${here}${name}.mjs`));
if (unknown.length > 0) {
  console.error(`No bench ${unknown.join(", ")}; there are ${all.join(", ")}.`);
  process.exit(2);
}
await setUp();
for (const name of wanted.length > 0 ? wanted : all) {
  console.log(`\n# ${name}`);
  const { default: bench } = await import(`./${name}.mjs`);
  await bench();
}
