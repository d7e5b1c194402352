import type { NameKind } from "../../model/index.ts";

/** A name in words counted from where the scores begin, `last` exclusive. */
export interface FoundName {
  first: number;
  last: number;
  kind: NameKind;
  score: number;
}

/**
 * The best sequence of BIO tags under the rule that an I follows a B or I of its kind (Viterbi), read as names.
 * `score[word * stride + tag]` are unnormalised logs; tag 0 is O, 2k + 1 and 2k + 2 are B and I of kind k.
 */
export function findNames(score: Float32Array, stride: number, count: number, tags: readonly string[]): FoundName[] {
  if (count === 0) return [];
  const size = tags.length;
  const back = new Uint8Array(count * size);
  let best = new Float64Array(size);
  let next = new Float64Array(size);
  for (let t = 0; t < size; t++) best[t] = t > 0 && t % 2 === 0 ? -Infinity : (score[t] as number);
  for (let w = 1; w < count; w++) {
    let top = 0;
    for (let t = 1; t < size; t++) if ((best[t] as number) > (best[top] as number)) top = t;
    for (let t = 0; t < size; t++) {
      let from = top;
      if (t > 0 && t % 2 === 0) from = (best[t - 1] as number) > (best[t] as number) ? t - 1 : t;
      back[w * size + t] = from;
      next[t] = (best[from] as number) + (score[w * stride + t] as number);
    }
    [best, next] = [next, best];
  }
  let at = 0;
  for (let t = 1; t < size; t++) if ((best[t] as number) > (best[at] as number)) at = t;
  const path = new Uint8Array(count);
  for (let w = count - 1; w >= 0; w--) {
    path[w] = at;
    at = back[w * size + at] as number;
  }

  const found: FoundName[] = [];
  for (let w = 0; w < count; w++) {
    const tag = path[w] as number;
    if (tag === 0) continue;
    const begin = tag % 2 === 1 ? tag : tag - 1;
    const sure = sureness(score, w * stride, size, begin);
    const open = found[found.length - 1];
    if (tag % 2 === 0 && open) {
      open.last = w + 1;
      open.score = Math.min(open.score, sure);
    } else {
      found.push({ first: w, last: w + 1, kind: (tags[tag] as string).slice(2) as NameKind, score: sure });
    }
  }
  return found;
}

/** The probability that a word is of one kind of name, as its B or its I. */
function sureness(score: Float32Array, row: number, size: number, begin: number): number {
  let top = -Infinity;
  for (let t = 0; t < size; t++) top = Math.max(top, score[row + t] as number);
  let all = 0;
  let own = 0;
  for (let t = 0; t < size; t++) {
    const p = exponential((score[row + t] as number) - top);
    all += p;
    if (t === begin || t === begin + 1) own += p;
  }
  return Math.round((own / all) * 1e4) / 1e4;
}

/** e^x for x <= 0 by halving and a polynomial: products and sums alone, which every machine rounds alike. */
function exponential(x: number): number {
  if (x < -40) return 0;
  const y = x / 64;
  let e = 1 + y * (1 + (y / 2) * (1 + (y / 3) * (1 + (y / 4) * (1 + y / 5))));
  for (let i = 0; i < 6; i++) e *= e;
  return e;
}
