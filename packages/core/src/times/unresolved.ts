import { pad } from "../shared/calendar.ts";
import type { Calendar } from "./reading.ts";

/** The value of an expression whose anchor is missing: TimeML's X for what is not known, or a bare reference. */
export function unresolvedValue(c: Calendar): string {
  if (c.clock) {
    const { hour, minute = 0, zone = "" } = c.clock;
    return `${c.base ? dayOf(c.base) : "XXXX-XX-XX"}T${pad(hour, 2)}:${pad(minute, 2)}${zone}`;
  }
  if (c.part !== undefined) return `${c.base ? dayOf(c.base) : "XXXX-XX-XX"}${c.part}`;
  if (c.pair) return `${pad(c.year ?? 0, 4)}-XX-XX`;
  if (c.month !== undefined) return `XXXX-${pad(c.month, 2)}${c.day !== undefined ? `-${pad(c.day, 2)}` : ""}`;
  if (c.season !== undefined) return `XXXX-${c.season}`;
  if (c.quarter !== undefined) return `XXXX-Q${c.quarter || "X"}`;
  if (c.half !== undefined) return `XXXX-H${c.half}`;
  if (c.weekday !== undefined) return `XXXX-WXX-${c.weekday}`;
  if (c.weekend) return "XXXX-WXX-WE";
  if (c.shift) {
    const { count, from } = c.shift;
    // "ago" looks back from now; "two days later" keeps only its own direction.
    return count === "X" ? (from === "now" ? "PAST_REF" : "XXXX-XX-XX") : count < 0 ? "PAST_REF" : "FUTURE_REF";
  }
  switch (c.which) {
    case "last":
    case "past":
    case "previous":
      return "PAST_REF";
    case "next":
    case "coming":
    case "following":
      return "FUTURE_REF";
    case "this":
      return "PRESENT_REF";
    case "that":
    case "same":
      return "PAST_REF";
    default:
      return "XXXX-XX-XX";
  }
}

function dayOf(base: Calendar): string {
  const value = unresolvedValue(base);
  return /^X{4}-/.test(value) ? (value.length === 10 ? value : value) : "XXXX-XX-XX";
}
