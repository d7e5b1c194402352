import type { Knowledge } from "@annalist/core";
import type { Pack } from "./pack.ts";

/** The same data over HTTP, from wherever the package's `data` folder is served. Rejects with the address that failed. */
export async function fetchEnglish(base: string): Promise<Knowledge> {
  const get = async (file: string) => {
    const address = `${base.replace(/\/$/, "")}/${file}`;
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status} ${answer.statusText}`);
    return answer;
  };
  const bytes = async (file: string) => new Uint8Array(await (await get(file)).arrayBuffer());
  const { tables, lexiconVersion, modelVersion, models }: Pack = await (await get("pack.json")).json();
  const [gazetteer, ...weights] = await Promise.all([
    bytes("gazetteer.bin"),
    ...models.map((name) => bytes(`models/${name}.bin`)),
  ]);
  return {
    tables,
    lexiconVersion,
    modelVersion,
    models: Object.fromEntries(models.map((name, i) => [name, weights[i]!])),
    gazetteer,
  };
}
