import type { Span } from "./span.ts";

/** A report as it comes in. `text` is never changed: every offset of an analysis counts into it. */
export interface Report {
  id: string;
  text: string;
  /** Where the headline stands in `text`, when the text opens with one. */
  headline?: Span;
  /** ISO 8601, a day or an instant. */
  published?: string;
  url?: string;
  outlet?: string;
  /** BCP 47; English is read. */
  language?: string;
}
