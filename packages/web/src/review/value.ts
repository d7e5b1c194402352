import type { Span } from "@annalist/core";

/** A field's value as a decision keeps it: what is compared, and what a person reads; and where it stands, if it was selected. */
export interface Value {
  value: string;
  label: string;
  span?: Span;
  /** What the gazetteer knows of a place. */
  place?: { latitude?: number; longitude?: number; country?: string; admin1?: string; precision?: string };
}
