import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadEnglish } from "../../../english/src/node.ts";
import type { Document, Problem, Report, Word } from "../model/index.ts";
import { createTimeFinder } from "./finder.ts";

const finder = createTimeFinder(loadEnglish());

/** One sentence, its words untagged: what a finder must do well without. */
function plain(text: string): Document {
  const words = [...text.matchAll(/[\p{L}\d]+|[^\s\p{L}\d]/gu)].map(
    (match, index): Word => ({
      index,
      sentence: 0,
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      lower: match[0].toLowerCase(),
      lemma: match[0].toLowerCase(),
      upos: "",
      xpos: "",
      head: -1,
      deprel: "",
      children: [],
    }),
  );
  return { text, sentences: [{ index: 0, start: 0, end: text.length, first: 0, last: words.length, root: 0 }], words, names: [] };
}

function find(text: string, report: Partial<Report> = {}) {
  const problems: Problem[] = [];
  const times = finder.find(plain(text), { id: "r", text, ...report }, problems);
  return { problems, times: times.map((time) => ({ ...time, text: text.slice(time.start, time.end) })) };
}
const values = (text: string, published?: string) => find(text, published ? { published } : {}).times.map(({ value }) => value);

describe("against the report's day", () => {
  // 28 June 2021 is a Monday.
  test.each([
    ["The camp was hit on Sunday.", ["2021-06-27"]],
    ["They will meet on Thursday.", ["2021-07-01"]],
    ["He was shot last Monday.", ["2021-06-21"]],
    ["She was freed three months ago.", ["2021-03"]],
    ["It burned down ten days ago.", ["2021-06-18"]],
    ["The law was passed in April.", ["2021-04"]],
    ["It was built in the 1990s.", ["199"]],
    ["Talks were held over the weekend.", ["2021-W25-WE"]],
    ["Unions called a strike for Wednesday.", ["2021-06-30"]],
    ["They claimed responsibility for Friday's attack.", ["2021-06-25"]],
    ["It was said earlier this month.", ["2021-06"]],
    ["He was killed last night.", ["2021-06-27TNI"]],
    ["She was seen at 10:35 a.m. Saturday.", ["2021-06-26T10:35"]],
    ["The ship was boarded at 0735 GMT on Friday.", ["2021-06-25T07:35Z", "2021-06-25"]],
    ["He was taken on 3 to 5 May.", ["2021-05-03", "2021-05-05"]],
    ["It was signed on Dec. 30.", ["2020-12-30"]],
    ["The fast of Ramadan was kept.", ["2021-04-13/2021-05-12"]],
    ["They fled for two and a half years.", ["P2.5Y"]],
    ["The office was closed last fall.", ["2020-FA"]],
    ["The aid fell in the first quarter.", ["2021-Q1"]],
    ["They met in the nineteenth century.", ["18"]],
    ["He was held in winter 2020.", ["2020-WI"]],
    ["Aid fell in the third fiscal quarter.", ["2021-Q3"]],
    ["Prayers were held on Eid al-Adha.", ["2020-07-31/2020-08-03"]],
    ["KABUL (June 28) - Two men were held overnight.", ["2021-06-28", "2021-06-27TNI"]],
  ])("%s", (text, expected) => expect(values(text, "2021-06-28")).toEqual(expected));
});

describe("against the text", () => {
  test.each([
    ["He fled on March 3, 2019. Two days later he was caught.", ["2019-03-03", "2019-03-05"]],
    ["It began on March 3, 2019. The same day a bomb went off.", ["2019-03-03", "2019-03-03"]],
    ["He won in 1995. The following year he was jailed.", ["1995", "1996"]],
    ["It began in May 2001. The previous month they had met.", ["2001-05", "2001-04"]],
  ])("%s", (text, expected) => expect(values(text, "2021-06-28")).toEqual(expected));
});

describe("intervals", () => {
  test.each([
    ["in 2019", "2019-01-01", "2019-12-31"],
    ["in February 2020", "2020-02-01", "2020-02-29"],
    ["in early 2019", "2019-01-01", "2019-05-02"],
    ["last week", "2021-06-21", "2021-06-27"],
    ["over the past three months", "2021-03-28", "2021-06-28"],
    ["in the 20th century", "1900-01-01", "1999-12-31"],
  ])("%s", (text, earliest, latest) => {
    expect(find(`It was lost ${text}.`, { published: "2021-06-28" }).times[0]).toMatchObject({ earliest, latest });
  });
});

describe("without a publication date", () => {
  test("relative times stay unresolved, and this is said once", () => {
    const { times, problems } = find("They met on Monday and parted last week, in October.");
    expect(times.map(({ value, earliest }) => [value, earliest])).toEqual([
      ["XXXX-WXX-1", undefined],
      ["PAST_REF", undefined],
      ["XXXX-10", undefined],
    ]);
    expect(problems.map(({ code }) => code)).toEqual(["no-reference-date"]);
  });
  test("a full date in the head is an anchor, and marked so", () => {
    const { times, problems } = find("KABUL, March 4, 2019 - A bomb went off yesterday.");
    expect(times.map(({ value, anchor }) => [value, anchor])).toEqual([
      ["2019-03-04", "explicit"],
      ["2019-03-03", "text"],
    ]);
    expect(problems).toEqual([]);
  });
});

test("the outlet's habit decides numeric dates, a date with one reading before it", () => {
  const text = "The order of 04/05/2019 was kept.";
  expect(find(text, { outlet: "The Guardian", published: "2019-08-01" }).times[0]?.value).toBe("2019-05-04");
  expect(find(text, { outlet: "The New York Times", published: "2019-08-01" }).times[0]?.value).toBe("2019-04-05");
  expect(find(text, { published: "2019-04-06" }).times[0]?.value).toBe("2019-04-05");
  expect(find(text).times[0]).toMatchObject({ value: "2019-XX-XX" });
  expect(values("From 25/12/2018 to 04/05/2019.", "2019-04-06")).toEqual(["2018-12-25", "2019-05-04"]);
});

test("text in capitals", () => {
  expect(values("BOGOTA, 12 MAY 89 -- HE WAS KILLED YESTERDAY. THEY MAY MARCH.", "1989-05-12")).toEqual([
    "1989-05-12",
    "1989-05-11",
  ]);
});

test("any text: never throws, spans lie within it and do not overlap, the same twice", () => {
  const piece = fc.constantFrom(
    ..."the last of May 5 , 2019 Monday night 10 p.m. two days after before week early end quarter year - ' s’ \n\n 12/31/99 twenty a half and Ramadan now GMT (".split(
      " ",
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 30 }).map((words) => words.join(" ")),
        fc.string(),
      ),
      (text) => {
        const report = { published: "2020-02-29" };
        const { times } = find(text, report);
        let end = 0;
        for (const time of times) {
          expect(time.start).toBeGreaterThanOrEqual(end);
          expect(time.end).toBeGreaterThan(time.start);
          expect(time.end).toBeLessThanOrEqual(text.length);
          if (time.earliest && time.latest) expect(time.earliest <= time.latest).toBe(true);
          end = time.end;
        }
        expect(find(text, report).times).toEqual(times);
      },
    ),
    { numRuns: 300 },
  );
});
