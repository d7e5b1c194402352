import { createWriteStream } from "node:fs";
import type { Writable } from "node:stream";
import { complain, EXIT, remedy } from "../exit.ts";

/** Where records go. `ended` is set when nothing more can be written. */
export interface Output {
  colour: boolean;
  ended: boolean;
  /** Resolves when the stream wants more: a slow reader slows the coding. */
  write(text: string): Promise<void>;
  /** Flushes, and returns an exit code when writing failed. */
  close(): Promise<number | undefined>;
}

export function createOutput(file: string | undefined): Output {
  const stream: Writable = file === undefined ? process.stdout : createWriteStream(file);
  let failure: NodeJS.ErrnoException | undefined;
  let wake = () => {};
  stream.on("error", (error) => {
    failure ??= error;
    output.ended = true;
    wake();
  });
  stream.on("drain", () => wake());

  const output: Output = {
    colour: file === undefined && Boolean(process.stdout.isTTY) && !process.env.NO_COLOR && process.env.TERM !== "dumb",
    ended: false,
    async write(text) {
      if (output.ended) return;
      if (stream.write(text)) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        if (output.ended) resolve();
      });
    },
    async close() {
      await new Promise<void>((resolve) => {
        if (failure) return resolve();
        stream.once("error", () => resolve());
        if (file === undefined) stream.write("", () => resolve());
        else stream.end(() => resolve());
      });
      if (!failure) return undefined;
      complain(`${file ?? "standard output"}: ${remedy(failure)}`);
      return EXIT.output;
    },
  };
  return output;
}
