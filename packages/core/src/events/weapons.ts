import type { Knowledge, Word } from "../model/index.ts";
import { listOf, rowsOf } from "../shared/tables.ts";
import { tiedAt } from "./hyphens.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";

export interface Weapon {
  mode: string;
  /** "thing": an instrument; "carrier": aircraft and ships, which count as who acts; "manner": neither. */
  role: string;
  /** Of two weapons in one clause, the one that names the mode. */
  rank: number;
}

/** Weapons and what they say of the mode of an assault: `events/weapons`. */
export class Weapons {
  private readonly table = new Map<string, Weapon>();

  constructor(knowledge: Knowledge) {
    for (const { words, mode, role, rank } of rowsOf(knowledge, "events/weapons", ["words", "mode", "role", "rank"]))
      for (const word of listOf(words)) this.table.set(word, { mode, role, rank: Number(rank) });
  }

  /** A weapon by its noun, else by what modifies it: "car bomb", "suicide car bomber". */
  of(scene: Scene, noun: Word): Weapon | undefined {
    const core = scene.nominals.core(noun);
    const tied = tiedAt(scene.document, core)?.lemma;
    let best = (tied && this.table.get(tied)) || (this.table.get(lemmaOf(core)) ?? this.table.get(core.lower));
    const own = best;
    for (const child of scene.syntax.children(core)) {
      if (child.deprel !== "compound" && child.deprel !== "amod") continue;
      // "water cannon", "stun grenade": two words that are one weapon.
      const both = this.table.get(`${lemmaOf(child)}-${lemmaOf(core)}`);
      if (both) return both;
      const inner = this.table.get(lemmaOf(child)) ?? this.table.get(child.lower);
      if (inner && (!best || inner.rank > best.rank)) best = inner;
    }
    // "dynamite sticks" are a weapon, a gas station is none.
    const held = best?.role === "thing" && scene.classes.has("holder", lemmaOf(core));
    return best && { ...best, role: own ? own.role : held ? best.role : "manner" };
  }

  word(word: Word): Weapon | undefined {
    return this.table.get(lemmaOf(word)) ?? this.table.get(word.lower);
  }
}
