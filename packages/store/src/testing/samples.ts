import { createHash } from "node:crypto";
import type { Analysis, Claim, Incident, PloverType } from "@annalist/core";
import type { IncomingReport, LinkedItem } from "../store.ts";

export const report = (id: string, text: string, head: Partial<IncomingReport["report"]> = {}): IncomingReport => ({
  report: { id, text, ...head },
  provenance: { source: "test.jsonl", original: createHash("sha256").update(text).digest("hex") },
  identity: head.url ? `url:${head.url}` : `file:test.jsonl#${id}`,
});

/** An analysis of one event, told by the first word of the text that is `trigger`. */
export function analysisOf(id: string, text: string, trigger: string, version = "1.0.0", actor = "Army"): Analysis {
  const start = text.indexOf(trigger);
  const span = { start, end: start + trigger.length };
  const at = text.indexOf(actor);
  const named = { start: at, end: at + actor.length };
  return {
    schema: "annalist/1",
    report: { id, sha256: createHash("sha256").update(text).digest("hex") },
    producer: { version, model: "m", lexicon: "l" },
    sentences: [{ start: 0, end: text.length }],
    entities:
      at < 0
        ? []
        : [{ id: "e1", name: actor, kind: "military", country: "NOR", mentions: [{ ...named, form: "name", head: named }] }],
    places: [],
    times: [],
    events: [
      {
        id: "v1",
        trigger: span,
        evidence: span,
        type: "ASSAULT",
        contexts: [],
        actors: [],
        recipients: [],
        instruments: [],
        places: [],
        times: [],
        polarity: "affirmed",
        modality: "actual",
        casualties: [],
        attributions: [],
        confidence: 0.5,
        rule: "test",
      },
    ],
    attributions: [],
    casualties: [],
    relations: [],
  };
}

export function incident(
  id: string,
  fields: Partial<Incident> & { type?: PloverType; day?: string; at?: [number, number]; killed?: number } = {},
): Incident {
  const { day = "2021-06-28", at, killed, ...rest } = fields;
  return {
    id,
    kind: "incident",
    type: "ASSAULT",
    members: [{ report: "a", event: "v1" }],
    places: at ? [{ name: "Here", latitude: at[0], longitude: at[1], country: "SYR", precision: "settlement", reports: 1 }] : [],
    dates: [{ earliest: day, latest: day, reports: 1 }],
    actors: [{ name: "Army", reports: 1 }],
    recipients: [],
    tolls:
      killed === undefined ? [] : [{ outcome: "killed", low: killed, best: killed, high: killed, source: "police", report: "a" }],
    origins: 1,
    originGroups: [["a"]],
    relations: [],
    why: [],
    status: "single-source",
    ...rest,
  };
}

export const claim = (of: string, start: number, end: number): Claim => ({
  incident: of,
  attribute: "place",
  value: "x",
  label: "X",
  report: "a",
  event: "v1",
  start,
  end,
  voices: [],
  origin: 0,
});

export const linked = (...incidents: Incident[]): LinkedItem[] => incidents.map((item) => ({ item }));
