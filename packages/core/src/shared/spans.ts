import type { Span } from "../model/index.ts";

export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Whether `outer` holds all of `inner`. */
export const contains = (outer: Span, inner: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

export const slice = (text: string, span: Span): string => text.slice(span.start, span.end);

/** The order of every list of an analysis: by start, the longer first. */
export const byPosition = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** The smallest span that holds all; undefined for none. */
export function cover(spans: readonly Span[]): Span | undefined {
  const first = spans[0];
  if (!first) return undefined;
  let { start, end } = first;
  for (const span of spans) {
    if (span.start < start) start = span.start;
    if (span.end > end) end = span.end;
  }
  return { start, end };
}
