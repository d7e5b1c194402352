// From reports to claims to one incident: who says which toll, what is a reprint, what the incident keeps of it.
import { box, figure, lines, MARGIN, path, text, WIDTH } from "./svg.mjs";

/** `claims`: the incident's ledger; `reports` by id. */
export function drawChain(incident, claims, reports) {
  const killed = claims.filter(({ attribute }) => attribute === "killed");
  const groups = incident.originGroups.map((ids) => [...ids].sort());
  const body = [text(MARGIN, 24, "Reports, by origin, and what each claims", "quiet head")];
  const spoken = [];
  const right = WIDTH - MARGIN;
  let y = 40;
  const wires = [];
  // Who only recalls it in passing is no origin, but its claims are kept.
  const passing = [...new Set(incident.members.map(({ report }) => report))].filter((id) => !groups.flat().includes(id)).sort();
  for (const [g, ids] of [...groups, ...(passing.length > 0 ? [passing] : [])].entries()) {
    const name = g === groups.length ? "no origin: recalls it in passing" : `origin ${g + 1}`;
    const top = y;
    y += 22;
    const inside = [
      text(MARGIN + 10, top + 16, `${name}${ids.length > 1 ? `: ${ids.length} reports of one account` : ""}`, "quiet small"),
    ];
    for (const id of ids) {
      const { outlet, published } = reports.get(id);
      inside.push(
        text(MARGIN + 10, y + 12, outlet, "ink strong"),
        text(right - 10 - 62, y + 12, published.slice(0, 10), "quiet small"),
      );
      const own = unique(killed.filter(({ report }) => report === id));
      spoken.push(`${outlet} of ${published.slice(0, 10)}, ${name}, claims ${own.map(inWords).join("; ") || "no toll"}.`);
      y += 18;
      for (const claim of own) {
        const parts = lines(inWords(claim), 44);
        wires.push(y + 8);
        inside.push(path(`M ${MARGIN + 16} ${y - 2} V ${y + 8} H ${MARGIN + 26}`));
        for (const [i, { words }] of parts.entries()) inside.push(text(MARGIN + 32, y + 12 + i * 15, words));
        y += parts.length * 15 + 4;
      }
      y += 6;
    }
    body.push(box(MARGIN, top, right - MARGIN, y - top, "box"), ...inside);
    y += 10;
  }
  // Every claim runs into the incident.
  const wire = right + 7;
  for (const at of wires) body.push(path(`M ${right} ${at} H ${wire}`));
  const says = [
    [incident.type, incident.mode].filter(Boolean).join(", "),
    `${incident.actors[0].name} → ${incident.recipients[0].name}, and ${incident.recipients.length - 1} more`,
    [incident.places[0].name, incident.places[0].country, incident.dates[0].earliest].join(", "),
    `${new Set(incident.members.map(({ report }) => report)).size} reports, ${incident.origins} origins: ${incident.status}`,
    `${killed.length} claims of the dead, each kept beside the others`,
  ];
  body.push(text(MARGIN, y + 22, "One incident", "quiet head"));
  const top = y + 32;
  body.push(box(MARGIN, top, right - MARGIN, says.length * 18 + 12, "inner"));
  for (const [i, line] of says.entries()) body.push(text(MARGIN + 10, top + 19 + i * 18, line, i === 0 ? "ink strong" : "ink"));
  body.push(path(`M ${wire} ${wires[0]} V ${top + 14} H ${right}`));
  return figure({
    title: "From reports to claims to one incident",
    words: `${spoken.join(" ")} Together they are one incident: ${says.join("; ")}.`,
    height: Math.ceil(top + says.length * 18 + 26),
    body,
  });
}

export const inWords = ({ low, best, high, voices, outlet }) =>
  `${high === null ? `at least ${low}` : low === high ? best : `${low} to ${high}`} killed, says ${voices[0]?.name ?? `${outlet} itself`}${voices[0]?.anonymity === "unnamed" ? " [unnamed]" : ""}`;

/** One report may tell one figure of one voice twice. */
const unique = (claims) => [...new Map(claims.map((claim) => [inWords(claim), claim])).values()];
