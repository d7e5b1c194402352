import { loadEnglish, withDictionary } from "@annalist/english";
import { EXIT, UsageError } from "../exit.ts";
import { createCoder } from "./coder.ts";
import { byteLength, readAll } from "./input.ts";
import { type CodeOptions, isJsonl } from "./options.ts";
import { createOutput } from "./output.ts";
import { inOrder } from "./pool.ts";
import { createProgress } from "./progress.ts";
import type { RenderOptions } from "./render.ts";

/**
 * Codes all reports of the files, in their order, and returns the exit code. What cannot be read or coded is named on
 * standard error and everything else goes on. Memory is bounded by the reports that are under way, not by the input.
 */
export async function code(files: string[], options: CodeOptions): Promise<number> {
  checkDictionary(options.lexicon);
  const output = createOutput(options.out);
  const progress = createProgress(await byteLength(files));
  const rendering: RenderOptions = {
    format: options.format ?? (isJsonl(files[0] ?? "-", options) ? "jsonl" : "pretty"),
    tokens: options.tokens ?? false,
    explain: options.explain ?? false,
    colour: output.colour,
    ...(options.lexicon !== undefined && { lexicon: options.lexicon }),
  };
  // A worker costs a tenth of a second to start: one text, or one thread, is coded here.
  const few = files.length < 3 && !files.some((file) => isJsonl(file, options));
  const coder = await createCoder(rendering, few ? 1 : options.threads);
  let failed = false;
  const complain = (where: string, message: string) => {
    failed = true;
    progress.complain(`${where}: ${message}`);
  };
  try {
    const results = inOrder(readAll(files, options), coder);
    for await (const result of results) {
      for (const { where, message } of result.faults) complain(where, message);
      if (result.text !== undefined) await output.write(result.text);
      progress.add(result);
      if (output.ended) break;
    }
  } finally {
    progress.stop();
    await coder.close();
  }
  const ended = await output.close();
  if (ended) return ended;
  return failed ? EXIT.partly : EXIT.done;
}

/** A dictionary with a fault is wrong use: better no record than one made with half of it. */
function checkDictionary(folder: string | undefined): void {
  if (folder === undefined) return;
  try {
    withDictionary(loadEnglish(), folder);
  } catch (error) {
    throw new UsageError(`--lexicon ${(error as Error).message}`);
  }
}
