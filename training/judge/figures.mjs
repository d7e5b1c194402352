// How good probabilities are: who is ranked before whom, how far they are from what came true, what a threshold costs.

/** Expected calibration error: the mean distance of probability and share right over ten bins, weighed by their size. */
export function calibrationError(items) {
  let error = 0;
  const all = sum(items, ({ weight = 1 }) => weight);
  for (const bin of bins(items)) error += (bin.size / all) * Math.abs(bin.mean - bin.share);
  return error;
}

const sum = (items, of) => items.reduce((total, item) => total + of(item), 0);

export function bins(items, count = 10) {
  const found = [];
  for (let i = 0; i < count; i++) {
    const inside = items.filter(({ p }) => Math.min(count - 1, Math.floor(p * count)) === i);
    if (inside.length === 0) continue;
    const size = sum(inside, ({ weight = 1 }) => weight);
    const mean = sum(inside, ({ p, weight = 1 }) => weight * p) / size;
    const share = sum(inside, ({ right, weight = 1 }) => (right ? weight : 0)) / size;
    found.push({ from: i / count, size, mean, share });
  }
  return found;
}

export function figures(items) {
  const [good, bad] = [items.filter(({ right }) => right), items.filter(({ right }) => !right)];
  let before = 0;
  for (const { p } of good) for (const { p: q } of bad) before += p > q ? 1 : p === q ? 0.5 : 0;
  const lines = [`area under the curve ${(before / (good.length * bad.length)).toFixed(3)}, calibration error ${calibrationError(items).toFixed(3)}`];
  for (const least of [0.1, 0.2, 0.25, 0.3, 0.4, 0.5]) {
    const lost = good.filter(({ p }) => p < least).length;
    const spared = bad.filter(({ p }) => p < least).length;
    lines.push(`below ${least}: ${spared} of ${bad.length} wrong ones left out, ${lost} of ${good.length} right ones lost`);
  }
  for (const { from, size, mean, share } of bins(items))
    lines.push(`from ${from}: ${size.toFixed(0)} events, said ${mean.toFixed(2)}, right ${share.toFixed(2)}`);
  return lines.join("\n");
}
