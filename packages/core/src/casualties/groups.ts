import type { Argument, Casualty, Document, Entity, Knowledge, Mention, Word } from "../model/index.ts";
import { rowsOf } from "../shared/tables.ts";
import { childrenOf } from "../shared/tree.ts";

export type Group = Casualty["group"];

/** Who the victims of a report are, looked up by their head word. */
export interface People {
  kindAt(head: Word): Entity["kind"] | undefined;
  isHuman(document: Document, head: Word): boolean;
  isSingular(document: Document, head: Word): boolean;
  isNamed(head: Word): boolean;
  /** Earlier mentions of the same people, the nearest first. */
  earlier(head: Word): Mention[];
  argument(document: Document, head: Word): Argument | undefined;
}

export interface Groups {
  of(document: Document, head: Word, kind: Entity["kind"] | undefined): Group;
  /** How many a noun stands for by itself or by "of": "a family of five", "twin brothers". */
  sizeOf(document: Document, head: Word): number | undefined;
  over(entities: readonly Entity[], words: Document["words"]): People;
}

const PRONOUNS: ReadonlySet<string> = new Set(
  "he him she her they them we us i me someone somebody anyone everyone others another".split(" "),
);
const GENERIC: ReadonlySet<string> = new Set(
  "people person man woman men women other others life lives individual victim suspect member body relative someone adult teenager teen youth wounded injured dead".split(
    " ",
  ),
);
const BY_KIND: Partial<Record<Entity["kind"], Group>> = {
  military: "combatant",
  "armed-group": "combatant",
  police: "official",
  government: "official",
  judiciary: "official",
  civilians: "civilian",
  protesters: "civilian",
  population: "civilian",
  media: "journalist",
};

/** "a Palestinian", "an Egyptian Christian", "another Kurd" */
const isOneOf = (document: Document, head: Word): boolean =>
  head.xpos !== "NNS" &&
  head.xpos !== "NNPS" &&
  childrenOf(document, head, "det").some(({ lower }) => /^(?:an?|another)$/.test(lower));

const isCounted = (document: Document, head: Word): boolean => childrenOf(document, head, "nummod").length > 0;

export function createGroups(knowledge: Knowledge): Groups {
  const byNoun = new Map(
    rowsOf(knowledge, "casualties/groups", ["noun", "group"]).map(({ noun, group }) => [noun, group as Group]),
  );
  const persons = new Set<string>();
  const things = new Set<string>();
  for (const { noun, class: kind } of rowsOf(knowledge, "actors/nouns", ["noun", "class"])) {
    if (kind === "person") persons.add(noun);
    else things.add(noun);
  }
  const sizes = new Map(rowsOf(knowledge, "casualties/sets", ["noun", "size"]).map(({ noun, size }) => [noun, size]));

  return {
    of(document, head, kind) {
      for (const child of childrenOf(document, head, "compound")) {
        const group = byNoun.get(`${child.lemma} ${head.lemma}`.toLowerCase());
        if (group) return group;
      }
      const own = byNoun.get(head.lemma.toLowerCase()) ?? byNoun.get(head.lower);
      if (own && own !== "unknown") return own;
      for (const child of childrenOf(document, head, "compound", "amod")) {
        const group = byNoun.get(child.lemma.toLowerCase());
        if (group && group !== "unknown") return group;
      }
      return (kind && BY_KIND[kind]) || "unknown";
    },
    sizeOf(document, head) {
      for (const child of childrenOf(document, head, "compound", "amod")) {
        const size = sizes.get(child.lemma.toLowerCase());
        if (size) return Number(size);
      }
      const size = sizes.get(head.lemma.toLowerCase());
      if (size === undefined) return undefined;
      if (size !== "") return Number(size);
      const of = childrenOf(document, head, "nmod").find(({ upos }) => upos === "NUM");
      return of && WORDS[of.lower] !== undefined
        ? WORDS[of.lower]
        : of && /^\d{1,3}$/.test(of.lower)
          ? Number(of.lower)
          : undefined;
    },
    over(entities, words) {
      const byHead = new Map<number, { entity: Entity; mention: Mention }>();
      const byEnd = new Map<number, { entity: Entity; mention: Mention }>();
      for (const entity of entities) {
        for (const mention of entity.mentions) {
          byHead.set(mention.head.start, { entity, mention });
          byEnd.set(mention.end, { entity, mention });
        }
      }
      const own = (head: Word) => byHead.get(head.start) ?? byEnd.get(head.end);
      // "Brigadier Noor Khan": the title may stand over the name.
      const at = (head: Word) =>
        own(head) ?? (head.upos === "PROPN" ? head.children.map((index) => flatAt(index)).find((found) => found) : undefined);
      const flatAt = (index: number) => {
        const child = words[index];
        return child?.deprel === "flat" ? own(child) : undefined;
      };
      return {
        kindAt: (head) => at(head)?.entity.kind,
        // A noun with the capital of a headline ("Kidnapper") is no name.
        isNamed: (head) => {
          const mention = at(head)?.mention;
          const lemma = head.lemma.toLowerCase();
          const noun =
            mention && mention.end === head.end && mention.start === head.start && (persons.has(lemma) || byNoun.has(lemma));
          return mention?.form === "name" && !noun;
        },
        earlier(head) {
          const mentions = at(head)?.entity.mentions ?? [];
          const found: Mention[] = [];
          for (let i = mentions.length - 1; i >= 0 && found.length < BACK; i--) {
            const mention = mentions[i] as Mention;
            if (mention.end <= head.start) found.push(mention);
          }
          return found;
        },
        isHuman(document, head) {
          const lemma = head.lemma.toLowerCase();
          if (lemma === "casualty" || lemma === "fatality") return false;
          if (
            PRONOUNS.has(head.lower) ||
            GENERIC.has(lemma) ||
            GENERIC.has(head.lower) ||
            persons.has(lemma) ||
            byNoun.has(lemma) ||
            sizes.has(lemma)
          )
            return true;
          const found = at(head);
          if (!found) return false;
          // "two Palestinians", "dozens of Kurds": some of a people; "the Netherlands" is none.
          if (found.mention.form === "name")
            return (
              found.entity.kind === "person" ||
              // "14 Tamil Tigers"
              (found.entity.kind === "armed-group" && isCounted(document, head)) ||
              (found.entity.kind === "population" && isOneOf(document, head)) ||
              (found.entity.kind === "population" && (head.xpos === "NNPS" || head.xpos === "NNS" || isCounted(document, head)))
            );
          // A nominal of a kind is people when its noun is ("policemen"), and no machine ("warplanes") or body.
          return found.entity.kind === "person" && !things.has(lemma);
        },
        isSingular(document, head) {
          if (/^(?:he|him|she|her|i|me|someone|somebody|another|himself|herself)$/.test(head.lower)) return true;
          if (PRONOUNS.has(head.lower) || sizes.has(head.lemma.toLowerCase()) || things.has(head.lemma.toLowerCase()))
            return false;
          const found = at(head);
          if (found && found.mention.form === "name") return found.entity.kind === "person" || isOneOf(document, head);
          if (
            head.xpos === "NNS" ||
            head.xpos === "NNPS" ||
            head.lower === "people" ||
            head.lower === "police" ||
            head.lower === "troops"
          )
            return false;
          // A bare singular noun in running text is a kind ("civilian"), not a person; headlines leave articles out.
          const determiners = childrenOf(document, head, "det");
          if (determiners.some(({ lower }) => lower === "any" || lower === "every" || lower === "each")) return false;
          const before = document.words[head.index - 1];
          const determined =
            determiners.length > 0 || childrenOf(document, head, "nmod:poss", "nummod").length > 0 || before?.upos === "DET";
          const clause = /^nsubj/.test(head.deprel) || document.words[head.index - 1]?.lower === "old";
          return determined || clause || head.upos === "PROPN" || /^\p{Lu}/u.test(head.text);
        },
        argument(_document, head) {
          const found = at(head);
          if (!found) return { start: head.start, end: head.end, head: { start: head.start, end: head.end } };
          const { entity, mention } = found;
          return {
            start: mention.start,
            end: mention.end,
            head: { start: mention.head.start, end: mention.head.end },
            entity: entity.id,
          };
        },
      };
    },
  };
}

/** How many earlier mentions may give a number. */
const BACK = 6;

const WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  "zero one two three four five six seven eight nine ten eleven twelve".split(" ").map((word, i) => [word, i]),
);
