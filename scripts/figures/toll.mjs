// How one number is taken from many: each account as a bar on one scale, and what two codebooks' rules make of them.
import { inWords } from "./chain.mjs";
import { box, figure, lines, MARGIN, path, round, text, WIDTH } from "./svg.mjs";

/** `acled` and `ucdp`: the tolls by those rules. */
export function drawToll(claims, acled, ucdp) {
  // A reprint repeats an account: it stands in one line with what it reprints.
  const alike = new Map();
  for (const claim of claims.filter(({ attribute }) => attribute === "killed")) {
    const key = `${inWords(claim)} ${claim.origin}`;
    alike.set(key, { ...claim, outlets: [...new Set([...(alike.get(key)?.outlets ?? []), claim.outlet])].sort() });
  }
  const accounts = [...alike.values()].sort((a, b) => a.best - b.best || (a.outlets[0] < b.outlets[0] ? -1 : 1));
  const told = (claim) => (claim.voices.length > 0 ? `${inWords(claim)}, in ${claim.outlets.join(" and ")}` : inWords(claim));
  const most = Math.max(...accounts.map(({ high, best }) => high ?? best)) + 1;
  const x = (n) => MARGIN + 6 + (n * (WIDTH - 2 * MARGIN - 24)) / most;
  const body = [text(MARGIN, 24, "Accounts of the dead", "quiet head")];
  const grid = body.length;
  let y = 34;
  for (const claim of accounts) {
    const parts = lines(told(claim), 50);
    for (const [i, { words }] of parts.entries()) body.push(text(MARGIN, y + 14 + i * 15, words, "ink halo"));
    y += parts.length * 15 + 6;
    const [from, to] = [x(claim.low), x(claim.high ?? most)];
    // A figure that is exact is a spot; one that is open upwards ends in an arrow.
    if (claim.low === claim.high) body.push(`<circle class="bar" cx="${round(from)}" cy="${y + 5}" r="5"/>`);
    else {
      body.push(box(from - 4, y, to - from, 10, "bar"));
      if (claim.high === null) body.push(path(`M ${round(to - 4)} ${y - 2} l 9 7 l -9 7 Z`, "bar"));
    }
    y += 20;
  }
  const floor = y + 4;
  for (let n = 0; n <= most; n++) {
    body.splice(grid, 0, path(`M ${round(x(n))} 34 V ${floor}`, "axis"));
    body.push(`<text class="quiet small" x="${round(x(n))}" y="${floor + 13}" text-anchor="middle">${n}</text>`);
  }
  y = floor + 40;
  body.push(text(MARGIN, y, "One number, by a visible rule", "quiet head"));
  const high = ucdp.high ?? Math.max(...accounts.map((claim) => claim.high ?? claim.best));
  const rules = [
    { name: "ACLED", says: `${acled.best}: the most conservative figure of any account`, marks: [[acled.best, ""]] },
    {
      name: "UCDP",
      says: `low ${ucdp.low}, best ${ucdp.best}, high ${high}: the lowest, the one that most origins give, the highest${ucdp.high === null ? " (open: as it stands)" : ""}`,
      marks: [
        [ucdp.low, "low"],
        [ucdp.best, "best"],
        [high, "high"],
      ],
    },
  ];
  y += 10;
  for (const { name, says, marks } of rules) {
    const parts = lines(says, 42);
    body.push(text(MARGIN, y + 16, name, "ink strong"));
    for (const [i, { words }] of parts.entries()) body.push(text(MARGIN + 52, y + 16 + i * 15, words));
    y += parts.length * 15 + 18;
    body.push(path(`M ${round(x(0))} ${y} H ${round(x(most))}`, "axis"));
    for (const [n, label] of marks) {
      body.push(path(`M ${round(x(n))} ${y - 6} l 6 6 l -6 6 l -6 -6 Z`, "mark"));
      body.push(`<text class="quiet small" x="${round(x(n))}" y="${y + 19}" text-anchor="middle">${label || n}</text>`);
    }
    y += 28;
  }
  return figure({
    title: "How a toll's low, best and high are formed",
    words: `${accounts.map((claim) => `${told(claim)}.`).join(" ")} ${rules.map(({ name, says }) => `${name}: ${says}.`).join(" ")}`,
    height: Math.ceil(y + 6),
    body,
  });
}
