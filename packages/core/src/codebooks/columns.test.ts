import { describe, expect, it } from "vitest";
import { code, type EventEntry } from "./codebook.ts";
import { CODEBOOKS } from "./index.ts";
import { entry, TEXT, WORLD } from "./testing.ts";

const names = (columns: readonly { name: string }[]) => columns.map(({ name }) => name);

function eventEntry(wanted: Parameters<typeof entry>[0] = {}): EventEntry {
  const { incident, sources } = entry(wanted);
  const source = sources.get("r1");
  const event = source?.analysis.events[0];
  if (!source || !event) throw new Error("the test's report has an event");
  return { event, source, incident };
}
function valuesOf<Row>(codebook: Parameters<typeof code<Row>>[0], row: Row): Record<string, unknown> {
  const coded = code(codebook, row, WORLD);
  if ("excluded" in coded) return { rule: coded.excluded.rule };
  return Object.fromEntries(codebook.columns.map(({ name }, i) => [name, coded.cells[i]?.value]));
}

describe("columns", () => {
  it("of POLECAT are its 40", () => {
    expect(names(CODEBOOKS.polecat.columns).join("|")).toBe(
      "Event ID|Event Date|Event Type|Event Mode|Intensity|Quad Code|Contexts|Actor Name|Actor Country|Actor COW|Primary Actor Sector|" +
        "Actor Sectors|Actor Title|Actor Name Raw|Wikipedia Actor ID|Recipient Name|Recipient Country|Recipient COW|Primary Recipient Sector|" +
        "Recipient Sectors|Recipient Title|Recipient Name Raw|Wikipedia Recipient ID|Placename|City|District|Province|Country|Latitude|" +
        "Longitude|GeoNames ID|Raw Placename|Feature Type|Source|Publication Date|Story People|Story Organizations|Story Locations|Language|Version",
    );
  });

  it("of PLOVER are its fields", () => {
    expect(names(CODEBOOKS.plover.columns).join(", ")).toBe(
      "id, has_event, date, time, enddate, endtime, actor, recipient, event, event_loc, event_text, quad_code, event_scale, mode, " +
        "context, link, text, text_info, cite_info, coder, coded_date, coded_time, comment",
    );
  });

  it("of GDELT are 61 and 16", () => {
    const columns = names(CODEBOOKS.gdelt.columns);
    expect(columns).toHaveLength(61);
    expect(columns.slice(0, 8).join(",")).toBe(
      "GLOBALEVENTID,SQLDATE,MonthYear,Year,FractionDate,Actor1Code,Actor1Name,Actor1CountryCode",
    );
    expect(columns[15]).toBe("Actor2Code");
    expect(columns.slice(25, 35).join(",")).toBe(
      "IsRootEvent,EventCode,EventBaseCode,EventRootCode,QuadClass,GoldsteinScale,NumMentions,NumSources,NumArticles,AvgTone",
    );
    expect([columns[35], columns[43], columns[51], columns[59], columns[60]].join(",")).toBe(
      "Actor1Geo_Type,Actor2Geo_Type,ActionGeo_Type,DATEADDED,SOURCEURL",
    );
    expect(names(CODEBOOKS.mentions.columns)).toHaveLength(16);
  });

  it("of TimeMap are its fields", () => {
    expect(names(CODEBOOKS.timemap.columns).join(", ")).toBe(
      "id, description, date, time, time_precision, location, latitude, longitude, category, associations, sources",
    );
  });

  it("each say where they come from or why they are empty", () => {
    for (const { columns } of Object.values(CODEBOOKS))
      for (const { name, from, rule } of columns) {
        expect(rule, name).not.toBe("");
        if (from === "") expect(rule, name).toMatch(/^empty: /);
      }
  });
});

describe("event codebooks", () => {
  it("write PLOVER's record", () => {
    expect(valuesOf(CODEBOOKS.plover, eventEntry())).toMatchObject({
      id: "r1#e1",
      date: "2021-06-28",
      actor: "IRQ REB",
      recipient: "CVL",
      event: "ASSAULT",
      event_loc: "Mosul, Nineveh, IRQ",
      event_text: "killed",
      quad_code: 4,
      event_scale: -9,
      text: TEXT,
      coded_date: "2026-01-02",
      link: "i1",
    });
  });

  it("write POLECAT's row with names as resolved and as printed", () => {
    expect(valuesOf(CODEBOOKS.polecat, eventEntry())).toMatchObject({
      "Actor Name": "Red Hand",
      "Actor Name Raw": "Gunmen of the Red Hand",
      "Actor COW": 645,
      "Recipient Name Raw": "two farmers",
      City: "Mosul",
      "GeoNames ID": "99072",
      "Quad Code": "MATERIAL CONFLICT",
    });
  });

  it("leave out what did not happen", () => {
    expect(valuesOf(CODEBOOKS.plover, eventEntry({ event: { modality: "threatened" } }))).toEqual({ rule: "plover.modality" });
    expect(valuesOf(CODEBOOKS.polecat, eventEntry({ event: { polarity: "negated" } }))).toEqual({ rule: "polecat.negated" });
  });

  it("tie GDELT's mentions to its events by one number", () => {
    const event = valuesOf(CODEBOOKS.gdelt, entry());
    const mention = valuesOf(CODEBOOKS.mentions, eventEntry());
    expect(mention.GLOBALEVENTID).toBe(event.GLOBALEVENTID);
    expect(Number.isSafeInteger(event.GLOBALEVENTID)).toBe(true);
    expect(event).toMatchObject({
      SQLDATE: 20_210_628,
      Actor1Code: "IRQREB",
      EventRootCode: "18",
      QuadClass: 4,
      ActionGeo_Type: 4,
    });
    expect(mention).toMatchObject({ SentenceID: 1, Actor1CharOffset: 0, ActionCharOffset: 23, Confidence: 90 });
  });

  it("count an annotation's positions in code points", () => {
    const row = eventEntry();
    const text = `😀😀 ${TEXT}`;
    const shifted: EventEntry = {
      event: { ...row.event, evidence: { start: 5, end: text.length } },
      source: { ...row.source, text },
    };
    const { annotation } = valuesOf(CODEBOOKS.webannotation, shifted);
    const { target } = JSON.parse(String(annotation));
    expect(target.selector[0]).toEqual({ type: "TextPositionSelector", start: 3, end: 3 + TEXT.length });
    expect(target.selector[1]).toMatchObject({ exact: TEXT, prefix: "😀😀 " });
  });
});
