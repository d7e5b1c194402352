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

/** Opens the record that the options name. A command that only reads makes no new file: a mistyped name is said. */
export const openAt = (options: StoreOptions, { mustExist }: { mustExist: boolean }): Promise<Store> =>
  openStore(placeOf(options), { mustExist, ...(options.asOf !== undefined && { asOf: options.asOf }) });

/** Opens the record, does the work, closes it; the work's answer is the exit code. */
export async function inStore(
  options: StoreOptions,
  how: { mustExist: boolean },
  work: (store: Store) => Promise<number>,
): Promise<void> {
  const store = await openAt(options, how);
  try {
    process.exitCode = await work(store);
  } finally {
    await store.close();
  }
}
