import type { Knowledge } from "@annalist/core";
import type { Pack } from "./pack.ts";

/** English without its gazetteer, to begin with, and a way to the whole. */
export interface LazyEnglish {
  /** Reads reports at once; places stay unresolved, and each analysis says so. */
  knowledge: Knowledge;
  /** The same with the gazetteer, fetched on the first call and kept. A failed fetch rejects, and the next call tries again. */
  withGazetteer(): Promise<Knowledge>;
}

/** The data over HTTP, from wherever the package's `data` folder is served. Rejects with the address that failed. */
export async function fetchEnglish(base: string): Promise<Knowledge> {
  const { get, pack } = dataAt(base);
  const [rest, gazetteer] = await Promise.all([pack(), get("gazetteer.bin").then(bytesOf)]);
  return { ...rest, gazetteer };
}

/** As `fetchEnglish`, but the gazetteer, most of the bytes, is left until it is asked for. */
export async function fetchEnglishLazily(base: string): Promise<LazyEnglish> {
  const { get, pack } = dataAt(base);
  const knowledge = { ...(await pack()), gazetteer: new Uint8Array(0) };
  let whole: Promise<Knowledge> | undefined;
  return {
    knowledge,
    withGazetteer: () => {
      whole ??= get("gazetteer.bin")
        .then(bytesOf)
        .then(
          (gazetteer) => ({ ...knowledge, gazetteer }),
          (error) => {
            whole = undefined;
            throw error;
          },
        );
      return whole;
    },
  };
}

const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

function dataAt(base: string) {
  const get = async (file: string) => {
    const address = `${base.replace(/\/$/, "")}/${file}`;
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address}: ${answer.status} ${answer.statusText}`);
    return answer;
  };
  const pack = async (): Promise<Omit<Knowledge, "gazetteer">> => {
    const { tables, lexiconVersion, modelVersion, models }: Pack = await (await get("pack.json")).json();
    const weights = await Promise.all(models.map((name) => get(`models/${name}.bin`).then(bytesOf)));
    return {
      tables,
      lexiconVersion,
      modelVersion,
      models: Object.fromEntries(models.map((name, i) => [name, weights[i] as Uint8Array])),
    };
  };
  return { get, pack };
}
