import { existsSync } from "node:fs";
import { isPostgres, openStore, type Store } from "@annalist/store";
import type { Command } from "commander";
import { UsageError } from "./exit.ts";

export interface StoreOptions {
  store?: string;
  asOf?: string;
}

/** Adds `--store` and `--as-of`, which every command that reads the record takes. */
export function storeOptions(command: Command): Command {
  return command
    .option("--store <place>", "the record: a file or postgres://… (default: $ANNALIST_STORE, else annalist.db here)")
    .option("--as-of <moment>", "the record as it was then (ISO 8601; a day means its end)");
}

export const placeOf = ({ store }: StoreOptions): string => store ?? process.env.ANNALIST_STORE ?? "annalist.db";

/** Opens the record that the options name. A command that only reads makes no new file: a mistyped name is said. */
export async function openAt(options: StoreOptions, { mustExist }: { mustExist: boolean }): Promise<Store> {
  const place = placeOf(options);
  if (mustExist && !isPostgres(place) && !existsSync(place))
    throw new UsageError(`${place}: no such record; "annalist ingest" makes one, --store names another`);
  return openStore(place, options.asOf === undefined ? {} : { asOf: options.asOf });
}
