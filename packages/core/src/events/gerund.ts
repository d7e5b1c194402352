import type { Word } from "../model/index.ts";
import { lemmaOf } from "./lemma.ts";
import type { Scene } from "./scene.ts";

/** "killed in police firing": a gerund behind the noun of who does it, and no verb of its own clause. */
export function isGerund({ syntax, classes }: Scene, word: Word): boolean {
  const before = syntax.at(word.index - 1, word);
  // "displaced by fighting between the army and the rebels": what did it, and nothing that they did.
  if (
    before?.lower === "by" &&
    word.deprel === "advcl" &&
    syntax.child(word, (c) => c.deprel === "obj" && syntax.at(word.index + 1, word)?.lower !== "between") === undefined
  ) {
    const above = syntax.head(word);
    if (above && syntax.child(above, (c) => c.deprel === "aux:pass")) return true;
  }
  if (!before || !classes.has("armed", lemmaOf(before)) || before.upos === "VERB" || syntax.has(word, "aux")) return false;
  const mark = syntax.at(word.index - 2, word);
  return mark !== undefined && (mark.upos === "ADP" || mark.upos === "SCONJ" || mark.upos === "ADJ" || mark.upos === "DET");
}
