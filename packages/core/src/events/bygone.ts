import type { Problem, Report, Time } from "../model/index.ts";
import type { Draft } from "./draft.ts";

/** Years before the report that are history: nobody codes the wars of 1812. */
const BYGONE = 100;

/** "The Treaty of Utrecht, signed in 1713": whether all that dates a happening lies more than a century before the report. */
export function isBygone(times: readonly Time[], { published }: Report): boolean {
  const year = Number(published?.slice(0, 4));
  if (!year) return false;
  const last = times.map(({ latest }) => Number(latest?.slice(0, 4)));
  return last.length > 0 && last.every((one) => one > 0 && one < year - BYGONE);
}

/** Why such a happening is no event of the report. */
export const bygone = ({ word }: Draft, times: readonly Time[]): Problem => ({
  code: "bygone",
  message: `“${word.text}” tells of ${times[0]?.value}: history, and no event of the report`,
  start: word.start,
  end: word.end,
});
