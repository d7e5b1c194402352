import type { Name, Word } from "../model/index.ts";
import type { Cues } from "./cues.ts";
import { keyOf } from "./keys.ts";
import type { Reading } from "./reading.ts";
import { ENOUGH, type Spot } from "./spot.ts";
import { DIRECTIONS, FIRM, isCapital } from "./vocabulary.ts";

/**
 * Places that the gazetteer does not know: names that the model takes for places, and what the text calls a village or
 * a district. Where the gazetteer does know all words of such a name, its spots gain belief instead.
 */
export function unknownSpots(reading: Reading, cues: Cues, spots: readonly Spot[]): Spot[] {
  const { document, names, shouted, at } = reading;
  const { words } = document;
  const known = new Map<number, Spot>();
  for (const spot of spots) for (let i = spot.first; i < spot.last; i++) known.set(i, spot);
  const found: Spot[] = [];
  for (const name of document.names) if (name.kind === "place" && name.score >= (isLed(name) ? 0.6 : 0.8)) byModel(name);
  for (const word of words) if (cues.kinds.has(word.lower)) byKind(word);
  return found;

  function startOf(word: number): number {
    return (words[word] as Word).start;
  }
  function endOf(word: number): number {
    return (words[word - 1] as Word).end;
  }
  function isKind(i: number): boolean {
    return cues.kinds.has((words[i] as Word).lower);
  }

  /** A word before the name says that it is a place. */
  function isLed(name: Name): boolean {
    const before = words[(words[name.first - 1]?.lower === "the" ? name.first - 1 : name.first) - 1];
    return before !== undefined && ((cues.prepositions.get(before.lower) ?? 0) >= 1 || cues.kinds.has(before.lower));
  }

  /** A name that only the model takes for a place: it stays without coordinates, unless the gazetteer knows all of its words. */
  function byModel(name: Name): void {
    const last =
      isKind(name.last - 1) && name.last - name.first > 1 && !isCapital(words[name.last - 1] as Word) ? name.last - 1 : name.last;
    let first = name.first;
    while (first < last && (DIRECTIONS.has((words[first] as Word).lower) || (words[first] as Word).lower === "the")) first++;
    if (last <= first || cues.streets.has((words[last - 1] as Word).lower)) return;
    // "a US base": letters before a noun that say whose it is.
    if (last - first === 1 && (words[first] as Word).deprel === "compound" && /^[A-Z.]{2,5}$/.test((words[first] as Word).text))
      return;
    let unknown = false;
    for (let i = first; i < last; i++) unknown ||= !known.has(i) && isCapital(words[i] as Word);
    if (!unknown) {
      for (let i = first; i < last; i++) {
        const spot = known.get(i);
        if (
          spot &&
          !spot.metonym &&
          spot.first >= first &&
          spot.last <= last &&
          (cues.common.has(spot.key)
            ? name.score > 0.9 && spot.locative && words[spot.first - 1]?.lower !== "the"
            : name.score > 0.8)
        )
          spot.belief = Math.max(spot.belief, ENOUGH);
      }
      return;
    }
    const key = keyOf(document.text.slice(startOf(first), endOf(last)));
    if (key === "" || cues.demonyms.has(key)) return;
    found.push({
      start: startOf(first),
      end: endOf(last),
      first,
      last,
      sentence: (words[first] as Word).sentence,
      key,
      entries: [],
      loose: false,
      belief: 1.2 + name.score,
    });
  }

  /** "the village of Yusof Kheyl", "Ab Band district": a place by what it is called, known or not. */
  function byKind(noun: Word): void {
    const kind = cues.kinds.get(noun.lower);
    if (!kind || kind.precision.length === 0 || shouted[noun.sentence]) return;
    const proper = (i: number) => {
      const word = at(i, noun.sentence);
      return (
        word !== undefined &&
        ((word.upos === "PROPN" && isCapital(word)) || word.text === "-" || /^['’‘`]$/.test(word.text)) &&
        !known.has(i)
      );
    };
    let first = noun.index + 2;
    let last = first;
    if (kind.before && at(noun.index + 1, noun.sentence)?.lower === "of") while (last < first + 4 && proper(last)) last++;
    else if (kind.after && noun.text === noun.lower && FIRM.has(noun.lower)) {
      last = noun.index;
      first = last;
      while (first > last - 4 && proper(first - 1)) first--;
      if (known.has(first - 1) || first === 0) return;
    }
    const word = words[first];
    if (
      last <= first ||
      !word ||
      !isCapital(word) ||
      names[first]?.kind === "person" ||
      cues.demonyms.has(keyOf(word.text)) ||
      cues.common.has(keyOf(word.text)) ||
      cues.titles.has(word.lower)
    )
      return;
    const key = keyOf(document.text.slice(startOf(first), endOf(last)));
    if (key !== "")
      found.push({
        start: startOf(first),
        end: endOf(last),
        first,
        last,
        sentence: noun.sentence,
        key,
        entries: [],
        loose: false,
        belief: ENOUGH,
        kind: noun.lower,
      });
  }
}
