import yauzl from "yauzl";
import { type Fault, fault } from "./item.ts";
import { LIMITS } from "./limits.ts";
import { collect, UnpackError, watchRatio } from "./unpack.ts";

export interface ZipEntry {
  kind: "entry";
  name: string;
  bytes: Buffer;
}

/** Files of a ZIP, one after the other; nothing is ever written to disk, and a name that would escape is refused all the same. */
export async function* readZip(archive: Buffer, name: string): AsyncGenerator<ZipEntry | Fault> {
  let zip: yauzl.ZipFile;
  try {
    zip = await new Promise<yauzl.ZipFile>((resolve, reject) =>
      yauzl.fromBuffer(archive, { lazyEntries: true, decodeStrings: false }, (error, opened) =>
        error ? reject(error) : resolve(opened),
      ),
    );
  } catch (error) {
    yield fault(name, `no ZIP that can be read (${(error as Error).message}); is it whole?`);
    return;
  }
  if (zip.entryCount > LIMITS.entries) {
    yield fault(name, `${zip.entryCount} entries; at most ${LIMITS.entries} are read of one archive: split it`);
    return;
  }
  for (let n = 0; n < zip.entryCount; n++) {
    const entry = await new Promise<yauzl.Entry | Error>((resolve) => {
      zip.once("entry", resolve).once("error", resolve);
      zip.readEntry();
    });
    zip.removeAllListeners();
    if (entry instanceof Error) {
      yield fault(name, `the list of its files breaks off after ${n} (${entry.message}); those were read`);
      return;
    }
    const raw = (entry.fileName as unknown as Buffer).toString("utf8");
    if (raw.endsWith("/")) continue;
    const where = `${name}!${raw.slice(0, 300)}`;
    const refused = yauzl.validateFileName(raw.replaceAll("\\", "/"));
    if (refused) yield fault(where, `a name that leads out of the archive (${refused}); left out`);
    else if (entry.isEncrypted()) yield fault(where, "encrypted; unpack it yourself, and give what is in it");
    else if (!/(^|\/)(__MACOSX|\.)/.test(raw)) yield await unpack(zip, entry, raw, where);
  }
}

async function unpack(zip: yauzl.ZipFile, entry: yauzl.Entry, name: string, where: string): Promise<ZipEntry | Fault> {
  try {
    if (entry.uncompressedSize > LIMITS.entry)
      throw new UnpackError(`${entry.uncompressedSize} bytes; at most ${LIMITS.entry} are read as one file`);
    const stream = await new Promise<AsyncIterable<Uint8Array>>((resolve, reject) =>
      zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
    );
    const watch = watchRatio();
    watch.packed(entry.compressedSize);
    const watched = (async function* () {
      for await (const chunk of stream) {
        watch.unpacked(chunk.length);
        yield chunk;
      }
    })();
    return { kind: "entry", name, bytes: await collect(watched) };
  } catch (error) {
    return fault(where, `cannot be unpacked: ${(error as Error).message.replace(/\s+/g, " ")}`);
  }
}
