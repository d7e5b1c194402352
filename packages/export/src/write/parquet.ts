import type { Cell } from "@annalist/core";
import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import type { Head, MakeWriter } from "./writer.ts";

/** Rows held before a row group is written: what bounds the memory. */
const GROUP = 10_000;
const TYPES = { integer: "INT32", real: "DOUBLE" } as const;

/** Apache Parquet: text as UTF-8, counts as 32-bit integers, degrees as doubles; every column may be null. */
export const parquet: MakeWriter = (sink) => {
  const bytes = new ByteWriter();
  const drain = async () => {
    const chunk = new Uint8Array(bytes.buffer.slice(0, bytes.index));
    bytes.index = 0;
    await sink.write(chunk);
  };
  let heads: readonly Head[] = [];
  let rows: (readonly Cell[])[] = [];
  let writer: ParquetWriter;
  const columnData = () =>
    heads.map(({ name, type }, i) => ({
      name,
      type: type ? TYPES[type] : ("STRING" as const),
      nullable: true,
      data: rows.map((cells) => {
        const value = cells[i]?.value ?? null;
        return value === null || type ? value : String(value);
      }),
    }));
  const group = async () => {
    if (rows.length === 0) return;
    await writer.write({ columnData: columnData(), rowGroupSize: GROUP });
    rows = [];
    await drain();
  };
  return {
    async open(columns) {
      heads = columns;
      writer = new ParquetWriter({
        writer: bytes,
        schema: schemaFromColumnData({ columnData: columnData() }),
        createdBy: "Annalist",
      });
    },
    async row(cells) {
      rows.push(cells);
      if (rows.length >= GROUP) await group();
    },
    async close() {
      await group();
      await writer.finish();
      await drain();
    },
  };
};
