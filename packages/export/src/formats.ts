import { CODEBOOKS, type Codebook, type EventEntry, type IncidentEntry } from "@annalist/core";
import { csv, tsv } from "./write/delimited.ts";
import { annotationPage, geojson, jsonLines, rawLines, timemapArray } from "./write/json.ts";
import { kml } from "./write/kml.ts";
import { parquet } from "./write/parquet.ts";
import type { MakeWriter } from "./write/writer.ts";

/** One file of an export. */
export type Part = { writer: MakeWriter; extension: string } & (
  | { unit: "incident"; codebook: Codebook<IncidentEntry> }
  | { unit: "event"; codebook: Codebook<EventEntry> }
);

export interface FormatOptions {
  /** CSV opens with a byte order mark, for spreadsheets. */
  bom?: boolean;
}

const incidents = (codebook: Codebook<IncidentEntry>, extension: string, writer: MakeWriter): Part => ({
  unit: "incident",
  codebook,
  extension,
  writer,
});
const events = (codebook: Codebook<EventEntry>, extension: string, writer: MakeWriter): Part => ({
  unit: "event",
  codebook,
  extension,
  writer,
});
const comma = (bom?: boolean) => csv({ delimiter: ",", header: true, bom: bom ?? false });

/** What `--as` may name, and the files that it writes: the first under the name that is asked for, others beside it. */
export const FORMATS: Readonly<Record<string, (options: FormatOptions) => Part[]>> = {
  acled: ({ bom }) => [incidents(CODEBOOKS.acled, "csv", comma(bom))],
  ucdp: ({ bom }) => [incidents(CODEBOOKS.ucdp, "csv", comma(bom))],
  plover: () => [events(CODEBOOKS.plover, "jsonl", jsonLines)],
  polecat: () => [events(CODEBOOKS.polecat, "tsv", tsv({ header: true }))],
  gdelt: () => [
    incidents(CODEBOOKS.gdelt, "tsv", tsv({ header: false })),
    events(CODEBOOKS.mentions, "mentions.tsv", tsv({ header: false })),
  ],
  geojson: () => [incidents(CODEBOOKS.incidents, "geojson", geojson)],
  timemap: () => [incidents(CODEBOOKS.timemap, "json", timemapArray)],
  webannotation: () => [events(CODEBOOKS.webannotation, "jsonld", annotationPage)],
  csv: ({ bom }) => [incidents(CODEBOOKS.incidents, "csv", comma(bom))],
  parquet: () => [incidents(CODEBOOKS.incidents, "parquet", parquet)],
  kml: () => [incidents(CODEBOOKS.incidents, "kml", kml)],
  jsonl: () => [incidents(CODEBOOKS.jsonl, "jsonl", rawLines)],
};
