"""Trains the network.

    python3 train.py --data prepared.pt --vectors prepared.npy --out model.pt [--epochs 20] [--seed 1] [--device cuda]

Seeded. On one processor thread the same command gives the same weights.
"""

import argparse
import copy
import math
import time

import numpy as np
import torch
import torch.nn.functional as F

from data import BIO, UNKNOWN
from decode import evaluate
from model import Net
from table import RowAdam

# Share of each names-only set that an epoch sees.
SHARE = {"crossner-politics": 1.0, "crossner": 0.4, "btc-news": 0.3, "btc": 0.08, "wnut17": 0.12, "meantime": 1.0}


def loss_of(net, ids, mask, gold, parts):
    x = net.encode(ids, mask)
    # The mean over a full batch of words, whatever part of them is annotated: few names weigh little.
    total = mask.sum().float()
    ce = lambda score, want: F.cross_entropy(score.flatten(0, 1), want.long().flatten(), ignore_index=UNKNOWN, reduction="sum") / total
    loss = 1.0 * ce(net.names(x), gold["names"])
    if parts:
        heads = gold["heads"].long()
        loss = loss + 0.5 * ce(net.upos(x), gold["upos"]) + 0.5 * ce(net.xpos(x), gold["xpos"])
        loss = loss + ce(net.arcs(x, mask), heads) + ce(net.labels(x, heads.clamp(min=0)), gold["labels"])
    return loss


def silver_loss(net, ids, mask, silver):
    """Cross-entropy against the teachers' probabilities; padding has none."""
    x = net.encode(ids, mask)
    total = mask.sum().float()

    def against(score, part):
        taken = torch.log_softmax(score, -1).gather(2, silver[f"{part}_at"].long())
        return -(taken * silver[f"{part}_p"].float()).sum() / total

    loss = 0.5 * against(net.upos(x), "upos") + 0.5 * against(net.xpos(x), "xpos")
    loss = loss + against(net.arcs(x, mask), "arcs") + against(net.labels(x, silver["heads"].long()), "labels")
    return loss - (torch.log_softmax(net.names(x), -1) * silver["names_p"].float()).sum() / total


def main():
    arg = argparse.ArgumentParser()
    arg.add_argument("--data", required=True, help="prepare.py's")
    arg.add_argument("--vectors", required=True, help="vectors.py's")
    arg.add_argument("--out", required=True)
    arg.add_argument("--epochs", type=float, default=20)
    arg.add_argument("--batch", type=int, default=1600, help="words")
    arg.add_argument("--rate", type=float, default=2.5e-3)
    arg.add_argument("--seed", type=int, default=1)
    arg.add_argument("--device", default="cpu")
    arg.add_argument("--set", action="append", default=[], help="NAME=VALUE of Net")
    arg.add_argument("--fraction", type=float, default=1, help="share of sentences an epoch sees, for short comparisons")
    arg.add_argument("--every", type=int, default=1000, help="epochs between measurements; the last is always measured")
    arg.add_argument("--silver", nargs="*", default=[], help="sentences read by teachers (annotate.py)")
    arg.add_argument("--silver-words", type=int, default=10**9, help="of them, words an epoch")
    args = arg.parse_args()
    torch.manual_seed(args.seed)
    torch.use_deterministic_algorithms(True, warn_only=True)
    chance = np.random.default_rng(args.seed)
    begun = time.time()

    data = torch.load(args.data, weights_only=False)
    vectors = torch.from_numpy(np.load(args.vectors)).float()
    vectors = torch.cat([torch.zeros(2, vectors.shape[1]), vectors])
    trees, named = data["trees"].to(args.device), data["named"].to(args.device)
    sets = np.array(data["sets"])
    silver = [torch.load(path, weights_only=False).to(args.device) for path in args.silver]
    taught = sum(s.words for s in silver)

    settings = {}
    for item in args.set:
        key, value = item.split("=")
        settings[key] = value if key == "blocks" else float(value) if key == "drop" else int(value)
    sizes = [len(t) + 2 for t in data["tables"]] + [4]
    counts = data["counts"]
    if silver:
        # Words that only the teachers' sentences have get a part of their own too.
        met = sum(torch.bincount(s.columns["ids"][:, 0].long(), minlength=sizes[0]) for s in silver).float().cpu()
        counts = counts + 0.2 * met.clamp(max=50) * (met > 4)
    net = Net(sizes, vectors, counts, len(data["upos"]), len(data["xpos"]), len(data["labels"]), len(BIO), **settings).to(args.device)
    fast = [p for n, p in net.named_parameters() if n != "table"]
    print(f"{len(trees)} trees, {taught} words of silver, {sum(p.numel() for p in fast) / 1e3:.0f} k weights beside the tables, {time.time() - begun:.0f} s", flush=True)
    optimiser = torch.optim.AdamW(fast, lr=args.rate, betas=(0.9, 0.98), weight_decay=1e-2, **({"fused": True} if args.device == "cuda" else {}))
    rows = RowAdam(net.table)
    mean = copy.deepcopy(net).eval()

    def some(total, share):
        return np.sort(chance.permutation(total)[: max(1, int(total * share))])

    def epoch():
        todo = [("tree", *b) for b in trees.batches(some(len(trees), args.fraction), args.batch, chance)]
        chosen = np.concatenate([np.flatnonzero(sets == k)[some((sets == k).sum(), v * args.fraction)] for k, v in SHARE.items() if (sets == k).any()])
        todo += [("names", *b) for b in named.batches(chosen, args.batch, chance)]
        for s in silver:
            share = args.fraction * min(1, args.silver_words / taught)
            todo += [("silver", *b) for b in s.batches(some(len(s), share), args.batch, chance)]
        return [todo[k] for k in chance.permutation(len(todo))]

    begun, step, shown, words = time.time(), 0, torch.zeros((), device=args.device), 0
    for number in range(math.ceil(args.epochs)):
        todo = epoch()
        net.train()
        for n, (kind, flat, *batch) in enumerate(todo):
            done = (number + n / len(todo)) / args.epochs
            if done >= 1:
                break
            rate = args.rate * min(1, step / 200) * (0.5 + 0.5 * math.cos(math.pi * done)) + 1e-5
            for group in optimiser.param_groups:
                group["lr"] = rate
            net.zero_grad(set_to_none=True)
            ids, mask, gold = flat.gather(*batch)
            loss = silver_loss(net, ids, mask, gold) if kind == "silver" else loss_of(net, ids, mask, gold, kind == "tree")
            loss.backward()
            torch.nn.utils.clip_grad_norm_(fast, 2.0)
            optimiser.step()
            rows.step(rate)
            step += 1
            words += len(batch[0]) * batch[1]
            shown.lerp_(loss.detach(), 0.01)
            if step % 10 == 0:
                keep = min(0.998, step / (step + 20))
                with torch.no_grad():
                    for a, b in zip(mean.parameters(), net.parameters()):
                        a.lerp_(b, 1 - keep**10)
        last = number + 1 >= args.epochs
        report = f"epoch {number + 1} {time.time() - begun:.0f} s {step} steps {words / (time.time() - begun):.0f} words/s loss {float(shown):.3f}"
        if last or (number + 1) % args.every == 0:
            report += " | " + evaluate(mean, data["dev"], data["labels"], args.device)
        print(report, flush=True)
    torch.save(dict(state=mean.state_dict(), settings=net.settings, names=BIO, sizes=sizes, **{k: data[k] for k in ("tables", "upos", "xpos", "labels")}), args.out)


if __name__ == "__main__":
    main()
