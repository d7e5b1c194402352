import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Analysis, createWorld, type EventEntry, type IncidentEntry, type Knowledge, type World } from "@annalist/core";
import { FORMATS, type Summary, writePart } from "./index.ts";
import type { RecordSource, Sink } from "./source.ts";
import { sidecarOf } from "./verify.ts";

/** Words that break formats: quotes, separators, line breaks, formulas, markup, characters beyond 16 bits. */
export const NASTY = '=1+1,"a"\t;\r\n<b>&é😀 @x';
export const TEXT = `=cmd() Gunmen “hit” Mosul & Erbil, <b>killing</b> two;\tpolice said. 😀 ${NASTY}`;
/** Of TEXT in UTF-8. */
export const WRITTEN = "2026-01-02T03:04:05Z";

const table = (columns: string[], ...rows: string[][]) => ({ columns, rows });
const KNOWLEDGE = {
  tables: {
    "places/countries": table(["alpha3", "name"], ["IRQ", "Iraq"]),
    "codebooks/countries": table(
      ["alpha3", "numeric", "fips", "cow", "gw", "ucdp", "acled"],
      ["IRQ", "368", "IZ", "645", "645", "Middle East", "Middle East"],
    ),
  },
} as unknown as Knowledge;
export const world = (): World => createWorld(KNOWLEDGE, WRITTEN);

/** A record of `count` incidents of one report each; every third has no place, every fifth no death. */
export function record(count: number, sha256: string, text = TEXT): RecordSource {
  return {
    async *incidents() {
      for (let i = 0; i < count; i++) yield incidentEntry(i, sha256, text);
    },
    async *events() {
      for (let i = 0; i < count; i++) {
        const { incident, sources } = incidentEntry(i, sha256, text);
        const source = [...sources.values()][0];
        const event = source?.analysis.events[0];
        if (source && event) yield { event, source, incident } satisfies EventEntry;
      }
    },
  };
}

function incidentEntry(i: number, sha256: string, text: string): IncidentEntry {
  const report = `r${i}`;
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const day = new Date(Date.UTC(2021, 0, 1 + (i % 365))).toISOString().slice(0, 10);
  const place = {
    name: "Mosul",
    latitude: 36.34,
    longitude: -43.12,
    country: "IRQ",
    admin1: "Nineveh",
    precision: "settlement" as const,
  };
  const analysis: Analysis = {
    schema: "annalist/1",
    report: { id: report, sha256, published: `${day}T23:30:00-05:00`, outlet: NASTY },
    producer: { version: "0", model: "m", lexicon: "l" },
    sentences: [{ start: 0, end: text.length }],
    entities: [],
    places: [{ id: "p1", ...at("Mosul"), ...place }],
    times: [],
    events: [
      {
        id: "e1",
        trigger: at("killing"),
        evidence: { start: 0, end: text.length },
        type: "ASSAULT",
        contexts: [],
        actors: [{ ...at("Gunmen"), head: at("Gunmen") }],
        recipients: [],
        instruments: [],
        places: ["p1"],
        times: [],
        polarity: "affirmed",
        modality: "actual",
        casualties: [],
        attributions: [],
        confidence: 0.5,
        rule: "assault.kill",
      },
    ],
    attributions: [],
    casualties: [],
    relations: [],
  };
  const claim = { incident: `i${i}`, report, event: "e1", voices: [], origin: 0 };
  return {
    incident: {
      id: `i${i}`,
      kind: "incident",
      type: "ASSAULT",
      members: [{ report, event: "e1" }],
      places: i % 3 === 2 ? [] : [{ ...place, reports: 1 }],
      dates: [{ earliest: day, latest: day, reports: 1 }],
      actors: [{ name: "=HYPERLINK(1)", reference: "group:x", sector: "REB", country: "IRQ", reports: 1 }],
      recipients: [{ name: NASTY, sector: "CVL", reports: 1 }],
      tolls: i % 5 === 4 ? [] : [{ outcome: "killed", low: 2, best: 2, high: null, source: "police", report }],
      origins: 1,
      originGroups: [[report]],
      relations: [],
      why: [],
      status: "single-source",
    },
    claims: [
      { ...claim, attribute: "type", value: "ASSAULT", label: "ASSAULT", ...at("killing") },
      { ...claim, attribute: "actor", value: "group:x", label: "Gunmen", ...at("Gunmen") },
      { ...claim, attribute: "place", value: "Mosul", label: "Mosul", ...at("Mosul") },
      ...(i % 5 === 4
        ? []
        : [{ ...claim, attribute: "killed" as const, value: "2", label: "two", low: 2, best: 2, high: null, ...at("two") }]),
    ],
    sources: new Map([[report, { text, analysis }]]),
  };
}

/** A sink that keeps what it is given. */
export function buffer(): Sink & { bytes(): Buffer; text(): string } {
  const chunks: Buffer[] = [];
  return {
    async write(chunk) {
      chunks.push(Buffer.from(chunk));
    },
    bytes: () => Buffer.concat(chunks),
    text: () => Buffer.concat(chunks).toString("utf8"),
  };
}

/** Exports a small record as files in a folder of its own. */
export async function exported(
  as: string,
  sha256: string,
  count = 20,
): Promise<{ path: string; text: string; summary: Summary }> {
  const [part] = FORMATS[as]?.({}) ?? [];
  if (!part) throw new Error(`no format ${as}`);
  const [main, evidence] = [buffer(), buffer()];
  const summary = await writePart(record(count, sha256), part, world(), { main, evidence });
  const path = join(mkdtempSync(join(tmpdir(), "annalist-export-")), `out.${part.extension}`);
  writeFileSync(path, main.bytes());
  writeFileSync(sidecarOf(path), evidence.bytes());
  return { path, text: main.text(), summary };
}
