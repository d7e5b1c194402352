/** Exit codes of every command; the README documents them. */
export const EXIT = {
  done: 0,
  /** Some input could not be read or coded; everything else was. */
  partly: 1,
  /** Wrong use: nothing was done. */
  usage: 2,
  /** The result could not be written. */
  output: 3,
  /** The store could not be opened or used. */
  store: 4,
  /** Stopped by a person: 128 + SIGINT. */
  stopped: 130,
  /** The reader closed the pipe: 128 + SIGPIPE, as other filters end. */
  closed: 141,
} as const;

/** Wrong use of a command: one line, exit code 2. */
export class UsageError extends Error {}

/** One line on stderr. */
export function complain(message: string): void {
  process.stderr.write(`annalist: ${message}\n`);
}

/**
 * Ends as filters do when whoever reads has enough: quietly, `annalist search … | head`. Other failures of standard output
 * are said, since what was asked for is then not there.
 */
export function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EPIPE") process.exit(EXIT.closed);
      if (stream === process.stdout) complain(`standard output: ${remedy(error)}`);
      process.exit(EXIT.output);
    });
}

/** Why something could not be written, and what to do. */
export function remedy(error: NodeJS.ErrnoException): string {
  if (error.code === "ENOSPC") return "the disk is full; free some space and run it again";
  if (error.code === "EACCES" || error.code === "EPERM" || error.code === "EROFS")
    return "not allowed to write there; choose another file with --out";
  if (error.code === "ENOENT") return "no such folder; make it first, or choose another file with --out";
  if (error.code === "EISDIR") return "a folder; name a file with --out";
  return `cannot be written: ${error.message.replace(/\s+/g, " ")}`;
}
