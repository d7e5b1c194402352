import type { Analysis, Pin, Span } from "@annalist/core";
import { sql } from "kysely";
import { getAnalysis } from "./analyses.ts";
import type { Database } from "./database.ts";
import { type Moment, NOW, note } from "./moment.ts";
import { among, cutOf, known, limitOf, toPage, where } from "./page.ts";
import {
  type Decision,
  type DecisionFilter,
  type DecisionKind,
  type NewDecision,
  type Page,
  type PageRequest,
  StoreError,
  type Subject,
} from "./store.ts";

interface Row {
  seq: number;
  at: string;
  who: string;
  kind: DecisionKind;
  subject: string;
  why: string | null;
  before: string | null;
  after: string | null;
  pins: string | null;
  undoes: number | null;
  undone: number | null;
}

export async function decide(db: Database, given: NewDecision): Promise<Decision> {
  if (given.who.trim() === "") throw new StoreError("wrong", "a decision by nobody: say who decides");
  const subject = await anchored(db, given.subject);
  return db.write(async (transaction) => {
    const { run } = transaction;
    if (given.kind === "undo") {
      const [undone] = await run<{ seq: number }>(sql`select seq from decisions where seq = ${given.undoes ?? -1}`);
      if (!undone) throw new StoreError("missing", `decision ${given.undoes}: there is none to undo`);
      const [before] = await run<{ seq: number; who: string }>(sql`select seq, who from decisions where undoes = ${undone.seq}
        and not exists (select 1 from decisions u where u.undoes = decisions.seq)`);
      if (before) throw new StoreError("conflict", `decision ${undone.seq}: ${before.who} has undone it already`);
    }
    if (given.ifLast !== undefined) {
      const same = [
        sql`coalesce(incident, '') = ${subject.incident ?? ""}`,
        sql`coalesce(report, '') = ${subject.report ?? ""}`,
        sql`coalesce(event, '') = ${subject.event ?? ""}`,
      ];
      const [last] = await run<{ seq: number; who: string; at: string }>(
        sql`select seq, who, at from decisions ${where(same)} order by seq desc limit 1`,
      );
      if ((last?.seq ?? 0) !== given.ifLast)
        throw new StoreError(
          "conflict",
          `${last?.who ?? "somebody"} decided about it in between (${last?.at ?? "now"}); look again`,
        );
    }
    const { seq, at } = await note(transaction, "decision", subject.incident ?? subject.report ?? "");
    const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
    await run(
      sql`insert into decisions (seq, at, who, kind, incident, report, version, event, field, subject, why, before, after, pins, undoes)
        values (${seq}, ${at}, ${given.who}, ${given.kind}, ${subject.incident ?? null}, ${subject.report ?? null}, ${subject.version ?? null},
          ${subject.event ?? null}, ${subject.field ?? null}, ${JSON.stringify(subject)}, ${given.why ?? null}, ${json(given.before)},
          ${json(given.after)}, ${json(given.pins)}, ${given.undoes ?? null})`,
    );
    const { ifLast: _, ...kept } = given;
    return { ...kept, subject, seq, at };
  });
}

/** An event's subject with the words that told it: ids of events may differ from one analysis to the next, words do not. */
async function anchored(db: Database, subject: Subject): Promise<Subject> {
  if (subject.report === undefined || subject.event === undefined || subject.trigger) return subject;
  const analysis = await getAnalysis(db, NOW, subject.report, subject.version === undefined ? {} : { version: subject.version });
  const event = analysis?.events.find(({ id }) => id === subject.event);
  return event ? { ...subject, trigger: { start: event.trigger.start, end: event.trigger.end } } : subject;
}

/** The event of an analysis that a decision is about: the one told by the same words of the text, else none. */
export function eventOf({ subject }: Pick<Decision, "subject">, analysis: Analysis): string | undefined {
  const { event, trigger } = subject;
  if (!trigger) return analysis.events.find(({ id }) => id === event)?.id;
  const shared = (span: Span) => Math.min(span.end, trigger.end) - Math.max(span.start, trigger.start);
  const told = analysis.events.filter((candidate) => shared(candidate.trigger) > 0);
  // One word may tell two events; then the one of the same id is meant.
  return (told.find(({ id }) => id === event) ?? told.sort((a, b) => shared(b.trigger) - shared(a.trigger))[0])?.id;
}

export async function decisions(
  db: Database,
  moment: Moment,
  filter: DecisionFilter = {},
  page?: PageRequest,
): Promise<Page<Decision>> {
  const cut = cutOf(page);
  const most = moment.seq ?? Number.MAX_SAFE_INTEGER;
  const conditions = [sql`d.seq <= ${most}`];
  if (filter.incident !== undefined) conditions.push(sql`d.incident = ${filter.incident}`);
  if (filter.report !== undefined) conditions.push(sql`d.report = ${filter.report}`);
  if (filter.event !== undefined) conditions.push(sql`d.event = ${filter.event}`);
  if (filter.who !== undefined) conditions.push(sql`d.who = ${filter.who}`);
  if (filter.kinds) conditions.push(among(sql`d.kind`, filter.kinds));
  if (filter.since !== undefined) conditions.push(sql`d.seq > ${filter.since}`);
  if (cut.after) conditions.push(sql`d.seq > ${cut.after[0]}`);
  const rows = await db.read<Row>(
    sql`select d.*, (select min(u.seq) from decisions u where u.undoes = d.seq and u.seq <= ${most}
          and not exists (select 1 from decisions w where w.undoes = u.seq and w.seq <= ${most})) as undone
      from decisions d ${where(conditions)} order by d.seq ${limitOf(cut)}`,
  );
  return toPage(rows, cut, toDecision, ({ seq }) => [seq]);
}

function toDecision(row: Row): Decision {
  const parse = (value: string | null) => (value === null ? undefined : JSON.parse(value));
  return {
    seq: row.seq,
    at: row.at,
    who: row.who,
    kind: row.kind,
    subject: JSON.parse(row.subject),
    ...known({ why: row.why, undoes: row.undoes, undone: row.undone, pins: parse(row.pins) as Pin[] | undefined }),
    ...(row.before !== null && { before: parse(row.before) }),
    ...(row.after !== null && { after: parse(row.after) }),
  };
}

/** Pins of decisions that stand; of two about the same members the later one. */
export async function pins(db: Database, moment: Moment): Promise<Pin[]> {
  const found = new Map<string, Pin>();
  for (let after: string | undefined; ; ) {
    const page = await decisions(
      db,
      moment,
      { kinds: ["merge", "split", "pin"] },
      { limit: 1000, ...(after !== undefined && { after }) },
    );
    for (const { pins = [], undone } of page.items) {
      if (undone !== undefined) continue;
      for (const pin of pins)
        found.set(
          [pin.a, pin.b]
            .map(({ report, event = "" }) => JSON.stringify([report, event]))
            .sort()
            .join(" "),
          pin,
        );
    }
    if (page.next === undefined) return [...found.values()];
    after = page.next;
  }
}
