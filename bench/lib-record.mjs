// A record of any size for the desk: invented reports with their analyses, and the incidents that they tell, put into a
// store without coding or linking anything. Places are the gazetteer's, so that maps look as they do; all else is made up.
// Seeded: the same size gives the same record.
import { createHash } from "node:crypto";
import { createPlaceLookup } from "../packages/core/dist/index.js";
import { loadEnglish } from "../packages/english/dist/index.js";
import { random } from "./lib-incidents.mjs";

const TOWNS =
  "Mosul Kirkuk Erbil Baghdad Basra Aleppo Homs Idlib Damascus Sanaa Aden Taiz Marib Kabul Kandahar Kunduz Herat Peshawar Quetta Karachi Kyiv Kharkiv Kherson Donetsk Zaporizhzhia Khartoum Omdurman Nyala Juba Malakal Mogadishu Kismayo Baidoa Maiduguri Kano Jos Gao Timbuktu Mopti Bamako Ouagadougou Niamey Goma Bukavu Bunia Bangui Addis Ababa Mekelle Yangon Mandalay Sittwe Bogotá Cali Tripoli Benghazi Misrata Gaza Hebron Nablus Jenin Beirut Sidon Manila Zamboanga".split(
    " ",
  );
const COUNTRIES = ["Syria", "Iraq", "Yemen", "Sudan", "Ukraine", "Mali", "Nigeria", "Somalia", "Afghanistan", "Lebanon"];
const DEEDS = [
  ["ASSAULT", "firearms", "shot"],
  ["ASSAULT", "aerial", "bombed"],
  ["ASSAULT", "explosives", "blew up"],
  ["ASSAULT", "heavy-weapons", "shelled"],
  ["ASSAULT", "abduct", "kidnapped"],
  ["COERCE", "arrest", "arrested"],
  ["PROTEST", "demo", "protested against"],
  ["ACCUSE", "disapprove", "condemned"],
  ["THREATEN", "force", "threatened"],
  ["CONSULT", "visit", "met"],
  ["AGREE", "ceasefire", "agreed a truce with"],
  ["AID", "humanitarian", "sent food to"],
  ["RETREAT", "withdraw", "withdrew before"],
];
const GROUPS = "Red,Blue,Northern,Southern,Coastal,Mountain,River,Valley,Desert,Free".split(",").flatMap((name) =>
  ["Brigade", "Front", "Guard", "Column", "Council"].map((kind) => ({
    name: `${name} ${kind}`,
    reference: `group:${name}-${kind}`.toLowerCase(),
    kind: "armed-group",
    sector: "REB",
  })),
);
const FOLK = ["the villagers", "police officers", "the army", "protesters", "aid workers", "the governor", "farmers", "traders"];
const FIRST =
  "Adam,Amal,Bilal,Dina,Elena,Farid,Grace,Hadi,Ines,Jonas,Karim,Lena,Musa,Nadia,Omar,Petro,Rana,Samir,Tomas,Umar,Vera,Yusuf,Zahra,Ivan".split(
    ",",
  );
const LAST = FIRST.flatMap((name) => [`Al-${name}`, `${name}son`, `Ben ${name}`, `${name}ovich`]);
const STATUS = ["single-source", "single-source", "single-source", "corroborated", "corroborated", "disputed", "denied"];
const DAYS = 2000;
const dayOf = (n) => new Date(Date.UTC(2019, 0, 1 + n)).toISOString().slice(0, 10);
const sha256 = (text) => createHash("sha256").update(text).digest("hex");

/** Fills an empty store with `size` incidents and about as many reports; `tell` hears how far it is. */
export async function putRecord(store, size, tell = () => {}) {
  const lookup = createPlaceLookup(loadEnglish());
  const placesOf = (names) => names.flatMap((name) => lookup.candidates(name)[0] ?? []);
  const places = { towns: placesOf(TOWNS), countries: placesOf(COUNTRIES) };
  const incidents = [];
  for (let from = 0; from < size; from += 100) {
    const batch = Array.from({ length: Math.min(100, size - from) }, (_, i) => told(from + i, places));
    await store.putReports(batch.map(({ incoming }) => incoming));
    await store.putAnalyses(batch.map(({ incoming, analysis }) => ({ report: incoming.report.id, version: 1, analysis })));
    incidents.push(...batch.map(({ linked }) => linked));
    if (from % 10_000 === 0) tell(from);
  }
  await store.replaceLinked(incidents);
}

const pickParty = ({ name, reference, sector }) => ({ name, ...(reference && { reference }), sector });

/** Report number n, what is read in it, and the incident of the same number, which the few reports before it may tell as well. */
function told(n, { towns, countries }) {
  const next = random(n + 1);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const most = (list) => list[Math.floor(next() ** 2.5 * list.length)];
  const [type, mode, verb] = pick(DEEDS);
  const actor = most(GROUPS);
  // Whom: somebody by name, another group, or nobody in particular.
  const kind = next();
  const rival = kind < 0.3 ? most(GROUPS) : undefined;
  const person = kind > 0.8 ? `${pick(FIRST)} ${most(LAST)}` : undefined;
  const victims = rival?.name ?? person ?? most(FOLK);
  const whom = rival ?? { name: victims, kind: person ? "person" : "civilians", sector: "CVL" };
  const wide = next() < 0.12;
  const found = wide ? most(countries) : most(towns);
  const near = (degrees) => Math.round((degrees + (wide ? 0 : (next() - 0.5) * 1.2)) * 1000) / 1000;
  const place = { ...found, latitude: near(found.latitude), longitude: near(found.longitude) };
  const day = dayOf(Math.floor(next() * DAYS));
  const dead = type === "ASSAULT" && next() < 0.6 ? 1 + Math.floor(next() ** 3 * 60) : undefined;
  const outlet = `${pick(["Daily", "Evening", "Morning", "National"])} ${pick(["Post", "Herald", "Courier", "Monitor"])} ${Math.floor(next() * 40)}`;
  const headline = `${actor.name} ${verb} ${victims} in ${found.name}`;
  const lead = `Fighters of the ${actor.name} ${verb} ${victims} near ${found.name} on ${day}, police said.`;
  const toll = dead === undefined ? "" : ` At least ${dead} people were killed, a hospital official said.`;
  const rest = Array.from(
    { length: 9 },
    () =>
      `Residents of ${most(towns).name} told reporters that the ${most(GROUPS).name} had ${pick(DEEDS)[2]} ${pick(FOLK)} before.`,
  ).join(" ");
  const text = `${headline}\n\n${lead}${toll}\n\n${rest} Report ${n}.`;
  const at = (words, from = headline.length) => {
    const start = text.indexOf(words, from);
    return { start, end: start + words.length };
  };
  const report = { id: `r${n}`, text, published: day, outlet, headline: { start: 0, end: headline.length } };
  const evidence = { start: headline.length + 2, end: headline.length + 2 + lead.length };
  const event = {
    id: "e1",
    trigger: at(verb),
    evidence,
    type,
    mode,
    contexts: [],
    actors: [{ ...at(actor.name), head: at(actor.name), entity: "n1" }],
    recipients: [{ ...at(victims), head: at(victims), entity: "n2" }],
    instruments: [],
    places: ["p1"],
    times: ["t1"],
    polarity: "affirmed",
    modality: "actual",
    casualties: dead === undefined ? [] : ["c1"],
    attributions: ["a1"],
    confidence: Math.round((0.4 + 0.6 * next()) * 100) / 100,
    rule: `${type.toLowerCase()}.bench`,
  };
  const voice = { name: "police", attribution: "a1", anonymity: "institution", stance: "asserts" };
  const status = pick(STATUS);
  const members = [n, ...(status === "single-source" ? [] : [n - 1, n - 2])].filter((each) => each >= 0);
  const claim = (attribute, value, label, span, more) => ({
    incident: `i${n}`,
    report: report.id,
    event: "e1",
    outlet,
    published: day,
    voices: [voice],
    origin: 0,
    attribute,
    value,
    label,
    ...span,
    ...more,
  });
  const figures = { low: dead, best: dead, high: null };
  return {
    incoming: { report, provenance: { source: "bench", original: "" } },
    analysis: {
      schema: "annalist/1",
      report: { id: report.id, sha256: sha256(text), published: day, outlet, headline: report.headline },
      producer: { version: "bench", model: "bench", lexicon: "bench" },
      sentences: [report.headline, evidence],
      entities: [
        { id: "n1", ...actor, mentions: [{ ...at(actor.name), form: "name", head: at(actor.name) }] },
        {
          id: "n2",
          ...whom,
          mentions: [{ ...at(victims), form: rival || person ? "name" : "nominal", head: at(victims) }],
        },
      ],
      places: [{ id: "p1", ...at(found.name), ...place }],
      times: [{ id: "t1", ...at(day), type: "DATE", value: day, earliest: day, latest: day, anchor: "explicit" }],
      events: [event],
      attributions: [
        {
          id: "a1",
          sources: [{ ...at("police"), head: at("police") }],
          cue: [at("said")],
          content: [{ start: evidence.start, end: at(", police").start }],
          kind: "indirect",
          stance: "asserts",
          anonymity: "institution",
          events: ["e1"],
        },
      ],
      casualties:
        dead === undefined
          ? []
          : [
              {
                id: "c1",
                ...at(`At least ${dead}`),
                outcome: "killed",
                ...figures,
                exact: false,
                cumulative: false,
                group: "unknown",
                event: "e1",
                attributions: [],
              },
            ],
      relations: [],
    },
    linked: {
      item: {
        id: `i${n}`,
        kind: "incident",
        type,
        mode,
        members: members.map((each) => ({ report: `r${each}`, event: "e1" })),
        places: [{ ...place, reports: 1 }],
        dates: [{ earliest: day, latest: day, reports: 1 }],
        actors: [{ ...pickParty(actor), reports: 1 }],
        recipients: [{ ...pickParty(whom), reports: 1 }],
        tolls:
          dead === undefined
            ? []
            : [{ outcome: "killed", ...figures, source: "a hospital official", report: report.id, casualty: "c1" }],
        origins: members.length,
        originGroups: members.map((each) => [`r${each}`]),
        relations:
          n > 10 && next() < 0.08
            ? [{ type: "retaliation", to: `i${n - 1 - Math.floor(next() * 9)}`, said: [{ report: report.id }] }]
            : [],
        why: [],
        status,
      },
      claims: [
        claim("type", `${type}/${mode}`, `${type} ${mode}`, event.trigger),
        claim("actor", actor.reference, actor.name, at(actor.name)),
        claim("recipient", whom.reference ?? victims, victims, at(victims)),
        claim("place", place.gazetteer ?? place.name, place.name, at(found.name)),
        claim("date", `${day}/${day}`, day, at(day)),
        ...(dead === undefined ? [] : [claim("killed", String(dead), `at least ${dead}`, at(`At least ${dead}`), figures)]),
      ],
    },
  };
}
