// Analyses as `annalist code` would print them, made without reading text: invented incidents, each told by some papers, some
// of which copy one another. Seeded: the same number gives the same reports.

/** Mulberry32: numbers from 0 to 1, the same for a seed everywhere. */
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const KINDS = [
  ["ASSAULT", "aerial", "bomb", "assault.bomb"],
  ["ASSAULT", "explosives", "explode", "assault.explode"],
  ["ASSAULT", "firearms", "shoot", "assault.shoot"],
  ["ASSAULT", "heavy-weapons", "shell", "assault.shell"],
  ["ASSAULT", "abduct", "kidnap", "assault.kidnap"],
  ["PROTEST", "demo", "march", "protest.march"],
  ["COERCE", "arrest", "arrest", "coerce.arrest"],
];
const span = (start, length = 6) => ({ start, end: start + length });
const iso = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const START = 18_000;
/** Incidents a day, so that more reports mean more days and not denser ones. */
const A_DAY = 25;

/** `count` analyses in random order, and for each the number of its incident. */
export function* incidentReports(count, seed = 1) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const towns = Array.from({ length: 400 }, (_, i) => ({
    name: `Town ${i}`,
    gazetteer: `own:${i}`,
    latitude: Math.round((next() * 60 - 20) * 100) / 100,
    longitude: Math.round((next() * 100 - 20) * 100) / 100,
    country: `C${i % 40}`,
  }));
  const papers = Array.from({ length: 60 }, (_, i) => `Paper ${i}`);
  const groups = Array.from({ length: 50 }, (_, i) => `group:${i}`);
  // Words of the trade, which many reports share, and words of one story.
  const trade = Array.from({ length: 3000 }, (_, i) => `trade${i}`);
  const word = () => trade[Math.floor(next() ** 3 * trade.length)];
  for (let made = 0, incident = 0; made < count; incident++) {
    const day = START + Math.floor(incident / A_DAY);
    const town = pick(towns);
    const kind = pick(KINDS);
    const group = pick(groups);
    const toll = 1 + Math.floor(next() ** 2 * 40);
    const story = Array.from({ length: 14 }, (_, i) => `story${incident}x${i}`);
    const tellers = Math.min(count - made, 1 + Math.floor(next() ** 2 * 9));
    let signature = "";
    for (let i = 0; i < tellers; i++, made++) {
      const copied = signature !== "" && next() < 0.4;
      if (!copied)
        signature = Array.from({ length: 96 }, () => Math.floor(next() * 2 ** 32))
          .sort((a, b) => a - b)
          .map((hash) => hash.toString(16).padStart(8, "0"))
          .join("");
      const terms = {};
      for (const term of story) if (next() < 0.6) terms[term] = 8 + Math.round(next() * 80) / 10;
      while (Object.keys(terms).length < 40) terms[word()] = 4 + Math.round(next() * 60) / 10;
      yield {
        incident,
        analysis: report(`r${made}`, {
          day,
          town,
          kind,
          group,
          toll: next() < 0.7 ? toll : toll + 1,
          paper: pick(papers),
          signature,
          terms,
          delay: Math.floor(next() * 2),
        }),
      };
    }
  }
}

function report(id, { day, town, kind: [type, mode, lemma, rule], group, toll, paper, signature, terms, delay }) {
  const argument = (start, entity, noun) => ({ ...span(start), head: span(start), entity, lemma: noun });
  const event = (n, start, rest) => ({
    id: n,
    trigger: span(start),
    evidence: span(start - 10, 60),
    contexts: [],
    actors: [],
    recipients: [],
    instruments: [],
    places: [],
    times: [],
    polarity: "affirmed",
    modality: "actual",
    casualties: [],
    attributions: [],
    confidence: 0.8,
    ...rest,
  });
  return {
    schema: "annalist/1",
    report: { id, sha256: "", published: iso(day + 1 + delay), outlet: paper, headline: span(0, 40), signature, terms },
    producer: { version: "0", model: "0", lexicon: "0" },
    sentences: [span(0, 40), span(41, 100), span(142, 100), span(243, 100)],
    entities: [
      { id: "n1", name: group, kind: "armed-group", reference: group, mentions: [{ ...span(60), form: "name", head: span(60) }] },
      {
        id: "n2",
        name: "the governor",
        kind: "government",
        country: town.country,
        sector: "GOV",
        mentions: [{ ...span(150), form: "nominal", head: span(150) }],
      },
    ],
    places: [
      { id: "p1", ...span(20), ...town, precision: "settlement" },
      { id: "p2", ...span(90), ...town, precision: "settlement" },
    ],
    times: [{ id: "t1", ...span(100), type: "DATE", value: iso(day), earliest: iso(day), latest: iso(day), anchor: "published" }],
    events: [
      event("e1", 10, { type, mode, lemma, rule, actors: [argument(2, "n1", "fighter")], places: ["p1"], times: ["t1"] }),
      event("e2", 70, {
        type,
        mode,
        lemma,
        rule,
        actors: [argument(60, "n1", "fighter")],
        places: ["p2"],
        times: ["t1"],
        casualties: type === "ASSAULT" ? ["c1"] : [],
        attributions: ["a1"],
      }),
      event("e3", 160, {
        type: "ACCUSE",
        mode: "disapprove",
        lemma: "condemn",
        rule: "accuse.condemn",
        actors: [argument(150, "n2", "governor")],
      }),
      event("e4", 260, { type: "CONSULT", lemma: "meet", rule: "consult.meet", actors: [argument(250, "n2", "governor")] }),
    ],
    attributions: [
      {
        id: "a1",
        sources: [argument(150, "n2", "governor")],
        cue: [span(130)],
        content: [span(41, 80)],
        kind: "indirect",
        stance: "asserts",
        anonymity: "unnamed",
        events: ["e2"],
      },
    ],
    casualties:
      type === "ASSAULT"
        ? [
            {
              id: "c1",
              ...span(80),
              outcome: mode === "abduct" ? "abducted" : "killed",
              low: toll,
              best: toll,
              high: toll,
              exact: true,
              cumulative: false,
              group: "civilian",
              event: "e2",
              attributions: ["a1"],
            },
          ]
        : [],
    relations: [{ id: "r1", ...span(70), type: "same", from: "e2", to: "e1", attributions: [] }],
  };
}
