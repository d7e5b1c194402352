import type { Candidate } from "../find/candidate.ts";

/** Mentions joined so far. Attributes are those of all members; a join that contradicts itself is refused. */
export class Clusters {
  readonly candidates: readonly Candidate[];
  readonly #parent: Int32Array;
  readonly #members: number[][];
  readonly #sketches: Sketch[];

  constructor(candidates: readonly Candidate[]) {
    this.candidates = candidates;
    this.#parent = Int32Array.from(candidates, (_, i) => i);
    this.#members = candidates.map((_, i) => [i]);
    this.#sketches = candidates.map(sketchOf);
  }

  find(index: number): number {
    let root = index;
    while (this.#parent[root] !== root) root = this.#parent[root] as number;
    for (let i = index; i !== root; ) {
      const next = this.#parent[i] as number;
      this.#parent[i] = root;
      i = next;
    }
    return root;
  }

  /** Indices of the members of a candidate's cluster, not sorted. */
  members(index: number): readonly number[] {
    return this.#members[this.find(index)] as number[];
  }

  same(a: number, b: number): boolean {
    return this.find(a) === this.find(b);
  }

  /** Joins two clusters; the bigger takes in the smaller. */
  join(a: number, b: number): void {
    let [into, from] = [this.find(a), this.find(b)];
    if (into === from) return;
    const size = (root: number) => (this.#members[root] as number[]).length;
    if (size(into) < size(from)) [into, from] = [from, into];
    this.#parent[from] = into;
    const members = this.#members[into] as number[];
    for (const member of this.#members[from] as number[]) members.push(member);
    this.#members[from] = [];
    const [kept, added] = [this.#sketches[into] as Sketch, this.#sketches[from] as Sketch];
    kept.reference ||= added.reference;
    kept.gender ||= added.gender;
    kept.country ||= added.country;
    kept.individual ??= added.individual;
    kept.many ||= added.many;
  }

  /** Whether nothing that is known of two clusters speaks against their being one. */
  compatible(a: number, b: number): boolean {
    const left = this.sketch(a);
    const right = this.sketch(b);
    if (left.reference && right.reference && left.reference !== right.reference) return false;
    if (left.gender && right.gender && left.gender !== right.gender) return false;
    if (left.individual !== undefined && right.individual !== undefined && left.individual !== right.individual) return false;
    if (left.country && right.country && left.country !== right.country) return false;
    return true;
  }

  /** What the members of a cluster say, the earlier joined first. */
  sketch(index: number): Sketch {
    return this.#sketches[this.find(index)] as Sketch;
  }
}

/** What is known of a cluster. `individual`: one person or thing (true), many (false), not said. */
export interface Sketch {
  reference: string;
  gender: string;
  country: string;
  individual: boolean | undefined;
  many: boolean;
}

function sketchOf(one: Candidate): Sketch {
  if (one.form === "pronoun") {
    const gender = one.person === 3 && one.gender !== "n" ? one.gender : "";
    return { reference: "", gender, country: "", individual: undefined, many: false };
  }
  const { reference, gender, country, number } = one;
  return { reference, gender, country, individual: number === "one", many: number === "many" };
}
