"""Sentences as teachers read them: probabilities instead of gold values."""

import torch

# How many of the likeliest values are kept a word.
KEEP = dict(arcs=4, upos=3, xpos=3, labels=4)


class Silver:
    """One sentence under a casing, with what the teachers think of it."""

    tree = True

    def __init__(self, features, scores, b):
        n = len(features)
        self.size = n
        self.ids = torch.tensor(features, dtype=torch.int32)
        self.heads = scores["heads"][b, :n].to(torch.uint8)
        self.soft = {}
        for k, keep in KEEP.items():
            p, i = scores[k][b, :n].topk(min(keep, scores[k].shape[-1]), -1)
            if i.shape[1] < keep:
                p, i = [torch.nn.functional.pad(v, (0, keep - v.shape[1])) for v in (p, i)]
            self.soft[k] = (i.to(torch.uint8), (p / p.sum(-1, keepdim=True)).half())
        self.names = scores["names"][b, :n].half()
