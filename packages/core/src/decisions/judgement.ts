import type { Place, Span } from "../model/index.ts";

/** What a person decided of one event: that it stands, that it is none, or what one of its fields should say. */
export interface Judgement {
  kind: "accept" | "correct" | "reject";
  /** The event's id in the analysis that the person saw, and its trigger, by which a later analysis finds it. */
  event: string;
  trigger?: Span;
  /** "valid": whether it is an event at all, "no" being the same as to reject it. */
  field?: "valid" | "type" | "actor" | "recipient" | "place" | "date" | "killed";
  after?: Correction;
}

/** `value` "" empties the field. */
export interface Correction {
  /** A PLOVER type; an actor's key or name; a gazetteer key or name; "2021-06-28/2021-06-30"; a number. */
  value: string;
  /** As a person reads it. */
  label?: string;
  /** Where it stands in the text, if the person selected it; else it stands on the event's trigger. */
  span?: Span;
  /** What the gazetteer knows of a place. */
  place?: Partial<Pick<Place, "latitude" | "longitude" | "country" | "admin1" | "precision">>;
  /** Decided between coders who differ: it holds before what any of them said. */
  settles?: boolean;
}
