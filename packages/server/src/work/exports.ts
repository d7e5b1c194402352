import { createWorld, type World } from "@annalist/core";
import { loadEnglish } from "@annalist/english";
import { FORMATS, type Part, type Sink, sidecarOf, storeSource, writePart } from "@annalist/export";
import type { IncidentFilter, Store } from "@annalist/store";

/** A format of the record, with the names of the files that it is written as. */
export interface ExportFormat {
  as: string;
  title: string;
  unit: "incident" | "event";
  files: string[];
}

/** Where the three files of a part go; what is not wanted goes nowhere. */
export type Sinks = { [file in "main" | "evidence" | "excluded"]?: Sink };

/** A file of an export, its sidecars behind it. */
export interface ExportPart {
  part: Part;
  main: string;
  evidence: string;
  excluded: string;
}

/** The files that a format is written as: the first under its own name, others beside it. */
export function partsOf(as: string): ExportPart[] | undefined {
  const parts = Object.hasOwn(FORMATS, as) ? FORMATS[as]?.({ bom: false }) : undefined;
  return parts?.map((part) => {
    const main = `${as}.${part.extension}`;
    return { part, main, evidence: sidecarOf(main), excluded: `${main}.excluded.jsonl` };
  });
}

export const exportFormats = (): ExportFormat[] =>
  Object.keys(FORMATS).map((as) => {
    const parts = partsOf(as)!;
    const { codebook, unit } = parts[0]!.part;
    return {
      as,
      title: codebook.title,
      unit,
      files: parts.flatMap(({ main, evidence, excluded }) => [main, evidence, excluded]),
    };
  });

/** Writes one file and its sidecars of what a filter leaves; `sinks` says which of the three are wanted. */
export async function exportPart(
  store: Store,
  filter: IncidentFilter | undefined,
  { part }: ExportPart,
  written: string,
  sinks: Sinks,
): Promise<void> {
  const { main = NOWHERE, ...sidecars } = sinks;
  await writePart(storeSource(store, filter), part, worldOf(written), { main: gently(main), ...sidecars });
}

const NOWHERE: Sink = { async write() {} };

let english: ReturnType<typeof loadEnglish> | undefined;
function worldOf(written: string): World {
  english ??= loadEnglish();
  return createWorld(english, written);
}

/** Milliseconds of work after which others get their turn. */
const TURN = 8;
/** Rows come one behind the other without a pause; others who ask in the meantime must not wait for the last of them. */
function gently(sink: Sink): Sink {
  let since = performance.now();
  return {
    async write(chunk) {
      await sink.write(chunk);
      if (performance.now() - since < TURN) return;
      await new Promise((resolve) => setImmediate(resolve));
      since = performance.now();
    },
  };
}
