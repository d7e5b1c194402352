import type { Casualty, Claim } from "../model/index.ts";

/**
 * `acled`: the most conservative figure that any account gives (ACLED codebook). `ucdp`: the lowest, the best and the
 * highest (UCDP GED codebook). `ranked-source`: the figure of the source that stands highest.
 */
export type TollRule = "acled" | "ucdp" | "ranked-source";

export interface TollOptions {
  /** For `ranked-source`: names of voices or outlets, the most trusted first. */
  ranking?: readonly string[];
}

/** One number from many claims, with the claims that it was taken from and the rule in words. */
export interface RuledToll {
  rule: TollRule;
  outcome: Casualty["outcome"];
  low: number;
  best: number;
  high: number | null;
  words: string;
  claims: Claim[];
}

/** One account as a whole. */
interface Whole {
  low: number;
  best: number;
  high: number | null;
  claims: Claim[];
}

/** Undefined where no claim tells of that outcome. */
export function toll(
  claims: readonly Claim[],
  outcome: Casualty["outcome"],
  rule: TollRule,
  { ranking = [] }: TollOptions = {},
): RuledToll | undefined {
  const wholes = wholesOf(claims.filter(({ attribute, best }) => attribute === outcome && best !== undefined));
  if (wholes.length === 0) return undefined;
  const least = wholes.reduce((a, b) => (b.best < a.best ? b : a));
  const most = wholes.reduce((a, b) => (reach(b) > reach(a) ? b : a));
  if (rule === "acled") {
    const { low, claims } = least;
    return { rule, outcome, low, best: low, high: low, claims, words: `the most conservative of ${say(wholes.length)}` };
  }
  if (rule === "ucdp") {
    const best = favoured(wholes);
    const open = wholes.some(({ high }) => high === null);
    return {
      rule,
      outcome,
      low: Math.min(...wholes.map(({ low }) => low)),
      best: best.best,
      high: open ? null : reach(most),
      claims: best.claims,
      words: `lowest and highest of ${say(wholes.length)}; best: given by most origins, then the latest`,
    };
  }
  const ranked = [...wholes].sort((a, b) => standing(a, ranking) - standing(b, ranking) || later(a, b))[0] as Whole;
  const { low, best, high } = ranked;
  return {
    rule,
    outcome,
    low,
    best,
    high,
    claims: ranked.claims,
    words: `the figure of ${sourceIn(ranked)}, which ranks highest`,
  };
}

const say = (accounts: number): string => (accounts === 1 ? "one account's figure" : `${accounts} accounts' figures`);
const reach = ({ best, high }: Whole): number => high ?? best;
const later = (a: Whole, b: Whole): number => {
  const [x, y] = [a.claims[0]?.published ?? "", b.claims[0]?.published ?? ""];
  return x > y ? -1 : x < y ? 1 : 0;
};

function wholesOf(claims: readonly Claim[]): Whole[] {
  const byReport = new Map<string, Claim[]>();
  for (const claim of claims) byReport.set(claim.report, [...(byReport.get(claim.report) ?? []), claim]);
  return [...byReport.values()].flatMap((own) => accountsOf(own).map(accountOf));
}

/**
 * What one report tells, by whose account: an official's figure and a monitor's are two, of which neither is a part of the other.
 * What the report says itself belongs to each.
 */
function accountsOf(own: readonly Claim[]): Claim[][] {
  const names = new Set(own.flatMap(({ voices }) => voices[0]?.name ?? []));
  if (names.size < 2) return [[...own]];
  return [...names].map((name) => own.filter(({ voices }) => voices[0] === undefined || voices[0].name === name));
}

/** An account's largest figure, or the sum of the parts that one of its sentences lists. */
function accountOf(own: readonly Claim[]): Whole {
  const whole = own.map((claim) => wholeOf([claim])).reduce((a, b) => (b.best > a.best ? b : a));
  // "Killing 14 civilians and two soldiers": parts of one event by one voice make a sum, unless a figure is that sum already.
  const parts = new Map<string, Claim[]>();
  for (const claim of own) {
    const key = `${claim.event} ${claim.voices[0]?.attribution ?? ""}`;
    parts.set(key, [...(parts.get(key) ?? []), claim]);
  }
  const sums = [...parts.values()]
    .filter((list) => list.length > 1 && list.every((x, i) => list.every((y, j) => i === j || apart(x, y))))
    .map(wholeOf);
  return sums.reduce((a, b) => (b.best > a.best ? b : a), whole);
}

/** Two figures of one breath, some words apart: not the one restated later. */
const apart = (x: Claim, y: Claim): boolean =>
  (x.start < y.start ? y.start - x.end : x.start - y.end) < NEAR && x.best !== y.best;
const NEAR = 40;

const wholeOf = (claims: Claim[]): Whole => ({
  low: add(claims, ({ low, best }) => low ?? best ?? 0),
  best: add(claims, ({ best }) => best ?? 0),
  high: claims.some(({ high }) => high === null) ? null : add(claims, ({ high, best }) => high ?? best ?? 0),
  claims,
});
const add = (claims: readonly Claim[], of: (claim: Claim) => number): number => claims.reduce((all, claim) => all + of(claim), 0);

/** The figure that most origins give; of these the latest. */
function favoured(wholes: readonly Whole[]): Whole {
  const origins = (best: number) =>
    new Set(wholes.filter((whole) => whole.best === best).map(({ claims }) => claims[0]?.origin)).size;
  return [...wholes].sort((a, b) => origins(b.best) - origins(a.best) || later(a, b) || b.best - a.best)[0] as Whole;
}

/** Place in the ranking; without one, institutions and named voices before the report itself, and it before the unnamed. */
function standing({ claims }: Whole, ranking: readonly string[]): number {
  const [claim] = claims as [Claim];
  const names = [...claim.voices.map(({ name }) => name), ...(claim.outlet !== undefined ? [claim.outlet] : [])];
  const places = names.map((name) => ranking.indexOf(name)).filter((place) => place >= 0);
  if (places.length > 0) return Math.min(...places);
  const anonymity = claim.voices[0]?.anonymity;
  return ranking.length + (anonymity === "institution" ? 0 : anonymity === "named" ? 1 : anonymity === undefined ? 2 : 3);
}

const sourceIn = ({ claims }: Whole): string => claims[0]?.voices[0]?.name ?? claims[0]?.outlet ?? claims[0]?.report ?? "";
