import type { Document } from "../model/index.ts";
import type { Spot } from "./spot.ts";

/** A place that opens a line, an agency or a dash soon after it: "KABUL, Afghanistan (AP) —", "SAN SALVADOR, 3 JAN 90 --". */
export function isDateline(document: Document, spot: Spot): boolean {
  const { text, headline } = document;
  let start = spot.start;
  // Whatever stands before it on its line must be no more than another place or a mark.
  for (let back = 0; back < 40 && start > 0 && text.charAt(start - 1) !== "\n" && start !== headline?.end; back++) start--;
  if (
    start > 0 &&
    text.charAt(start - 1) !== "\n" &&
    start !== headline?.end &&
    !/[.!?]\s*$/.test(text.slice(Math.max(0, spot.start - 3), spot.start))
  )
    return false;
  const name = text.slice(spot.start, spot.end);
  const ahead = text.slice(spot.end, spot.end + 60);
  if (
    !/^(?:,[^.\n]{1,40}|,?\s*[A-Z][a-z]{2,4}\.? \d{1,2})?(?:\.[^.\n]{1,24})?\s*(?:\([^)\n]{1,30}\)\s*)?(?:--|—|–|-\s|\()/.test(
      ahead,
    )
  )
    return false;
  const before = text.slice(start, spot.start);
  return name === name.toUpperCase()
    ? !/[a-z]{3}/.test(before) || /[.!?]\s*$/.test(before)
    : before.trim() === "" || /^[A-Z ,.'-]+,\s*$/.test(before.trimStart());
}
