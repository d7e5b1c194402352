import type { Piece } from "./normalise.ts";

interface Node<Value> {
  next: Map<string, Node<Value>>;
  values: Value[];
}

/** Where a name of the lexicon stands: pieces `first` (inclusive) to `last` (exclusive). */
export interface Hit<Value> {
  first: number;
  last: number;
  values: readonly Value[];
}

/** Names by their keys. The longest match wins, and after it the search goes on behind it. */
export class Trie<Value> {
  readonly #root: Node<Value> = { next: new Map(), values: [] };

  add(keys: readonly string[], value: Value): void {
    if (keys.length === 0) return;
    let node = this.#root;
    for (const key of keys) {
      let next = node.next.get(key);
      if (!next) {
        next = { next: new Map(), values: [] };
        node.next.set(key, next);
      }
      node = next;
    }
    if (!node.values.includes(value)) node.values.push(value);
  }

  /** All values of exactly these keys. */
  get(keys: readonly string[]): readonly Value[] {
    let node: Node<Value> | undefined = this.#root;
    for (const key of keys) node = node?.next.get(key);
    return node?.values ?? [];
  }

  /** The matches of a text from left to right. `fits` may refuse values where they stand. */
  matches(pieces: readonly Piece[], fits: (value: Value, first: number, last: number) => boolean): Hit<Value>[] {
    const hits: Hit<Value>[] = [];
    for (let first = 0; first < pieces.length; ) {
      let node: Node<Value> | undefined = this.#root;
      let best: Hit<Value> | undefined;
      for (let i = first; i < pieces.length; i++) {
        const piece = pieces[i] as Piece;
        if (i > first && !piece.joined) break;
        node = node.next.get(piece.key);
        if (!node) break;
        if (node.values.length === 0) continue;
        const values = node.values.filter((value) => fits(value, first, i + 1));
        if (values.length > 0) best = { first, last: i + 1, values };
      }
      if (best) hits.push(best);
      first = best ? best.last : first + 1;
    }
    return hits;
  }
}
