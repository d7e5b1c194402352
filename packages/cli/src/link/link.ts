import { createLinker, type Linked } from "@annalist/core";
import { createOutput } from "../code/output.ts";
import { complain, EXIT } from "../exit.ts";
import { inWords } from "./explain.ts";
import { readAnalyses, readPins } from "./input.ts";

export interface LinkCommandOptions {
  pins?: string;
  explain?: boolean;
  only?: "incidents" | "stories";
  out?: string;
}

/** Links the analyses of all files, and returns an exit code. */
export async function linkFiles(files: readonly string[], options: LinkCommandOptions): Promise<number> {
  const pins = options.pins === undefined ? [] : await readPins(options.pins);
  const linker = createLinker({ pins });
  let code: number = EXIT.done;
  for await (const item of readAnalyses(files)) {
    if ("fault" in item) {
      complain(item.fault);
      code = EXIT.partly;
    } else linker.add(item.analysis);
  }
  const output = createOutput(options.out);
  const wanted = (one: Linked) => options.only === undefined || (one.kind === "story") === (options.only === "stories");
  for (const one of linker.link()) {
    if (output.ended) break;
    if (wanted(one)) await output.write(options.explain ? inWords(one) : `${JSON.stringify(one)}\n`);
  }
  return (await output.close()) ?? code;
}
