import type { Document, Event, Place, Span, Time, Word } from "../model/index.ts";
import { isClock } from "../shared/clock.ts";
import { contains } from "../shared/spans.ts";
import { childrenOf } from "../shared/tree.ts";
import type { Happening, Happenings } from "./clauses.ts";
import type { Kinds } from "./kinds.ts";
import type { Sides } from "./sides.ts";

/** One happening and its later mentions, the first mention first. */
interface Chain {
  members: Happening[];
}

/** What a report gives a pair of mentions to be weighed by. */
interface Evidence {
  document: Document;
  sides: Sides;
  kinds: Kinds;
  /** Time id -> the days that it stands for, both inclusive. */
  dayOf: ReadonlyMap<string, { earliest: string; latest: string }>;
  placeOf: ReadonlyMap<string, Place>;
}

/** How many chains back a mention may reach: bounded, so that cost stays linear. */
const REACH = 24;
const ENOUGH = 1.25;
const NEVER = Number.NEGATIVE_INFINITY;

/** Later mentions with the first mention of the same happening. */
export function sameHappenings(
  document: Document,
  happenings: Happenings,
  sides: Sides,
  kinds: Kinds,
  times: readonly Time[],
  places: readonly Place[],
): { from: Happening; to: Happening }[] {
  const evidence: Evidence = {
    document,
    sides,
    kinds,
    dayOf: new Map(
      times.flatMap((time) =>
        time.earliest && time.latest && !isClock(document.text, time)
          ? [[time.id, { earliest: time.earliest, latest: time.latest }] as const]
          : [],
      ),
    ),
    placeOf: new Map(places.map((place) => [place.id, place])),
  };
  const chains: Chain[] = [];
  const found: { from: Happening; to: Happening }[] = [];
  for (const one of happenings.all) {
    if (one.event.polarity !== "affirmed" || one.event.modality === "hypothetical" || one.event.modality === "general") continue;
    let best: Chain | undefined;
    let most = ENOUGH;
    for (const chain of chains.slice(-REACH)) {
      const score = likeness(evidence, chain, one);
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

/** The best of a chain's mentions counts, and one that cannot be the same rules the chain out. What is told often is meant. */
function likeness(evidence: Evidence, chain: Chain, one: Happening): number {
  let best = NEVER;
  const { members } = chain;
  for (const other of [...members.slice(0, 1), ...members.slice(1).slice(-3)]) {
    const score = pairLikeness(evidence, other, one);
    if (score === NEVER) return NEVER;
    if (score > best) best = score;
  }
  return best + 0.1 * Math.min(3, members.length - 1);
}

function pairLikeness(evidence: Evidence, earlier: Happening, later: Happening): number {
  const { document, sides, kinds } = evidence;
  const [a, b] = [earlier.event, later.event];
  if (a.type !== b.type) return NEVER;
  if (a.mode !== undefined && b.mode !== undefined && a.mode !== b.mode && !near(a.mode, b.mode) && !isBombing(earlier, later))
    return NEVER;
  if ((a.modality === "actual") !== (b.modality === "actual")) return NEVER;
  const when = sameDays(evidence, a, b);
  if (when === false) return NEVER;
  let score = when ? 0.5 : 0;
  if (apart(evidence, a, b)) score -= 1.5;
  const actors = sides.shared(a, b, "actors");
  const recipients = sides.shared(a, b, "recipients");
  if (actors === false) score -= 1.5;
  if (recipients === false) score -= 1;
  if (actors) score += 1;
  if (recipients) score += 1;
  // "21 people were seized … The captives": told of as known.
  if (recipients === undefined && a.recipients.length > 0 && b.recipients.some((one) => isDefinite(document, one))) score += 0.5;
  const kind = kinds.compare(earlier.head, later.head);
  if (kind) score += 0.5;
  else if (kind === false) score -= 0.75;
  if (a.mode !== undefined && a.mode === b.mode) score += 0.25;
  if (later.head.upos !== "VERB") score += pointing(document, earlier.head, later.head, recipients === true);
  if (childrenOf(document, later.head, "amod", "det", "nummod").some((word) => isOther(document, word))) score -= 3;
  if (joinsTargets(document, a) && !joinsTargets(document, b)) score -= 1;
  // The headline tells what the first sentences tell.
  if (inHeadline(document, earlier.head) && !inHeadline(document, later.head) && later.head.sentence <= earlier.head.sentence + 2)
    score += 1.25;
  if (earlier.head.sentence === later.head.sentence) score -= 0.75;
  return score;
}

/** "Embassy and army headquarters attacked": two deeds in one word, and neither of those that are told one by one. */
const joinsTargets = ({ text }: Document, { recipients }: Event): boolean =>
  recipients.some(({ start, end }) => /\s(?:and|&)\s/.test(text.slice(start, end)));

/** Prepositions of what a happening is done to or is about. */
const COMPLEMENT: ReadonlySet<string> = new Set(["of", "on", "against", "for", "with"]);

/** Words that set a happening beside the one told before, or take one out of several. */
const OTHER =
  /^(?:another|other|first|second|third|fourth|last|each|every|new|separate|previous|earlier|similar|further|additional|more|two|three|several|future|past|recent)$/;

/** "last Thursday's blast": "last" is of the day, whatever the tree hangs it on. */
const isOther = ({ words }: Document, { lower, index, head }: Word): boolean =>
  OTHER.test(lower) && !(words[index + 1]?.deprel === "nmod:poss" && words[index + 1]?.head === head);

/**
 * How far a noun points back by its form: "the raid" does, "a raid" does not. A noun with a complement of its own ("the
 * killing of a judge") says itself what it means; a plural is no single happening.
 */
function pointing(document: Document, earlier: Word, later: Word, shares: boolean): number {
  const opener = childrenOf(document, later, "det")[0]?.lower;
  if (opener === "a" || opener === "an" || opener === "another") return -1.5;
  let score = 0;
  const own = childrenOf(document, later, "nmod").some((child) =>
    childrenOf(document, child, "case").some(({ lower }) => COMPLEMENT.has(lower)),
  );
  if (opener === "the" || opener === "this" || opener === "that" || opener === "these" || opener === "those") {
    score = own && !shares ? 0.25 : 1.25;
  } else if (childrenOf(document, later, "nmod:poss").length > 0) score = own && !shares ? -0.25 : 0.75;
  else score = -0.25;
  if (later.xpos === "NNS" && earlier.xpos === "NN") score -= 1.25;
  return score;
}

const isDefinite = ({ text }: Document, { start }: Span): boolean =>
  /^(?:the|those|these)\s\p{Ll}/iu.test(text.slice(start, start + 8));

/** Whether two events' days meet; undefined where one has none. */
function sameDays({ dayOf }: Evidence, a: Event, b: Event): boolean | undefined {
  const days = (event: Event) => event.times.flatMap((id) => dayOf.get(id) ?? []);
  const [x, y] = [days(a), days(b)];
  if (x.length === 0 || y.length === 0) return undefined;
  return x.some((one) => y.some((other) => one.earliest <= other.latest && other.earliest <= one.latest));
}

/** Half a degree or so: farther off than the outskirts of a town. */
const OUTSKIRTS = 0.5;

/** Whether both are told of spots, and none of one is near any of the other. */
function apart({ placeOf }: Evidence, a: Event, b: Event): boolean {
  const spots = (event: Event) =>
    event.places
      .map((id) => placeOf.get(id))
      .filter((place) => place?.latitude !== undefined && (place.precision === "site" || place.precision === "settlement"));
  const [x, y] = [spots(a), spots(b)];
  if (x.length === 0 || y.length === 0) return false;
  return !x.some((one) =>
    y.some(
      (other) =>
        Math.abs((one?.latitude ?? 0) - (other?.latitude ?? 0)) < OUTSKIRTS &&
        Math.abs((one?.longitude ?? 0) - (other?.longitude ?? 0)) < OUTSKIRTS,
    ),
  );
}

/** Modes that are told for one another: a drone's strike from the air, a bomber's bomb. A rocket is no air strike. */
const ALIKE: readonly ReadonlySet<string>[] = [
  new Set(["aerial", "drone"]),
  new Set(["explosives", "suicide-attack", "vehicle"]),
  new Set(["targeted", "firearms", "primitive"]),
];
const near = (a: string, b: string): boolean => ALIKE.some((modes) => modes.has(a) && modes.has(b));

/** "The bombing of the camps … the air strikes": bombs fall from the air as well as they are laid. */
const isBombing = (a: Happening, b: Happening): boolean =>
  [a, b].some(({ head, event }) => event.mode === "explosives" && BOMBING.test(head.lower)) &&
  [a, b].some(({ event }) => event.mode === "aerial" || event.mode === "drone");
const BOMBING = /^bomb(?:s|ed|ing|ings)?$/;

const inHeadline = (document: Document, word: Word): boolean =>
  document.headline !== undefined && contains(document.headline, word);
