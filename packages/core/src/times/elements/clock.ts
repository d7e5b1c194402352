import type { Element, Reader } from "../pattern.ts";
import type { Clock } from "../reading.ts";
import { info, NUM, phraseAt } from "./pieces.ts";

const NUMBER_CLOCK = /^([01]?\d|2[0-4])[:.h]([0-5]\d)(?:[:.]([0-5]\d))?(am|pm)?$/;

/** "10:35", "10.35pm", "10 p.m.", "1800 GMT", "18:00 UTC", "7 o'clock", "half past six". Undefined for a bare number. */
export const CLOCK: Element = (reader, at) => {
  const word = (i: number) => reader.scan.word(i);
  const here = word(at);
  if (here === undefined) return undefined;
  let hour: number | undefined;
  let minute: number | undefined;
  let end = at + 1;
  let half: string | undefined;
  let sure = false;
  const colon = NUMBER_CLOCK.exec(here);
  const joined = /^(1[0-2]|0?[1-9])(am|pm)$/.exec(here);
  if (colon) {
    hour = Number(colon[1]);
    minute = Number(colon[2]);
    half = colon[4];
    sure = here.includes(":") && /^\d\d?:\d\d/.test(here) && prepared(reader, at);
  } else if (joined) {
    hour = Number(joined[1]);
    half = joined[2];
  } else if (/^\d{4}(?:hrs|hours|h)?$/.test(here) && Number(here.slice(0, 4)) <= 2400 && Number(here.slice(2, 4)) < 60) {
    hour = Number(here.slice(0, 2));
    minute = Number(here.slice(2, 4));
    if (here.length > 4) sure = true;
    else if (word(end) === "hours" || word(end) === "hrs") {
      end++;
      sure = true;
    } else if (!zoneAt(reader, end)) return undefined;
  } else if ((here === "half" || here === "quarter") && (word(end) === "past" || word(end) === "to")) {
    const next = NUM(reader, end + 1);
    const at12 = next?.value as number;
    if (!next || at12 > 12 || at12 < 1) return undefined;
    const past = word(end) === "past";
    if (here === "half" && !past) return undefined;
    hour = past ? at12 : (at12 + 11) % 12 || 12;
    minute = here === "half" ? 30 : past ? 15 : 45;
    end = next.end;
    if (word(end) === "o'clock") end++;
    sure = true;
  } else {
    const number = NUM(reader, at);
    const value = number?.value as number;
    if (!number || !Number.isInteger(value) || value < 0 || value > 24) return undefined;
    hour = value;
    end = number.end;
    if (word(end) === "o'clock") {
      end++;
      sure = true;
    }
  }
  if (half === undefined && (word(end) === "am" || word(end) === "pm")) {
    if (word(end) === "am" && !/\./.test(reader.scan.pieces[end]?.text ?? "") && !/^\d/.test(here)) return undefined;
    half = word(end);
    end++;
  }
  if (half === undefined && word(end) === "in" && word(end + 1) === "the") {
    const part = info(reader, end + 2).part;
    const named = part === "TMO" ? "am" : part === "TAF" || part === "TEV" ? "pm" : undefined;
    if (named && hour >= 1 && hour <= 12) {
      half = named;
      end += 3;
    }
  }
  if (half !== undefined) {
    if (hour < 1 || hour > 12) {
      if (half === "am" || hour > 23) return undefined; // "18:30 p.m." is written and plain; "14 a.m." is not
    } else hour = (hour % 12) + (half === "pm" ? 12 : 0);
    sure = true;
  }
  // "(GMT +8)", "GMT", "Eastern time"
  const zone = zoneAt(reader, end);
  if (zone) {
    end = zone.end;
    if (minute === undefined && half === undefined && !sure) return undefined;
    sure = true;
  }
  if (!sure || hour > 24) return undefined;
  const clock: Clock = {
    hour,
    ...(minute !== undefined && { minute }),
    ...(zone && zone.value !== "" && { zone: zone.value as string }),
  };
  return { end, value: clock };
};

/** A preposition or "hours" makes "18:00" a time and no score or ratio. */
function prepared(reader: Reader, at: number): boolean {
  const before = reader.scan.word(at - 1) ?? "";
  return TIME_PREPOSITIONS.has(before) || reader.scan.word(at + 1) === "hours";
}
const TIME_PREPOSITIONS: ReadonlySet<string> = new Set(
  "at by around about until till from before after since between approximately past roughly nearly and to".split(" "),
);

function zoneAt(reader: Reader, at: number) {
  const open = reader.scan.word(at) === "(" ? 1 : 0;
  const zone = phraseAt(reader, reader.vocabulary.zones, at + open);
  if (!zone) return undefined;
  const word = (i: number) => reader.scan.word(i);
  if (!/^[A-Z]/.test(reader.scan.pieces[at + open]?.text ?? "") && zone.value !== "" && zone.end - at === 1) return undefined;
  let { end, value } = zone;
  // "GMT +8", "UTC+3"
  const sign = word(end);
  if (value === "Z" && (sign === "+" || sign === "-") && /^\d{1,2}(?::\d\d)?$/.test(word(end + 1) ?? "")) {
    const [hours = "0", minutes = "00"] = (word(end + 1) as string).split(":");
    value = `${sign}${hours.padStart(2, "0")}:${minutes}`;
    end += 2;
  }
  if (open > 0) {
    if (word(end) !== ")") return undefined;
    end++;
  }
  return { end, value };
}
