import type { Incident } from "@annalist/core";
import type { IncidentTie } from "../store.ts";

/**
 * What the incidents are counted by, as columns in memory: some hundred bytes an incident. A hundred thousand incidents are
 * counted, bucketed and mapped in a few milliseconds, where the database would read every row each time; and a reader of
 * the desk asks for such counts with every click. Made anew when the incidents have changed.
 */
export interface Facts {
  count: number;
  /** The places of all: 0, 1, 2 … */
  all: Int32Array;
  /** The rows' keys, ascending. */
  key: Float64Array;
  id: string[];
  type: Coded;
  mode: Coded;
  status: Coded;
  country: Coded;
  precision: Coded;
  /** 20210628; 0 where there is no date. */
  day: Int32Array;
  lastDay: Int32Array;
  origins: Int32Array;
  /** -1 where nobody gives a figure. */
  killed: Int32Array;
  injured: Int32Array;
  /** Not a number where there is no place. */
  latitude: Float64Array;
  longitude: Float64Array;
  actor: Parties;
  recipient: Parties;
  /** Under both of its ends. */
  ties: ReadonlyMap<string, IncidentTie[]>;
}

/** A column of few different values. Code 0 stands for none. */
export interface Coded {
  codes: Uint16Array | Int32Array;
  values: string[];
}

/** Who takes part in a role: those of incident i are `actors[starts[i]]` to before `starts[i + 1]`, as numbers into `keys`. */
export interface Parties {
  starts: Int32Array;
  actors: Int32Array;
  keys: string[];
  names: string[];
  numbers: ReadonlyMap<string, number>;
}

export const dayNumber = (day: string): number => {
  const [year = "0", month = "0", date = "0"] = day.split("-");
  return Number(year) * 10_000 + Number(month) * 100 + Number(date);
};

/** What an incident is tied to: who says that it answers it, follows from it or is part of it. */
export const tiesOf = ({ id, relations }: Pick<Incident, "id" | "relations">): IncidentTie[] =>
  relations.map(({ type, to, said }) => ({ from: id, to, type, said: new Set(said.map(({ report }) => report)).size }));
