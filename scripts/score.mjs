// npm run score -- [--only ud,ner] [--keep DIR] [--floor]: runs the scorers beside the corpora and prints their table.
// --floor compares the figures with bench/accuracy.json and fails on one that fell by more than a point; --record writes it.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { root, run, setUp } from "./setup.mjs";

const { values } = parseArgs({
  options: {
    shared: { type: "string", default: "../shared" },
    only: { type: "string" },
    keep: { type: "string" },
    floor: { type: "boolean" },
    record: { type: "boolean" },
  },
});
const shared = resolve(root, values.shared);
const scorer = join(shared, "score/run.mjs");
if (!existsSync(scorer)) {
  console.log(`No corpora: ${scorer} is not there. Give their folder with --shared DIR (it holds score/ and corpora/).`);
  process.exit(values.floor ? 1 : 0);
}
await setUp();
const work = mkdtempSync(join(tmpdir(), "annalist-score-"));
const out = join(work, "scores.jsonl");
const names = readdirSync(join(shared, "corpora")).filter((name) => existsSync(join(shared, "score", `${name}.mjs`)));
const annalist = `"${process.execPath}" "${join(root, "packages/cli/bin/annalist.mjs")}"`;
const command = `${annalist} code --from jsonl --format jsonl --tokens -`;
const status = run(process.execPath, [
  scorer,
  ...["--corpora", join(shared, "corpora"), "--command", command, "--link", `${annalist} link -`, "--out", out],
  "--only",
  values.only ?? names.join(","),
  ...(values.keep ? ["--keep", resolve(values.keep)] : []),
]);
const { corpora } = JSON.parse(readFileSync(out, "utf8").trim().split("\n").at(-1));
rmSync(work, { recursive: true });

const file = join(root, "bench/accuracy.json");
const recorded = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { corpora: {} };
/** The scorer's main figures, in percent; a scorer without such a list gives its `main` or its flat numbers by name. */
const figures = (score) => score?.main ?? {};
// A fall of more than a point needs a reason, {"figure": {"to": 68.04, "why": "…"}}, which holds down to that value and no further.
const scored = new Set(corpora.map(({ corpus }) => corpus));
const reasons = Object.fromEntries(
  Object.entries(recorded.reasons ?? {}).filter(([figure]) => !scored.has(figure.split(".")[0])),
);
let fell = 0;
for (const { corpus, score, failed } of corpora) {
  if (failed) continue;
  for (const [name, before] of Object.entries(recorded.corpora[corpus] ?? {})) {
    const now = figures(score)[name] ?? 0;
    const reason = recorded.reasons?.[`${corpus}.${name}`];
    if (now >= before - 1) continue;
    if (reason && now >= reason.to - 1) {
      reasons[`${corpus}.${name}`] = reason;
      continue;
    }
    if (!values.floor && !values.record) continue;
    console.log(`fell: ${corpus} ${name} ${before} -> ${now}`);
    fell++;
  }
}
if (values.record && fell === 0) {
  for (const { corpus, score, failed } of corpora) if (!failed) recorded.corpora[corpus] = figures(score);
  // Reasons stand beside the record that they explain; the next one starts from its own figures.
  writeFileSync(file, `${JSON.stringify({ corpora: recorded.corpora, reasons }, undefined, 2)}\n`);
}
if (values.floor || values.record)
  console.log(
    fell === 0
      ? "No figure fell by more than a point without a reason."
      : `${fell} figures fell by more than a point; mend it, or write the reason into "reasons" of bench/accuracy.json.`,
  );
process.exit(status !== 0 ? status : fell > 0 ? 1 : 0);
