import type { Word } from "../../model/index.ts";

/** "at the house of a judge and at the offices of a lawyer": of two with the same preposition, the second is beside the first. */
export function settleCases(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 2; i < last; i++) {
    const second = words[i] as Word;
    const inner = words[second.head];
    if (second.deprel !== "conj" || !inner || inner.index >= i || inner.deprel !== "nmod") continue;
    const caseOf = (at: number) => words.slice(first, last).find(({ head, deprel }) => head === at && deprel === "case")?.lower;
    const own = caseOf(i);
    if (own === undefined || own === "of" || own === caseOf(inner.index)) continue;
    let at: Word | undefined = words[inner.head];
    for (let n = 0; at && n < 3 && at.deprel === "nmod" && caseOf(at.index) !== own; n++) at = words[at.head];
    if (at && at.index < inner.index && /^(?:obl|nmod)$/.test(at.deprel) && caseOf(at.index) === own) second.head = at.index;
  }
}

const FORCE =
  /^(?:attack|bomb|bombard|shell|assault|ambush|storm|raid|pound|strik|struck|hit|kill|stabb?|hack|beat|beaten|wound|injur|destroy|damag|shot|shoot|target|threaten|burn)(?:e|ed|ing|s|en)?$/;
/** What violence is done with; a tagger takes some for adjectives. */
export const ARMS =
  /^(?:mortar|rifle|gun|pistol|machine-gun|machinegun|submachinegun|grenade|rocket|bomb|explosive|dynamite|missile|artillery|knife|machete|axe|sword|stone|stick|club|gunfire|fire|gas|tank|drone|bullet|shell|petrol|acid|hammer|spear)s?$/;

/** "attacked the town with mortars and rifle fire": what it was done with, read as what the town has. */
export function settleArms(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 2; i < last; i++) {
    const arms = words[i] as Word;
    const object = words[arms.head];
    if (arms.deprel !== "nmod" || !ARMS.test(arms.lower) || !object || object.index >= i) continue;
    if (object.deprel !== "obj" && object.deprel !== "nsubj:pass") continue;
    const verb = words[object.head];
    if (verb?.upos !== "VERB" || verb.index >= i || !FORCE.test(verb.lower)) continue;
    const marks = words.slice(first, last).filter(({ head, deprel }) => head === i && deprel === "case");
    if (marks.length === 1 && marks[0]?.lower === "with") Object.assign(arms, { head: verb.index, deprel: "obl" });
  }
}

const SPAN = /^(?:minutes|hours|days|weeks|months|years)$/;

/** "was placed under house arrest hours before a rally": how long before, read as one word with what stands before it. */
export function settleSpans(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i + 1 < last; i++) {
    const [noun, span, mark] = [words[i - 1], words[i], words[i + 1]] as [Word, Word, Word];
    if (!SPAN.test(span.lower) || noun.head !== i || noun.deprel !== "compound" || noun.upos === "NUM") continue;
    if (!/^(?:before|after|later|earlier|ago)$/.test(mark.lower)) continue;
    const verb = words[span.head];
    if (verb?.upos !== "VERB" || verb.index >= i) continue;
    Object.assign(noun, { head: span.head, deprel: span.deprel });
    Object.assign(span, { head: verb.index, deprel: "obl:unmarked" });
    for (const word of words.slice(first, i - 1)) if (word.head === i) word.head = i - 1;
  }
}

const MOVING =
  /^(?:retreating|advancing|fleeing|rampaging|marauding|invading|roving|protesting|striking|departing|withdrawing|visiting|warring|rioting|attacking|occupying|patrolling|serving|pursuing)$/;

/** "planted by retreating fighters": those who did it, read as what they were doing. */
export function settleMoving(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 2; i + 1 < last; i++) {
    const [by, moving, doer] = [words[i - 1], words[i], words[i + 1]] as [Word, Word, Word];
    if (by.lower !== "by" || by.head !== i || !MOVING.test(moving.lower) || moving.upos !== "VERB") continue;
    const verb = words[moving.head];
    if (doer.head !== i || doer.deprel !== "obj" || verb?.upos !== "VERB" || verb.index >= i) continue;
    Object.assign(doer, { head: verb.index, deprel: "obl:agent" });
    Object.assign(moving, { head: i + 1, deprel: "amod" });
    Object.assign(by, { head: i + 1, deprel: "case" });
    for (const word of words.slice(i + 2, last)) if (word.head === i) word.head = verb.index;
  }
}

const OCCASION =
  /^(?:operation|raid|attack|ambush|clash|clashes|strike|airstrike|strikes|airstrikes|offensive|crackdown|sweep|battle|fighting|shootout|firefight|gunfight|shelling|explosion|blast|bombing|protest|riot|riots|swoop)s?$/;
const HARMED =
  /^(?:kill|wound|injure|shoot|shot|capture|arrest|detain|seize|lose|lost|seized|hurt|free|freed|rescue|nab)(?:e?d|s|ing)?$/;

/** "killed 70 fighters in a joint operation that began last week": when it was, read as where they are; "charged two men with crimes". */
export function settleOccasions(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 2; i < last; i++) {
    const noun = words[i] as Word;
    const object = words[noun.head];
    if (noun.deprel !== "nmod" || !object || object.index >= i) continue;
    if (object.deprel !== "obj" && object.deprel !== "nsubj:pass") continue;
    const verb = words[object.head];
    if (verb?.upos !== "VERB" || verb.index >= i) continue;
    const marks = words.slice(object.index, i).filter(({ head, deprel }) => head === i && deprel === "case");
    const mark = marks.length === 1 ? marks[0]?.lower : undefined;
    const occasion = (mark === "in" || mark === "during") && OCCASION.test(noun.lower) && HARMED.test(verb.lower);
    const charged = mark === "with" && /^charg(?:e|es|ed|ing)$/.test(verb.lower);
    const stripped = mark === "of" && /^(?:stripp|depriv|rob|acquitt)(?:e|es|s|ed|bed|ing)?$/.test(verb.lower);
    if (occasion || charged || stripped) Object.assign(noun, { head: verb.index, deprel: "obl" });
  }
}

/** "set two schools and several houses on fire": what they were set on, read as where the last of them stood. */
export function settleAfire(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 3; i < last; i++) {
    const [on, fire] = [words[i - 1], words[i]] as [Word, Word];
    if (fire.lower !== "fire" || fire.deprel !== "nmod" || on.lower !== "on" || on.head !== i) continue;
    let object = words[fire.head];
    for (let n = 0; object?.deprel === "conj" && n < 8; n++) object = words[object.head];
    const verb = object?.deprel === "obj" || object?.deprel === "nsubj:pass" ? words[object.head] : undefined;
    if (verb && verb.index >= first && verb.index < i && /^(?:set|sets|setting)$/.test(verb.lower))
      Object.assign(fire, { head: verb.index, deprel: "obl" });
  }
}

/** "a mob set fire to the house": whoever set it, and the setting, read as describing the fire or as one with it. */
export function settleSetFire(words: readonly Word[], first: number, last: number): void {
  for (let i = first + 1; i + 2 < last; i++) {
    const [who, set, fire, to] = [words[i - 1], words[i], words[i + 1], words[i + 2]] as [Word, Word, Word, Word];
    if (set.lower !== "set" || fire.lower !== "fire" || to.lower !== "to") continue;
    if (!/^(?:NOUN|PROPN|PRON)$/.test(who.upos) || /^(?:nsubj|conj)/.test(who.deprel) === (who.head === i)) continue;
    if (set.head === i + 1) {
      const { head, deprel } = fire;
      Object.assign(set, { head, deprel: /^(?:root|conj|parataxis)$/.test(deprel) ? deprel : "ccomp" });
    } else if (fire.head !== i || who.head !== i) continue;
    Object.assign(set, { upos: "VERB", xpos: "VBD" });
    Object.assign(fire, { head: i, deprel: "obj" });
    if (who.head >= i || who.head === set.head) Object.assign(who, { head: i, deprel: "nsubj" });
    for (const word of words.slice(first, last)) {
      if (word.head !== i + 1) continue;
      // "a mob", whose words were read as the fire's.
      if (word.index < i) word.head = /^(?:cc|punct|mark)$/.test(word.deprel) ? i : i - 1;
      else Object.assign(word, { head: i, ...(word.deprel === "nmod" && { deprel: "obl" }) });
    }
  }
}
