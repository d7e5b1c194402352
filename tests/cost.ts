/**
 * How much dearer a unit of input becomes when there are `times` as many of them: about 1 where cost is linear, `times`
 * where it is quadratic. `prepare(size)` makes ready what is to be measured and returns it.
 *
 * Fit for a busy machine: processor time, not the clock; both sides do equal work (the short input `times` over, the long
 * one once), by turns, and the least of several rounds counts, since noise only adds.
 */
export function growth(prepare: (size: number) => () => void, size: number, { times = 16, rounds = 5 } = {}): number {
  const short = prepare(size);
  const long = prepare(size * times);
  short(); // compiled before it is timed
  let least = { short: Number.POSITIVE_INFINITY, long: Number.POSITIVE_INFINITY };
  for (let round = 0; round < rounds; round++) {
    least = {
      short: Math.min(
        least.short,
        cost(() => repeat(short, times)),
      ),
      long: Math.min(least.long, cost(long)),
    };
    if (round > 0 && least.long < 2 * least.short) break;
  }
  return least.long / least.short;
}

/** The most that `growth` may be: far above what noise makes of linear cost, far below 16. */
export const LINEAR = 5;

function cost(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return Math.max(user + system, 1000);
}

function repeat(run: () => void, times: number): void {
  for (let i = 0; i < times; i++) run();
}
