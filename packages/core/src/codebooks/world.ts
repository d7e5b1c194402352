import type { Knowledge } from "../model/index.ts";
import { rowsOf } from "../shared/tables.ts";

/** What code lists call a country. */
export interface CountryCodes {
  alpha3: string;
  name: string;
  /** ISO 3166-1 numeric; 0 where the list has none (Kosovo). */
  numeric: number;
  /** FIPS 10-4, which GDELT's places use. */
  fips: string;
  /** Correlates of War and Gleditsch-Ward state numbers; null for what is no member of those systems. */
  cow: number | null;
  gw: number | null;
  ucdpRegion: string;
  acledRegion: string;
}

/** The code lists of the world, and when the file is written: core has no clock. */
export interface World {
  countries: ReadonlyMap<string, CountryCodes>;
  /** ISO 8601 instant. */
  written: string;
}

/** Reads `codebooks/countries` and the countries' names. */
export function createWorld(knowledge: Knowledge, written: string): World {
  const names = new Map(
    rowsOf(knowledge, "places/countries", ["alpha3", "name"]).map(({ alpha3, name }) => [alpha3, name] as const),
  );
  const number = (cell: string) => (cell === "" ? null : Number(cell));
  return {
    written,
    countries: new Map(
      rowsOf(knowledge, "codebooks/countries", ["alpha3", "numeric", "fips", "cow", "gw", "ucdp", "acled"]).map((row) => [
        row.alpha3,
        {
          alpha3: row.alpha3,
          name: names.get(row.alpha3) ?? row.alpha3,
          numeric: Number(row.numeric),
          fips: row.fips,
          cow: number(row.cow),
          gw: number(row.gw),
          ucdpRegion: row.ucdp,
          acledRegion: row.acled,
        },
      ]),
    ),
  };
}
