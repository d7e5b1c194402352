"""Reads the corpora once, into the columns that training gathers batches from.

    python3 prepare.py --corpora DIR --lexicons DIR --raw vectors.txt --out prepared.pt [--words 24000] [--seed 1]
    cut -f1 prepared.words | fasttext print-word-vectors vectors.bin > prepared.vec
"""

import argparse
import random
from collections import Counter
from pathlib import Path

import torch

from data import UNKNOWN, build_vocabulary, load, recase
from flat import Flat, padded
from swap import pools, swapped

SWAPS = 3


def raw_counts(path):
    counts = Counter()
    for line in open(path, encoding="utf8"):
        counts.update(line.split())
    return counts


class Packer:
    def __init__(self, vocabulary, upos, xpos, labels, pool, chance):
        self.vocabulary, self.pool, self.chance = vocabulary, pool, chance
        self.upos, self.xpos, self.labels = [{v: i for i, v in enumerate(values)} for values in (upos, xpos, labels)]

    def shapes(self, words):
        casings = [self.vocabulary.shapes(recase(words, how)) for how in ("upper", "lower", "title")]
        return list(zip(*casings))

    def flat(self, sentences, swaps=SWAPS):
        columns = {k: [] for k in ("ids", "shapes", "upos", "xpos", "heads", "labels", "names", *(f"swap{k}" for k in range(swaps)))}
        for s in sentences:
            n = len(s.words)
            ids = self.vocabulary.features(s.words, s.glued)
            columns["ids"] += ids
            columns["shapes"] += self.shapes(s.words)
            for k in range(swaps):
                other = swapped(s, self.pool, self.chance)
                columns[f"swap{k}"] += self.vocabulary.features(other, s.glued) if other else ids
            tree = s.heads is not None
            columns["upos"] += [self.upos[u] for u in s.upos] if tree else [UNKNOWN] * n
            columns["xpos"] += [self.xpos.get(x, UNKNOWN) for x in s.xpos] if tree else [UNKNOWN] * n
            columns["heads"] += s.heads if tree else [UNKNOWN] * n
            columns["labels"] += [self.labels.get(r, UNKNOWN) for r in s.deprels] if tree else [UNKNOWN] * n
            columns["names"] += s.names if s.names is not None else [UNKNOWN] * n
        empty = {"ids": 0, "shapes": 0, **{f"swap{k}": 0 for k in range(swaps)}}
        return Flat([len(s.words) for s in sentences], {k: padded(v, empty.get(k, UNKNOWN)) for k, v in columns.items()})


def main():
    arg = argparse.ArgumentParser()
    arg.add_argument("--corpora", required=True)
    arg.add_argument("--lexicons", required=True, help="lexicons/en: names to put in the place of names")
    arg.add_argument("--raw", required=True, help="the text that the vectors are learnt from: counts of words")
    arg.add_argument("--out", required=True)
    arg.add_argument("--words", type=int, default=24000)
    arg.add_argument("--seed", type=int, default=1)
    args = arg.parse_args()
    train, sets, dev = load(args.corpora)
    vocabulary, seen = build_vocabulary(train, sets, raw_counts(args.raw), args.words)
    upos = sorted({u for s in train for u in s.upos})
    xpos = sorted(x for x, c in Counter(x for s in train for x in s.xpos).items() if c >= 2)
    labels = sorted(x for x, c in Counter(x for s in train for x in s.deprels).items() if c >= 5)
    pool = pools(train + [s for v in sets.values() for s in v], args.lexicons)
    packer = Packer(vocabulary, upos, xpos, labels, pool, random.Random(args.seed))
    names = [s for v in sets.values() for s in v]
    prepared = dict(
        tables=vocabulary.tables,
        upos=upos,
        xpos=xpos,
        labels=labels,
        counts=torch.tensor([0.0, 3.0] + [float(seen[w]) if seen[w] > 1 else 0.0 for w in vocabulary.tables[0]]),
        trees=packer.flat([s for s in train if len(s.words) <= 120]),
        named=packer.flat(names),
        sets=[k for k, v in sets.items() for _ in v],
        dev={k: packer.flat(v, 0) for k, v in dev.items()},
    )
    torch.save(prepared, args.out)
    Path(args.out).with_suffix(".words").write_text("\n".join(w.replace(" ", "") or "_" for w in vocabulary.tables[0]) + "\n", encoding="utf8")
    print(f"{len(prepared['trees'])} trees, {len(names)} sentences with names alone, tables {vocabulary.sizes()}, {len(labels)} labels")


if __name__ == "__main__":
    main()
