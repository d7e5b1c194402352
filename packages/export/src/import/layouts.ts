import { CODEBOOKS } from "@annalist/core";
import { type DatasetRow, type Layout, numberOf } from "./dataset.ts";

const DAY = /^\d{4}-\d{2}-\d{2}/;
const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** "2021-06-28", "2021-06-28 00:00:00.000" and ACLED's older "28 June 2021"; no time zone is applied to any. */
function isoDay(cell: string | undefined): string | undefined {
  if (cell === undefined) return undefined;
  if (DAY.test(cell)) return cell.slice(0, 10);
  const [, day, month, year] = /^(\d{1,2}) ([A-Za-z]+) (\d{4})$/.exec(cell) ?? [];
  const number = MONTHS.indexOf(month?.toLowerCase() ?? "");
  return day && year && number >= 0 ? `${year}-${String(number + 1).padStart(2, "0")}-${day.padStart(2, "0")}` : undefined;
}

const addDays = (iso: string, days: number): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const listed = (...cells: (string | undefined)[]): string[] =>
  cells
    .flatMap((cell) => (cell ?? "").split(";"))
    .map((name) => name.trim())
    .filter((name) => name !== "");
const optional = <Key extends string, T>(key: Key, value: T | undefined | ""): Partial<Record<Key, T>> =>
  value === undefined || value === "" ? {} : ({ [key]: value } as Partial<Record<Key, T>>);

const ACLED_TYPES: Record<string, readonly string[]> = {
  Battles: ["ASSAULT", "RETREAT", "COERCE"],
  "Explosions/Remote violence": ["ASSAULT"],
  "Violence against civilians": ["ASSAULT", "COERCE"],
  Protests: ["PROTEST", "ASSAULT", "COERCE"],
  Riots: ["PROTEST", "ASSAULT"],
  "Strategic developments": ["AGREE", "COERCE", "RETREAT", "MOBILIZE", "ASSAULT", "CONCEDE", "COOPERATE"],
};

const acled: Layout = {
  id: "acled",
  delimiter: ",",
  needs: ["event_id_cnty", "event_date", "event_type", "latitude", "longitude"],
  read(cells, line) {
    const day = isoDay(cells.event_date);
    if (!day) return `event_date "${cells.event_date}" is no day`;
    const spread = cells.time_precision === "2" ? 3 : cells.time_precision === "3" ? 15 : 0;
    const killed = numberOf(cells.fatalities);
    return {
      id: cells.event_id_cnty ?? "",
      line,
      earliest: addDays(day, -spread),
      latest: addDays(day, spread),
      type: [cells.event_type, cells.sub_event_type].filter(Boolean).join(" / "),
      plover: ACLED_TYPES[cells.event_type ?? ""] ?? [],
      actors: listed(cells.actor1, cells.assoc_actor_1),
      recipients: listed(cells.actor2, cells.assoc_actor_2),
      kilometres: cells.geo_precision === "3" ? 150 : cells.geo_precision === "2" ? 50 : 15,
      ...optional("place", cells.location),
      ...optional("country", cells.country),
      ...optional("latitude", numberOf(cells.latitude)),
      ...optional("longitude", numberOf(cells.longitude)),
      ...optional("killed", killed === undefined ? undefined : { low: killed, best: killed, high: killed }),
      ...optional("source", cells.source),
    };
  },
};

const ucdp: Layout = {
  id: "ucdp",
  delimiter: ",",
  needs: ["id", "date_start", "date_end", "best", "latitude", "longitude"],
  read(cells, line) {
    const start = isoDay(cells.date_start);
    const end = isoDay(cells.date_end);
    if (!start || !end) return `date_start "${cells.date_start}" or date_end "${cells.date_end}" is no day`;
    const best = numberOf(cells.best);
    const where = numberOf(cells.where_prec) ?? 1;
    return {
      id: cells.id ?? "",
      line,
      earliest: start,
      latest: end,
      type: ["", "state-based", "non-state", "one-sided"][Number(cells.type_of_violence)] || "violence",
      plover: ["ASSAULT"],
      actors: listed(cells.side_a),
      recipients: listed(cells.side_b),
      kilometres: where <= 1 ? 15 : where <= 2 ? 25 : where <= 4 ? 150 : 500,
      ...optional("place", cells.where_coordinates),
      ...optional("country", cells.country),
      ...optional("latitude", numberOf(cells.latitude)),
      ...optional("longitude", numberOf(cells.longitude)),
      ...optional(
        "killed",
        best === undefined ? undefined : { low: numberOf(cells.low) ?? best, best, high: numberOf(cells.high) ?? best },
      ),
      ...optional("source", cells.source_office),
    };
  },
};

/** PLOVER types by CAMEO root. */
const ROOTS: Record<string, readonly string[]> = {
  "02": ["REQUEST"],
  "03": ["AGREE"],
  "04": ["CONSULT"],
  "05": ["SUPPORT"],
  "06": ["COOPERATE"],
  "07": ["AID"],
  "08": ["CONCEDE", "RETREAT"],
  "09": ["ACCUSE"],
  "10": ["REQUEST"],
  "11": ["ACCUSE"],
  "12": ["REJECT"],
  "13": ["THREATEN"],
  "14": ["PROTEST"],
  "15": ["MOBILIZE"],
  "16": ["SANCTION"],
  "17": ["COERCE"],
  "18": ["ASSAULT"],
  "19": ["ASSAULT"],
  "20": ["ASSAULT"],
};

const gdelt: Layout = {
  id: "gdelt",
  delimiter: "\t",
  columns: CODEBOOKS.gdelt.columns.map(({ name }) => name),
  needs: [],
  read(cells, line) {
    const day = /^(\d{4})(\d{2})(\d{2})$/.exec(cells.SQLDATE ?? "");
    if (!day) return `SQLDATE "${cells.SQLDATE}" is no day`;
    const iso = `${day[1]}-${day[2]}-${day[3]}`;
    const geo = Number(cells.ActionGeo_Type);
    return {
      id: cells.GLOBALEVENTID ?? "",
      line,
      earliest: iso,
      latest: iso,
      type: `CAMEO ${cells.EventCode}`,
      plover: ROOTS[cells.EventRootCode ?? ""] ?? [],
      actors: listed(cells.Actor1Name),
      recipients: listed(cells.Actor2Name),
      kilometres: geo === 3 || geo === 4 ? 25 : geo === 2 || geo === 5 ? 150 : 500,
      ...optional("place", cells.ActionGeo_FullName),
      ...optional("latitude", numberOf(cells.ActionGeo_Lat)),
      ...optional("longitude", numberOf(cells.ActionGeo_Long)),
      ...optional("source", cells.SOURCEURL),
    };
  },
};

/** Layouts that can be read, by the name that `--as` takes. */
export const LAYOUTS: Readonly<Record<string, Layout>> = { acled, ucdp, gdelt };
export type { DatasetRow };
