/** A stretch of a report's text in UTF-16 code units, half-open: `text.slice(start, end)`. */
export interface Span {
  start: number;
  end: number;
}
