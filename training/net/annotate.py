"""Several trained models read raw sentences together; their mean probabilities teach one.

    python3 annotate.py --out silver.pt sentences.jsonl model1.pt model2.pt …

All models must share one vocabulary.
"""

import argparse
import json
import random
import time

import torch
import torch.nn.functional as F

from data import Vocabulary, recase
from decode import is_tree, names_of, to_tree, viterbi
from flat import Flat
from model import Net


def load_model(path):
    saved = torch.load(path, map_location="cpu", weights_only=False)
    state = saved["state"]
    net = Net(saved["sizes"], state["vectors"], torch.zeros(saved["sizes"][0]), len(saved["upos"]), len(saved["xpos"]), len(saved["labels"]), len(saved["names"]), **saved["settings"])
    net.load_state_dict(state)
    return net.eval(), saved


class Teacher:
    def __init__(self, paths, device="cpu"):
        loaded = [load_model(p) for p in paths]
        self.nets = [net.to(device) for net, _ in loaded]
        self.saved = loaded[0][1]
        assert all(saved["tables"] == self.saved["tables"] for _, saved in loaded), "the models have different vocabularies"
        self.vocabulary = Vocabulary(self.saved["tables"])
        self.root = self.saved["labels"].index("root")
        self.device = device

    @torch.no_grad()
    def scores(self, features):
        """For sentences of features: mean log probabilities of everything, and trees."""
        size = max(len(f) for f in features)
        ids = torch.zeros(len(features), size, 8, dtype=torch.long)
        for b, f in enumerate(features):
            ids[b, : len(f)] = torch.tensor(f)
        ids = ids.to(self.device)
        mask = ids[..., 0] > 0
        total = None
        encoded = [net.encode(ids, mask) for net in self.nets]
        mean = lambda parts: sum(torch.softmax(p, -1) for p in parts) / len(parts)
        arcs = mean([net.arcs(x, mask) for net, x in zip(self.nets, encoded)])
        best = arcs.argmax(-1).tolist()
        heads = torch.zeros(mask.shape, dtype=torch.long)
        for b, f in enumerate(features):
            n = len(f)
            row = best[b][:n]
            if not is_tree(row):
                row = to_tree(torch.log(arcs[b, :n, : n + 1] + 1e-9).tolist())
            heads[b, :n] = torch.tensor(row)
        heads = heads.to(self.device)
        labels = []
        for net, x in zip(self.nets, encoded):
            score = net.labels(x, heads)
            score[..., self.root] -= 1e4
            labels.append(score)
        return dict(
            mask=mask,
            heads=heads,
            arcs=arcs,
            labels=mean(labels),
            upos=mean([net.upos(x) for net, x in zip(self.nets, encoded)]),
            xpos=mean([net.xpos(x) for net, x in zip(self.nets, encoded)]),
            names=mean([net.names(x) for net, x in zip(self.nets, encoded)]),
        )

    def read(self, sentences):
        """[(words, glued)] -> tags, heads (-1 the root), relations, names."""
        out = []
        for words, glued in sentences:
            s = self.scores([self.vocabulary.features(words, glued)])
            heads = s["heads"][0].tolist()
            best = {k: s[k][0].argmax(-1).tolist() for k in ("upos", "xpos", "labels")}
            deprels = ["root" if h == 0 else self.saved["labels"][l] for h, l in zip(heads, best["labels"])]
            names = sorted(names_of(viterbi(torch.log(s["names"][0] + 1e-9))))
            kinds = [n[2:] for n in self.saved["names"] if n.startswith("B-")]
            out.append(
                dict(
                    upos=[self.saved["upos"][i] for i in best["upos"]],
                    xpos=[self.saved["xpos"][i] for i in best["xpos"]],
                    heads=[h - 1 for h in heads],
                    deprels=deprels,
                    names=[[a, b, kinds[k]] for a, b, k in names],
                )
            )
        return out


# How many of the likeliest values of a word are kept.
KEEP = dict(arcs=4, upos=3, xpos=3, labels=4)


def main():
    arg = argparse.ArgumentParser()
    arg.add_argument("--out", required=True)
    arg.add_argument("--limit", type=int, default=10**9, help="words")
    arg.add_argument("--part", default="0/1", help="K/N: of the words in the limit, the K-th of N parts")
    arg.add_argument("--device", default="cpu")
    arg.add_argument("sentences")
    arg.add_argument("models", nargs="+")
    args = arg.parse_args()
    part, parts = map(int, args.part.split("/"))
    begun = time.time()
    teacher = Teacher(args.models, args.device)
    rows = [json.loads(line) for line in open(args.sentences, encoding="utf8")]
    random.Random(1).shuffle(rows)
    room, taken = args.limit, []
    for row in rows:
        room -= len(row["words"])
        if room < 0:
            break
        taken.append(row)
    taken = sorted(taken[part::parts], key=lambda r: len(r["words"]))
    columns, read = {}, teacher.vocabulary
    for k in range(0, len(taken), 128):
        chunk = taken[k : k + 128]
        features = [read.features(r["words"], r["glued"]) for r in chunk]
        scores = teacher.scores(features)
        live = scores["mask"]
        found = dict(heads=scores["heads"].to(torch.uint8), names_p=scores["names"].half())
        for name, keep in KEEP.items():
            p, at = scores[name].topk(min(keep, scores[name].shape[-1]), -1)
            p, at = [F.pad(v, (0, keep - v.shape[2])) for v in (p, at)]
            found[f"{name}_at"], found[f"{name}_p"] = at.to(torch.uint8), (p / p.sum(-1, keepdim=True)).half()
        for name, value in found.items():
            columns.setdefault(name, []).append(value[live].cpu())
        columns.setdefault("ids", []).append(torch.tensor([f for s in features for f in s], dtype=torch.int16))
        shapes = [zip(*[read.shapes(recase(r["words"], how)) for how in ("upper", "lower", "title")]) for r in chunk]
        columns.setdefault("shapes", []).append(torch.tensor([row for s in shapes for row in s], dtype=torch.int16))
    ended = {k: torch.cat([*v, torch.zeros_like(v[0][:1])]) for k, v in columns.items()}
    flat = Flat([len(r["words"]) for r in taken], ended)
    torch.save(flat, args.out)
    print(f"{len(flat)} sentences, {flat.words} words, {time.time() - begun:.0f} s")


if __name__ == "__main__":
    main()
