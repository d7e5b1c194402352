import type { Cell, Value } from "@annalist/core";
import { type Head, type MakeWriter, type TableWriter, textWriter } from "./writer.ts";

/** One object a line, keyed by column. */
export const jsonLines: MakeWriter = keyed((object) => `${JSON.stringify(object)}\n`);

/** Rows that are JSON already, in their one column: a line each. */
export const rawLines: MakeWriter = textWriter({ row: ([cell]) => `${cell?.value ?? "{}"}\n` });

/** Rows that are JSON already, as the items of a Web Annotation page. */
export const annotationPage: MakeWriter = textWriter({
  open: () =>
    '{"@context":"http://www.w3.org/ns/anno.jsonld","id":"urn:annalist:annotations","type":"AnnotationPage","items":[\n',
  row: ([cell], index) => `${index === 0 ? "" : ",\n"}${cell?.value ?? "{}"}`,
  close: () => "\n]}\n",
});

/** TimeMap's events: one JSON array; its two lists come joined by tabs. */
export const timemapArray: MakeWriter = keyed(
  (object, index) => {
    const list = (value: Value | undefined) =>
      String(value ?? "")
        .split("\t")
        .filter(Boolean);
    return `${index === 0 ? "" : ",\n"}${JSON.stringify({ ...object, associations: list(object.associations), sources: list(object.sources) })}`;
  },
  "[\n",
  "\n]\n",
);

/** GeoJSON (RFC 7946): longitude first; an incident without coordinates has a null geometry and is kept. */
export const geojson: MakeWriter = keyed(
  ({ latitude, longitude, ...properties }, index) => {
    const geometry =
      typeof latitude === "number" && typeof longitude === "number"
        ? { type: "Point", coordinates: [longitude, latitude] }
        : null;
    return `${index === 0 ? "" : ",\n"}${JSON.stringify({ type: "Feature", id: properties.id, geometry, properties })}`;
  },
  '{"type":"FeatureCollection","features":[\n',
  "\n]}\n",
);

/** A text writer whose rows are objects keyed by column. */
function keyed(row: (object: Record<string, Value>, index: number) => string, open = "", close = ""): MakeWriter {
  return (sink) => {
    let names: string[] = [];
    const inner: TableWriter = textWriter({
      open: (columns: readonly Head[]) => {
        names = columns.map(({ name }) => name);
        return open;
      },
      row: (cells: readonly Cell[], index) =>
        row(Object.fromEntries(names.map((name, i) => [name, cells[i]?.value ?? null])), index),
      close: () => close,
    })(sink);
    return inner;
  };
}
