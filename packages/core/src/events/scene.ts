import type { Document } from "../model/index.ts";
import type { WordClasses } from "../shared/classes.ts";
import type { Doers } from "./doers.ts";
import type { Governors } from "./governors.ts";
import type { Kinds } from "./kinds.ts";
import type { Nominals } from "./nominals.ts";
import type { Phrases } from "./phrases.ts";
import type { Surroundings } from "./surroundings.ts";
import type { Syntax } from "./syntax.ts";

/** What one report gives a frame to look at. */
export interface Scene {
  document: Document;
  syntax: Syntax;
  nominals: Nominals;
  kinds: Kinds;
  phrases: Phrases;
  governors: Governors;
  doers: Doers;
  classes: WordClasses;
  surroundings: Surroundings;
}
