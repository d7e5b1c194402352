import type { Document, Entity, Word } from "../model/index.ts";
import { contains } from "../shared/spans.ts";
import type { Reading } from "./find/reading.ts";

/** Those in arms, whose parts are of them. */
const ARMED: ReadonlySet<string> = new Set(["armed-group", "military", "police"]);
/** Nouns of a part of a force: "the 22nd Front of the …". */
const UNIT =
  /^(?:front|bloc|block|column|wing|branch|arm|brigade|battalion|unit|command|squad|cell|faction|detachment|division|regiment)s?$/i;

/**
 * "members of the 22nd Front of the Liberation Army": a part without a name that is known is of the force that it is a part of, and
 * whoever belongs to it belongs to that.
 */
export function throughUnits({ text }: Document, entities: readonly Entity[]): void {
  const forces = entities.filter(({ reference, kind }) => reference !== undefined && reference !== "" && ARMED.has(kind));
  if (forces.length === 0) return;
  const wholes = new Map<string, Entity>();
  for (const part of entities) {
    if (part.reference || part.kind === "person") continue;
    const phrase = part.mentions.find(({ form, head }) => form === "nominal" && UNIT.test(text.slice(head.start, head.end)));
    const whole = phrase && forces.find(({ mentions }) => mentions.some((one) => one.form === "name" && contains(phrase, one)));
    if (!whole) continue;
    if (!ARMED.has(part.kind)) Object.assign(part, { kind: whole.kind, sector: whole.sector });
    part.affiliation ||= whole.id;
    wholes.set(part.id, whole);
  }
  for (const entity of entities) {
    const whole = entity.affiliation ? wholes.get(entity.affiliation) : undefined;
    if (!whole || whole === entity) continue;
    entity.affiliation = whole.id;
    if (entity.kind === "civilians") Object.assign(entity, { kind: whole.kind, sector: whole.sector });
  }
}

/** "Front of the Liberation Army": a part of a force that the lexicon knows, and no name of its own. */
export function isUnitOf({ document: { words }, knownAt }: Reading, first: number, last: number): boolean {
  if (!UNIT.test((words[first] as Word).text) || (words[first + 1] as Word | undefined)?.lower !== "of") return false;
  const at = words[first + 2]?.lower === "the" ? first + 3 : first + 2;
  return at < last && knownAt[at]?.actor.kind === "armed-group" && knownAt[at]?.last === last;
}
