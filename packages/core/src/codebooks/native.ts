import { type Codebook, cellOf, type IncidentEntry } from "./codebook.ts";
import { evidenceOf } from "./reading.ts";

/** The record itself: an incident with every claim of its ledger, one JSON object a line. Nothing is left out. */
export const NATIVE: Codebook<IncidentEntry> = {
  id: "jsonl",
  title: "Annalist's own record, JSON lines",
  unit: "incident",
  source: "this record",
  limits: ["Nothing is left out."],
  excludes: () => undefined,
  columns: [
    {
      name: "incident",
      from: "incident, claims",
      rule: "both, as linked",
      cell: ({ incident, claims }) => cellOf(JSON.stringify({ ...incident, claims }), evidenceOf(claims)),
    },
  ],
};
