import type { Word } from "../../model/index.ts";
import { settleAsides } from "./asides.ts";
import type { Segment } from "./batch.ts";
import { settleCouple, settleForces, settleGenerals, settleSome, settleStruck } from "./beside.ts";
import { settleHostages, settleKillings, settleNamed, settleOutcomes } from "./captives.ts";
import {
  settleAttempts,
  settleBlame,
  settleClauses,
  settleDue,
  settleErupted,
  settleObjects,
  settleOpening,
  settleSheltering,
} from "./clauses.ts";
import { settleFinite, settleFired } from "./finite.ts";
import {
  settleBeaten,
  settleCompoundShot,
  settleDeath,
  settleNestedShot,
  settleShootingDead,
  settleShotVerb,
} from "./gunshots.ts";
import { settleAfter, settleInverted, settleOffers } from "./inverted.ts";
import { settleGapped, settleJoined, settleSecond, settleShared } from "./joined.ts";
import {
  settleBeside,
  settleCounted,
  settleInjured,
  settleLists,
  settleMostly,
  settleNaming,
  settleOwned,
  settleShot,
} from "./lists.ts";
import {
  settleBeheading,
  settleCaused,
  settleGerunds,
  settleMen,
  settleOverran,
  settleParticiples,
  settleSaid,
  settleShelling,
  settleShotDead,
  settleSubjects,
  settleTitles,
  settleTolls,
  settleTore,
} from "./mends.ts";
import { settlePairs } from "./pairs.ts";
import { settleFree, settleNamedAuxiliaries, settleNamedVerbs, settleParticles, settleRoots } from "./particles.ts";
import {
  settleAfire,
  settleArms,
  settleCases,
  settleMoving,
  settleOccasions,
  settleSetFire,
  settleSpans,
} from "./prepositions.ts";
import { settleBounds, settleRanges } from "./ranges.ts";
import { settleStrays } from "./strays.ts";
import { settleTrailing } from "./trailing.ts";
import { settleCalling, settleUntold } from "./untold.ts";

/** What is put right in a tree once it is read; the later lean on the earlier. */
const MENDS = [
  settleMen,
  settleTore,
  settleOverran,
  settleParticles,
  settleNamedAuxiliaries,
  settleRoots,
  settleNamedVerbs,
  settleFree,
  settleStrays,
  settlePairs,
  settleRanges,
  settleBounds,
  settleSetFire,
  settleUntold,
  settleCalling,
  settleForces,
  settleGenerals,
  settleDue,
  settleInverted,
  settleTolls,
  settleGapped,
  settleBeaten,
  settleShelling,
  settleBeheading,
  settleAfter,
  settleOffers,
  settleAsides,
  settleFinite,
  settleFired,
  settleTitles,
  settleSubjects,
  settleOpening,
  settleErupted,
  settleSheltering,
  settleClauses,
  settleObjects,
  settleBlame,
  settleAttempts,
  settleShotDead,
  settleCompoundShot,
  settleGerunds,
  settleParticiples,
  settleTrailing,
  settleSaid,
  settleJoined,
  settleShared,
  settleSecond,
  settleCaused,
  settleCases,
  settleArms,
  settleOccasions,
  settleSpans,
  settleMoving,
  settleAfire,
  settleLists,
  settleNaming,
  settleInjured,
  settleBeside,
  settleCounted,
  settleMostly,
  settleOwned,
  settleShot,
  settleNestedShot,
  settleShotVerb,
  settleShootingDead,
  settleDeath,
  settleHostages,
  settleNamed,
  settleOutcomes,
  settleKillings,
  settleCouple,
  settleSome,
  settleStruck,
];

/** Puts the trees of segments right where the network is known to err. */
export function settle(words: readonly Word[], segments: readonly Segment[]): void {
  for (const { first, last } of segments) {
    for (const mend of MENDS) mend(words, first, last);
  }
}
