// Annalist beside what else reads English and can be installed by its own package manager: words a second of processor time (of
// link-parser by the clock) from the same invented reports, each program in a process of its own on one thread. The peers give less, and the table says what: none of them codes
// events. They are installed into a temporary folder for this run; nothing of Annalist depends on them.
// `npm run bench peers -- --reports 500` for fewer; `--into FOLDER` keeps what was installed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { shortReport } from "./lib-reports.mjs";

const core = new URL("../packages/core/dist/", import.meta.url).href;
const english = new URL("../packages/english/dist/index.js", import.meta.url).href;

/** Each: what it gives, how it is got (a reason where it cannot be had), and the body of a program that makes `read`. */
const READERS = [
  {
    name: "Annalist, language alone",
    gives: "words, sentences, tags, lemmas, dependency trees, names",
    node: `const { createLanguage } = await import("${core}language/index.js");
      const { loadEnglish } = await import("${english}");
      const language = createLanguage(loadEnglish());
      const read = (text) => language.read({ text });`,
  },
  {
    name: "Annalist, whole record",
    gives: "all of these, and actors, events, places, times, voices, tolls, relations",
    node: `const { createAnalyst } = await import("${core}index.js");
      const { loadEnglish } = await import("${english}");
      const analyst = createAnalyst(loadEnglish());
      const read = (text) => analyst.analyse({ id: "r", text, published: "2021-06-28" });`,
  },
  {
    name: "compromise 14.17",
    gives: "words, sentences, tags by rules, names; no trees",
    install: (folder) => npm(folder, "compromise@14.17.0"),
    node: `const { default: nlp } = await import("compromise");
      const read = (text) => { const doc = nlp(text); return [doc.json({ offset: true }), doc.topics().json()]; };`,
  },
  {
    name: "wink-nlp 2.4, eng-lite-web 1.8",
    gives: "words, sentences, tags, lemmas, numbers and dates; no trees",
    install: (folder) => npm(folder, "wink-nlp@2.4.0", "wink-eng-lite-web-model@1.8.1"),
    node: `const { default: winkNLP } = await import("wink-nlp");
      const { default: model } = await import("wink-eng-lite-web-model");
      const nlp = winkNLP(model);
      const { its } = nlp;
      const read = (text) => { const doc = nlp.readDoc(text); return [doc.tokens().out(its.pos), doc.entities().out(its.detail)]; };`,
  },
  {
    name: "link-grammar 5 (C)",
    gives: "links between words: full parses, no names",
    install: () =>
      got("link-parser", ["--version"]) ? undefined : "no link-parser on this machine (Debian: apt-get install link-grammar)",
    run: (_folder, texts) => linkGrammar(texts),
  },
  {
    name: "spaCy 3.8, en_core_web_sm",
    gives: "words, sentences, tags, lemmas, dependency trees, names",
    install: spacy,
    run: (folder, texts) => {
      writeFileSync(join(folder, "texts.json"), JSON.stringify(texts));
      return told(join(folder, "spacy/bin/python"), ["-c", SPACY, join(folder, "texts.json")], folder);
    },
  },
];

export default function bench() {
  const { values } = parseArgs({
    options: { reports: { type: "string", default: "1000" }, into: { type: "string" } },
    strict: false,
    allowPositionals: true,
  });
  const folder = values.into ?? mkdtempSync(join(tmpdir(), "annalist-peers-"));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"private": true, "type": "module"}');
  const texts = Array.from({ length: Number(values.reports) }, (_, n) => shortReport(n).text);
  const words = texts.reduce((sum, text) => sum + text.split(/\s+/).length, 0);
  console.log(`${texts.length.toLocaleString("en-GB")} reports, ${words.toLocaleString("en-GB")} words\n`);
  console.log("| program | gives | words a second | ready after | memory |\n| --- | --- | ---: | ---: | ---: |");
  for (const { name, gives, install, node, run } of READERS) {
    const lacking = install?.(folder);
    const found = lacking ? undefined : node ? inNode(folder, node, texts) : run(folder, texts);
    const cells = found?.seconds
      ? [
          Math.round(words / found.seconds).toLocaleString("en-GB"),
          `${found.load.toFixed(2)} s`,
          Number.isNaN(found.megabytes) ? "" : `${Math.round(found.megabytes)} MB`,
        ]
      : [`not measured: ${lacking ?? found?.failed}`, "", ""];
    console.log(`| ${[name, gives, ...cells].join(" | ")} |`);
  }
  if (!values.into) rmSync(folder, { recursive: true });
}

const got = (file, args, options = {}) => spawnSync(file, args, { stdio: "ignore", timeout: 300_000, ...options }).status === 0;

function npm(folder, ...packages) {
  const args = ["install", "--no-audit", "--no-fund", "--loglevel=error", ...packages];
  return got("npm", args, { cwd: folder }) ? undefined : `npm could not install ${packages.join(", ")}`;
}

/** A virtual environment with spaCy and its small model of English. */
function spacy(folder) {
  const python = join(folder, "spacy/bin/python");
  if (existsSync(python) && got(python, ["-c", "import en_core_web_sm"])) return undefined;
  if (!got("python3", ["-m", "venv", join(folder, "spacy")])) return "no Python with venv on this machine";
  const env = { ...process.env, PIP_RETRIES: "0", PIP_DEFAULT_TIMEOUT: "15" };
  if (!got(python, ["-m", "pip", "install", "-q", "spacy==3.8.16"], { env })) return "pip could not install spacy";
  return got(python, ["-m", "spacy", "download", "-q", "en_core_web_sm"], { env }) ? undefined : "its model could not be fetched";
}

function inNode(folder, body, texts) {
  writeFileSync(join(folder, "texts.json"), JSON.stringify(texts));
  writeFileSync(
    join(folder, "reader.mjs"),
    `import { readFileSync } from "node:fs";
    const texts = JSON.parse(readFileSync("texts.json", "utf8"));
    const begun = performance.now();
    ${body}
    read(texts[0]);
    const load = (performance.now() - begun) / 1000;
    for (const text of texts.slice(0, 50)) read(text);
    const started = process.cpuUsage();
    for (const text of texts) read(text);
    const { user, system } = process.cpuUsage(started);
    console.log(JSON.stringify({ load, seconds: (user + system) / 1e6, megabytes: process.resourceUsage().maxRSS / 1024 }));`,
  );
  return told(process.execPath, ["reader.mjs"], folder);
}

const SPACY = `import json, resource, sys, time
texts = json.load(open(sys.argv[1]))
begun = time.time()
import spacy
nlp = spacy.load("en_core_web_sm")
nlp(texts[0])
load = time.time() - begun
started = time.process_time()
for doc in nlp.pipe(texts): pass
print(json.dumps({"load": load, "seconds": time.process_time() - started, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))`;

/** What a program says in its last line; one thread each. */
function told(file, args, folder) {
  const env = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" };
  const { status, stdout, stderr } = spawnSync(file, args, { cwd: folder, encoding: "utf8", env });
  return status === 0
    ? JSON.parse(stdout.trim().split("\n").at(-1))
    : { failed: `it failed: ${stderr.trim().split("\n").at(-1)}` };
}

/** link-parser reads sentence by sentence; a start without one is taken off. */
function linkGrammar(texts) {
  const sentences = texts.flatMap((text) => text.split(/(?<=[.?!])\s+|\n+/)).filter(Boolean);
  const run = (input) => {
    const begun = performance.now();
    const { status } = spawnSync("link-parser", ["en", "-timeout=5", "-graphics=0"], {
      input,
      stdio: ["pipe", "ignore", "ignore"],
    });
    return status === 0 ? (performance.now() - begun) / 1000 : Number.NaN;
  };
  const load = run("One.\n");
  const seconds = run(`${sentences.join("\n")}\n`) - load;
  return seconds > 0 ? { load, seconds, megabytes: Number.NaN } : { failed: "link-parser failed" };
}
