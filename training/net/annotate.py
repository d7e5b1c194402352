"""Several trained models read raw sentences together; their mean probabilities teach one.

    python3 annotate.py --out silver.pt sentences.jsonl model1.pt model2.pt …

All models must share one vocabulary.
"""

import argparse
import json
import random
import time

import torch

from data import Vocabulary, recase
from decode import is_tree, names_of, to_tree, viterbi
from model import Net
from silver import Silver

def load_model(path):
    saved = torch.load(path, map_location="cpu")
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
            ids[b, : len(f)] = torch.as_tensor(f)
        ids = ids.to(self.device)
        mask = ids[..., 0] > 0
        total = None
        encoded = [net.encode(ids, mask) for net in self.nets]
        mean = lambda parts: sum(torch.softmax(p, -1) for p in parts) / len(parts)
        arcs = mean([net.arcs(x, mask) for net, x in zip(self.nets, encoded)])
        best = arcs.argmax(-1)
        heads = torch.zeros(mask.shape, dtype=torch.long)
        for b, f in enumerate(features):
            n = len(f)
            row = best[b, :n].tolist()
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


def main():
    arg = argparse.ArgumentParser()
    arg.add_argument("--out", required=True)
    arg.add_argument("--limit", type=int, default=10**9, help="words")
    arg.add_argument("sentences")
    arg.add_argument("models", nargs="+")
    args = arg.parse_args()
    torch.manual_seed(1)
    chance = random.Random(1)
    teacher = Teacher(args.models)
    rows = [json.loads(line) for line in open(args.sentences, encoding="utf8")]
    chance.shuffle(rows)
    rows.sort(key=lambda r: len(r["words"]) + chance.random())
    step = max(1, sum(len(r["words"]) for r in rows) / args.limit)
    rows = [r for k, r in enumerate(rows) if step == 1 or int(k / step) != int((k - 1) / step)]
    out, begun, words = [], time.time(), 0
    for k in range(0, len(rows), 64):
        chunk = rows[k : k + 64]
        features = [teacher.vocabulary.features(r["words"], r["glued"]) for r in chunk]
        scores = teacher.scores(features)
        for b, r in enumerate(chunk):
            how = chance.choices(["same", "upper", "lower", "title"], [0.85, 0.07, 0.04, 0.04])[0]
            shown = features[b] if how == "same" else teacher.vocabulary.features(recase(r["words"], how), r["glued"])
            out.append(Silver(shown, scores, b))
            words += len(r["words"])
    torch.save(out, args.out)
    print(f"{len(out)} sentences, {words} words, {time.time() - begun:.0f} s")


if __name__ == "__main__":
    main()
