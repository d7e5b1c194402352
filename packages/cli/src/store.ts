import { openStore, type Store } from "@annalist/store";
import type { Command } from "commander";

export interface StoreOptions {
  store?: string;
  asOf?: string;
}

/** Adds `--store`, with one meaning at every command. */
export const storeOption = (command: Command): Command =>
  command.option("--store <place>", "the record: a file or postgres://… (default: $ANNALIST_STORE, else annalist.db here)");

/** Adds `--store` and `--as-of`, which every command that reads the record takes. */
export const storeOptions = (command: Command): Command =>
  storeOption(command).option("--as-of <moment>", "the record as it was then (ISO 8601; a day means its end)");

export const placeOf = ({ store }: StoreOptions): string => store ?? (process.env.ANNALIST_STORE || "annalist.db");

/** Who only reads may be given a file that cannot be written; only who makes one gets a new one: a mistyped name is said. */
export type Purpose = "reading" | "writing" | "making";

/** Linking a large record writes for minutes, and who ingests beside it waits. Milliseconds. */
const PATIENCE = 900_000;

/** Opens the record that the options name. */
export const openAt = (options: StoreOptions, purpose: Purpose): Promise<Store> =>
  openStore(placeOf(options), {
    mustExist: purpose !== "making",
    reading: purpose === "reading",
    patience: PATIENCE,
    ...(options.asOf !== undefined && { asOf: options.asOf }),
  });

/** Opens the record, does the work, closes it; the work's answer is the exit code. */
export async function inStore(options: StoreOptions, purpose: Purpose, work: (store: Store) => Promise<number>): Promise<void> {
  const store = await openAt(options, purpose);
  try {
    process.exitCode = await work(store);
  } finally {
    await store.close();
  }
}
