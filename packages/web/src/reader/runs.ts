import type { Span } from "@annalist/core";
import type { Mark, Part } from "./marks.ts";

/** A stretch of text under one and the same set of marks. */
export interface Run extends Span {
  /** How many voices' contents it lies in. */
  depth: number;
  kinds: Part["kind"][];
  /** Ids of the marks it belongs to, the shortest part first: that is the one a pointer means. */
  marks: string[];
  /** A word to write above its beginning. */
  role?: string;
}

/** The text in pieces to lay out: paragraphs, and a paragraph without end cut every few thousand characters. */
export function blocksOf(text: string, limit = 4000): Span[] {
  const blocks: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const line = text.indexOf("\n", start);
    let end = line < 0 ? text.length : line + 1;
    if (end - start > limit) {
      const space = text.lastIndexOf(" ", start + limit);
      end = space > start ? space + 1 : start + limit;
      // No pair of surrogates is parted.
      if (/[\ud800-\udbff]/.test(text[end - 1]!)) end++;
    }
    blocks.push({ start, end });
    start = end;
  }
  return blocks;
}

/** The marks that have a part in each block; linear in marks and blocks. */
export function byBlock(blocks: readonly Span[], marks: readonly Mark[]): Mark[][] {
  const found: Mark[][] = blocks.map(() => []);
  for (const mark of marks) {
    for (const span of mark.parts) {
      for (let i = blockAt(blocks, span.start); i < blocks.length && blocks[i]!.start < span.end; i++) {
        if (found[i]!.at(-1) !== mark) found[i]!.push(mark);
      }
    }
  }
  return found;
}

/** The index of the block that holds an offset. */
export function blockAt(blocks: readonly Span[], offset: number): number {
  let low = 0;
  let high = blocks.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (blocks[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** A block cut at every boundary of its marks; `active` shows its roles too. */
export function runsOf(block: Span, marks: readonly Mark[], active: Mark | undefined): Run[] {
  const parts = [
    ...marks.flatMap(({ id, parts }) => parts.map((each) => ({ ...each, id }))),
    ...(active?.roles.map((each) => ({ ...each, id: "" })) ?? []),
  ].filter(({ start, end }) => start < block.end && end > block.start && start < end);
  const cuts = new Set([block.start, block.end]);
  for (const { start, end } of parts) {
    cuts.add(Math.max(start, block.start));
    cuts.add(Math.min(end, block.end));
  }
  const bounds = [...cuts].sort((a, b) => a - b);
  parts.sort((a, b) => a.start - b.start);
  const runs: Run[] = [];
  let open: typeof parts = [];
  let next = 0;
  for (let i = 0; i + 1 < bounds.length; i++) {
    const start = bounds[i]!;
    while (next < parts.length && parts[next]!.start <= start) open.push(parts[next++]!);
    open = open.filter(({ end }) => end > start);
    const shortest = [...open].sort((a, b) => a.end - a.start - (b.end - b.start));
    const role = open.find((each) => each.role && each.start === start)?.role;
    runs.push({
      start,
      end: bounds[i + 1]!,
      depth: open.filter(({ kind }) => kind === "content").length,
      kinds: [...new Set(open.map(({ kind }) => kind))],
      marks: [...new Set(shortest.map(({ id }) => id).filter(Boolean))],
      ...(role && { role }),
    });
  }
  return runs;
}
