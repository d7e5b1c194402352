import { StoreError } from "../store.ts";

/** What SQLite says, with the remedy; other errors pass as they are. Result codes: sqlite.org/rescode.html */
export function explain(error: unknown, location: string): unknown {
  if (error instanceof StoreError || !(error instanceof Error)) return error;
  const { message } = error;
  switch (codeOf(error)) {
    case 5:
    case 6:
      return new StoreError("busy", `${location}: another process is writing to it for a long time; try again when it has ended`);
    case 8:
      return new StoreError(
        "read-only",
        `${location}: may not be written; check its permissions and its folder's, or name another with --store`,
      );
    case 10:
      return new StoreError(
        "full",
        `${location}: the disk does not take or give the data (${message}); check it and free some space; what was stored before stands`,
      );
    case 11:
      return new StoreError("damaged", `${location}: the file is damaged (${message}); go back to a copy of it`);
    case 13:
      return new StoreError(
        "full",
        `${location}: the disk is full; free some space and run it again, it goes on where it stopped`,
      );
    case 14:
      return new StoreError(
        "read-only",
        `${location}: cannot be opened; check that it is a file that you may read, in a folder where you may write`,
      );
    case 26:
      return new StoreError("not-a-store", `${location}: no database; it was left as it is. Name another file with --store`);
    default:
      return error;
  }
}

/** Another connection holds the lock. */
export const isBusy = (error: unknown): boolean => error instanceof Error && [5, 6].includes(codeOf(error) ?? 0);

function codeOf(error: Error & { errcode?: number }): number | undefined {
  return error.errcode === undefined ? fromMessage(error.message) : error.errcode & 0xff;
}

function fromMessage(message: string): number | undefined {
  if (/database or disk is full/.test(message)) return 13;
  if (/readonly database/.test(message)) return 8;
  if (/database is locked/.test(message)) return 5;
  if (/disk I\/O error/.test(message)) return 10;
  if (/malformed/.test(message)) return 11;
  if (/unable to open/i.test(message)) return 14;
  if (/not a database/.test(message)) return 26;
  return undefined;
}
