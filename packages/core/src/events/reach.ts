import type { Entity, PloverType, Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import { wordsIn } from "../shared/words.ts";
import type { Draft } from "./draft.ts";
import { fillers, isActorModifier } from "./fillers.ts";
import { lemmaOf } from "./lemma.ts";
import { isNobody, isSelf } from "./nobody.ts";
import type { Scene } from "./scene.ts";
import type { Found } from "./syntax.ts";
import type { Weapons } from "./weapons.ts";

/** Types whose recipient may stand deep in what they are about: "agreed to provide tents for the island". */
const DEEP = new Set<PloverType>([
  "AGREE",
  "CONSULT",
  "SUPPORT",
  "COOPERATE",
  "AID",
  "CONCEDE",
  "RETREAT",
  "REQUEST",
  "ACCUSE",
  "REJECT",
  "THREATEN",
  "SANCTION",
]);
/** What stands behind these is how, when or by whose word it is done, and nobody to whom. */
const ASIDE = new Set(
  "via|through|according to|during|amid|since|until|as|before|despite|except|except for|with the exception of|besides|like|such as|under|ahead of".split(
    "|",
  ),
);
const WHERE = new Set(["in", "within", "inside", "at", "after", "following"]);
const INTO = new Set(["obj", "iobj", "obl", "nmod", "xcomp", "ccomp", "amod", "compound", "advcl", "acl", "conj"]);

const SPEAKING = /^(?:discuss|debate|review|consider|address|assess|coordinate)$/;

/**
 * Looks for the recipient below the trigger where the frame's own places hold no actor: the nearest entity in the
 * trigger's complements, breadth first, that is not the actor's own.
 */
export function reachRecipient(scene: Scene, draft: Draft): void {
  if (!DEEP.has(draft.type) || draft.blames) return;
  const { nominals, kinds, syntax } = scene;
  if (draft.recipients.some(({ word }) => nominals.entity(word) || kinds.isA(word, "@human"))) return;
  // "the ministers of Egypt and Jordan met": each meets the other.
  const sides = new Set(draft.actors.map(({ word }) => nominals.entity(word)?.country).filter((country) => country));
  if (draft.type === "CONSULT" && (sides.size > 1 || SPEAKING.test(lemmaOf(draft.word)))) return;
  // "Russia and Ukraine exchanged 150 prisoners": they did it with each other, and whom they speak of has no part in it.
  if (isMutual(draft)) return;
  const own = new Set<string>();
  const countries = new Set<string>();
  for (const { word } of draft.actors) {
    const entity = nominals.entity(word);
    if (entity) note(entity, own, countries);
  }
  const taken = new Set(draft.actors.map(({ word }) => word.index));
  const queue: Word[] = [draft.word];
  const aside = new Set<Word>();
  for (let i = 0; i < queue.length && queue.length < 40; i++) {
    const at = queue[i] as Word;
    for (const child of syntax.children(at)) {
      const rel = relation(child);
      if (!INTO.has(rel) || child.deprel === "acl:relcl" || taken.has(child.index) || nominals.isTime(child)) continue;
      if (rel === "conj" && at.index === draft.word.index) continue;
      if (aside.has(at) && child.deprel === "compound") aside.add(child);
      if (rel === "obl" || rel === "nmod") {
        const preposition = syntax.preposition(child);
        if (ASIDE.has(preposition)) continue;
        // "sued in Germany": where it is done, and nobody to whom; "after talks with the union" may name him.
        if (at === draft.word && WHERE.has(preposition)) aside.add(child);
        // "held talks in Oman", "met at the palace": where they were.
        if (/^(?:in|at)$/.test(preposition) && (draft.type === "CONSULT" || scene.classes.has("talks", lemmaOf(at))))
          aside.add(child);
      }
      // "investigated the conditions of his death": whose a thing is, far below, is told for the sake of the thing.
      if (at !== draft.word && child.deprel === "nmod:poss" && child.upos === "PRON" && at.head !== draft.word.index) continue;
      // "met to discuss Syria": what they speak about; "cooperate to defeat the rebels": against whom they do.
      if (draft.type === "CONSULT" && rel === "advcl" && SPEAKING.test(lemmaOf(child))) continue;
      if (draft.type === "COOPERATE" && rel === "advcl") continue;
      // "demanding a deal to free the hostages": for whom they march, and not against whom.
      if (draft.type === "PROTEST" && rel === "acl" && isTask(scene, child)) continue;
      // Adverbial clauses other than purposes tell of something else.
      if (rel === "advcl" && !isTask(scene, child)) continue;
      queue.push(child);
    }
  }
  for (const word of queue.slice(1)) {
    if (aside.has(word)) continue;
    const modifier = word.deprel === "compound" || word.deprel === "amod" || word.deprel === "nmod:poss";
    const entity = modifier ? nominals.modifierEntity(word) : nominals.entity(word);
    if (!entity || own.has(entity.id) || (entity.country !== undefined && countries.has(entity.country) && modifier)) continue;
    if (entity.kind === "unknown" || entity.kind === "media") continue;
    // "talks held on the sidelines of the summit": where they were, and nobody.
    if (scene.classes.has("gathering", lemmaOf(nominals.core(word)))) continue;
    // "agreed to sell its mines": what is the actor's own.
    const owner = syntax.child(word, (c) => c.deprel === "nmod:poss" && c.upos === "PRON");
    if (owner && own.has(nominals.entity(owner)?.id ?? "")) continue;
    // "at the request of France", "exercises involving 300 troops": by whose wish and with how many, and not to whom.
    const above = syntax.head(word);
    if (above && scene.classes.has("behest", lemmaOf(above)) && syntax.preposition(above) === "at") continue;
    if (above?.deprel === "acl" && /^(?:involve|include)$/.test(lemmaOf(above))) continue;
    draft.recipients = syntax.conjuncts(word).map((conjunct): Found => ({ word: conjunct, implied: true }));
    return;
  }
}

const isTask = ({ syntax }: Scene, verb: Word): boolean =>
  syntax.child(verb, (c) => c.lower === "to" && c.upos === "PART") !== undefined;

const WHEREABOUTS = /^(?:outskirts|edge|edges|vicinity|surroundings|sidelines|periphery|environs)$/;
/** Whether several do with each other what a frame tells: it asks for nobody but those with whom it is done, or they talk. */
const isMutual = ({ actors, frame, type }: Draft): boolean => {
  const several = actors.length > 1 || /^NNP?S$/.test(actors[0]?.word.xpos ?? "");
  const others = frame.recipient.filter(({ relation: rel }) => rel !== "with" && rel !== "obj.with");
  return several && frame.recipient.length > 0 && (others.length === 0 || (type === "CONSULT" && actors.length > 1));
};

/** Verbal events are done to somebody: what is merely spoken of ("condemned the attack", "refused to take part") is dropped. */
export function keepActors(scene: Scene, draft: Draft, drafts: ReadonlyMap<number, Draft>, weapons: Weapons): void {
  const { nominals, kinds } = scene;
  // "the release of the students and arrest of the guards": a deed is nobody, whatever a list makes of it.
  draft.recipients = draft.recipients.filter(({ word }) => {
    // "exchanged fire on the outskirts of the city": where it was.
    if (WHEREABOUTS.test(word.lower)) return false;
    // "a sentence of life in prison"
    if (draft.type === "SANCTION" && word.lower === "life") return false;
    // "No one was hurt": it was done to nobody; who kills himself is no victim of his.
    if (isNobody(scene.syntax, word) || isSelf(word)) return false;
    const deed = drafts.get(word.index);
    return deed === undefined || (nominals.entity(word) !== undefined && !(deed.frame.pos === "n" && word.deprel === "conj"));
  });
  // Nor does a place or a thing act, unless it carries a weapon: a parse that makes the street shoot is wrong.
  draft.actors = draft.actors.filter(
    ({ word }) =>
      // "No group claimed the attack", "nobody has": the attack took place, and nobody is named for it.
      !scene.classes.has("nobody", word.lower) &&
      !isTautology(scene, word) &&
      (draft.word.upos !== "NOUN" || !scene.syntax.child(word, (c) => c.deprel === "det" && c.lower === "no")) &&
      (nominals.entity(word) !== undefined ||
        nominals.modifierEntity(word) !== undefined ||
        kinds.isA(word, "@actor") ||
        weapons.of(scene, word) !== undefined ||
        isManned(scene, word)),
  );
  // "Kenya and Somalia agreed to reopen their border": of both who do it; what is condemned as theirs may be others'.
  if (draft.actors.length > 1 && TOGETHER.has(draft.type))
    draft.recipients = draft.recipients.filter(({ word }) => word.lower !== "their");
  // "protested against plans to …": what it is about, and nobody.
  if (draft.type === "PROTEST")
    draft.recipients = draft.recipients.filter(
      ({ word }) => nominals.entity(word) !== undefined || !kinds.isA(word, "@abstract"),
    );
  if (!DEEP.has(draft.type)) return;
  draft.recipients = draft.recipients.filter(({ word }) => {
    const entity = nominals.entity(word);
    if (entity) return entity.kind !== "unknown" || kinds.isA(word, "@actor");
    return (
      kinds.isA(word, "@human") ||
      (kinds.isA(word, "@actor") && !kinds.isA(word, "@abstract")) ||
      (PLACED.has(draft.type) && kinds.isA(word, "@building"))
    );
  });
}

/** "a Syrian army attack": whose army it is, and no second one who attacked. After weapons are told from those who bear them. */
export function leaveOwners({ nominals }: Scene, draft: Draft): void {
  const at = new Map(draft.actors.map(({ word }) => [word.index, nominals.modifierEntity(word)]));
  draft.actors = draft.actors.filter(({ word }) => {
    const entity = at.get(word.index);
    if (word.upos === "ADJ" && at.has(word.index + 1)) return false;
    return entity === undefined || ![1, 2, 3].some((n) => at.get(word.index + n) === entity);
  });
}

/** What those who are told beside each other do with each other. */
const TOGETHER = new Set<PloverType>(["AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"]);

/**
 * "the murderers of the judge": who is told only by having done it is nobody that is known, unless how many or which they are is said
 * here, or elsewhere in the report.
 */
function isTautology({ document, syntax, nominals, classes }: Scene, word: Word): boolean {
  const says = (one: Word | undefined) => one !== undefined && classes.has("agentive", lemmaOf(one));
  if (!says(word)) return false;
  if (syntax.child(word, (c) => c.deprel === "nummod" || (c.deprel === "det" && c.lower !== "the" && c.lower !== "those")))
    return false;
  const entity = nominals.entity(word);
  return (
    entity === undefined ||
    entity.mentions.every((one) => one.form === "pronoun" || (one.form === "nominal" && says(wordsIn(document, one.head)[0])))
  );
}

/** "coast guard ships", "a police van", "a Red Front column": what belongs to a force acts for it. */
function isManned({ nominals, classes }: Scene, word: Word): boolean {
  if (!classes.has("vehicle", lemmaOf(word)) && !classes.has("detachment", lemmaOf(word))) return false;
  const kind = nominals.owner(word)?.kind;
  return kind === "military" || kind === "police" || kind === "armed-group";
}

/** Types whose recipient may be a place: one visits a town, withdraws from a base, closes a port. */
const PLACED = new Set<PloverType>(["CONSULT", "RETREAT", "SANCTION", "AID"]);

function note(entity: Entity, own: Set<string>, countries: Set<string>): void {
  own.add(entity.id);
  if (entity.affiliation !== undefined) own.add(entity.affiliation);
  if (entity.country !== undefined) countries.add(entity.country);
}

/**
 * "The minister said the ruling was unjust and called for his release": a verb of speech that was joined to what is said, whose
 * subject cannot speak; it is joined to the saying.
 */
export function speakerOver(scene: Scene, { word, type }: Draft): Found[] {
  const { syntax, kinds, classes } = scene;
  if (word.deprel !== "conj" || !DEEP.has(type) || syntax.has(word, "nsubj") || syntax.isPassive(word)) return [];
  const first = syntax.head(word);
  const said = first && relation(first) === "ccomp" ? syntax.head(first) : undefined;
  if (!first || !said || !classes.has("say", lemmaOf(said))) return [];
  const subject = syntax.surfaceSubject(first)?.word;
  if (!subject || kinds.isA(subject, "@actor")) return [];
  const speaker = syntax.subject(said);
  return speaker ? [{ ...speaker, implied: true }] : [];
}

/** What the police do, whoever else does not: arrests, patrols, what breaks up a crowd. */
const OF_POLICE: ReadonlySet<string> = new Set(["arrest", "police", "crowd-control"]);

/** "Three men were arrested, police said": of a deed of the police that is told without its doer, the police who tell it did it. */
export function takeTellers(scene: Scene, draft: Draft): void {
  if (draft.actors.length > 0 || !OF_POLICE.has(draft.mode ?? "") || !scene.syntax.isPassive(draft.word)) return;
  draft.actors = fillers(scene, draft.word, "speaker").filter(({ word }) => scene.nominals.entity(word)?.kind === "police");
}

/** "was killed in an American operation", "an American operation killed him": of a deed told without its doer, whose the operation was did it. */
export function takeOperations(scene: Scene, draft: Draft): void {
  const { syntax, classes } = scene;
  if (draft.actors.length > 0 || draft.type !== "ASSAULT" || draft.word.upos !== "VERB") return;
  const acting = syntax.child(draft.word, (c) => c.deprel === "nsubj");
  const within = syntax.isPassive(draft.word) ? syntax.oblique(draft.word, "in", "during") : acting ? [acting] : [];
  for (const noun of within) {
    if (!classes.has("action", lemmaOf(noun))) continue;
    const doer = syntax.child(
      noun,
      (c) => (c.deprel === "amod" || c.deprel === "compound" || c.deprel === "nmod:poss") && isActorModifier(scene, c),
    );
    if (doer) draft.actors = syntax.conjuncts(doer).map((word) => ({ word, implied: true }));
  }
}
