/** Days since 1970-01-01 of an ISO date or instant; undefined where it is none. */
export function dayOf(iso: string | undefined): number | undefined {
  const read = /^(\d{4})-(\d\d)-(\d\d)/.exec(iso ?? "");
  if (!read) return undefined;
  const day = Date.UTC(Number(read[1]), Number(read[2]) - 1, Number(read[3])) / 86_400_000;
  return Number.isFinite(day) ? day : undefined;
}

export const isoOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
