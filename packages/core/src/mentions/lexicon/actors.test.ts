import { describe, expect, test } from "vitest";
import { loadEnglish } from "../../../../english/src/node.ts";
import { rowsOf } from "../../shared/tables.ts";
import { type Actor, aliases, BODY_TABLES, isAcronym } from "./actors.ts";
import { keysOf } from "./normalise.ts";

const knowledge = loadEnglish();

const KINDS =
  "state government military police armed-group party organisation intergovernmental media judiciary business civilians protesters person population unknown".split(
    " ",
  );
const SECTORS = "GOV MIL COP JUD LEG PTY REB CVL UNC OPP MED EDU BUS IGO NGO CRM SPY LAB REL JRN REF".split(" ");

describe("the actors' lexicon", () => {
  test("no alias is claimed twice without a rule that decides", () => {
    const claims = new Map<string, Actor[]>();
    for (const [alias, actor] of aliases(knowledge)) {
      // A state, its people and its adjective may share a word: the phrase decides ("Iraqi", "Swiss").
      const key = `${keysOf(alias).join(" ")} ${actor.kind === "state" || actor.kind === "population" ? actor.as : "body"}`;
      const list = claims.get(key) ?? [];
      if (!list.some(({ reference }) => reference === actor.reference)) claims.set(key, [...list, actor]);
    }
    const undecided = [...claims].filter(
      ([, actors]) =>
        actors.filter(({ rule }) => rule === "").length > 1 || (actors.length > 1 && actors.some(({ rule }) => rule === "")),
    );
    expect(undecided.map(([key, actors]) => `${key}: ${actors.map(({ reference }) => reference).join(", ")}`)).toEqual([]);
  });

  test("kinds, sectors, countries and rules are of the known ones", () => {
    const countries = new Set(rowsOf(knowledge, "actors/states", ["code"]).map(({ code }) => code));
    const wrong: string[] = [];
    for (const [alias, { kind, sector, country, rule }] of aliases(knowledge)) {
      if (!KINDS.includes(kind)) wrong.push(`${alias}: kind ${kind}`);
      if (sector && !SECTORS.includes(sector)) wrong.push(`${alias}: sector ${sector}`);
      if (country && !countries.has(country)) wrong.push(`${alias}: country ${country}`);
      if (!["", "country", "only", "date", "known"].includes(rule)) wrong.push(`${alias}: rule ${rule}`);
      if (keysOf(alias).length === 0) wrong.push(`${alias}: nothing to match by`);
    }
    expect(wrong).toEqual([]);
  });

  test("offices begin before they end", () => {
    const day = /^\d{4}-\d{2}-\d{2}$/;
    const wrong = rowsOf(knowledge, "actors/leaders", ["name", "from", "until"]).filter(
      ({ from, until }) =>
        (from !== "" && !day.test(from)) || (until !== "" && !day.test(until)) || (from !== "" && until !== "" && from >= until),
    );
    expect(wrong).toEqual([]);
  });

  test("one reference is one actor", () => {
    const rows = BODY_TABLES.flatMap((table) =>
      rowsOf(knowledge, `actors/${table}`, ["name"]).map(({ name }) => `${table} ${keysOf(name).join("-")}`),
    );
    expect(rows.filter((row, i) => rows.indexOf(row) !== i)).toEqual([]);
  });

  test("abbreviations are told from names", () => {
    expect(["FARC", "U.S.", "MS-13", "G7"].every(isAcronym)).toBe(true);
    expect(["Hamas", "LeT", "al-Qaeda", "1920"].some(isAcronym)).toBe(false);
  });
});
