// Reads what readers said of candidates in the reports of the training set raw-wikinews (training/annotated/wikinews.tsv).
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** @returns {{ report: { id: string, text: string, published?: string }, marks: Map<string, string> }[]} marks: "start TYPE" -> right */
export function readReports(table, corpora) {
  const lines = gunzipSync(readFileSync(`${corpora}/train/raw-wikinews.jsonl.gz`)).toString("utf8").split("\n").filter(Boolean);
  const marks = new Map();
  for (const line of readFileSync(table, "utf8").split("\n")) {
    if (line === "" || line.startsWith("#") || line.startsWith("report\t")) continue;
    const [at, start, , type, right] = line.split("\t");
    if (!marks.has(at)) marks.set(at, new Map());
    marks.get(at).set(`${start} ${type}`, right);
  }
  return [...marks].map(([at, of]) => {
    const { id, text, published } = JSON.parse(lines[Number(at)]);
    return { report: { id, text, published }, marks: of };
  });
}
