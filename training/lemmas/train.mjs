// Learns lemmas: per Penn tag the ending that tells how a form becomes its lemma, and the forms that no ending tells.
// Needs a build of core. Deterministic.
//   node training/lemmas/train.mjs EWT-TRAIN.conllu GUM-OPEN-TRAIN.conllu --leave-out GUM-NEWS-DEV.conllu --measure EWT-DEV.conllu,GUM-NEWS-DEV.conllu --raw RAW.jsonl.gz,…
import { gunzipSync } from "node:zlib";
import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { createLemmatiser, tagOf } from "../../packages/core/dist/language/lemmas/index.js";
import { INFLECTED, LONGEST_ENDING } from "../../packages/core/dist/language/lemmas/rules.js";
import { fold } from "../../packages/core/dist/language/tokens/index.js";
import { readConllu } from "../conllu.mjs";

/** An ending must be seen on so many different forms, and agree on so large a share of them. */
const FORMS = 2;
const SHARE = 0.75;
/** A form of raw text, and its base, must be found so often. */
const LEAST = 3;

const root = new URL("../..", import.meta.url);
const { values, positionals } = parseArgs({ allowPositionals: true, options: { "leave-out": { type: "string", default: "" }, measure: { type: "string", default: "" }, raw: { type: "string", default: "" }, errors: { type: "boolean", default: false } } });
const { tables } = JSON.parse(readFileSync(new URL("packages/english/data/pack.json", root), "utf8"));

const leaveOut = new Set(values["leave-out"] ? readConllu(values["leave-out"]).map(({ id }) => id) : []);
/** form, tags -> lemma -> how often */
const counts = new Map();
const wordsOf = (sentence) => sentence.words.map(({ form, lemma, upos, xpos }) => ({ text: form, lower: fold(form), upos, xpos, gold: lemma, lemma: "" }));
for (const file of positionals) {
  for (const { id, sentences } of readConllu(file)) {
    if (leaveOut.has(id)) continue;
    for (const word of sentences.flatMap(wordsOf)) {
      if (word.gold === "_") continue;
      const key = `${word.text}\t${word.upos}\t${word.xpos}`;
      const lemmas = counts.get(key) ?? counts.set(key, new Map()).get(key);
      lemmas.set(word.gold, (lemmas.get(word.gold) ?? 0) + 1);
    }
  }
}
const best = (map) => [...map].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];

// Endings, over different forms: each counts once, so that irregular verbs, which are frequent, do not outvote the rule.
const pairs = new Map();
for (const [key, lemmas] of counts) {
  const [text, , xpos] = key.split("\t");
  const lemma = best(lemmas)[0].toLowerCase();
  const lower = fold(text);
  if (INFLECTED.has(xpos) && /^[a-z'-]+$/.test(lower) && /^[a-z'-]+$/.test(lemma)) pairs.set(`${xpos}\t${lower}`, lemma);
}
const endings = new Map();
for (const [key, lemma] of pairs) {
  const [tag, form] = key.split("\t");
  let same = 0;
  while (same < form.length && same < lemma.length && form[same] === lemma[same]) same++;
  if (same < Math.min(2, form.length - 1)) continue;
  const edit = `${form.length - same}\t${lemma.slice(same)}`;
  for (let length = 0; length <= Math.min(LONGEST_ENDING, form.length); length++) {
    const ending = `${tag}\t${form.slice(form.length - length)}`;
    const edits = endings.get(ending) ?? endings.set(ending, new Map()).get(ending);
    edits.set(edit, (edits.get(edit) ?? 0) + 1);
  }
}
const rules = new Map();
for (const [ending, edits] of endings) {
  const [edit, count] = best(edits);
  const total = [...edits.values()].reduce((a, b) => a + b, 0);
  const length = ending.split("\t")[1].length;
  if (length === 0 || (count >= FORMS && count / total >= SHARE)) rules.set(ending, edit);
}
// An ending that says what the next shorter one says says nothing.
const lines = [];
for (const [ending, edit] of [...rules].sort()) {
  const [tag, suffix] = ending.split("\t");
  let shorter;
  for (let length = suffix.length - 1; length >= 0 && shorter === undefined; length--) shorter = rules.get(`${tag}\t${suffix.slice(suffix.length - length)}`);
  if (suffix === "" || shorter !== edit) lines.push(`ending\t${tag}\t${suffix}\t${edit}`);
}

// Exceptions: what the endings and the case rules get wrong, where the treebanks mostly agree.
const lemmatiser = (text) => createLemmatiser({ tables, models: { lemmas: new TextEncoder().encode(text) } });
const lemmatise = lemmatiser(lines.join("\n"));
const exceptions = new Map();
for (const [key, lemmas] of counts) {
  const [text, upos, xpos] = key.split("\t");
  const word = { text, lower: fold(text), upos, xpos, lemma: "" };
  lemmatise([word]);
  const slot = `${tagOf(upos, xpos)}\t${word.lower}`;
  const votes = exceptions.get(slot) ?? exceptions.set(slot, { lemmas: new Map(), wrong: 0, total: 0 }).get(slot);
  for (const [lemma, n] of lemmas) {
    votes.lemmas.set(lemma, (votes.lemmas.get(lemma) ?? 0) + n);
    votes.total += n;
    if (lemma !== word.lemma) votes.wrong += n;
  }
}
for (const [slot, { lemmas, wrong, total }] of [...exceptions].sort()) {
  const [lemma, n] = best(lemmas);
  // The exception must mend more than it breaks; a name's odd case seen once is no rule.
  if (n > total - wrong && (n > 1 || !/^(?:PROPN|X|NNP|SYM)/.test(slot)) && !lemma.includes("@")) lines.push(`form\t${slot}\t${lemma}`);
}

// Verbs of raw text that the treebanks lack: of the bases that English spelling allows, the one whose own forms are found.
const frequency = new Map();
for (const file of values.raw.split(",").filter(Boolean)) {
  for (const word of gunzipSync(readFileSync(file)).toString("utf8").match(/\b[a-z]{2,}\b/g) ?? []) frequency.set(word, (frequency.get(word) ?? 0) + 1);
}
const count = (word) => frequency.get(word) ?? 0;
/** A base is as likely as its rarer form of base and third person. */
const third = (base) => (/(?:s|x|z|ch|sh|o)$/.test(base) ? `${base}es` : /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ies` : `${base}s`);
const likelihood = (base) => Math.min(count(base), 20 * count(third(base)));
const taken = new Set(lines.filter((line) => line.startsWith("form")).map((line) => line.split("\t").slice(1, 3).join("\t")));
const withoutRaw = lemmatiser(lines.join("\n"));
for (const form of [...frequency.keys()].sort()) {
  const stem = /^(.{2,})ing$/.exec(form)?.[1] ?? /^(.{2,})ed$/.exec(form)?.[1];
  if (!stem || count(form) < LEAST) continue;
  const bases = [stem, `${stem}e`];
  if (/([^aeiou])\1$/.test(stem)) bases.push(stem.slice(0, -1));
  if (/[^aeiou]i$/.test(stem) && form.endsWith("ed")) bases.push(`${stem.slice(0, -1)}y`);
  const [base, second] = bases.map((word) => [word, likelihood(word)]).sort((a, b) => b[1] - a[1]);
  if (base[1] < LEAST || base[1] < 5 * second[1]) continue;
  for (const xpos of form.endsWith("ing") ? ["VBG"] : ["VBD", "VBN"]) {
    const word = { text: form, lower: form, upos: "VERB", xpos, lemma: "" };
    withoutRaw([word]);
    if (word.lemma !== base[0] && !taken.has(`${xpos}\t${form}`) && !counts.has(`${form}\tVERB\t${xpos}`)) lines.push(`form\t${xpos}\t${form}\t${base[0]}`);
  }
}

// Verbs of the lexicons: their regular forms, where what was learned so far misses the verb.
const known = new Set(lines.filter((line) => line.startsWith("form")).map((line) => line.split("\t").slice(1, 3).join("\t")));
const withRaw = lemmatiser(lines.join("\n"));
const verbs = new Set((tables["attributions/verbs"]?.rows ?? []).map(([lemma]) => lemma.split(" ")[0]).filter((lemma) => /^[a-z]{3,}$/.test(lemma)));
for (const verb of [...verbs].sort()) {
  // "beg, begged" but "open, opened": a consonant after one vowel is doubled in a word of one syllable, and where raw text has it so.
  const doubles = /[^aeiou][aeiou][bdgklmnprt]$/.test(verb) && (/^[^aeiou]*[aeiou][^aeiou]$/.test(verb) || count(`${verb}${verb.at(-1)}ed`) > count(`${verb}ed`));
  const stem = doubles ? verb + verb.at(-1) : verb;
  const forms = { VBG: verb.endsWith("e") && !/[eoy]e$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${stem}ing`, VBD: verb.endsWith("e") ? `${verb}d` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${stem}ed` };
  for (const [xpos, form] of [["VBG", forms.VBG], ["VBD", forms.VBD], ["VBN", forms.VBD]]) {
    const word = { text: form, lower: form, upos: "VERB", xpos, lemma: "" };
    withRaw([word]);
    if (word.lemma !== verb && !known.has(`${xpos}\t${form}`)) lines.push(`form\t${xpos}\t${form}\t${verb}`);
  }
}
const text = lines.join("\n");
writeFileSync(new URL("packages/english/data/models/lemmas.bin", root), text);
console.log(`${lines.length} lines, ${text.length} bytes`);

const final = lemmatiser(text);
for (const file of values.measure.split(",").filter(Boolean)) {
  const words = readConllu(file).flatMap(({ sentences }) => sentences.flatMap(wordsOf)).filter(({ gold }) => gold !== "_");
  final(words);
  const wrong = words.filter(({ lemma, gold }) => lemma !== gold);
  console.log(`${file.split("/").at(-1)}: ${(100 - (100 * wrong.length) / words.length).toFixed(2)} % of lemmas with gold tags`);
  if (!values.errors) continue;
  const kinds = new Map();
  for (const w of wrong) {
    const kind = `${w.text} ${w.upos} ${w.xpos}: ${w.lemma}, not ${w.gold}`;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  }
  for (const [kind, n] of [...kinds].sort((a, b) => b[1] - a[1]).slice(0, 80)) console.log(n, kind);
}
