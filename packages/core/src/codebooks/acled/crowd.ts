import type { Evidence, IncidentEntry } from "../codebook.ts";
import { claimsOfActor, evidenceOf, nameOf, partiesOf } from "../reading.ts";

/** "Thousands", "about 2,000", "several hundred": the count that opens a description of people. */
const COUNT =
  /^(?:(?:about|around|some|nearly|almost|over|up to|at least|more than|fewer than|several|a few|tens of|hundreds of)\s+)*(?:\d[\d.,]*(?:\s+(?:thousand|million))?|hundreds?|thousands?|dozens?|scores|millions?)\b/i;

/** How many demonstrated, in the words of the report, as ACLED's tag has it. */
export function crowdOf(row: IncidentEntry): { words: string; evidence: Evidence[] } {
  for (const actor of partiesOf(row, "actor")) {
    const [words] = COUNT.exec(nameOf(row, "actor", actor)) ?? [];
    if (words) return { words: words.toLowerCase(), evidence: evidenceOf(claimsOfActor(row, "actor", actor)) };
  }
  return { words: "no report", evidence: [] };
}
