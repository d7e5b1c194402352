"""The network: summed embeddings, convolutions, gated averages run both ways, and heads for tags, arcs, labels and names.

Every operation is one that integers and single floats repeat exactly in WASM and in plain JavaScript: products with
int8 weights, ReLU, hard sigmoid, weighted averages, a norm by the root of the mean square.
"""

import torch
import torch.nn as nn
import torch.nn.functional as F

BUCKETS = [1, 2, 3, 4, 5, 6, 8, 11, 15, 20, 30]  # upper ends of distance classes


def buckets(size, device):
    """[size, size + 1] distance class of dependent i and head j (column 0 the root): 0 root, odd left, even right."""
    i = torch.arange(size, device=device).unsqueeze(1)
    j = torch.arange(size, device=device).unsqueeze(0)
    far = (j - i).abs()
    ends = torch.tensor(BUCKETS, device=device)
    kind = torch.bucketize(far.clamp(min=1), ends)
    cell = 1 + 2 * kind + (j > i).long()
    return torch.cat([torch.zeros(size, 1, dtype=torch.long, device=device), cell], 1)


DISTANCES = 1 + 2 * (len(BUCKETS) + 1)


def scan(value, keep):
    """c[t] = value[t] + keep[t] * c[t-1] along dimension 0, from c = 0, by doubling: few operations however long."""
    reach = 1
    while reach < value.shape[0]:
        value = torch.cat([value[:reach], torch.addcmul(value[reach:], keep[reach:], value[:-reach])])
        keep = torch.cat([keep[:reach], keep[reach:] * keep[:-reach]])
        reach *= 2
    return value


class Average(torch.autograd.Function):
    """c[t] = f[t] * c[t-1] + (1 - f[t]) * x[t] along dimension 0, from c = 0."""

    @staticmethod
    def forward(ctx, x, f):
        out = scan((1 - f) * x, f)
        ctx.save_for_backward(x, f, out)
        return out

    @staticmethod
    def backward(ctx, grad):
        x, f, out = ctx.saved_tensors
        after = torch.cat([torch.zeros_like(f[:1]), f[1:].flip(0)])
        total = scan(grad.flip(0), after).flip(0)
        before = torch.cat([torch.zeros_like(out[:1]), out[:-1]])
        return total * (1 - f), total * (before - x)


class Norm(nn.Module):
    def __init__(self, size):
        super().__init__()
        self.gain = nn.Parameter(torch.ones(size))

    def forward(self, x):
        return x * torch.rsqrt((x * x).mean(-1, keepdim=True) + 1e-3) * self.gain


class Window(nn.Module):
    """Residual convolution of window 3."""

    def __init__(self, size, dilation=1):
        super().__init__()
        self.linear = nn.Linear(3 * size, size)
        self.norm = Norm(size)
        self.dilation = dilation

    def forward(self, x, drop):
        d = self.dilation
        before = F.pad(x, (0, 0, d, 0))[:, : x.shape[1]]
        after = F.pad(x, (0, 0, 0, d))[:, d:]
        return self.norm(x + drop(F.relu(self.linear(torch.cat([before, x, after], -1)))))


class Recur(nn.Module):
    """Residual gated average, left to right and right to left."""

    def __init__(self, size, hidden):
        super().__init__()
        self.hidden = hidden
        self.enter = nn.Linear(size, 6 * hidden)
        self.leave = nn.Linear(2 * hidden, size)
        self.norm = Norm(size)
        with torch.no_grad():
            self.enter.bias[2 * hidden : 4 * hidden].uniform_(-1, 3)

    def forward(self, x, mask, drop):
        h = self.hidden
        y = self.enter(x).transpose(0, 1)
        value, keep, gate = y[..., : 2 * h], y[..., 2 * h : 4 * h], y[..., 4 * h :]
        keep = (keep * 0.25 + 0.5).clamp(0, 1)
        # Padding keeps what stands before it, so the backward run reaches the last word with c = 0.
        live = mask.t().unsqueeze(-1)
        keep = torch.where(live, keep, torch.ones_like(keep))
        value = torch.cat([value[..., :h], value[..., h:].flip(0)], -1)
        keep = torch.cat([keep[..., :h], keep[..., h:].flip(0)], -1)
        c = Average.apply(value.contiguous(), keep.contiguous())
        c = torch.cat([c[..., :h], c[..., h:].flip(0)], -1)
        c = c * (gate * 0.25 + 0.5).clamp(0, 1)
        return self.norm(x + drop(self.leave(c.transpose(0, 1))))


class Net(nn.Module):
    def __init__(self, sizes, vectors, counts, uposes, xposes, labels, names, d=128, hidden=96, rank=96, label_hidden=128, name_hidden=64, blocks="crcr", drop=0.25):
        super().__init__()
        self.sizes, self.d, self.blocks_spec = sizes, d, blocks
        self.settings = dict(d=d, hidden=hidden, rank=rank, label_hidden=label_hidden, name_hidden=name_hidden, blocks=blocks)
        self.register_buffer("vectors", vectors)
        # How often a word's own (learnt) part is hidden in training: rare words often, so that the vector carries them.
        self.register_buffer("hide", torch.where(counts > 0, 0.6 / (0.6 + counts), torch.ones_like(counts)))
        self.reform = nn.Linear(vectors.shape[1], d, bias=False)
        # The tables of words, affixes, shapes and blanks, one below the other.
        first = [sum(sizes[:k]) for k in range(len(sizes))]
        self.register_buffer("first", torch.tensor(first))
        # How often training takes a word, or an affix, for one never met.
        self.register_buffer("lose", torch.tensor([0.04] + [0.05] * 5), persistent=False)
        self.table = nn.Parameter(torch.cat([torch.randn(n, d) * (0.05 if k == 0 else 0.25) for k, n in enumerate(sizes)]))
        self.bias = nn.Parameter(torch.zeros(d))
        self.norm = Norm(d)
        self.blocks = nn.ModuleList([Window(d) if c == "c" else Window(d, 2) if c == "d" else Recur(d, hidden) for c in blocks])
        self.upos = nn.Linear(d, uposes)
        self.xpos = nn.Linear(d, xposes)
        self.dependent = nn.Linear(d, rank)
        self.query = nn.Linear(rank, rank)
        self.key = nn.Linear(d, rank)
        self.keybias = nn.Linear(rank, 1)
        self.root = nn.Parameter(torch.randn(rank) * 0.1)
        self.distance = nn.Parameter(torch.randn(DISTANCES, rank) * 0.1)
        self.far = nn.Parameter(torch.zeros(DISTANCES))
        self.label_dependent = nn.Linear(d, label_hidden)
        self.label_head = nn.Linear(d, label_hidden, bias=False)
        self.label_root = nn.Parameter(torch.randn(label_hidden) * 0.1)
        self.label_distance = nn.Parameter(torch.randn(DISTANCES, label_hidden) * 0.1)
        self.label = nn.Linear(label_hidden, labels)
        self.name_hidden = nn.Linear(3 * d, name_hidden)
        self.name = nn.Linear(name_hidden, names)
        self.drop = nn.Dropout(drop)
        self.rate = drop

    def shared(self, x):
        """Dropout of whole features along the sentence."""
        if not self.training:
            return x
        keep = torch.bernoulli(torch.full((x.shape[0], 1, x.shape[2]), 1 - self.rate, device=x.device)) / (1 - self.rate)
        return x * keep

    def embed(self, ids):
        if self.training:
            # Some words and some affixes are unknown; the part of its own that a rare word has is often hidden.
            lost = torch.rand(ids.shape[:2] + (6,), device=ids.device) < self.lose
            ids = torch.cat([torch.where(lost & (ids[..., :6] > 1), torch.ones_like(ids[..., :6]), ids[..., :6]), ids[..., 6:]], -1)
            own = torch.rand(ids.shape[:2], device=ids.device) >= self.hide[ids[..., 0]]
        else:
            own = self.hide[ids[..., 0]] < 1
        parts = F.embedding(ids + self.first, self.table)
        word = parts[:, :, 0] * own.float().unsqueeze(-1)
        return self.norm(self.bias + self.reform(self.vectors[ids[..., 0]]) + word + parts[:, :, 1:].sum(2))

    def encode(self, ids, mask):
        x = self.shared(self.embed(ids)) * mask.unsqueeze(-1)
        for block, kind in zip(self.blocks, self.blocks_spec):
            x = block(x, mask, self.shared) if kind == "r" else block(x, self.shared)
            x = x * mask.unsqueeze(-1)
        return x

    def arcs(self, x, mask):
        """[batch, dependent, 1 + head] scores."""
        size = x.shape[1]
        query = self.query(self.drop(F.relu(self.dependent(x))))
        key = self.drop(F.relu(self.key(x)))
        key = torch.cat([self.root.expand(x.shape[0], 1, -1), key], 1)
        score = query @ key.transpose(1, 2) + self.keybias(key).transpose(1, 2)
        cell = buckets(size, x.device)
        near = query @ self.distance.t() + self.far
        score = score + near.gather(2, cell.unsqueeze(0).expand(x.shape[0], -1, -1))
        dead = torch.cat([torch.ones_like(mask[:, :1]), mask], 1).unsqueeze(1).logical_not().expand(-1, size, -1).clone()
        i = torch.arange(size, device=x.device)
        dead[:, i, i + 1] = True
        return score.masked_fill(dead, -1e4)

    def labels(self, x, heads):
        """[batch, dependent, label] scores under given heads (0 the root)."""
        size = x.shape[1]
        cell = buckets(size, x.device).unsqueeze(0).expand(x.shape[0], -1, -1).gather(2, heads.unsqueeze(2)).squeeze(2)
        head = torch.cat([self.label_root.expand(x.shape[0], 1, -1), self.label_head(x)], 1)
        head = head.gather(1, heads.unsqueeze(2).expand(-1, -1, head.shape[2]))
        return self.label(self.drop(F.relu(self.label_dependent(x) + head + self.label_distance[cell])))

    def names(self, x):
        before = F.pad(x, (0, 0, 1, 0))[:, : x.shape[1]]
        after = F.pad(x, (0, 0, 0, 1))[:, 1:]
        return self.name(self.drop(F.relu(self.name_hidden(torch.cat([before, x, after], -1)))))
