import type { Document, Word } from "../../model/index.ts";
import { relation } from "../../shared/tree.ts";
import { headOf } from "../../shared/words.ts";
import { isClause } from "./phrases.ts";
import type { Known, Reading } from "./reading.ts";

/** What towns do that governments do not. */
const TOWNLY = new Set(
  "be lie fall host shake burn wake sleep boast sit stand become remain grow suffer experience celebrate stage wait stretch resemble look feel see get have lose win beat defeat draw play hold".split(
    " ",
  ),
);
const TOWARDS = new Set(["between", "with", "against", "by", "from", "to", "toward", "towards", "for"]);

/** A capital as subject of what governments do ("Kabul said"), or beside a state or capital ("ties between Delhi and Beijing"). */
export function standsForGovernment(reading: Reading, known: Known): boolean {
  const { document } = reading;
  const head = headOf(document, known);
  if (!head) return false;
  if (head.children.some((index) => (document.words[index] as Word).deprel === "appos")) return false;
  const above = document.words[head.head];
  const link = head.deprel;
  if (
    link === "nsubj" &&
    above &&
    above.upos === "VERB" &&
    !TOWNLY.has(above.lemma) &&
    !isClause(document, head) &&
    !head.children.some((index) => (document.words[index] as Word).deprel === "case")
  )
    return true;
  // "a law imposed by Beijing", "protested to Tokyo"
  const alone = cased(document, head);
  if (
    above?.upos === "VERB" &&
    alone === "by" &&
    (head.deprel === "obl:agent" || above.xpos === "VBN") &&
    !TOWNLY.has(above.lemma)
  )
    return true;
  if (above && alone === "to" && /^(?:protest|complain|appeal|apologise|apologize|signal)$/.test(above.lemma)) return true;
  if (link === "conj" && above) {
    const other = reading.knownAt[above.index];
    return (
      other !== undefined && (other.actor.as === "capital" || other.actor.kind === "state") && !hasPlaceCase(document, above)
    );
  }
  if (/^(?:from|to|in)$/.test(alone) && isOfDiplomat(document, above)) return true;
  if ((link === "obl" || link === "nmod") && TOWARDS.has(alone)) {
    if (alone === "between" || alone === "against") return true;
    return (
      above !== undefined &&
      /^(?:tie|relation|link|talk|deal|agreement|ally|border|war|dialogue|pact|treaty|pressure|accuse|negotiate|side|cooperate|break)$/.test(
        above.lemma,
      ) &&
      alone === "with"
    );
  }
  if (link === "obj" && above)
    return /^(?:accuse|blame|urge|condemn|warn|tell|ask|criticize|criticise|support|back|pressure|press|denounce|sue|attack|embarrass|anger|irk|alarm)$/.test(
      above.lemma,
    );
  return false;
}

/** The one preposition before a name; "" where there is none or are several. */
function cased(document: Document, word: Word): string {
  const cases = word.children.map((index) => document.words[index] as Word).filter(({ deprel }) => deprel === "case");
  return cases.length === 1 ? (cases[0] as Word).lower : "";
}

/** "recalled its ambassador from Paris": whom a diplomat is sent to, whatever the parser hung the town on. */
function isOfDiplomat(document: Document, above: Word | undefined): boolean {
  if (!above) return false;
  if (DIPLOMATS.has(above.lemma)) return true;
  if (above.upos !== "VERB" || !/^(?:recall|withdraw|expel|pull|summon|open|reopen|close|shut|evacuate)$/.test(above.lemma))
    return false;
  return above.children.some((index) => {
    const child = document.words[index] as Word;
    return (child.deprel === "obj" || child.deprel === "nsubj:pass") && DIPLOMATS.has(child.lemma);
  });
}
const DIPLOMATS = new Set([
  "ambassador",
  "envoy",
  "diplomat",
  "consul",
  "attache",
  "nuncio",
  "embassy",
  "consulate",
  "ambassadors",
  "diplomats",
]);

function hasPlaceCase(document: Document, word: Word): boolean {
  return word.children.some((index) => {
    const child = document.words[index] as Word;
    return child.deprel === "case" && /^(?:in|at|near|outside|around|from|to|of)$/.test(child.lower);
  });
}

/** What something is done to: "shelled Mekelle", "Mekelle was shelled", "the shelling of Mekelle", "an attack on Mekelle". */
export function isTarget(document: Document, word: Word): boolean {
  if (word.deprel === "obj" || word.deprel === "nsubj:pass") return true;
  const above = document.words[word.head];
  if (relation(word) !== "nmod" || !above || !DONE_TO.has(above.lemma)) return false;
  return word.children.some((index) => /^(?:of|on|against)$/.test((document.words[index] as Word).lower));
}

const DONE_TO = new Set(
  "attack assault raid strike airstrike offensive siege blockade curfew bombing bombardment shelling invasion occupation capture seizure embargo evacuation destruction annexation assistance aid sanction".split(
    " ",
  ),
);
