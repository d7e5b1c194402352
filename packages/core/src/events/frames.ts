import type { Knowledge, PloverType } from "../model/index.ts";
import { listOf, rowsOf } from "../shared/tables.ts";
import type { Forms, VerbForm } from "./forms.ts";

/** One thing that a frame asks of a word's surroundings: a relation, or several, and what may fill it. */
export interface Condition {
  relations: string[];
  /** Lemmas or forms, and names of classes ("@armed"), any of which will do; `anything`: "*". */
  plain: ReadonlySet<string>;
  classes: readonly string[];
  anything: boolean;
}

/** Where a role is read from: a relation, and the class that its filler must be of. */
export interface Source {
  relation: string;
  filter?: string;
}

/** One sense of a word, a row of `lexicons/en/frames`. */
export interface Frame {
  id: string;
  pos: "v" | "n" | "a";
  /** undefined: this sense is no event, and keeps the word from being read as one. */
  type: PloverType | undefined;
  mode: string | undefined;
  cameo: string | undefined;
  actor: Source[];
  recipient: Source[];
  needs: Condition[];
  unless: Condition[];
  /** It asks for a "not", which makes the deed: "would not negotiate" is a refusal that was made. */
  negated: boolean;
  /** Those of its triggers that hold a hyphen. */
  tied: ReadonlySet<string>;
  /** Frames with more conditions come first, and among equals the one listed first. */
  rank: number;
  example: string;
  counter: string;
}

/** A frame with the particle or fixed word that one of its triggers asks for: "blow_up.v". */
export interface Entry {
  frame: Frame;
  particle: string | undefined;
  /** A word that the text parts at its hyphens: "lathi-charge", found by any of its parts. */
  tied?: string;
}

export interface Trigger {
  entry: Entry;
  form: VerbForm | "noun" | "adjective";
}

export const PLOVER_TYPES: readonly PloverType[] = [
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "COOPERATE",
  "AID",
  "CONCEDE",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "PROTEST",
  "SANCTION",
  "MOBILIZE",
  "COERCE",
  "ASSAULT",
];

const COLUMNS = [
  "id",
  "trigger",
  "type",
  "mode",
  "cameo",
  "actor",
  "recipient",
  "needs",
  "unless",
  "example",
  "counter",
] as const;

/** Where a role is looked for when a row leaves its cell empty. */
const DEFAULTS = {
  v: { actor: "subj", recipient: "obj" },
  n: { actor: "by|poss@actor|light@actor|mod@actor|of@armed", recipient: "against|on|lightto" },
  a: { actor: "surf", recipient: "obj" },
} as const;

/** Reads every table below `frames/`. Throws on an unknown type, naming the row. */
export function readFrames(knowledge: Knowledge): Frame[] {
  const frames: Frame[] = [];
  const names = Object.keys(knowledge.tables).filter((name) => name.startsWith("frames/"));
  names.sort((a, b) => (a < b ? -1 : 1));
  for (const name of names) {
    for (const row of rowsOf(knowledge, name, COLUMNS)) {
      const where = `lexicon ${name}, row ${row.id}`;
      if (row.type !== "-" && !(PLOVER_TYPES as readonly string[]).includes(row.type))
        throw new Error(`${where}: unknown type "${row.type}"`);
      for (const pos of ["v", "n", "a"] as const) {
        if (!row.trigger.split("|").some((trigger) => trigger.endsWith(`.${pos}`))) continue;
        const needs = conditions(row.needs, where);
        frames.push({
          id: row.id,
          pos,
          type: row.type === "-" ? undefined : (row.type as PloverType),
          mode: row.mode || undefined,
          cameo: row.cameo || undefined,
          // An adjective's subject stands as it is, whatever its participle would make of it.
          actor: sources(
            pos === "a" ? row.actor.replaceAll("subj", "surf") || DEFAULTS.a.actor : row.actor || DEFAULTS[pos].actor,
          ),
          recipient: sources(row.recipient || DEFAULTS[pos].recipient),
          needs,
          unless: conditions(row.unless, where),
          negated: needs.some(({ plain }) => plain.has("not")),
          tied: new Set(
            listOf(row.trigger)
              .map((trigger) => trigger.slice(0, trigger.lastIndexOf(".")))
              .filter((lemma) => lemma.includes("-")),
          ),
          rank: needs.length,
          example: row.example,
          counter: row.counter,
        });
      }
    }
  }
  return frames;
}

/** Word form -> the frames that it may trigger, the most specific first. */
export function indexFrames(knowledge: Knowledge, frames: readonly Frame[], forms: Forms): Map<string, Trigger[]> {
  const index = new Map<string, Trigger[]>();
  const add = (form: string, trigger: Trigger) => {
    const list = index.get(form);
    if (!list) index.set(form, [trigger]);
    // Past and participle are often one form: once is enough.
    else if (!list.some(({ entry }) => entry === trigger.entry)) list.push(trigger);
  };
  const triggersOf = new Map<string, string[]>();
  for (const name of Object.keys(knowledge.tables))
    if (name.startsWith("frames/"))
      for (const { id, trigger } of rowsOf(knowledge, name, ["id", "trigger"])) triggersOf.set(id, listOf(trigger));
  for (const frame of frames) {
    for (const trigger of triggersOf.get(frame.id) ?? []) {
      const dot = trigger.lastIndexOf(".");
      if (trigger.slice(dot + 1) !== frame.pos) continue;
      const [lemma, particle] = trigger.slice(0, dot).split("_") as [string, string | undefined];
      const entry: Entry = { frame, particle };
      if (lemma.includes("-")) {
        const tied: Entry = { frame, particle, tied: lemma };
        const parts = lemma.split("-");
        for (const [i, part] of parts.entries())
          for (const form of new Set(i === parts.length - 1 ? formsOf(forms, part, frame.pos) : [part]))
            add(form, { entry: tied, form: frame.pos === "v" ? "base" : frame.pos === "n" ? "noun" : "adjective" });
      }
      if (frame.pos === "v") for (const [form, kind] of forms.verb(lemma)) add(form, { entry, form: kind });
      else if (frame.pos === "n") for (const form of new Set(forms.noun(lemma))) add(form, { entry, form: "noun" });
      else add(lemma, { entry, form: "adjective" });
    }
  }
  // Among equals, a sense that is no event comes first: it was written against the others.
  const weight = ({ entry: { frame, particle, tied } }: Trigger) =>
    frame.rank + (particle ? 1 : 0) + (tied ? 3 : 0) + (frame.type === undefined ? 0.5 : 0);
  for (const list of index.values()) {
    const order = new Map(list.map((trigger, i) => [trigger, i]));
    list.sort((a, b) => weight(b) - weight(a) || (order.get(a) as number) - (order.get(b) as number));
  }
  return index;
}

function formsOf(forms: Forms, lemma: string, pos: Frame["pos"]): string[] {
  if (pos === "v") return forms.verb(lemma).map(([form]) => form);
  return pos === "n" ? forms.noun(lemma) : [lemma];
}

/** "obj=@building|embassy in=*": every part must hold. */
function conditions(cell: string, where: string): Condition[] {
  const parsed = cell
    .split(" ")
    .filter(Boolean)
    .map((part) => {
      const at = part.indexOf("=");
      if (at < 0) throw new Error(`${where}: condition "${part}" has no "="`);
      const values = part.slice(at + 1).split("|");
      return {
        relations: part.slice(0, at).split("/"),
        plain: new Set(values.filter((value) => value !== "*" && !value.startsWith("@"))),
        classes: values.filter((value) => value.startsWith("@")).map((value) => value.slice(1)),
        anything: values.includes("*"),
      };
    });
  // The surroundings are the dearest to look at.
  const last = (condition: Condition) => (condition.relations.includes("ctx") ? 1 : 0);
  return parsed.sort((a, b) => last(a) - last(b));
}

function sources(cell: string): Source[] {
  if (cell === "-") return [];
  return cell.split("|").map((part) => {
    const at = part.indexOf("@");
    return at < 0 ? { relation: part } : { relation: part.slice(0, at), filter: part.slice(at) };
  });
}
