import type { Ground } from "./ground.ts";
import { WEIGHTS } from "./weights.ts";

/** Modes that are told for one another: a drone's strike from the air, a bomber's bomb. */
const LIKE: readonly ReadonlySet<string>[] = [
  new Set(["aerial", "drone"]),
  new Set(["explosives", "suicide-attack", "vehicle"]),
  new Set(["demo", "march", "riot", "rally"]),
  new Set(["arrest", "detain"]),
];
/** "Bombing" and "shelling" are said of what falls from the air, of what is fired, and of what was laid. */
const LOOSE: readonly ReadonlySet<string>[] = [
  new Set(["explosives", "aerial", "drone"]),
  new Set(["explosives", "heavy-weapons"]),
  new Set(["firearms", "suicide-attack"]),
];
/** Modes that tell another side of an attack than its weapon. */
const SIDES = new Set(["targeted", "destroy", "execute", "assassinate", "torture", "beat"]);

export function modeGround(a: readonly string[], b: readonly string[]): Ground | undefined {
  let best: Ground | undefined;
  for (const x of a)
    for (const y of b) {
      if (x !== y && (SIDES.has(x) || SIDES.has(y))) continue;
      const weight =
        x === y
          ? WEIGHTS.sameMode
          : met(LIKE, x, y)
            ? WEIGHTS.likeMode
            : met(LOOSE, x, y)
              ? WEIGHTS.looseMode
              : WEIGHTS.otherMode;
      if (best && best.weight >= weight) continue;
      const words = () => (x === y ? `same kind (${x})` : `${weight > 0 ? "like" : "other"} kind (${[x, y].sort().join(", ")})`);
      best = { words, weight };
    }
  return best;
}

const met = (families: readonly ReadonlySet<string>[], x: string, y: string): boolean =>
  families.some((family) => family.has(x) && family.has(y));
