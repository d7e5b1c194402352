import type { PloverType, Word } from "../model/index.ts";
import type { Frame } from "./frames.ts";
import type { Standing } from "./modality.ts";
import type { Found } from "./syntax.ts";

/** An event while it is being read: its parts are words yet. */
export interface Draft {
  word: Word;
  frame: Frame;
  type: PloverType;
  mode: string | undefined;
  actors: Found[];
  recipients: Found[];
  instruments: Found[];
  standing: Standing;
  /** Words of other triggers of the same happening, merged into this one. */
  merged: Word[];
  /** Taken over by another draft: not coded on its own. */
  dropped: boolean;
  rule: string;
  /** An accusation of a deed that is told beside it: whom it is against is whoever did that. */
  blames?: boolean;
}
