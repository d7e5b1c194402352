import type { Analysis, Report } from "@annalist/core";
import type { Store } from "@annalist/store";
import type { Keeper } from "../work/keeper.ts";

/** What every route may use. */
export interface Context {
  store: Store;
  /** Takes reports in and keeps the incidents up to date. */
  keeper: Keeper;
  /** Codes one report, away from this thread where it can. */
  code(report: Report): Promise<Analysis>;
  /** No account is needed: only this machine can ask. */
  local: boolean;
}
