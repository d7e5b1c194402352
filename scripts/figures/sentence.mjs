// One sentence with all that was read in it, and how it hangs together: roles on the event, the event on a voice.
import { ADVANCE, box, figure, lines, MARGIN, set, tag, text, WIDTH } from "./svg.mjs";

const LEADING = 50;

/** `event`: of `analysis`, the record of the report whose text is `whole`. */
export function drawSentence(analysis, whole, event) {
  const sentence = analysis.sentences.find(({ start, end }) => start <= event.trigger.start && event.trigger.end <= end);
  const by = (list, ids) => list.filter(({ id }) => ids.includes(id));
  const place = by(analysis.places, event.places)[0];
  const time = by(analysis.times, event.times)[0];
  const voice = by(analysis.attributions, event.attributions)[0];
  const tolls = by(analysis.casualties, event.casualties);
  const entity = (argument) => analysis.entities.find(({ id }) => id === argument.entity);
  const said = ({ start, end }) => whole.slice(start, end);
  const who = (argument) => {
    const { country, sector } = entity(argument) ?? {};
    const known = [country, sector].filter(Boolean).join(", ");
    return known ? `${said(argument)} (${known})` : said(argument);
  };
  const figureOf = ({ outcome, low, best, high }) =>
    `${outcome}: low ${low}, best ${best}, high ${high === null ? "open" : high}`;

  // What is marked in the sentence, and what the record says of it.
  const rows = [
    { kind: "what", spans: [event.trigger], name: "what", says: [[event.type, event.mode].filter(Boolean).join(", ")] },
    { kind: "who", spans: event.actors, name: "who", says: event.actors.map(who) },
    { kind: "whom", spans: event.recipients, name: "to whom", says: event.recipients.map(who) },
    place && {
      kind: "where",
      spans: [place],
      name: "where",
      says: [
        [place.name, place.admin1, place.country].filter(Boolean).join(", "),
        `${place.latitude}, ${place.longitude}`,
        `precision: ${place.precision}`,
      ],
    },
    time && {
      kind: "when",
      spans: [time],
      name: "when",
      says: [`${time.earliest}, reckoned from the`, `day of publication, ${analysis.report.published}`],
    },
    tolls.length > 0 && { kind: "toll", under: true, spans: tolls, name: "toll", says: tolls.map(figureOf) },
  ].filter(Boolean);
  const source = voice && {
    kind: "voice",
    spans: [...voice.sources, ...voice.cue],
    name: "says who",
    says: [`${said(voice.sources[0])}: ${voice.anonymity}, “${voice.cue.map(said).join(" ")}”`],
  };
  const marked = [...rows, ...(source ? [source] : [])].map((row, i) => ({ ...row, number: i + 1 }));

  const words = said(sentence);
  const set_ = lines(words, Math.floor((WIDTH - 2 * MARGIN) / ADVANCE));
  const body = [text(MARGIN, 24, "In the text", "quiet head")];
  const top = 60;
  const y = (line) => top + line * LEADING;
  for (const { kind, spans, number, under } of marked)
    for (const span of spans)
      for (const [i, line] of set_.entries()) {
        const [from, to] = [Math.max(span.start - sentence.start, line.start), Math.min(span.end - sentence.start, line.end)];
        if (from >= to) continue;
        const x = MARGIN + (from - line.start) * ADVANCE;
        const width = (to - from) * ADVANCE;
        const first = from === span.start - sentence.start;
        if (under) {
          body.push(`<path class="under" d="M ${x + (first ? 15 : 0)} ${y(i) + 9} H ${x + width}"/>`);
          if (first) body.push(tag(x + 7, y(i) + 10, number, kind));
        } else {
          body.push(box(x - 1, y(i) - 14, width + 2, 19, kind));
          if (first) body.push(tag(x + 6, y(i) - 20, number, kind));
        }
      }
  for (const [i, line] of set_.entries()) body.push(set(MARGIN, y(i), line.words));

  let at = y(set_.length - 1) + 40;
  body.push(text(MARGIN, at, "In the record", "quiet head"));
  at += 12;
  const outer = at;
  if (source) {
    const wrapped = source.says.flatMap((one) => lines(one, 36).map(({ words: part }) => part));
    body.push(tag(MARGIN + 16, at + 20, marked.length, "voice"), text(MARGIN + 30, at + 24, source.name, "ink strong"));
    for (const [i, part] of wrapped.entries()) body.push(text(MARGIN + 112, at + 24 + i * 16, part));
    at += 24 + wrapped.length * 16;
  }
  const inner = at;
  at += 20;
  for (const { kind, number, name, says } of marked.slice(0, rows.length)) {
    const wrapped = says.flatMap((one) => lines(one, 34).map(({ words: part }) => part));
    body.push(tag(MARGIN + 26, at - 4, number, kind), text(MARGIN + 40, at, name, "ink strong"));
    for (const [i, part] of wrapped.entries()) body.push(text(MARGIN + 112, at + i * 16, part));
    at += wrapped.length * 16 + 6;
  }
  const bottom = at - 4;
  const frames = [
    box(MARGIN, outer, WIDTH - 2 * MARGIN, bottom - outer + 10, "box"),
    box(MARGIN + 8, inner + 2, WIDTH - 2 * MARGIN - 16, bottom - inner, "inner"),
  ];
  body.splice(body.indexOf(text(MARGIN, outer - 12, "In the record", "quiet head")) + 1, 0, ...frames);
  return figure({
    title: "One sentence, and the record that was read in it",
    words: `The sentence: ${words} ${marked.map(({ number, name, spans, says }) => `${number}, ${name}: “${spans.map(said).join("”, “")}” is ${says.join("; ")}.`).join(" ")} The event, with all that hangs on it, stands inside the words of the voice.`,
    height: Math.ceil(bottom + 24),
    body,
  });
}
