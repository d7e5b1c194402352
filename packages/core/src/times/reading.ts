import type { Unit } from "./vocabulary.ts";

/** Which one of several, seen from the anchor: "last", "this" and "next" from the report's date, the others from the text. */
export type Which = "last" | "this" | "next" | "past" | "coming" | "previous" | "following" | "same" | "that" | "latest";

/** Hour and minute as written; `zone` is an ISO offset ("Z", "-05:00"). */
export interface Clock {
  hour: number;
  minute?: number;
  zone?: string;
}

/** What an expression says, before anything is filled in: what is not said is absent. */
export interface Calendar {
  is: "calendar";
  year?: number;
  /** 198 for the 1980s; 20 for the years 2000–2099. */
  decade?: number;
  century?: number;
  quarter?: number;
  half?: number;
  season?: string;
  month?: number;
  day?: number;
  weekday?: number;
  weekend?: boolean;
  /** A rule of `feasts.ts`. */
  feast?: string;
  /** A unit by its place only: "this week", "the following year". */
  unit?: Unit;
  which?: Which;
  /** So many units away: "two days later" is +2 D from the text, "ago" from the report's date. */
  shift?: { count: number | "X"; unit: Unit; from: "now" | "text" };
  /** Another expression that this one is counted from or lies in. */
  base?: Calendar;
  /** A part of the day (TimeML's code) or a clock time. */
  part?: string;
  clock?: Clock;
  fiscal?: boolean;
  /** Numeric date whose order is not known yet: first and second number. */
  pair?: readonly [number, number];
  /** "the week of March 6": the week that holds it. */
  weekOf?: boolean;
  mod?: string;
}

/** A value that needs no anchor: durations, sets, PRESENT_REF. */
export interface Plain {
  is: "plain";
  type: "DATE" | "TIME" | "DURATION" | "SET";
  value: string;
  mod?: string;
  /** A duration that ends (-1) or begins (1) now: "the past three months". */
  toward?: -1 | 1;
  /** Its length, for the interval of `toward`. */
  length?: { count: number; unit: Unit };
}

export type Reading = Calendar | Plain;

/** An expression as the grammar found it: pieces `first` (inclusive) to `last` (exclusive). */
export interface Found {
  first: number;
  last: number;
  reading: Reading;
  rule: string;
}
