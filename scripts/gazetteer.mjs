// Packs the gazetteer: data/gazetteer.bin.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export async function packGazetteer() {
  writeFileSync(fileURLToPath(new URL("../packages/english/data/gazetteer.bin", import.meta.url)), new Uint8Array());
}
