// The page of measured figures, from bench/accuracy.json: what a run of the scorers wrote, nothing by hand.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../setup.mjs";

/** What each corpus measures, in words. */
const CORPORA = {
  ud: "sentences, words, tags, lemmas, trees (UD English EWT and GUM news)",
  ner: "names of persons, organisations and places",
  coref: "names, descriptions and pronouns of one entity (GUM)",
  tempeval: "time expressions and their values (TimeBank, AQUAINT)",
  meantime: "times and names in Wikinews",
  geo: "place names and where they are",
  polnear: "who says what: source, cue, content (PolNeAR)",
  gsr: "PLOVER type, mode, who to whom, on sentences of the CAMEO manual",
  case21: "25 ACLED types mapped to PLOVER, on snippets",
  ipe: "what police did, per sentence and per report",
  muc4: "incidents of terrorism: role fillers, date, place, toll (MUC-4)",
  wikievents: "event triggers and arguments in long reports",
  wire: "the whole record of agency-style reports",
  seed: "the whole record of one report",
  "wire-clusters": "which reports tell of one incident",
  ecb: "one happening told in many reports (ECB+)",
  isaf: "raids: date, provinces, types, groups, numbers",
  gvdb: "shootings: victims, shooters, numbers, city",
  cnc: "cause and effect in a sentence",
  re3d: "entities in defence reports",
};

export function accuracyPage() {
  const { corpora, reasons = {} } = JSON.parse(readFileSync(join(root, "bench/accuracy.json"), "utf8"));
  return [
    "# How good",
    "",
    "Figures of one run over the development halves of the corpora, from raw text, in percent (F1 unless the name says otherwise). Each may not fall by more than a point without a written reason. Texts of corpora are for measuring: none is in the project.",
    "",
    "    npm run score -- --shared DIR            # the same run, where the corpora are at hand",
    "    npm run score -- --shared DIR --only ud  # one corpus",
    "",
    ...Object.entries(corpora).flatMap(([name, figures]) => [
      `## ${name}`,
      "",
      `${CORPORA[name] ?? ""}`,
      "",
      "| figure | percent |",
      "| --- | ---: |",
      ...Object.entries(figures).map(([figure, value]) => `| ${figure} | ${value} |`),
      "",
    ]),
    ...(Object.keys(reasons).length > 0
      ? ["## Figures that fell, and why", "", ...Object.entries(reasons).map(([figure, { why }]) => `- ${figure}: ${why}`), ""]
      : []),
  ].join("\n");
}
