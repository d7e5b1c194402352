// Writes the packed gazetteer; packages/core/src/places/gazetteer.ts reads it and says what a section means.

/** The bytes of a list of places: `{name, keys, country (alpha-3), feature, latitude, longitude, population, id, admin1 (index)}`. */
export function write(places, { hashOf, SECTIONS, MAGIC }, inputs) {
  const text = new TextEncoder();
  const countries = [...new Set(places.map((p) => p.country))].sort();
  const features = [...new Set(places.map((p) => p.feature))].sort();
  const postings = new Map();
  for (const [index, place] of places.entries()) {
    for (const key of place.keys) {
      const list = postings.get(key);
      if (!list) postings.set(key, [index]);
      else if (list[list.length - 1] !== index) list.push(index);
    }
  }
  const keys = [...postings.keys()].sort();
  const slots = new Uint32Array(2 ** Math.ceil(Math.log2(keys.length * 2)));
  for (const [item, key] of keys.entries()) {
    let slot = hashOf(key) & (slots.length - 1);
    while (slots[slot]) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = item + 1;
  }
  const starts = (lengths) => {
    let sum = 0;
    return Uint32Array.from([0, ...lengths.map((n) => (sum += n))]);
  };
  const names = places.map((p) => text.encode(p.name));
  const lists = keys.map((key) => postings.get(key).sort((a, b) => weight(places[b]) - weight(places[a]) || a - b));
  const degrees = (pick) => Int32Array.from(places, (p) => Math.round(pick(p) * 1e5));
  const sections = {
    id: Uint32Array.from(places, (p) => p.id),
    latitude: degrees((p) => p.latitude),
    longitude: degrees((p) => p.longitude),
    population: Uint32Array.from(places, (p) => p.population),
    nameStart: starts(names.map((n) => n.length)),
    slots,
    keyStart: starts(keys.map((k) => k.length)),
    postingStart: starts(lists.map((l) => l.length)),
    postings: Uint32Array.from(lists.flat()),
    admin1: Uint16Array.from(places, (p) => p.admin1 + 1),
    country: Uint8Array.from(places, (p) => countries.indexOf(p.country)),
    feature: Uint8Array.from(places, (p) => features.indexOf(p.feature)),
    names: Buffer.concat(names),
    keys: text.encode(keys.join("")),
  };
  const head = text.encode(
    JSON.stringify({
      inputs,
      spread: spreadOf(places),
      counts: Object.fromEntries(SECTIONS.map(([name]) => [name, sections[name].length])),
      countries,
      features,
    }),
  );
  const parts = [Uint8Array.from([...u32(MAGIC), ...u32(head.length)]), head];
  let length = 8 + head.length;
  for (const [name] of SECTIONS) {
    const padding = (4 - (length % 4)) % 4;
    const { buffer, byteOffset, byteLength } = sections[name];
    parts.push(new Uint8Array(padding), new Uint8Array(buffer, byteOffset, byteLength));
    length += padding + byteLength;
  }
  return Buffer.concat(parts);
}

/** Alpha-3 -> mean and standard deviation of the latitudes and longitudes of a country's settlements: where its north is. */
function spreadOf(places) {
  const of = new Map();
  for (const place of places)
    if (place.country && place.feature.startsWith("PPL"))
      (of.get(place.country) ?? of.set(place.country, []).get(place.country)).push(place);
  const round = (n) => Math.round(n * 100) / 100;
  const measure = (values) => {
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    return [round(mean), round(Math.sqrt(values.reduce((a, b) => a + (b - mean) ** 2, 0) / values.length))];
  };
  return Object.fromEntries(
    [...of]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([country, list]) => [country, [...measure(list.map((p) => p.latitude)), ...measure(list.map((p) => p.longitude))]]),
  );
}

const u32 = (n) => [n & 255, (n >> 8) & 255, (n >> 16) & 255, (n >>> 24) & 255];

/** The order of places of one name without any context: by people, a rank worth a tenfold of them. */
export function weight({ feature, population }) {
  return (
    Math.log10(population + 30) +
    (feature === "PCLI"
      ? 3
      : feature === "CONT" || feature === "PPLC"
        ? 1.5
        : feature === "ADM1"
          ? 0.5
          : feature === "ADM2"
            ? -1.5
            : feature === "PPLX"
              ? -1
              : 0)
  );
}
