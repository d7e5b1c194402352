/** A table of int8 rows with a scale each: value = values[row][column] * scales[row]. */
export interface Matrix {
  rows: number;
  columns: number;
  values: Int8Array;
  scales: Float32Array;
}

/** `blocks`: one letter a layer, c a convolution, r a recurrence. */
export interface Settings {
  d: number;
  hidden: number;
  rank: number;
  label_hidden: number;
  name_hidden: number;
  blocks: string;
}

/** The trained weights as read from their file; its layout is told in training/net/export.py. */
export interface Weights {
  settings: Settings;
  /** Vocabularies: of words, prefixes of 2 and 3, suffixes of 2, 3 and 4 characters, and shapes; numbers from 2. */
  tables: ReadonlyMap<string, number>[];
  upos: readonly string[];
  xpos: readonly string[];
  labels: readonly string[];
  /** Names as BIO tags: "O", "B-person", "I-person", … */
  names: readonly string[];
  matrix(name: string): Matrix;
  vector(name: string): Float32Array;
}

interface Header {
  version: number;
  settings: Settings;
  tables: string[];
  upos: string[];
  xpos: string[];
  labels: string[];
  names: string[];
  tensors: Record<string, [offset: number, rows: number, columns: number]>;
}

/** Throws when the bytes are of another version, or lack a tensor that is asked for. */
export function readWeights(bytes: Uint8Array): Weights {
  // Typed arrays need their numbers at even addresses.
  const own = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const length = new DataView(own.buffer, own.byteOffset).getUint32(0, true);
  const header: Header = JSON.parse(new TextDecoder().decode(own.subarray(4, 4 + length)));
  if (header.version !== 1) throw new Error(`the parser's weights are of version ${header.version}, not 1: build the data again`);
  const body = own.byteOffset + 4 + length;
  const find = (name: string) => {
    const entry = header.tensors[name];
    if (!entry) throw new Error(`the parser's weights have no tensor "${name}": build the data again`);
    return entry;
  };
  return {
    settings: header.settings,
    tables: header.tables.map((entries) => new Map(entries.split("\n").map((entry, i) => [entry, i + 2]))),
    upos: header.upos,
    xpos: header.xpos,
    labels: header.labels,
    names: header.names,
    matrix(name) {
      const [offset, rows, columns] = find(name);
      const size = rows * columns;
      return {
        rows,
        columns,
        values: new Int8Array(own.buffer, body + offset, size),
        scales: new Float32Array(own.buffer, body + offset + Math.ceil(size / 4) * 4, rows),
      };
    },
    vector(name) {
      const [offset, , columns] = find(name);
      return new Float32Array(own.buffer, body + offset, columns);
    },
  };
}
