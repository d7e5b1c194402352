import type { Knowledge } from "../model/index.ts";
import { listOf, rowsOf } from "../shared/tables.ts";
import type { Draft } from "./draft.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";

/** The mode of a request or refusal by the noun that is asked for: "appealed for help". `events/asked` names the nouns. */
export class Asked {
  private readonly modes = new Map<string, string>();

  constructor(knowledge: Knowledge) {
    for (const { mode, words } of rowsOf(knowledge, "events/asked", ["mode", "words"]))
      for (const word of listOf(words)) this.modes.set(word, mode);
  }

  /** Sets the mode of a draft that has none; leaves other types as they are. */
  set({ syntax }: Scene, draft: Draft): void {
    if (draft.mode !== undefined || (draft.type !== "REQUEST" && draft.type !== "REJECT")) return;
    const object = syntax.object(draft.word)?.word;
    for (const word of [...(object ? [object] : []), ...syntax.oblique(draft.word, "for", "to", "on", "with")]) {
      draft.mode = this.modes.get(lemmaOf(word)) ?? this.modes.get(word.lower);
      if (draft.mode !== undefined) return;
    }
  }
}
