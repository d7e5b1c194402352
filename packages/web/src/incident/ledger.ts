import type { Attribute, Claim } from "@annalist/core";
import type { ReportItem } from "../api/reports.ts";

/** One source's line of the ledger: what it says of each attribute, in the order in which it said so. */
export interface Line {
  source: string;
  /** The voice is not named in the report. */
  unnamed: boolean;
  /** The report itself speaks. */
  narrator: boolean;
  outlets: string[];
  cells: Map<Attribute, Said[]>;
}

/** A value that a source gave, with the claims that give it. */
export interface Said {
  value: string;
  label: string;
  claims: Claim[];
  /** It is not what most origins say. */
  differs: boolean;
  /** The source said something else of a later day. */
  revised: boolean;
}

const ORDER: Attribute[] = [
  "type",
  "actor",
  "recipient",
  "instrument",
  "place",
  "date",
  "killed",
  "injured",
  "missing",
  "captured",
  "abducted",
  "displaced",
];
/** Of these a happening has one value, so that two are a contradiction and not more detail. */
const SINGLE = new Set<Attribute>(["date", "killed", "injured", "missing", "captured", "abducted", "displaced"]);

/** The claims of an incident as lines of sources and columns of attributes. */
export function ledgerOf(claims: readonly Claim[], reports: readonly ReportItem[]): { columns: Attribute[]; lines: Line[] } {
  const published = new Map(reports.map(({ id, published = "" }) => [id, published]));
  const when = (claim: Claim) => claim.published ?? published.get(claim.report) ?? "";
  const common = mostTold(claims);
  const lines = new Map<string, Line>();
  for (const claim of [...claims].sort((a, b) => when(a).localeCompare(when(b)))) {
    const [voice] = claim.voices;
    const outlet = claim.outlet ?? claim.report;
    const source = voice?.name ?? outlet;
    const key = `${voice ? "voice" : "outlet"}:${source.toLowerCase()}`;
    const line: Line = lines.get(key) ?? {
      source,
      unnamed: voice?.anonymity === "unnamed",
      narrator: !voice,
      outlets: [],
      cells: new Map(),
    };
    lines.set(key, line);
    if (!line.outlets.includes(outlet)) line.outlets.push(outlet);
    const said: Said[] = line.cells.get(claim.attribute) ?? [];
    line.cells.set(claim.attribute, said);
    const same = said.find(({ value }) => value === claim.value);
    if (same) same.claims.push(claim);
    else
      said.push({
        value: claim.value,
        label: claim.label,
        claims: [claim],
        differs:
          SINGLE.has(claim.attribute) && common.get(claim.attribute) !== undefined && common.get(claim.attribute) !== claim.value,
        revised: false,
      });
  }
  for (const { cells } of lines.values())
    for (const [attribute, said] of cells) {
      if (!SINGLE.has(attribute)) continue;
      for (const [i, each] of said.entries())
        each.revised = said.slice(i + 1).some((later) => when(later.claims[0]!) > when(each.claims[0]!));
    }
  const columns = ORDER.filter((attribute) => claims.some((claim) => claim.attribute === attribute));
  return { columns, lines: [...lines.values()] };
}

/** The value of each attribute that most independent origins give; none where two are level. */
function mostTold(claims: readonly Claim[]): Map<Attribute, string> {
  const by = new Map<Attribute, Map<string, Set<number>>>();
  for (const { attribute, value, origin } of claims) {
    const values = by.get(attribute) ?? new Map<string, Set<number>>();
    by.set(attribute, values);
    values.set(value, (values.get(value) ?? new Set()).add(origin));
  }
  return new Map(
    [...by].map(([attribute, values]) => {
      const [first, second] = [...values].sort(([, a], [, b]) => b.size - a.size);
      // Level: each is as good as the other, and each is shown to differ.
      return [attribute, second && second[1].size === first![1].size ? "" : first![0]];
    }),
  );
}
