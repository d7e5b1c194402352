import type { Candidate } from "../find/candidate.ts";

/** Mentions joined so far. Attributes are those of all members; a join that contradicts itself is refused. */
export class Clusters {
  readonly candidates: readonly Candidate[];
  readonly #parent: Int32Array;
  readonly #members: number[][];

  constructor(candidates: readonly Candidate[]) {
    this.candidates = candidates;
    this.#parent = Int32Array.from(candidates, (_, i) => i);
    this.#members = candidates.map((_, i) => [i]);
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
  }

  /** Whether nothing that is known of two clusters speaks against their being one. Looks at the first names and descriptions only, so that it stays cheap. */
  compatible(a: number, b: number): boolean {
    const left = this.sketch(a);
    const right = this.sketch(b);
    if (left.reference && right.reference && left.reference !== right.reference) return false;
    if (left.gender && right.gender && left.gender !== right.gender) return false;
    if (left.individual !== undefined && right.individual !== undefined && left.individual !== right.individual) return false;
    if (left.country && right.country && left.country !== right.country) return false;
    return true;
  }

  /** What the names and descriptions of a cluster say. */
  sketch(index: number): { reference: string; gender: string; individual: boolean | undefined; country: string; many: boolean } {
    let reference = "";
    let gender = "";
    let country = "";
    let individual: boolean | undefined;
    let many = false;
    let looked = 0;
    for (const member of this.members(index)) {
      const one = this.candidates[member] as Candidate;
      if (one.form === "pronoun") {
        if (one.person === 3 && one.gender && one.gender !== "n") gender ||= one.gender;
        continue;
      }
      reference ||= one.reference;
      if (one.gender) gender ||= one.gender;
      country ||= one.country;
      individual ??= one.number === "one";
      many ||= one.number === "many";
      if (++looked >= 12) break;
    }
    return { reference, gender, individual, country, many };
  }
}
