import type { Word } from "../model/index.ts";
import { relation } from "../shared/tree.ts";
import { companions } from "./astray.ts";
import { calledSo } from "./called.ts";
import { isGerund } from "./gerund.ts";
import { particleOf } from "./governors.ts";
import { lemmaOf } from "./lemma.ts";
import { NAMING } from "./objects.ts";
import type { Scene } from "./scene.ts";
import { struckBy } from "./struck.ts";
import type { Found, Syntax } from "./syntax.ts";

/** "a terrorist attack", "a military operation", "an official inquiry", "general unrest" say what kind it is, not whose. */
export const KINDS = new Set(["terrorist", "suspect", "extremist", "paramilitary", "military", "official", "general"]);

export function isActorModifier(scene: Scene, modifier: Word): boolean {
  if (KINDS.has(modifier.lower)) return false;
  return (
    scene.nominals.modifierEntity(modifier) !== undefined ||
    scene.classes.has("armed", lemmaOf(modifier)) ||
    scene.classes.has("official", lemmaOf(modifier))
  );
}

const plain = (word: Word): Found => ({ word, implied: false });

/** The words that stand in a relation to a trigger. A name that is no relation is a preposition. */
export function fillers(scene: Scene, word: Word, rel: string): Found[] {
  const { syntax, governors } = scene;
  const optional = (found: Found | undefined): Found[] => (found ? [found] : []);
  switch (rel) {
    case "subj":
      return optional(syntax.subject(word));
    case "surf":
      return optional(syntax.surfaceSubject(word));
    case "obj": {
      const object = syntax.object(word);
      const shared = object ? companions(syntax, word, syntax.isPassive(word) ? word : object.word) : [];
      return [...optional(object), ...shared.map(plain)];
    }
    case "nsubj":
      return syntax
        .children(word)
        .filter((c) => relation(c) === "nsubj")
        .map(plain);
    case "iobj":
      return syntax
        .children(word)
        .filter((c) => c.deprel === "iobj")
        .map(plain);
    case "xcomp":
      return syntax
        .children(word)
        .filter((c) => c.deprel === "xcomp")
        .map(plain);
    case "ccomp":
      return syntax
        .children(word)
        .filter((c) => c.deprel === "ccomp")
        .map(plain);
    case "comp":
      return syntax
        .children(word)
        .filter((c) => c.deprel === "xcomp" || c.deprel === "ccomp" || c.deprel === "advcl" || c.deprel === "acl")
        .map(plain);
    case "prt":
    case "any":
      return syntax.children(word).map(plain);
    case "aux":
      return syntax
        .children(word)
        .filter((c) => relation(c) === "aux")
        .map(plain);
    case "mod": {
      const found = syntax
        .children(word)
        .filter(
          (c) =>
            c.deprel === "amod" ||
            c.deprel === "compound" ||
            c.deprel === "nummod" ||
            c.deprel === "advmod" ||
            (c.deprel === "nmod" && syntax.preposition(c) === "") ||
            c.deprel === "nmod:unmarked" ||
            c.deprel === "det",
        );
      // "police firing" is often taken apart; the noun right before the gerund belongs to it.
      const before = word.xpos === "VBG" && isGerund(scene, word) ? syntax.at(word.index - 1, word) : undefined;
      if (before && !found.includes(before)) found.push(before);
      return found.map(plain);
    }
    case "poss":
      return syntax
        .children(word)
        .filter((c) => c.deprel === "nmod:poss")
        .map(plain);
    case "next":
      return optional(at(syntax, word, 1));
    case "prev":
      return optional(at(syntax, word, -1));
    case "self":
      return [plain(word)];
    case "head": {
      const above = syntax.head(word);
      return above ? [plain(above)] : [];
    }
    case "called":
      return optional(calledSo(syntax, scene.classes, word));
    case "light":
      return nameOver(syntax, word) ? [] : optional(scene.doers.of(word, "actor"));
    case "lightfrom": {
      // "received death threats from the militia": what somebody is told to have got, and from whom.
      const got = governors.over(word, syntax);
      if (got?.by !== "noun" || got.government.subject !== "recipient") return [];
      return syntax.oblique(got.word, "from", "by").map(plain);
    }
    case "lightto": {
      const aimed = aimedAt(scene, word);
      if (aimed.length > 0) return aimed.map(plain);
      const given = givenTo(scene, word);
      if (given) return [given];
      const recipient = scene.doers.of(word, "recipient");
      if (recipient) return [recipient];
      const governed = governors.over(word, syntax) ?? scene.doers.carrying(word);
      // "An explosion took place in front of the church": where it was is whom it struck.
      if (governed?.by === "noun" && relation(word) === "nsubj" && governed.government.subject === undefined)
        return syntax
          .oblique(governed.word, "at", "near", "outside", "inside", "opposite", "in front of")
          .filter((noun) => scene.kinds.isA(noun, "@structure"))
          .map(plain);
      // "There was an explosion at the bank"
      const over = relation(word) === "nsubj" ? syntax.head(word) : undefined;
      // "Explosions were reported near the houses of two judges"
      const told = over !== undefined && word.deprel === "nsubj:pass" && TOLD.test(lemmaOf(over));
      if (!governed && over && (told || syntax.has(over, "expl")))
        return syntax
          .oblique(over, "at", "near", "outside", "inside", "opposite", "in front of")
          .filter((noun) => scene.kinds.isA(noun, "@structure"))
          .map(plain);
      if (governed?.government.subject !== "actor") return struckBy(scene, word);
      return [
        // "granted the rebels an amnesty": the first of two objects, however it is read.
        ...syntax
          .children(governed.word)
          .filter((c) => c.deprel === "iobj" || (c.deprel === "obj" && word.deprel === "obj" && c.index < word.index)),
        ...syntax
          .oblique(governed.word, "against", "on", "at", "upon", "to", "with", "toward", "towards", "into")
          .filter((noun) => isTarget(scene, noun)),
      ].map(plain);
    }
    case "obj>":
      return optional(syntax.object(word)).flatMap(({ word: object }) => owners(scene, object));
    case "surf>":
      return optional(syntax.surfaceSubject(word)).flatMap(({ word: subject }) => owners(scene, subject));
    case "subj>":
      return optional(syntax.subject(word)).flatMap(({ word: subject }) => owners(scene, subject));
    case "ccomp>":
      return clauses(syntax, word, "ccomp").flatMap((clause) => {
        const found = syntax.subject(clause) ?? syntax.object(clause);
        // "demanded that U.S. troops leave": whose troops they are is who is asked.
        const state =
          found &&
          (scene.classes.has("troops", lemmaOf(found.word)) || scene.classes.has("vehicle", lemmaOf(found.word))) &&
          syntax.child(
            found.word,
            (c) => (c.deprel === "compound" || c.deprel === "nmod:poss") && scene.nominals.modifierEntity(c)?.kind === "state",
          );
        return state ? [{ word: state, implied: true }] : optional(found);
      });
    case "doer>":
      // "alleged that the mayor took bribes": whom an accusation says to have done something; nobody in "that he was poisoned".
      return clauses(syntax, word, "ccomp").flatMap((clause) =>
        syntax.isPassive(clause) ? [] : optional(syntax.subject(clause)),
      );
    case "xcomp>":
    case "comp>":
      return clauses(syntax, word, "xcomp", "advcl", "acl").flatMap((clause) => {
        const object = syntax.object(clause);
        const others = syntax
          .oblique(clause, "with", "against", "to", "from", "on", "for", "in")
          .map((other) => ({ word: other, implied: true }));
        if (!object) return others;
        // "vowed to attack ships in the Red Sea": where, and not whom.
        const aimed = others.filter(({ word: other }) => syntax.preposition(other) !== "in");
        const itself = { word: object.word, implied: true };
        const owned = owners(scene, object.word);
        return scene.kinds.isA(object.word, "@actor") ? [itself, ...owned, ...aimed] : [...owned, ...aimed, itself];
      });
    case "speaker": {
      const clause = syntax.clauseHead(word);
      const above = syntax.head(clause);
      const speech =
        above && relation(clause) === "ccomp" && scene.classes.has("say", lemmaOf(above))
          ? above
          : syntax.child(clause, (c) => relation(c) === "parataxis" && scene.classes.has("say", lemmaOf(c)));
      return speech ? optional(syntax.subject(speech)).map((found) => ({ ...found, implied: true })) : [];
    }
    case "sayer": {
      // "said at a meeting with union leaders": who met them.
      const verb = WHILE.has(syntax.preposition(word)) ? syntax.head(word) : undefined;
      const said = verb && relation(word) === "obl" && scene.classes.has("say", lemmaOf(verb));
      return said ? optional(syntax.subject(verb)).map((found) => ({ ...found, implied: true })) : [];
    }
    case "goer": {
      // "went on trial", "will stand trial": who is tried.
      const verb = syntax.head(word);
      const on = verb && relation(word) === "obl" && syntax.preposition(word) === "on" && GOING.has(lemmaOf(verb));
      const stands = verb && word.deprel === "obj" && STANDING.has(lemmaOf(verb));
      if (on || stands) return optional(syntax.surfaceSubject(verb));
      // "two men on trial for murder", "are on trial"
      if (syntax.preposition(word) !== "on") return [];
      return verb && relation(word) === "nmod" ? [plain(verb)] : optional(syntax.subject(word));
    }
    case "hearer":
      return hearers(syntax, word).map((one) => ({ word: one, implied: true }));
    case "inf":
      return clauses(syntax, word, "xcomp", "ccomp", "advcl", "acl")
        .filter((clause) => clause.index > word.index && syntax.child(clause, (c) => c.lower === "to" && c.upos === "PART"))
        .map(plain);
    case "ccomp.aux":
      return clauses(syntax, word, "ccomp").flatMap((clause) =>
        syntax
          .children(clause)
          .filter((c) => relation(c) === "aux" || c.deprel === "cop")
          .map(plain),
      );
    default:
      if (rel.startsWith("obj."))
        return optional(syntax.object(word)).flatMap((object) => fillers(scene, object.word, rel.slice(4)));
      if (rel.endsWith(">"))
        return syntax
          .oblique(word, rel.slice(0, -1))
          .flatMap((noun) => [
            ...owners(scene, noun),
            ...clauses(syntax, noun, "acl").flatMap((clause) => optional(syntax.object(clause))),
          ]);
      if (rel === "by" && word.upos === "NOUN") {
        const own = syntax.oblique(word, rel);
        const naming = own.length > 0 ? undefined : nameOver(syntax, word);
        if (naming) return syntax.oblique(naming, "by").map(plain);
        return (own.length > 0 ? own : agentBeyond(syntax, word)).map(plain);
      }
      if (rel === "between" || rel === "among") {
        const own = betweenWhom(scene, word, rel);
        return (own.length > 0 || rel === "among" || word.upos === "VERB" ? own : between(syntax, word)).map(plain);
      }
      if (rel === "against") return against(syntax, word).map(plain);
      if (rel === "on" && word.upos === "NOUN") return onAgent(scene, word).map(plain);
      return (rel === "of" ? behindTime(scene, word) : syntax.oblique(word, rel)).map(plain);
  }
}

/** "made it clear to the militias that there will be …", "warned them of …": to whom it is said. */
function hearers(syntax: Syntax, word: Word): Word[] {
  const clause = syntax.clauseHead(word);
  const above = syntax.head(clause);
  if (!above || clause.index < above.index) return [];
  // "to the groups that there will be": a clause that says what is told, read as describing whom it is told.
  const misread = relation(clause) === "acl" && syntax.has(clause, "expl");
  const telling = misread ? syntax.head(above) : relation(clause) === "ccomp" ? above : undefined;
  if (!telling) return [];
  const told = syntax.oblique(telling, "to");
  if (misread) return told.includes(above) || above.deprel !== "obl" ? told : [...told, above];
  return told.length > 0 ? told : syntax.children(telling).filter((c) => c.deprel === "iobj" || c.deprel === "obj");
}

/** "what it called excessive force by police": the verb that names a happening, whose subject has no part in it. */
function nameOver(syntax: Syntax, word: Word): Word | undefined {
  const above = word.deprel === "obj" || word.deprel === "xcomp" ? syntax.head(word) : undefined;
  if (!above || !NAMING.has(lemmaOf(above))) return undefined;
  // "France is considering sanctions": a plan, and no name for anything.
  const planned = lemmaOf(above) === "consider" && word.deprel === "obj" && !syntax.child(above, (c) => c.lower === "what");
  return planned && !syntax.has(above, "xcomp") ? undefined : above;
}

/** "the exchange of prisoners between the armies", "Talks opened in Doha between the two": hung on what stands before it. */
function between(syntax: Syntax, noun: Word): Word[] {
  const own = syntax.oblique(noun, "between");
  if (own.length > 0) return own;
  const of = syntax.oblique(noun, "of").flatMap((one) => syntax.oblique(one, "between"));
  const verb = relation(noun) === "nsubj" ? syntax.head(noun) : undefined;
  if (of.length > 0 || !verb) return of;
  return [
    ...syntax.oblique(verb, "between"),
    ...syntax.oblique(verb, "in", "at").flatMap((one) => syntax.oblique(one, "between")),
  ];
}

/** "Clashes erupted between police and students": those between whom a happening is told to have begun. */
function betweenWhom({ syntax, classes }: Scene, word: Word, rel: string): Word[] {
  const own = syntax.oblique(word, rel);
  const verb = own.length === 0 && relation(word) === "nsubj" ? syntax.head(word) : undefined;
  if (!verb || !classes.has("happening", lemmaOf(verb))) return own;
  // "a conversation breaks among the passengers": only what breaks out is between them.
  return lemmaOf(verb) === "break" && particleOf(verb, syntax) !== "out" ? own : syntax.oblique(verb, rel);
}

/** "the murder committed by rebels against a judge": a target that was hung on who did it. */
function against(syntax: Syntax, word: Word): Word[] {
  const own = syntax.oblique(word, "against");
  if (own.length > 0) return own;
  const doing = word.upos === "VERB" ? word : syntax.child(word, (c) => c.deprel === "acl" && c.index > word.index);
  const agent = doing && syntax.child(doing, (c) => c.deprel === "obl:agent");
  return agent ? syntax.oblique(agent, "against") : [];
}

/** "an attack by rebels on a post": a target that was hung on who did it. */
function onAgent({ syntax, kinds }: Scene, noun: Word): Word[] {
  const own = syntax.oblique(noun, "on");
  if (own.length > 0) return own;
  return syntax
    .oblique(noun, "by")
    .flatMap((agent) => syntax.oblique(agent, "on"))
    .filter((target) => kinds.isA(target, "@building") || kinds.isA(target, "@human") || kinds.isA(target, "@troops"));
}

/** "bombings aimed at the army", "attacks which seemed to be directed against tourists". */
function aimedAt({ syntax }: Scene, word: Word): Word[] {
  const telling = syntax.child(word, (c) => relation(c) === "acl" && c.index > word.index);
  const inner = telling && AIMED.has(lemmaOf(telling)) ? telling : telling && syntax.child(telling, (c) => c.deprel === "xcomp");
  return inner && AIMED.has(lemmaOf(inner)) ? syntax.oblique(inner, "at", "against", "on") : [];
}

const AIMED = new Set(["aim", "target", "direct"]);

/** "The drivers were given an ultimatum": whom the subject of a passive is told to have been given it. */
function givenTo({ syntax, classes }: Scene, word: Word): Found | undefined {
  const verb = word.deprel === "obj" ? syntax.head(word) : undefined;
  if (!verb || !classes.has("ditransitive", lemmaOf(verb)) || !syntax.isPassive(verb)) return undefined;
  return syntax.surfaceSubject(verb);
}

/** "the killings during the past week of two judges": what is hung on the time between. */
function behindTime({ syntax, nominals }: Scene, word: Word): Word[] {
  const own = syntax.oblique(word, "of");
  if (own.length > 0 || word.upos === "VERB") return own;
  // "the killing and maiming of children": the last of two deeds has what both are done to.
  const joined = syntax.child(word, (c) => c.deprel === "conj" && c.index === word.index + 2 && syntax.has(c, "cc"));
  const shared = joined ? syntax.oblique(joined, "of") : [];
  if (shared.length > 0) return shared;
  const time = syntax.child(word, (c) => relation(c) === "nmod" && c.index > word.index && nominals.isTime(c));
  return time ? syntax.oblique(time, "of") : [];
}

/** "the murder of the judge, head of the court, by two men": an agent that was hung on what stands between. */
function agentBeyond(syntax: Syntax, word: Word): Word[] {
  let at = syntax.child(word, (c) => c.deprel === "nmod" && syntax.preposition(c) === "of");
  for (let n = 0; at && n < 4; n++) {
    const found = syntax.oblique(at, "by").filter((c) => relation(c) === "nmod" || relation(c) === "obl");
    if (found.length > 0) return found;
    const last: Word[] = syntax
      .children(at)
      .filter((c) => c.index > (at as Word).index && /^(?:nmod|appos|conj|flat)/.test(c.deprel));
    at = last[last.length - 1];
  }
  return [];
}

const TOLD = /^(?:report|hear|register|record)$/;
const GOING = new Set(["go", "put", "be", "come"]);
const STANDING = new Set(["stand", "await", "face"]);
const WHILE = new Set(["at", "during", "in", "after", "following"]);

const clauses = (syntax: Syntax, word: Word, ...relations: string[]): Word[] =>
  syntax.children(word).filter((c) => relations.includes(c.deprel));

function at(syntax: Syntax, word: Word, offset: number): Found | undefined {
  const found = syntax.at(word.index + offset, word);
  return found && plain(found);
}

/** What a happening may be aimed at: a person, a body, a place that is named or built; no "direction", no "dawn". */
const isTarget = ({ kinds }: Scene, noun: Word): boolean =>
  ["@actor", "@human", "@building", "@name"].some((value) => kinds.isA(noun, value));

/** Whose a thing is: "Israel's proposal", "a Syrian offer", "the demands of the rebels". */
function owners(scene: Scene, thing: Word): Found[] {
  const { syntax } = scene;
  const modifiers = syntax
    .children(thing)
    .filter((c) => c.deprel === "nmod:poss" || ((c.deprel === "amod" || c.deprel === "compound") && isActorModifier(scene, c)));
  const obliques = syntax.oblique(thing, "by", "from", "of", "for", "against", "with");
  // "a demonstration staged by students"
  const staging = syntax.child(thing, (c) => c.deprel === "acl" && syntax.isPassive(c));
  const agent = staging && syntax.subject(staging);
  return [...[...modifiers, ...obliques].map(plain), ...(agent ? [agent] : [])];
}
