import type { Value } from "@annalist/core";
import { type MakeWriter, textWriter } from "./writer.ts";

/** Characters that XML 1.0 allows; the rest cannot be written in any form. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const xml = (value: Value | undefined): string =>
  String(value ?? "")
    .replace(FORBIDDEN, "\ufffd")
    .replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] as string);

/** KML 2.2: a placemark an incident, with its days as a time span and every column as extended data. */
export const kml: MakeWriter = (sink) => {
  let names: string[] = [];
  return textWriter({
    open: (columns) => {
      names = columns.map(({ name }) => name);
      return '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Annalist incidents</name>\n';
    },
    row: (cells) => {
      const at = (name: string) => cells[names.indexOf(name)]?.value ?? null;
      const data = names.map((name, i) => ({ name, value: cells[i]?.value ?? null })).filter(({ value }) => value !== null);
      return [
        `<Placemark id="${xml(at("id"))}"><name>${xml([at("type"), at("place"), at("date_start")].filter(Boolean).join(", "))}</name>`,
        `<description>${xml(at("quotation"))}</description>`,
        at("date_start") === null
          ? ""
          : `<TimeSpan><begin>${xml(at("date_start"))}</begin><end>${xml(at("date_end"))}</end></TimeSpan>`,
        `<ExtendedData>${data.map(({ name, value }) => `<Data name="${xml(name)}"><value>${xml(value)}</value></Data>`).join("")}</ExtendedData>`,
        at("latitude") === null ? "" : `<Point><coordinates>${at("longitude")},${at("latitude")}</coordinates></Point>`,
        "</Placemark>\n",
      ].join("");
    },
    close: () => "</Document></kml>\n",
  })(sink);
};
