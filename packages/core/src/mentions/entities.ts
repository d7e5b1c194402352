import type { Document, Entity, EntityKind, Mention, Word } from "../model/index.ts";
import { byPosition } from "../shared/spans.ts";
import { relation } from "../shared/tree.ts";
import type { Candidate } from "./find/candidate.ts";
import { isAdverse } from "./find/names.ts";
import type { Reading } from "./find/reading.ts";
import { placeAtHome } from "./home.ts";
import type { Clusters } from "./link/clusters.ts";
import type { Heads } from "./link/roles.ts";
import { throughUnits } from "./units.ts";

/** A description that is the only name of an entity is cut, in UTF-16 code units. */
const LONGEST_NAME = 160;

/** How many words before a head its body is looked for. */
const BEFORE = 4;

/** One entry for each cluster, in text order, with what its members say of it. */
export function compose(reading: Reading, clusters: Clusters, heads: Heads, sides: ReadonlyMap<number, number>): Entity[] {
  const { document } = reading;
  const groups: { members: Candidate[]; indices: readonly number[] }[] = [];
  for (const [i] of clusters.candidates.entries()) {
    if (clusters.find(i) !== i) continue;
    const indices = [...clusters.members(i)].sort((a, b) => a - b);
    groups.push({ indices, members: indices.map((index) => clusters.candidates[index] as Candidate).sort(byPosition) });
  }
  const kept = groups.filter(({ members }) => isActor(members));
  kept.sort((a, b) => byPosition(a.members[0] as Candidate, b.members[0] as Candidate));
  const ids = new Map<number, number>();
  for (const [n, { indices }] of kept.entries()) for (const index of indices) ids.set(index, n);
  const entities = kept.map(({ members }, n) => describe(document, members, n));
  affiliate(reading, clusters, heads, kept, entities, ids);
  inherit(reading, clusters, heads, entities, ids);
  speakFor(sides, entities, ids);
  throughUnits(document, entities);
  placeAtHome(reading, clusters, kept, entities);
  return entities.map(ordered);
}

/** The same keys in the same order for all. */
function ordered({ id, name, kind, country, sector, affiliation, title, reference, mentions }: Entity): Entity {
  return {
    id,
    name,
    kind,
    ...(country && { country }),
    ...(sector && { sector }),
    ...(affiliation && { affiliation }),
    ...(title && { title }),
    ...(reference && { reference }),
    mentions,
  };
}

/** An "it" that nothing stands behind is no actor. */
function isActor(members: readonly Candidate[]): boolean {
  return members.some((one) => one.form !== "pronoun" || one.gender !== "n");
}

function describe(document: Document, members: readonly Candidate[], n: number): Entity {
  const names = members.filter(({ form }) => form === "name");
  const nominals = members.filter(({ form }) => form === "nominal");
  const canonical = names.find(({ name }) => name !== "")?.name;
  const fullest = names.reduce<Candidate | undefined>(
    (best, one) => (best && best.keys.length >= one.keys.length ? best : one),
    undefined,
  );
  const first = fullest ?? nominals[0] ?? (members[0] as Candidate);
  const name =
    canonical ?? document.text.slice(first.start, Math.min(first.end, first.start + LONGEST_NAME)).replace(/\s+/g, " ");
  const kind =
    (names.find(({ reference }) => reference) ?? names[0] ?? nominals.find(({ kind }) => kind !== "unknown"))?.kind ?? "person";
  const said = <Key extends "country" | "sector" | "title" | "reference">(key: Key): string =>
    names.find((one) => one[key] && one.reference)?.[key] ||
    names.find((one) => one[key])?.[key] ||
    nominals.find((one) => one[key])?.[key] ||
    "";
  const mentions: Mention[] = members.map(({ start, end, form, head }) => ({
    start,
    end,
    form,
    head: { start: head.start, end: head.end },
  }));
  const title = said("title") || (kind === "person" && names.length > 0 ? roleOf(document, nominals) : "");
  return {
    id: `n${n + 1}`,
    name,
    kind,
    country: said("country"),
    sector: said("sector"),
    title,
    reference: said("reference"),
    mentions,
  } as Entity;
}

/** What somebody is in one report only, and no title: "the victim was identified as …". */
const LOTS = /^(?:victim|suspect|hostage|civilian|resident|witness)$/;

/** "a spokesman for the ministry" of a named person: the head noun. */
function roleOf(document: Document, nominals: readonly Candidate[]): string {
  const role = nominals.find(
    ({ number, sector, keys, head }) =>
      number === "one" &&
      (sector !== "" || /^spokes/.test(keys[0] ?? "")) &&
      !LOTS.test(document.text.slice(head.start, head.end).toLowerCase()),
  );
  return role ? document.text.slice(role.head.start, role.head.end).toLowerCase() : "";
}

/** Ties a person to the body named in front of the name or behind "of", "for", "with". */
function affiliate(
  reading: Reading,
  clusters: Clusters,
  heads: Heads,
  kept: readonly { members: Candidate[] }[],
  entities: Entity[],
  ids: ReadonlyMap<number, number>,
): void {
  const { words } = reading.document;
  for (const [n, { members }] of kept.entries()) {
    const entity = entities[n] as Entity;
    if (entity.kind !== "person" && !members.some((one) => one.form === "nominal" && isOfBody(one))) continue;
    for (const one of members) {
      if (one.form === "pronoun") continue;
      const body = bodyOf(words, one, heads, clusters) ?? -1;
      const other = body >= 0 ? ids.get(body) : undefined;
      if (other === undefined || other === n) continue;
      const target = entities[other] as Entity;
      if (isAdverse(entity.title ?? "")) continue;
      if (target.kind === "person" || target.kind === "population" || target.kind === "civilians") continue;
      entity.affiliation ??= target.id;
      // Of a force that is told by a part of it nothing else is said.
      if (one.class !== "person" && entity.kind !== "person") break;
      if (!entity.country && target.country) entity.country = target.country;
      if ((!entity.sector || entity.sector === "GOV") && target.sector && target.kind !== "state") entity.sector = target.sector;
      break;
    }
  }
}

/** Persons are of a body, and so are the parts of a force: "a Shining Path column", "army helicopters". */
const isOfBody = ({ class: is, kind }: Candidate): boolean => is === "person" || PARTED.has(kind);
const PARTED = new Set<EntityKind>(["armed-group", "military", "police"]);

/** "its soldiers", "whose army": of the owner's country. */
function inherit(
  { document }: Reading,
  clusters: Clusters,
  heads: Heads,
  entities: Entity[],
  ids: ReadonlyMap<number, number>,
): void {
  const { words } = document;
  for (const [i, one] of clusters.candidates.entries()) {
    if (one.form === "pronoun") continue;
    const entity = entities[ids.get(i) ?? -1];
    if (!entity || entity.country || (one.form === "name" && one.title === "")) continue;
    const head = words[one.word] as Word;
    const owner = head.children.map((index) => words[index] as Word).find(({ deprel }) => deprel === "nmod:poss");
    if (!owner) continue;
    const at = owner.lower === "whose" ? (heads[clauseHead(words, head)] ?? -1) : (heads[owner.index] ?? -1);
    const country = at < 0 ? undefined : entities[ids.get(at) ?? -1]?.country;
    if (country && (entity.kind !== "person" || entity.sector)) entity.country = country;
  }
}

/** The noun that a relative clause around a word modifies; -1 when there is none. */
function clauseHead(words: readonly Word[], inside: Word): number {
  let word: Word | undefined = inside;
  for (let steps = 0; word && steps < 12; steps++) {
    if (relation(word) === "acl") return word.head;
    word = words[word.head];
  }
  return -1;
}

/** "We" in a quotation are those whom the speaker stands for: of the speaker's body, country and sector. */
function speakFor(sides: ReadonlyMap<number, number>, entities: Entity[], ids: ReadonlyMap<number, number>): void {
  for (const [we, speaker] of sides) {
    const side = entities[ids.get(we) ?? -1];
    const voice = entities[ids.get(speaker) ?? -1];
    if (!side || !voice || side === voice || side.country || side.sector) continue;
    side.kind = "unknown";
    if (voice.country) side.country = voice.country;
    if (voice.sector) side.sector = voice.sector;
    side.affiliation = voice.affiliation ?? voice.id;
  }
}

/** The candidate that a phrase names as its body. */
function bodyOf(words: readonly Word[], one: Candidate, heads: Heads, clusters: Clusters): number | undefined {
  const head = words[one.word] as Word;
  const isBody = (index: number): boolean => {
    const at = heads[index] ?? -1;
    const found = at < 0 ? undefined : clusters.candidates[at];
    return found !== undefined && found.form !== "pronoun" && found.class === "group" && found.kind !== "population";
  };
  const isName = (index: number): boolean => clusters.candidates[heads[index] ?? -1]?.form === "name";
  const ofForce = (index: number): boolean => PARTED.has(clusters.candidates[heads[index] ?? -1]?.kind ?? "unknown");
  for (const index of head.children) {
    const child = words[index] as Word;
    const link = relation(child);
    if (link !== "nmod" && link !== "compound" && link !== "flat" && link !== "appos") continue;
    if (isBody(index) && link !== "appos" && !isWhereabouts(words, child, ofForce(index), isName(index))) return heads[index];
    // "Pentagon spokesman John Kirby": the body hangs on the title
    for (const inner of child.children)
      if (isBody(inner) && relation(words[inner] as Word) !== "acl" && index < one.word) return heads[inner];
  }
  // "Shining Path guerrillas": a name that was taken apart stands before the head all the same.
  for (let index = one.word - 1; index >= 0 && one.word - index <= BEFORE && (words[index] as Word).start >= one.start; index--)
    if (isBody(index)) return heads[index];
  if (isBody(beforeBracket(words, one))) return heads[beforeBracket(words, one)];
  // "rebels belonging to the Front", "a group of rebels of the Front"
  const whose = one.form === "nominal" ? belongingTo(words, head).find((index) => isBody(index) && isName(index)) : undefined;
  return whose === undefined ? undefined : heads[whose];
}

const BELONGING = new Set(["belonging", "belonged", "belongs", "belong", "affiliated", "linked", "tied", "attached", "loyal"]);

/** How many groups may stand around those who belong: "a band of a group of rebels". */
const DEEP = 2;

/** What the people of a noun phrase are told to belong to, also where they are told as a group of them. */
function belongingTo(words: readonly Word[], head: Word, depth = 0): number[] {
  const found: number[] = [];
  const children = (word: Word): Word[] => word.children.map((index) => words[index] as Word);
  const is = (word: Word, preposition: RegExp): boolean =>
    children(word).some(({ deprel, lower }) => deprel === "case" && preposition.test(lower));
  for (const child of children(head)) {
    const link = relation(child);
    if ((link === "acl" || link === "amod") && BELONGING.has(child.lower))
      for (const to of children(child)) if (relation(to) === "obl" && is(to, /^(?:to|with)$/)) found.push(to.index);
    if (link !== "nmod" || !is(child, /^of$/) || child.upos !== "NOUN") continue;
    if (depth < DEEP) found.push(...belongingTo(words, child, depth + 1));
    for (const of of children(child)) if (relation(of) === "nmod" && is(of, /^(?:of|from)$/)) found.push(of.index);
  }
  return found;
}

/** "two men in a car", "a guard at the bank": where somebody was is not whose he is. */
const isWhereabouts = (words: readonly Word[], noun: Word, force: boolean, named: boolean): boolean =>
  noun.children.some((index) => {
    const { deprel, lower } = words[index] as Word;
    // But "officers in the army", "students at Mara University" are its own.
    if ((force && lower === "in") || (named && lower === "at")) return false;
    return deprel === "case" && /^(?:at|in|on|near|outside|inside|into|against|after|during|before|by|to)$/.test(lower);
  });

/** "Liberation Front (LF) rebels": the name before the bracket that ends right before a description; -1 where there is none. */
function beforeBracket(words: readonly Word[], one: Candidate): number {
  let first = one.word;
  while (first > 0 && (words[first - 1] as Word).start >= one.start) first--;
  const like = words[first] as Word;
  const at = (index: number): string => (words[index]?.sentence === like.sentence ? (words[index] as Word).text : "");
  if (!/^[)\]]$/.test(at(first - 1))) return -1;
  let open = first - 2;
  while (first - open <= IN_BRACKET && at(open) !== "" && !/^[([]$/.test(at(open))) open--;
  if (!/^[([]$/.test(at(open))) return -1;
  // Of "the Army of National Liberation [" the head stands some words back.
  for (let index = open - 1; open - index <= BEFORE && at(index) !== ""; index--) {
    const word = words[index] as Word;
    if (word.head < index || word.head >= open || word.upos === "VERB")
      return word.upos === "PROPN" ? headOfName(words, index) : -1;
  }
  return -1;
}
const headOfName = (words: readonly Word[], index: number): number => {
  let at = index;
  for (let n = 0; n < BEFORE && isWithinName(words, words[at] as Word, index); n++) at = (words[at] as Word).head;
  return at;
};
const IN_BRACKET = 12;
/** "Front for Peace [": the last word before the bracket hangs on the head of the name, further back. */
const isWithinName = (words: readonly Word[], word: Word, last: number): boolean =>
  word.deprel === "flat" ||
  ((word.deprel === "nmod" || word.deprel === "compound") && word.head < last && words[word.head]?.upos === "PROPN");
