// The figures of docs/record.md by their file names, from what the engine reads in the samples.
import { drawChain } from "./chain.mjs";
import { drawSentence } from "./sentence.mjs";
import { drawToll } from "./toll.mjs";

/** The report and the words of the event that is drawn: it has an actor, a target, a place, a day, two tolls and a voice. */
const DRAWN = { report: "border-strikes-damascus", trigger: "attacked" };

/** `core`: the module; `analyst` with the data of English; `reports`: the samples. */
export function figures(core, analyst, reports) {
  const analyses = new Map(reports.map((report) => [report.id, analyst.analyse(report)]));
  const analysis = analyses.get(DRAWN.report);
  const { text } = reports.find(({ id }) => id === DRAWN.report);
  const event = analysis.events.find(({ trigger }) => text.slice(trigger.start, trigger.end) === DRAWN.trigger);
  const incident = core
    .link([...analyses.values()])
    .find(
      ({ kind, members }) =>
        kind === "incident" && members.some(({ report, event: id }) => report === DRAWN.report && id === event.id),
    );
  const claims = core.ledger(incident, analyses);
  return {
    "sentence.svg": drawSentence(analysis, text, event),
    "chain.svg": drawChain(incident, claims, new Map(reports.map((report) => [report.id, report]))),
    "toll.svg": drawToll(claims, core.toll(claims, "killed", "acled"), core.toll(claims, "killed", "ucdp")),
  };
}
