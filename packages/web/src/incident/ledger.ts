import type { Attribute, Claim } from "@annalist/core";
import type { ReportRow } from "../api/reports.ts";
import { days } from "../design/words.ts";

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

/** Of these a happening has one value, so that two are a contradiction and not more detail. */
const SINGLE = new Set<Attribute>(["date", "killed", "injured", "missing", "captured", "abducted", "displaced"]);

/** The claims of an incident as lines of sources and columns of attributes. */
export function ledgerOf(claims: readonly Claim[], reports: readonly ReportRow[]): { columns: Attribute[]; lines: Line[] } {
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
        label: labelOf(claim),
        claims: [claim],
        differs: SINGLE.has(claim.attribute) && (common.get(claim.attribute) ?? []).some((most) => contradict(most, claim)),
        revised: false,
      });
  }
  for (const { cells } of lines.values())
    for (const [attribute, said] of cells) {
      if (!SINGLE.has(attribute)) continue;
      for (const [i, each] of said.entries())
        each.revised = said.slice(i + 1).some(({ claims: [later] }) => revises(later!, each.claims[0]!, when));
    }
  // The store keeps claims in the order of the ledger's columns.
  const columns = [...new Set(claims.map(({ attribute }) => attribute))];
  return { columns, lines: [...lines.values()] };
}

/** A later figure takes the place of an earlier one; a later day only where both cannot be. */
const revises = (later: Claim, before: Claim, when: (claim: Claim) => string): boolean =>
  when(later) > when(before) && (later.attribute !== "date" || contradict(later, before));

const labelOf = ({ attribute, value, label }: Claim): string => {
  const [from, to] = value.split("/");
  return attribute === "date" && from && to ? days(from, to) : label;
};

/** Of each attribute the claims of the value that most independent origins give; of several values where they are level. */
function mostTold(claims: readonly Claim[]): Map<Attribute, Claim[]> {
  const by = new Map<Attribute, Map<string, { claim: Claim; origins: Set<number> }>>();
  for (const claim of claims) {
    const values = by.get(claim.attribute) ?? new Map<string, { claim: Claim; origins: Set<number> }>();
    by.set(claim.attribute, values);
    const told = values.get(claim.value) ?? { claim, origins: new Set() };
    values.set(claim.value, told);
    told.origins.add(claim.origin);
  }
  return new Map(
    [...by].map(([attribute, values]) => {
      const most = Math.max(...[...values.values()].map(({ origins }) => origins.size));
      return [attribute, [...values.values()].filter(({ origins }) => origins.size === most).map(({ claim }) => claim)];
    }),
  );
}

/** Whether two values cannot both be true: "in February" and "on the 25th" can, "at least 4" and "7" too. */
function contradict(a: Claim, b: Claim): boolean {
  if (a.value === b.value) return false;
  if (a.attribute === "date") {
    const [[from1 = "", to1 = from1], [from2 = "", to2 = from2]] = [a.value.split("/"), b.value.split("/")];
    return to1 < from2 || to2 < from1;
  }
  const range = ({ low, high, value }: Claim) =>
    [low ?? Number(value), high === undefined ? Number(value) : (high ?? Infinity)] as const;
  const [[low1, high1], [low2, high2]] = [range(a), range(b)];
  return high1 < low2 || high2 < low1;
}
