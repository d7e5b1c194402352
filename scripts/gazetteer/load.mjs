// Loads the one TypeScript file that packing and look-up share, before anything is built.
import { readFileSync } from "node:fs";
import ts from "typescript";

export async function loadKeys() {
  const source = readFileSync(new URL("../../packages/core/src/places/keys.ts", import.meta.url), "utf8");
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputText).toString("base64")}`);
}
