import type { Entity, Word } from "../model/index.ts";
import type { Scene } from "./scene.ts";

const POWERS = new Set(["state", "government", "military", "police", "judiciary"]);
const POWER_SECTORS = new Set(["GOV", "MIL", "COP", "LEG", "JUD", "SPY"]);
const OUTLAW_SECTORS = new Set(["REB", "CRM", "UAF", "SEP"]);
const OUTSIDERS = new Set(["intergovernmental", "organisation", "media", "business", "civilians", "protesters"]);
const OUTSIDE_SECTORS = new Set(["IGO", "NGO", "MED", "REL", "EDU", "BUS", "CVL"]);

/** Roughly where somebody stands: with the state, against it, or beside both; undefined where that is not known. */
type Camp = "power" | "outlaw" | "outside" | undefined;

function campOf(scene: Scene, word: Word, entity: Entity | undefined): Camp {
  if (entity) {
    const { kind, sector = "" } = entity;
    if (kind === "armed-group" || OUTLAW_SECTORS.has(sector)) return "outlaw";
    if (POWERS.has(kind) || POWER_SECTORS.has(sector)) return "power";
    if (OUTSIDERS.has(kind) || OUTSIDE_SECTORS.has(sector)) return "outside";
  }
  return scene.kinds.isA(word, "@outlaw") ? "outlaw" : scene.kinds.isA(word, "@outsider") ? "outside" : undefined;
}

/** Whether the second is the first, belongs to him or he to it, is of his country and camp, or is told as his: "his men". */
export function sameSide(scene: Scene, one: Word, other: Word): boolean {
  const { nominals, syntax } = scene;
  const [a, b] = [nominals.entity(one), nominals.entity(other)];
  if (a !== undefined && b !== undefined && areTied(a, b)) return true;
  if (/^(?:i|we|us|me)$/.test(other.lower)) return true;
  const owner = syntax.child(other, (c) => c.deprel === "nmod:poss" && c.upos === "PRON");
  if (owner && /^(?:my|our)$/.test(owner.lower)) return true;
  const owning = owner && nominals.entity(owner);
  if (a && owning && areTied(a, owning)) return true;
  const camps = [campOf(scene, one, a), campOf(scene, other, b)];
  return camps[0] === "power" && camps[1] === "power" && a?.country !== undefined && a.country === b?.country;
}

/** Whether two are known to be of different sides: a minister and rebels, two states. Who is not known may be of any. */
export function otherSides(scene: Scene, one: Word, other: Word): boolean {
  if (sameSide(scene, one, other)) return false;
  const [a, b] = [scene.nominals.entity(one), scene.nominals.entity(other)];
  const [first, second] = [campOf(scene, one, a), campOf(scene, other, b)];
  if (first !== undefined && second !== undefined && first !== second) return true;
  if (first === "outside" && a !== b) return true;
  return a?.country !== undefined && b?.country !== undefined && a.country !== b.country;
}

const areTied = (a: Entity, b: Entity): boolean =>
  a.id === b.id ||
  a.affiliation === b.id ||
  b.affiliation === a.id ||
  (a.affiliation !== undefined && a.affiliation === b.affiliation);
