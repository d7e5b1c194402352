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

/** Ends as filters do when whoever reads the output has enough: `annalist search … | head`. */
export function endWithReader(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT.closed);
    throw error;
  });
}
