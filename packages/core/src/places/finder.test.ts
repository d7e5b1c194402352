import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { growth, LINEAR } from "../../../../tests/cost.ts";
import { loadEnglish } from "../../../english/src/node.ts";
import { createAnalyst } from "../analyse.ts";
import type { NameKind, Place } from "../model/index.ts";
import { createPlaceFinder } from "./finder.ts";
import { documentOf } from "./testing.ts";

const finder = createPlaceFinder(loadEnglish());
const analyst = createAnalyst(loadEnglish());
const find = (text: string, names: readonly (readonly [string, NameKind, number?])[] = [], outlet?: string): Place[] =>
  finder.find(documentOf(text, names), { id: "t", text, ...(outlet !== undefined && { outlet }) }, []);
/** "Paris/FRA/settlement" for each place found. */
const brief = (places: readonly Place[]) =>
  places.map(({ name, country, precision }) => [name, country ?? "", precision ?? "unresolved"].join("/"));

describe("which place a name means", () => {
  it("takes the great city when nothing else speaks", () =>
    expect(brief(find("The talks were held in Paris on Friday."))).toEqual(["Paris/FRA/settlement"]));

  it("takes the town in the region that is named after it", () => {
    const [paris, texas] = find("The fire was in Paris, Texas, on Friday.");
    expect(paris).toMatchObject({ country: "USA", admin1: "Texas", precision: "settlement" });
    expect(texas).toMatchObject({ country: "USA", precision: "province" });
  });

  it("reads abbreviations of states", () => {
    const [town, state] = find("A man was hurt in Alexandria, Minn., on Friday.");
    expect(town).toMatchObject({ admin1: "Minnesota" });
    expect(state).toMatchObject({ name: "Minnesota" });
  });

  it("keeps two countries beside each other apart, though Virginia has a Syria", () => {
    expect(find("They met in eastern Syria, the U.S. military said.")[0]).toMatchObject({ country: "SYR", precision: "region" });
  });

  it("finds no hamlet elsewhere for a name with an Arabic article", () => {
    expect(brief(find("Guards at the al-Omar oil field shot down a drone, U.S. officials in Washington said."))[0]).toBe(
      "Omar oil field/SYR/site",
    );
    expect(brief(find("Guards at al-Arvada shot down a drone, U.S. officials said."))).not.toContain("Arvada/USA/settlement");
  });

  it("takes what is shelled for a place, whoever might be called so", () => {
    expect(brief(find("Russian forces shelled Kharkiv overnight."))).toContain("Kharkiv/UKR/settlement");
  });

  it.each([
    ["Rebels attacked Kadugli at dawn.", "Kadugli/SDN/settlement"],
    ["Air strikes hit Khan Younis again.", "Khan Younis/PSE/settlement"],
    ["Gunmen captured Butembo on Friday.", "Butembo/COD/settlement"],
    ["Jihadists struck Uvira and Butembo.", "Butembo/COD/settlement"],
  ])("takes what armed men attack for a place: %s", (text, place) => {
    const { places } = analyst.analyse({ id: "t", text });
    expect(brief(places)).toContain(place);
  });

  it("takes no politician who is attacked for a town", () => {
    expect(analyst.analyse({ id: "t", text: "The senator attacked Lincoln over the budget." }).places).toEqual([]);
  });

  it("puts a building where the text puts it, whatever it is called after", () => {
    const [hotel] = find("The attack near the Ariana hotel in Kunduz province was planned for weeks.");
    expect(hotel).toMatchObject({ name: "Ariana", country: "AFG" });
  });

  it("puts a village that no map knows in the one region that the report knows", () => {
    const places = find("Elders met in Helmand province. Soldiers raided the village of Qorvanak.");
    expect(places.at(-1)).toMatchObject({ name: "Qorvanak", country: "AFG", admin1: "Helmand" });
    expect(places.at(-1)).not.toHaveProperty("latitude");
    expect(find("Elders met in Helmand and Kunduz. Soldiers raided the village of Qorvanak.").at(-1)).not.toHaveProperty(
      "country",
    );
  });

  it("places again what was placed once", () => {
    const places = find("They searched Lowy Shahr, Andar district, Ghazni Province. Nobody left Lowy Shahr that day.", [
      ["Lowy Shahr", "place"],
      ["Lowy Shahr", "place"],
    ]);
    expect(places.at(-1)).toMatchObject({ name: "Lowy Shahr", country: "AFG", admin1: "Ghazni" });
  });

  it("lets neighbours decide", () => {
    expect(find("The road from Tbilisi to Gori is closed, and Georgia has sent police.", [["Gori", "place"]])[2]).toMatchObject({
      country: "GEO",
    });
    expect(find("The storm crossed Alabama and reached Georgia on Friday, near Atlanta.")[1]).toMatchObject({ country: "USA" });
    expect(find("Police in Dayton and Columbus were called to Toledo on Friday.", [["Toledo", "place"]])[2]).toMatchObject({
      admin1: "Ohio",
    });
  });

  it("lets the outlet decide", () => {
    const text = "A shop burnt down in Springfield on Friday.";
    expect(find(text, [], "The Boston Courier")[0]).toMatchObject({ admin1: "Massachusetts" });
  });

  it("lets the words of a country's news decide", () => {
    expect(find("A Lebanon resident told the sheriff and the county commissioners of the felony.")[0]).toMatchObject({
      country: "USA",
    });
  });

  it("keeps one sense a report", () => {
    const places = find("Two men from Paris, Texas, were held. Dallas police drove them to Paris on Friday.", [
      ["Dallas", "place"],
    ]);
    expect(places.filter(({ name }) => name === "Paris").map(({ country }) => country)).toEqual(["USA", "USA"]);
  });

  it("takes a province for a province, and a city for a city", () => {
    expect(brief(find("They fought in Kandahar province on Friday."))).toEqual(["Kandahar/AFG/province"]);
    expect(brief(find("They fought in Kandahar on Friday."))).toEqual(["Kandahar/AFG/settlement"]);
  });

  it("reads counties in a list", () => {
    const places = find("It rained in Clay, Platte and Jackson counties near Kansas City, Missouri.");
    expect(places.slice(0, 3).map(({ name, admin1 }) => `${name}, ${admin1}`)).toEqual([
      "Clay County, Missouri",
      "Platte County, Missouri",
      "Jackson County, Missouri",
    ]);
  });

  it("puts an unknown place where the text says that it lies, and no more exactly", () => {
    const text = "They fought in the village of Qarzabad in Sangin district, Helmand province.";
    const [village, district] = find(text);
    expect(village).toMatchObject({ name: "Qarzabad", country: "AFG", admin1: "Helmand", precision: "district" });
    expect(village?.latitude).toBe(district?.latitude);
    expect(village?.feature).toBeUndefined();
    const owned = "Shells fell in Giza's Qarzabad district.";
    expect(find(owned, [["Qarzabad", "place"]]).find(({ name }) => name === "Qarzabad")).toMatchObject({ country: "EGY" });
  });

  it("leaves a namesake at the other end of the world unresolved", () => {
    const text = "Troops in Kandahar and Helmand, in Afghanistan, searched the village of Maku near Lashkar Gah and Sangin.";
    expect(find(text).find(({ start }) => start === text.indexOf("Maku"))).toMatchObject({
      name: "Maku",
      end: text.indexOf("Maku") + 4,
    });
    expect(find(text).find(({ name }) => name === "Maku")?.latitude).toBeUndefined();
  });
});

describe("what is a place", () => {
  it.each([
    ["Washington said on Friday that the talks had failed.", []],
    ["The Iraqi police and the Syrian army met on Friday.", []],
    ["A man named Jordan fled.", [["Jordan", "person"]]],
    ["They went to see Paris Hilton on Friday.", [["Paris Hilton", "person"]]],
    ["The man of Memphis Street was held.", []],
    ["They will march on the first of May.", []],
    ["He was Reading a book of Hope.", []],
  ] as [string, [string, NameKind][]][])("none: %s", (text, names) => expect(brief(find(text, names))).toEqual([]));

  it.each([
    ["KABUL, Afghanistan (AP) — Two men were killed.", ["Kabul/AFG/settlement", "Afghanistan/AFG/country"]],
    [
      "SAN SALVADOR, 3 JAN 90 -- THE MAYOR WAS KILLED IN SAN MIGUEL DEPARTMENT.",
      ["San Salvador/SLV/settlement", "San Miguel/SLV/province"],
    ],
    ["The base of Ain al-Asad in Iraq was hit.", ["Ain al-Asad Air Base/IRQ/site", "Iraq/IRQ/country"]],
    ["Ships wait in the Strait of Hormuz and the Red Sea.", ["Strait of Hormuz//region", "Red Sea//region"]],
    ["He lives in The Hague.", ["The Hague/NLD/settlement"]],
    ["They crossed into the Gaza Strip at Rafah.", ["Gaza Strip/PSE/province", "Rafah/PSE/settlement"]],
  ])("found: %s", (text, expected) => expect(brief(find(text))).toEqual(expected));

  it("lets the model name what the gazetteer does not know, without coordinates", () => {
    const [place] = find("They fled from Qarzabad on Friday.", [["Qarzabad", "place"]]);
    expect(place).toEqual({ id: "p1", start: 15, end: 23, name: "Qarzabad" });
  });

  it("takes the article into no span but its own", () => {
    const [place] = find("Talks with the United States failed.");
    expect(place).toMatchObject({ start: 15, end: 28 });
  });
});

describe("places told by a relation", () => {
  it("says by its precision that it lies near the anchor", () => {
    expect(find("The bomb went off 30 km north of Mosul on Friday.")[0]).toMatchObject({ name: "Mosul", precision: "district" });
    expect(find("The bomb went off near Mosul on Friday.")[0]).toMatchObject({ precision: "district" });
    expect(find("The bomb went off in Mosul on Friday.")[0]).toMatchObject({ precision: "settlement" });
  });

  it("puts a border between its countries", () => {
    const text = "Strikes hit the Iraq-Syria border region.";
    const [border, ...others] = find(text);
    expect(text.slice(border?.start, border?.end)).toBe("Iraq-Syria border region");
    expect(border).toMatchObject({ precision: "region", feature: "BDR" });
    expect(border?.longitude).toBeCloseTo(41, 0);
    expect(others).toEqual([]);
    expect(find("They died on the Lebanese border with Israel.").map(({ feature }) => feature)).toContain("BDR");
  });

  it("knows the border strip from the border that was named", () => {
    const text = "Troops left the Iraqi-Syrian border on Friday. Rockets then hit the border strip.";
    expect(find(text).map(({ start, feature }) => `${text.slice(start, start + 6)} ${feature}`)).toEqual([
      "Iraqi- BDR",
      "border BDR",
    ]);
    expect(find("Rockets hit the border strip.")).toEqual([]);
  });

  it("takes a country's soil for the country", () => {
    const text = "The rocket fell inside Syrian territory.";
    const [place] = find(text);
    expect(place).toMatchObject({ name: "Syria", precision: "country" });
    expect(text.slice(place?.start, place?.end)).toBe("Syrian territory");
  });

  it("takes the capital for that of the country in play", () => {
    expect(brief(find("The army of Mali fled. They shot at people in the capital.")).at(-1)).toBe("Bamako/MLI/settlement");
    expect(brief(find("They fled from the Iraqi capital."))).toEqual(["Baghdad/IRQ/settlement"]);
    expect(brief(find("Capital punishment is the rule."))).toEqual([]);
  });

  it("moves the point of a country's north to its north", () => {
    const [north] = find("They fought in northern Iraq.");
    const [whole] = find("They fought in Iraq.");
    expect(north?.latitude).toBeGreaterThan((whole?.latitude as number) + 1);
    expect(north?.precision).toBe("region");
  });
});

describe("any text", () => {
  it("gives spans of the text, in order, with ids of their own", () => {
    const word = fc.constantFrom(
      "Paris",
      "Texas",
      ",",
      "in",
      "the",
      "border",
      "capital",
      "of",
      "Iraq",
      "-",
      "Syria",
      "County",
      "counties",
      "IN",
      "al",
      "Qaim",
      "Va.",
      "north",
      "City",
      "\n",
      "Ω",
      "'",
      "—",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = words.join(" ");
        const places = find(text);
        expect(new Set(places.map(({ id }) => id)).size).toBe(places.length);
        for (const [i, { start, end, latitude, longitude }] of places.entries()) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(start).toBeGreaterThanOrEqual(places[i - 1]?.start ?? 0);
          expect(latitude === undefined).toBe(longitude === undefined);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("costs time linear in its length", () => {
    const garbage = "San José, Texas and the capital - al Springfield County border in Washington ";
    const read = (times: number) => {
      const text = garbage.repeat(times);
      const document = documentOf(text);
      return () => finder.find(document, { id: "t", text }, []);
    };
    expect(growth(read, 200)).toBeLessThan(LINEAR);
  });
});
