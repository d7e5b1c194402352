"""Trains the network.

    python3 train.py --corpora DIR --vectors VEC.bin --out model.pt [--epochs 30] [--minutes 20] [--seed 1] [--device cuda]

Seeded; on one processor thread the same command gives the same weights.
"""

import argparse
import copy
import math
import random
import subprocess
import time
from collections import Counter
from pathlib import Path

import torch
import torch.nn.functional as F

from data import BIO, TABLES, UNKNOWN, Vocabulary, build_vocabulary, load, recase
from decode import evaluate
from model import Net
from silver import Silver  # noqa: F401, what --silver holds
from swap import pools, swapped

CASES = [("same", 0.66), ("upper", 0.09), ("lower", 0.05), ("title", 0.05), ("swap", 0.15)]
# Share of each names-only set that an epoch sees.
SHARE = {"crossner-politics": 1.0, "crossner": 0.4, "btc-news": 0.3, "btc": 0.08, "wnut17": 0.12, "meantime": 1.0}


class Packed:
    """One sentence as tensors, its features under every casing."""

    def __init__(self, sentence, vocabulary, upos, xpos, labels, pool, chance):
        self.size = len(sentence.words)
        self.cases = {}
        for how, _ in CASES:
            words = recase(sentence.words, how) if how != "swap" else swapped(sentence, pool, chance)
            if words is None:
                self.cases[how] = self.cases["same"]
                continue
            self.cases[how] = torch.tensor(vocabulary.features(words, sentence.glued), dtype=torch.int32)
        tree = sentence.heads is not None
        self.tree = tree
        full = lambda v: torch.full((self.size,), v, dtype=torch.long)
        self.upos = torch.tensor([upos.index(u) for u in sentence.upos]) if tree else full(UNKNOWN)
        self.xpos = torch.tensor([xpos.get(x, UNKNOWN) for x in sentence.xpos]) if tree else full(UNKNOWN)
        self.heads = torch.tensor(sentence.heads) if tree else full(UNKNOWN)
        self.labels = torch.tensor([labels.get(r, UNKNOWN) for r in sentence.deprels]) if tree else full(UNKNOWN)
        self.names = torch.tensor(sentence.names) if sentence.names is not None else full(UNKNOWN)


def batches(packed, chance, words_a_batch):
    order = sorted(packed, key=lambda p: p.size + chance.random() * 4)
    batch, found = [], []
    for p in order:
        if batch and (len(batch) + 1) * max(p.size, batch[-1].size) > words_a_batch:
            found.append(batch)
            batch = []
        batch.append(p)
    if batch:
        found.append(batch)
    chance.shuffle(found)
    return found


def collate(batch, chance, device, how=None):
    size = max(p.size for p in batch)
    pad = lambda rows, v: torch.stack([F.pad(r, (0, 0, 0, size - len(r)) if r.dim() == 2 else (0, size - len(r)), value=v) for r in rows]).to(device)
    cases = chance.choices([c for c, _ in CASES], [w for _, w in CASES], k=len(batch)) if how is None else [how] * len(batch)
    ids = pad([p.cases[c] for p, c in zip(batch, cases)], 0).long()
    gold = {k: pad([getattr(p, k) for p in batch], UNKNOWN) for k in ("upos", "xpos", "heads", "labels", "names")}
    return ids, ids[..., 0] > 0, gold


def loss_of(net, ids, mask, gold, parts):
    x = net.encode(ids, mask)
    # The mean over a full batch of words, whatever part of them is annotated: few names weigh little.
    total = mask.sum().float()
    ce = lambda score, want: F.cross_entropy(score.flatten(0, 1), want.flatten(), ignore_index=UNKNOWN, reduction="sum") / total
    loss = 1.0 * ce(net.names(x), gold["names"])
    if parts:
        heads = gold["heads"]
        loss = loss + 0.5 * ce(net.upos(x), gold["upos"]) + 0.5 * ce(net.xpos(x), gold["xpos"])
        loss = loss + ce(net.arcs(x, mask), heads) + ce(net.labels(x, heads.clamp(min=0)), gold["labels"])
    return loss


def collate_silver(batch, device):
    size = max(p.size for p in batch)
    pad = lambda rows: torch.stack([F.pad(r, (0, 0, 0, size - len(r)) if r.dim() == 2 else (0, size - len(r))) for r in rows]).to(device)
    soft = {k: (pad([p.soft[k][0] for p in batch]).long(), pad([p.soft[k][1] for p in batch]).float()) for k in batch[0].soft}
    ids = pad([p.ids for p in batch]).long()
    return ids, ids[..., 0] > 0, pad([p.heads for p in batch]).long(), soft, pad([p.names for p in batch]).float()


def silver_loss(net, ids, mask, heads, soft, names):
    """Cross-entropy against the teachers' probabilities; padding has none."""
    x = net.encode(ids, mask)
    total = mask.sum().float()

    def against(score, part):
        index, p = soft[part]
        return -(torch.log_softmax(score, -1).gather(2, index) * p).sum() / total

    loss = 0.5 * against(net.upos(x), "upos") + 0.5 * against(net.xpos(x), "xpos")
    loss = loss + against(net.arcs(x, mask), "arcs") + against(net.labels(x, heads), "labels")
    return loss - (torch.log_softmax(net.names(x), -1) * names).sum() / total


def word_vectors(binary, words, dim=100):
    """Vectors of all words, unseen ones from their n-grams; each column brought to a deviation of one."""
    given = "\n".join(w.replace(" ", "") or "_" for w in words)
    out = subprocess.run(["fasttext", "print-word-vectors", binary], input=given, capture_output=True, text=True, check=True).stdout
    rows = [[float(v) for v in line.rsplit(" ", dim + 1)[-dim - 1 :] if v][-dim:] for line in out.strip("\n").split("\n")]
    vectors = torch.tensor(rows)
    assert vectors.shape == (len(words), dim), vectors.shape
    vectors = vectors / vectors.norm(dim=1, keepdim=True).clamp(min=1e-6)
    return (vectors - vectors.mean(0)) / vectors.std(0)


def raw_counts(path):
    counts = Counter()
    for line in open(path, encoding="utf8"):
        counts.update(line.split())
    return counts


def main():
    arg = argparse.ArgumentParser()
    arg.add_argument("--corpora", required=True)
    arg.add_argument("--vectors", required=True, help="fastText model, .bin")
    arg.add_argument("--lexicons", required=True, help="lexicons/en: names to put in the place of names")
    arg.add_argument("--raw", required=True, help="the text that the vectors were learnt from: counts of words")
    arg.add_argument("--out", required=True)
    arg.add_argument("--epochs", type=int, default=30)
    arg.add_argument("--minutes", type=float, default=1e9, help="the schedule is fitted to this many minutes where they are fewer")
    arg.add_argument("--batch", type=int, default=1600)
    arg.add_argument("--rate", type=float, default=2.5e-3)
    arg.add_argument("--seed", type=int, default=1)
    arg.add_argument("--words", type=int, default=24000)
    arg.add_argument("--device", default="cpu")
    arg.add_argument("--set", action="append", default=[], help="NAME=VALUE of Net")
    arg.add_argument("--fraction", type=float, default=1, help="share of sentences an epoch sees, for short comparisons")
    arg.add_argument("--every", type=int, default=5)
    arg.add_argument("--cache", default="", help="the prepared data, read where it is, else written")
    arg.add_argument("--start", default="", help="a trained model to go on from")
    arg.add_argument("--silver", default="", help="sentences read by teachers (annotate.py)")
    arg.add_argument("--silver-words", type=int, default=450_000, help="of them, words an epoch")
    args = arg.parse_args()
    torch.manual_seed(args.seed)
    chance = random.Random(args.seed)
    begun = time.time()

    cache = Path(args.cache) if args.cache else None
    if cache and cache.exists():
        vocabulary, upos, xpos_list, label_list, vectors, counts, trees, named, dev = torch.load(cache)
    else:
        train, sets, dev = load(args.corpora)
        vocabulary, seen = build_vocabulary(train, sets, raw_counts(args.raw), args.words)
        upos = sorted({u for s in train for u in s.upos})
        xpos_list = sorted(x for x, c in Counter(x for s in train for x in s.xpos).items() if c >= 2)
        label_list = sorted(x for x, c in Counter(x for s in train for x in s.deprels).items() if c >= 5)
        vectors = torch.cat([torch.zeros(2, 100), word_vectors(args.vectors, vocabulary.tables[0])])
        counts = torch.tensor([0.0, 3.0] + [float(seen[w]) if seen[w] > 1 else 0.0 for w in vocabulary.tables[0]])
        xpos = {x: i for i, x in enumerate(xpos_list)}
        labels = {x: i for i, x in enumerate(label_list)}
        pool = pools(train + [s for v in sets.values() for s in v], args.lexicons)
        pack = lambda s: Packed(s, vocabulary, upos, xpos, labels, pool, chance)
        trees = [pack(s) for s in train if len(s.words) <= 120]
        named = {k: [pack(s) for s in v] for k, v in sets.items()}
        dev = {k: [(s, pack(s)) if s.heads else (s, pack(s)) for s in v] for k, v in dev.items()}
        if cache:
            torch.save((vocabulary, upos, xpos_list, label_list, vectors, counts, trees, named, dev), cache)
    print(f"{len(trees)} trees, names {({k: len(v) for k, v in named.items()})}, tables {vocabulary.sizes()}, {len(label_list)} labels, {time.time() - begun:.0f} s", flush=True)

    settings = {}
    for item in args.set:
        key, value = item.split("=")
        settings[key] = value if key == "blocks" else float(value) if key == "drop" else int(value)
    net = Net(vocabulary.sizes(), vectors, counts, len(upos), len(xpos_list), len(label_list), len(BIO), **settings).to(args.device)
    if args.start:
        net.load_state_dict(torch.load(args.start)["state"])
    silver = torch.load(args.silver) if args.silver else []
    taught = sum(p.size for p in silver)
    if silver:
        # Words that only the teachers' sentences have get a part of their own too.
        met = torch.bincount(torch.cat([p.ids[:, 0] for p in silver]).long(), minlength=len(counts)).float()
        more = counts + 0.2 * met.clamp(max=50) * (met > 4)
        fresh = ((counts == 0) & (more > 0)).to(args.device)
        net.hide.copy_(torch.where(more > 0, 0.6 / (0.6 + more), torch.ones_like(more)))
        with torch.no_grad():
            net.tables[0].weight[fresh] = 0
    print(f"{sum(p.numel() for n, p in net.named_parameters() if not n.startswith('tables')) / 1e3:.0f} k weights beside the tables", flush=True)
    slow = [p for n, p in net.named_parameters() if "tables" in n]
    fast = [p for n, p in net.named_parameters() if "tables" not in n]
    # Tables by rows: only those of the batch are touched.
    optimisers = [torch.optim.AdamW(fast, lr=args.rate, betas=(0.9, 0.98), weight_decay=1e-2), torch.optim.SparseAdam(slow, lr=args.rate, betas=(0.9, 0.98))]
    mean = copy.deepcopy(net).eval()
    begun, step, shown, seen_words = time.time(), 0, 0.0, 0
    for epoch in range(args.epochs):
        pool = trees if args.fraction == 1 else chance.sample(trees, int(len(trees) * args.fraction))
        some = [p for k, v in named.items() for p in chance.sample(v, int(len(v) * SHARE[k] * args.fraction))]
        more = chance.sample(silver, int(len(silver) * min(1, args.silver_words / taught))) if silver else []
        todo = [(b, None) for b in batches(more, chance, args.batch)]
        todo += [(b, True) for b in batches(pool, chance, args.batch)]
        todo += [(b, False) for b in batches(some, chance, args.batch)]
        chance.shuffle(todo)
        net.train()
        for n, (batch, tree) in enumerate(todo):
            # Progress by epochs or by the clock, whichever is further.
            done = max((epoch + n / len(todo)) / args.epochs, (time.time() - begun) / 60 / args.minutes)
            if done >= 1:
                break
            rate = args.rate * min(1, step / 200) * (0.5 + 0.5 * math.cos(math.pi * done)) + 1e-5
            for optimiser in optimisers:
                for group in optimiser.param_groups:
                    group["lr"] = rate
                optimiser.zero_grad(set_to_none=True)
            if tree is None:
                ids, mask, *taught_values = collate_silver(batch, args.device)
                loss = silver_loss(net, ids, mask, *taught_values)
            else:
                ids, mask, gold = collate(batch, chance, args.device)
                loss = loss_of(net, ids, mask, gold, tree)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(fast, 2.0)
            for optimiser in optimisers:
                optimiser.step()
            step += 1
            seen_words += int(mask.sum())
            shown = 0.99 * shown + 0.01 * float(loss.detach())
            if step % 10 == 0:
                keep = min(0.998, step / (step + 20))
                with torch.no_grad():
                    for a, b in zip(mean.parameters(), net.parameters()):
                        a.lerp_(b, 1 - keep**10)
        last = epoch + 1 == args.epochs or (time.time() - begun) / 60 >= args.minutes
        spent = time.time() - begun
        if last or (epoch + 1) % args.every == 0:
            scores = evaluate(mean, dev, upos, xpos_list, label_list, args.device)
            print(f"epoch {epoch + 1} {spent:.0f} s {seen_words / spent:.0f} words/s loss {shown:.3f} | {scores}", flush=True)
            torch.save(dict(state=mean.state_dict(), settings=net.settings, tables=vocabulary.tables, upos=upos, xpos=xpos_list, labels=label_list, names=BIO, sizes=vocabulary.sizes()), args.out)
        else:
            print(f"epoch {epoch + 1} {spent:.0f} s {seen_words / spent:.0f} words/s loss {shown:.3f}", flush=True)
        if last:
            break


if __name__ == "__main__":
    main()
