import { hashOf, keyOf, MAGIC, SECTIONS, skeletonOf, withoutArticle } from "./keys.ts";

/** One place of the gazetteer. Entries are numbered from 0; a view is made only when a caller asks for it. */
export interface Entry {
  index: number;
  /** GeoNames id; 0 when it has none that is known. */
  id: number;
  readonly name: string;
  /** Degrees, WGS 84. */
  latitude: number;
  longitude: number;
  population: number;
  /** ISO 3166-1 alpha-3; "" for what lies in none or in many. */
  country: string;
  /** GeoNames feature code: "PPLC", "ADM1", "STRT". */
  feature: string;
  /** The entry of the first-level region that it lies in, -1 for none. */
  admin1: number;
}

/** The packed gazetteer (scripts/gazetteer.mjs). Opening it copies nothing; a look-up is one probe of a hash table. */
export interface Gazetteer {
  readonly size: number;
  entry(index: number): Entry;
  /** Entries that a key (`keyOf`) names, likeliest first; none when there are none. */
  find(key: string): readonly number[];
  /** Where a country's settlements lie: mean and standard deviation of their latitudes, then of their longitudes. */
  spread(country: string): readonly [number, number, number, number] | undefined;
  /** All entries of one feature code. Looks at every entry: for preparing, not for reading. */
  all(feature: string): number[];
  /** As `find`, but by a name as written: with and without an Arabic article, then by transliteration (`loose`). */
  search(name: string): { entries: readonly number[]; loose: boolean };
}

const NONE: readonly number[] = [];

/** Throws when the bytes are no packed gazetteer of this version; an empty one is one without entries. */
export function openGazetteer(bytes: Uint8Array): Gazetteer {
  if (bytes.length === 0)
    return {
      size: 0,
      entry: () => fail("entry of an empty gazetteer"),
      find: () => NONE,
      all: () => [],
      spread: () => undefined,
      search: () => ({ entries: NONE, loose: false }),
    };
  // Typed views need an offset that is a multiple of four.
  const data = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const head = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data.length < 12 || head.getUint32(0, true) !== MAGIC) fail("not a packed gazetteer: run scripts/pack.mjs");
  const text = new TextDecoder();
  const headLength = head.getUint32(4, true);
  const { counts, countries, features, spread } = JSON.parse(text.decode(data.subarray(8, 8 + headLength))) as {
    counts: Record<string, number>;
    countries: string[];
    features: string[];
    spread: Record<string, [number, number, number, number]>;
  };
  let offset = data.byteOffset + 8 + headLength;
  const sections: Record<string, Uint32Array | Uint16Array | Uint8Array> = {};
  for (const [name, width] of SECTIONS) {
    offset = (offset + 3) & ~3;
    const count = counts[name] ?? 0;
    const View = width === 4 ? Uint32Array : width === 2 ? Uint16Array : Uint8Array;
    sections[name] = new View(data.buffer as ArrayBuffer, offset, count);
    offset += count * width;
  }
  const { id, population, nameStart, slots, keyStart, postingStart, postings, admin1, country, feature } = sections as Record<
    (typeof SECTIONS)[number][0],
    Uint32Array
  >;
  const names = sections.names as Uint8Array;
  const keys = sections.keys as Uint8Array;
  const signed = ({ buffer, byteOffset, length }: Uint32Array) => new Int32Array(buffer as ArrayBuffer, byteOffset, length);
  const latitude = signed(sections.latitude as Uint32Array);
  const longitude = signed(sections.longitude as Uint32Array);
  const mask = slots.length - 1;

  const holds = (item: number, key: string) => {
    const start = keyStart[item] as number;
    if ((keyStart[item + 1] as number) - start !== key.length) return false;
    for (let i = 0; i < key.length; i++) if (keys[start + i] !== key.charCodeAt(i)) return false;
    return true;
  };
  // The same few names come again and again within a text.
  const lists = new Map<number, readonly number[]>();
  const entries = new Map<number, Entry>();
  const find = (key: string): readonly number[] => {
    if (key === "") return NONE;
    for (let slot = hashOf(key) & mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const item = (slots[slot] as number) - 1;
      if (!holds(item, key)) continue;
      const known = lists.get(item);
      if (known) return known;
      const list = Array.from(postings.subarray(postingStart[item], postingStart[item + 1]));
      remember(lists, item, list);
      return list;
    }
    return NONE;
  };

  return {
    size: id.length,
    entry(index) {
      const known = entries.get(index);
      if (known) return known;
      const entry: Entry = {
        index,
        id: id[index] as number,
        // Decoded when asked for: most entries are only weighed.
        get name() {
          return text.decode(names.subarray(nameStart[index], nameStart[index + 1]));
        },
        latitude: (latitude[index] as number) / 1e5,
        longitude: (longitude[index] as number) / 1e5,
        population: population[index] as number,
        country: countries[country[index] as number] as string,
        feature: features[feature[index] as number] as string,
        admin1: (admin1[index] as number) - 1,
      };
      remember(entries, index, entry);
      return entry;
    },
    find,
    spread: (code) => spread[code],
    all(code) {
      const wanted = features.indexOf(code);
      const found: number[] = [];
      for (let i = 0; i < feature.length; i++) if (feature[i] === wanted) found.push(i);
      return found;
    },
    search(name) {
      const key = keyOf(name);
      const exact = find(key);
      if (exact.length > 0) return { entries: exact, loose: false };
      const bare = find(withoutArticle(key));
      if (bare.length > 0) return { entries: bare, loose: false };
      return { entries: find(skeletonOf(key)), loose: true };
    },
  };
}

/** Keeps some four thousand; then starts anew, which changes no answer. */
function remember<Value>(kept: Map<number, Value>, key: number, value: Value): void {
  if (kept.size >= 4096) kept.clear();
  kept.set(key, value);
}

function fail(message: string): never {
  throw new Error(`gazetteer: ${message}`);
}
