import type { Document, Event, Time, Word } from "../model/index.ts";
import { contains } from "../shared/spans.ts";
import { childrenOf } from "../shared/tree.ts";
import type { Happening, Happenings } from "./clauses.ts";
import type { Sides } from "./sides.ts";

/** One happening and its later mentions, the first mention first. */
interface Chain {
  members: Happening[];
}

/** Time id -> the days that it stands for, both inclusive. */
type Intervals = ReadonlyMap<string, { earliest: string; latest: string }>;

/** How many chains back a mention may reach: bounded, so that cost stays linear. */
const REACH = 24;
const ENOUGH = 1.25;

/** Later mentions with the first mention of the same happening. */
export function sameHappenings(
  document: Document,
  happenings: Happenings,
  sides: Sides,
  times: readonly Time[],
): { from: Happening; to: Happening }[] {
  const dayOf: Intervals = new Map(
    times.flatMap(({ id, earliest, latest }) => (earliest && latest ? [[id, { earliest, latest }]] : [])),
  );
  const chains: Chain[] = [];
  const found: { from: Happening; to: Happening }[] = [];
  for (const one of happenings.all) {
    if (one.event.polarity !== "affirmed" || one.event.modality === "hypothetical" || one.event.modality === "general") continue;
    let best: Chain | undefined;
    let most = ENOUGH;
    for (const chain of chains.slice(-REACH)) {
      const score = likeness(document, sides, dayOf, chain, one);
      if (score >= most) {
        most = score;
        best = chain;
      }
    }
    if (best) {
      found.push({ from: one, to: best.members[0] as Happening });
      best.members.push(one);
    } else chains.push({ members: [one] });
  }
  return found;
}

function likeness(document: Document, sides: Sides, dayOf: Intervals, chain: Chain, one: Happening): number {
  let best = Number.NEGATIVE_INFINITY;
  for (const other of chain.members.slice(-4)) {
    const score = pairLikeness(document, sides, dayOf, other, one);
    if (score === Number.NEGATIVE_INFINITY) return score;
    if (score > best) best = score;
  }
  return best;
}

function pairLikeness(document: Document, sides: Sides, dayOf: Intervals, earlier: Happening, later: Happening): number {
  const [a, b] = [earlier.event, later.event];
  if (a.type !== b.type) return Number.NEGATIVE_INFINITY;
  if (a.mode !== undefined && b.mode !== undefined && a.mode !== b.mode && !near(a.mode, b.mode)) return Number.NEGATIVE_INFINITY;
  if ((a.modality === "actual") !== (b.modality === "actual")) return Number.NEGATIVE_INFINITY;
  const days = (event: Event) => event.times.flatMap((id) => dayOf.get(id) ?? []);
  const [dayA, dayB] = [days(a), days(b)];
  let score = 0;
  if (dayA.length > 0 && dayB.length > 0) {
    const common = dayA.some((x) => dayB.some((y) => x.earliest <= y.latest && y.earliest <= x.latest));
    if (!common) return Number.NEGATIVE_INFINITY;
    score += 0.5;
  }
  const actors = sides.shared(a, b, "actors");
  const recipients = sides.shared(a, b, "recipients");
  if (actors === false) score -= 1.5;
  if (recipients === false) score -= 1;
  if (actors) score += 1;
  if (recipients) score += 1;
  if (earlier.head.lemma.toLowerCase() === later.head.lemma.toLowerCase()) score += 0.5;
  if (a.mode !== undefined && a.mode === b.mode) score += 0.25;
  const nominal = later.head.upos === "NOUN";
  const opener = nominal ? childrenOf(document, later.head, "det")[0]?.lower : undefined;
  if (nominal && (opener === "the" || opener === "this" || opener === "that" || opener === "these" || opener === "those"))
    score += 1.25;
  else if (nominal && (opener === "a" || opener === "an" || opener === "another")) score -= 1.5;
  if (
    childrenOf(document, later.head, "amod", "det").some(({ lower }) =>
      /^(?:another|other|second|new|separate|previous|earlier|similar|further)$/.test(lower),
    )
  )
    score -= 3;
  // The headline tells what the first sentences tell.
  if (inHeadline(document, earlier.head) && !inHeadline(document, later.head) && later.head.sentence <= earlier.head.sentence + 2)
    score += 1.25;
  if (earlier.head.sentence === later.head.sentence) score -= 0.75;
  return score;
}

/** Modes that are told for one another: a drone's strike from the air, a bomber's bomb. A rocket is no air strike. */
const ALIKE: readonly ReadonlySet<string>[] = [
  new Set(["aerial", "drone"]),
  new Set(["explosives", "suicide-attack", "vehicle"]),
];
const near = (a: string, b: string): boolean => ALIKE.some((modes) => modes.has(a) && modes.has(b));

const inHeadline = (document: Document, word: Word): boolean =>
  document.headline !== undefined && contains(document.headline, word);
