import { createHash } from "node:crypto";
import type { Report } from "@annalist/core";
import { canonical } from "./address.ts";
import { type Fault, type Found, fault, type Provenance } from "./item.ts";
import { MAX_LENGTH } from "./limits.ts";

export const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

/** What is known of a report before it is one. */
interface Draft {
  report: Omit<Report, "id"> & { id?: string };
  /** Where it stands: "march.csv:17". */
  where: string;
  source: string;
  place?: string;
  raw: Uint8Array | string;
  /** What its id is unique within, where it has one: the file's name. */
  within?: string;
  /** It is this file and no other: its place is what makes it the same when its words change. */
  file?: string;
  faults?: Fault[];
  also?: Partial<Provenance>;
}

/** A report with its provenance and what identifies it: its address, else its id within its file, else its file. */
export function toFound({ report, where, source, place, raw, within, file, faults = [], also = {} }: Draft): Found | Fault {
  const { id, url, ...rest } = report;
  if (report.text.trim() === "") return fault(where, "no text in it");
  if (report.text.length > MAX_LENGTH)
    return fault(where, `a text of ${report.text.length} characters; at most ${MAX_LENGTH} are read as one report: split it`);
  const address = url === undefined ? undefined : canonical(url);
  const identity =
    address !== undefined
      ? `url:${address}`
      : id !== undefined && within !== undefined
        ? `file:${within}#${id}`
        : file && `file:${file}`;
  return {
    kind: "found",
    report: { id: id ?? address ?? where, ...rest, ...(url !== undefined && { url: address ?? url }) },
    provenance: { source, ...(place !== undefined && { place }), original: sha256(raw), ...also },
    ...(identity && { identity }),
    unnamed: id === undefined,
    faults,
  };
}
