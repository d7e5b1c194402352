/** How a form becomes its lemma: cut `strip` code units off the end, then append `add`. */
export interface Edit {
  strip: number;
  add: string;
}

/** What was learned: per tag, edits by the ending they hold for, and forms that no ending tells. */
export interface LemmaRules {
  endings: Map<string, Map<string, Edit>>;
  exceptions: Map<string, Map<string, string>>;
}

/** Longer endings tell no more. */
export const LONGEST_ENDING = 6;

/** Tags whose forms are inflected; all others are their own lemma. */
export const INFLECTED = new Set(["NNS", "NNPS", "VBD", "VBG", "VBN", "VBZ", "VBP", "JJR", "JJS", "RBR", "RBS"]);

/** The edit of the longest ending that is known for a tag. `^` stands before a word that is an ending as a whole. */
export function editFor(endings: ReadonlyMap<string, Edit> | undefined, form: string): Edit | undefined {
  if (!endings) return undefined;
  if (form.length < LONGEST_ENDING) {
    const whole = endings.get(`^${form}`);
    if (whole) return whole;
  }
  for (let length = Math.min(LONGEST_ENDING, form.length); length >= 0; length--) {
    const edit = endings.get(form.slice(form.length - length));
    if (edit && edit.strip < form.length) return edit;
  }
  return undefined;
}

export const apply = (form: string, { strip, add }: Edit): string => form.slice(0, form.length - strip) + add;

/** Reads the file that `training/lemmas/train.mjs` writes: lines of "ending, tag, suffix, strip, add" and "form, tag, form, lemma". */
export function readRules(bytes: Uint8Array | undefined): LemmaRules {
  const rules: LemmaRules = { endings: new Map(), exceptions: new Map() };
  if (!bytes) return rules;
  for (const line of new TextDecoder().decode(bytes).split("\n")) {
    const [kind, tag, key, third, fourth] = line.split("\t");
    if (tag === undefined || key === undefined || third === undefined) continue;
    if (kind === "ending") entry(rules.endings, tag).set(key, { strip: Number(third), add: fourth ?? "" });
    else entry(rules.exceptions, tag).set(key, third);
  }
  return rules;
}

function entry<T>(map: Map<string, Map<string, T>>, key: string): Map<string, T> {
  let inner = map.get(key);
  if (!inner) {
    inner = new Map();
    map.set(key, inner);
  }
  return inner;
}
