import { isoOf } from "./days.ts";
import type { Days, Facts, Party, Toll } from "./facts.ts";
import type { Ground } from "./ground.ts";
import { instrumentGround } from "./instruments.ts";
import { modeGround } from "./modes.ts";
import { placeGround } from "./nearness.ts";
import { WEIGHTS } from "./weights.ts";

/** What speaks for and against two happenings of one type being one, but for what their reports are about. */
export function groundsOf(a: Facts, b: Facts): Ground[] {
  return [
    a.actual === b.actual
      ? undefined
      : { words: () => "one has happened, the other is planned or possible", weight: WEIGHTS.otherModality },
    timeGround(a, b),
    placeGround(a.where, b.where),
    modeGround(a.modes, b.modes),
    instrumentGround(a.instruments, b.instruments),
    wordGround(a, b),
    ...partyGrounds(a, b),
    ...tollGrounds(a.tolls, b.tolls),
  ].flatMap((ground) => ground ?? []);
}

export const daysInWords = ({ first, last }: Days): string =>
  first === last ? isoOf(first) : `${isoOf(first)} to ${isoOf(last)}`;

function timeGround(a: Facts, b: Facts): Ground | undefined {
  let best: Ground | undefined;
  for (const x of a.days)
    for (const y of b.days) {
      const ground = dayGround(x, y);
      if (!best || ground.weight > best.weight) best = ground;
    }
  if (best) return best;
  // One of them has no day: the other's must not lie behind its report.
  const [dated, undated] = a.days.length > 0 ? [a, b] : [b, a];
  const first = dated.days.length > 0 ? Math.min(...dated.days.map((day) => day.first)) : undefined;
  const { bound } = undated;
  if (first === undefined || bound === undefined) return undefined;
  if (first > bound) return { words: () => `on ${isoOf(first)}, after the other was reported`, weight: WEIGHTS.afterReport };
  const last = Math.max(...dated.days.map((day) => day.last));
  return bound - last <= 4 ? { words: () => "reported within days of it", weight: WEIGHTS.justBefore } : undefined;
}

function dayGround(x: Days, y: Days): Ground {
  const gap = Math.max(x.first, y.first) - Math.min(x.last, y.last);
  if (gap <= 0) {
    const span = Math.max(x.last - x.first, y.last - y.first) + 1;
    const narrow = x.last - x.first <= y.last - y.first ? x : y;
    if (span === 1) return { words: () => `same day (${daysInWords(x)})`, weight: WEIGHTS.sameDay };
    const weight = span <= 3 ? WEIGHTS.sameDays : span <= 8 ? WEIGHTS.sameWeek : span <= 31 ? WEIGHTS.sameMonth : 0;
    return { words: () => `days that meet (${daysInWords(narrow)}, within ${span} days)`, weight };
  }
  const apart = gap === 1 ? WEIGHTS.dayApart : gap <= 6 ? WEIGHTS.daysApart : WEIGHTS.weeksApart;
  // A day taken over from another sentence is near the day, and not always it.
  const weight = x.own && y.own ? apart : apart / (gap === 1 ? 4 : 2);
  return { words: () => `${gap} ${gap === 1 ? "day" : "days"} apart (${daysInWords(x)}, ${daysInWords(y)})`, weight };
}

function wordGround(a: Facts, b: Facts): Ground | undefined {
  const shared = a.lemmas.find((lemma) => b.lemmas.includes(lemma));
  const violent = a.type === "ASSAULT";
  if (shared) return { words: () => `same word (${shared})`, weight: violent ? WEIGHTS.sameWord : WEIGHTS.sameWordOther };
  // Violence is told in many words; what is said and decided is told in the word that names it.
  if (violent || a.lemmas.length === 0 || b.lemmas.length === 0 || a.modes.some((mode) => b.modes.includes(mode)))
    return undefined;
  return { words: () => `other word (${a.lemmas[0]}, ${b.lemmas[0]})`, weight: WEIGHTS.otherWord };
}

function partyGrounds(a: Facts, b: Facts): Ground[] {
  const actor = speakerGround(a, b) ?? partyGround("actor", a.actors, b.actors);
  const recipient = partyGround("target", a.recipients, b.recipients);
  const grounds = [actor, recipient].flatMap((ground) => ground ?? []);
  if (!(actor && actor.weight > 0) && !(recipient && recipient.weight > 0)) {
    const turned = shared(a.actors, b.recipients) ?? shared(b.actors, a.recipients);
    if (turned)
      grounds.push({ words: () => `who strikes and who is struck change places (${turned.name})`, weight: WEIGHTS.reversed });
  }
  return grounds;
}

const SAID: ReadonlySet<string> = new Set(["ACCUSE", "REQUEST", "THREATEN", "REJECT", "SUPPORT", "AGREE"]);

/** Whether two words said have speakers who are known, and none in common. */
function speakerGround(a: Facts, b: Facts): Ground | undefined {
  if (!SAID.has(a.type) || shared(a.actors, b.actors)) return undefined;
  const [x, y] = [a, b].map(({ actors }) => actors.find(({ key, country }) => key !== undefined || country !== undefined));
  if (!x || !y || (x.country !== undefined && x.country === y.country)) return undefined;
  return { words: () => `other speaker (${x.name}, ${y.name})`, weight: WEIGHTS.otherSpeaker };
}

function partyGround(role: "actor" | "target", a: readonly Party[], b: readonly Party[]): Ground | undefined {
  if (a.length === 0 || b.length === 0) return undefined;
  const same = shared(a, b);
  const acts = role === "actor";
  if (same)
    return {
      words: () => `same ${role} (${same.name})`,
      weight: same.state ? WEIGHTS.sameState : acts ? WEIGHTS.sameActor : WEIGHTS.sameRecipient,
    };
  for (const x of a)
    for (const y of b) {
      const noun = x.noun !== undefined && x.noun === y.noun;
      const kind = x.country !== undefined && x.country === y.country && x.sector !== undefined && x.sector === y.sector;
      if (noun || kind)
        return {
          words: () => `like ${role} (${noun ? x.noun : `${x.country} ${x.sector}`})`,
          weight: acts ? WEIGHTS.likeActor : WEIGHTS.likeRecipient,
        };
    }
  const known = (parties: readonly Party[]) => parties.filter(({ key }) => key !== undefined);
  const [x, y] = [known(a), known(b)];
  if (x.length === 0 || y.length === 0) {
    const [noun, other] = [a, b].map((parties) => parties.find((party) => party.noun !== undefined)?.noun);
    return !acts && noun && other ? { words: () => `other target (${noun}, ${other})`, weight: WEIGHTS.otherNoun } : undefined;
  }
  const kin = x.some((one) => y.some((other) => one.country !== undefined && one.country === other.country));
  return kin
    ? undefined
    : {
        words: () => `other ${role} (${x[0]?.name}, ${y[0]?.name})`,
        weight: acts ? WEIGHTS.otherActor : WEIGHTS.otherRecipient,
      };
}

/** A party of both, the one that is no state first. */
function shared(a: readonly Party[], b: readonly Party[]): Party | undefined {
  const both = a.filter(({ key }) => key !== undefined && b.some((other) => other.key === key));
  return both.find(({ state }) => !state) ?? both[0];
}

function tollGrounds(a: readonly Toll[], b: readonly Toll[]): Ground[] {
  const grounds: Ground[] = [];
  for (const outcome of new Set(a.map((toll) => toll.outcome))) {
    const [x, y] = [a, b].map((tolls) => tolls.filter((toll) => toll.outcome === outcome)) as [Toll[], Toll[]];
    if (x.length === 0 || y.length === 0) continue;
    const exact = x.filter(({ best }) => y.some((other) => other.best === best)).sort((p, q) => q.best - p.best)[0];
    if (exact) {
      const { best } = exact;
      const weight = best >= 5 ? WEIGHTS.sameToll : best >= 2 ? WEIGHTS.sameSmallToll : WEIGHTS.sameSingle;
      grounds.push({ words: () => `same toll (${best} ${outcome})`, weight });
      continue;
    }
    const [most, other] = [Math.max(...x.map(({ best }) => best)), Math.max(...y.map(({ best }) => best))];
    const ratio = Math.max(most, other) / Math.max(1, Math.min(most, other));
    const words = () => `${most} and ${other} ${outcome}`;
    if (ratio <= 1.4 && Math.min(most, other) >= 3)
      grounds.push({ words: () => `near toll (${words()})`, weight: WEIGHTS.nearToll });
    // A report may tell one part of a toll; many times as many is another matter.
    else if (ratio >= 3 && Math.min(most, other) >= 3)
      grounds.push({ words: () => `other toll (${words()})`, weight: ratio >= 6 ? WEIGHTS.farToll : WEIGHTS.otherToll });
  }
  return grounds;
}
