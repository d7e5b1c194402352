import type { Analysis } from "@annalist/core";
import type { Store } from "@annalist/store";
import { alpha, interval, nominal, type Unit } from "./alpha.ts";
import { allDecisions } from "./decisions.ts";
import { FIELDS, type Field, valuesOf } from "./values.ts";

/** What one coder says of one event: the machine's values, with their corrections over them. */
interface Judgement {
  who: string;
  values: Record<Field, string>;
  /** The last of the decisions it is made of. */
  seq: number;
}
interface Judged {
  report: string;
  event: string;
  judgements: Judgement[];
  /** What a later look settled, by field. */
  settled: Partial<Record<Field, string>>;
}

export interface Agreement {
  coders: string[];
  fields: { field: Field; units: number; agreed: number; alpha?: number }[];
  disagreements: { report: string; event: string; field: Field; values: { who: string; value: string }[]; settled?: string }[];
}

/** How far those who coded the same events agree, field by field, and where they do not. */
export async function agreementOf(store: Store): Promise<Agreement> {
  const judged = await judgedEvents(store);
  const double = judged.filter(({ judgements }) => judgements.length >= 2);
  const fields = FIELDS.map((field) => {
    const units: Unit<string>[] = double.map(({ judgements }) =>
      judgements
        .filter(({ values }) => field === "valid" || values.valid === "yes")
        .map(({ who, values }) => ({ coder: who, value: values[field] })),
    );
    const paired = units.filter((unit) => unit.length >= 2);
    const numbers = field === "killed" && paired.every((unit) => unit.every(({ value }) => value !== ""));
    const found = numbers
      ? alpha(
          paired.map((unit) => unit.map(({ coder, value }) => ({ coder, value: Number(value) }))),
          interval,
        )
      : alpha(paired, nominal);
    return {
      field,
      units: paired.length,
      agreed: paired.filter((unit) => unit.every(({ value }) => value === unit[0]!.value)).length,
      ...(found !== undefined && { alpha: found }),
    };
  });
  const disagreements = double.flatMap(({ report, event, judgements, settled }) =>
    FIELDS.flatMap((field) => {
      const values = judgements
        .filter(({ values }) => field === "valid" || values.valid === "yes")
        .map(({ who, values }) => ({ who, value: values[field] }));
      if (values.length < 2 || values.every(({ value }) => value === values[0]!.value)) return [];
      return [{ report, event, field, values, ...(settled[field] !== undefined && { settled: settled[field] }) }];
    }),
  );
  return {
    coders: [...new Set(judged.flatMap(({ judgements }) => judgements.map(({ who }) => who)))].sort(),
    fields,
    disagreements,
  };
}

/** Every event that somebody judged, with what each said. Decisions taken back do not count. */
async function judgedEvents(store: Store): Promise<Judged[]> {
  const found = new Map<string, Judged>();
  const analyses = new Map<string, Analysis | undefined>();
  for await (const decision of allDecisions(store)) {
    const { report, event } = decision.subject;
    if (!report || !event || decision.undone !== undefined) continue;
    if (!["accept", "correct", "reject"].includes(decision.kind)) continue;
    const key = `${report}\n${event}`;
    const judged = found.get(key) ?? { report, event, judgements: [], settled: {} };
    found.set(key, judged);
    const after = decision.after as { value?: string; settles?: boolean } | undefined;
    if (after?.settles) {
      judged.settled[decision.subject.field as Field] = after.value ?? "";
      continue;
    }
    if (!analyses.has(report)) analyses.set(report, await store.getAnalysis(report));
    const analysis = analyses.get(report);
    const read = analysis?.events.find(({ id }) => id === event);
    let own = judged.judgements.find(({ who }) => who === decision.who);
    if (!own) {
      const values =
        analysis && read
          ? valuesOf(analysis, read)
          : (Object.fromEntries(FIELDS.map((field) => [field, ""])) as Judgement["values"]);
      own = { who: decision.who, values, seq: decision.seq };
      judged.judgements.push(own);
    }
    own.seq = decision.seq;
    own.values.valid = decision.kind === "reject" ? "no" : "yes";
    if (decision.kind === "correct" && decision.subject.field && after)
      own.values[decision.subject.field as Field] = after.value ?? "";
  }
  return [...found.values()];
}
