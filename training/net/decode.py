"""Scores to trees and names, and their measures. `core/src/language/network/tree.ts` and `names.ts` do the same."""

import torch

from data import UNKNOWN


def to_tree(score):
    """Heads (0 the root) of one sentence from [n, n + 1] scores: one root, no cycle, the best of each word where that is a tree."""
    n = len(score)
    heads = [max(range(n + 1), key=lambda j: row[j] if j != i + 1 else -1e9) for i, row in enumerate(score)]
    if is_tree(heads):
        return heads
    # One root: the word whose own best score falls least when the root takes it.
    root = max(range(n), key=lambda i: score[i][0] - max(s for j, s in enumerate(score[i]) if j > 0 and j != i + 1) if n > 1 else 0)
    weights = [[-1e9] * (n + 1) for _ in range(n + 1)]
    for i in range(n):
        for j in range(n + 1):
            if j != i + 1 and ((j == 0) == (i == root)):
                weights[i + 1][j] = score[i][j]
    return edmonds(weights)[1:]


def is_tree(heads):
    if sum(h == 0 for h in heads) != 1:
        return False
    state = [0] * len(heads)
    for i in range(len(heads)):
        path, at = [], i
        while at >= 0 and state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at] - 1
        if at >= 0 and state[at] == 1:
            return False
        for p in path:
            state[p] = 2
    return True


def edmonds(weights):
    """Chu-Liu and Edmonds: heads of nodes 1.. under node 0; weights[dependent][head]."""
    n = len(weights)
    heads = [0] + [max(range(n), key=lambda h: weights[d][h] if h != d else -1e18) for d in range(1, n)]
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    inside = set(cycle)
    rest = [i for i in range(n) if i not in inside]
    number = {node: k for k, node in enumerate(rest)}
    made = len(rest)
    smaller = [[-1e18] * (made + 1) for _ in range(made + 1)]
    enter, leave = {}, {}
    for d in rest:
        for h in rest:
            if d != h:
                smaller[number[d]][number[h]] = weights[d][h]
        best = max(cycle, key=lambda h: weights[d][h])
        smaller[number[d]][made] = weights[d][best]
        leave[d] = best
    for h in rest:
        best = max(cycle, key=lambda d: weights[d][h] - weights[d][heads[d]])
        smaller[made][number[h]] = weights[best][h] - weights[best][heads[best]]
        enter[h] = best
    small = edmonds(smaller)
    out = list(heads)
    for d in rest:
        if d == 0:
            continue
        h = small[number[d]]
        out[d] = leave[d] if h == made else rest[h]
    outer = rest[small[made]]
    out[enter[outer]] = outer
    return out


def find_cycle(heads):
    state = [0] * len(heads)
    state[0] = 2
    for i in range(1, len(heads)):
        path, at = [], i
        while state[at] == 0:
            state[at] = 1
            path.append(at)
            at = heads[at]
        if state[at] == 1:
            return path[path.index(at) :]
        for p in path:
            state[p] = 2
    return None


def viterbi(score):
    """BIO numbers: an I only after B or I of its kind. `score`: [n, tags] logs of probabilities."""
    tags = score.shape[1]
    allowed = torch.zeros(tags, tags)
    for b in range(2, tags, 2):
        allowed[:, b] = -1e9
        allowed[b - 1, b] = allowed[b, b] = 0
    best = score[0].clone()
    best[2::2] = -1e9
    back = []
    for row in score[1:]:
        value, source = (best.unsqueeze(1) + allowed).max(0)
        back.append(source)
        best = value + row
    at = int(best.argmax())
    path = [at]
    for source in reversed(back):
        at = int(source[at])
        path.append(at)
    return path[::-1]


def names_of(tags):
    found, start, kind = set(), None, None
    for i, tag in enumerate([*tags, 0]):
        if kind is not None and tag != 2 * kind + 2:
            found.add((start, i, kind))
            kind = None
        if tag > 0 and tag % 2 == 1:
            start, kind = i, tag // 2
    return found


@torch.no_grad()
def evaluate(net, dev, labels, device):
    """UPOS, XPOS, UAS, LAS (with and without subtypes) and names (precision/recall/F1) of each part of `dev`, on gold words."""
    net.eval()
    plain = torch.tensor([labels.index(label.split(":")[0]) if label.split(":")[0] in labels else k for k, label in enumerate(labels)])
    root = labels.index("root")
    out = []
    for part, rows in dev.items():
        rows = rows.to(device)
        n = dict(words=0, upos=0, xpos=0, uas=0, las=0, sub=0, hit=0, printed=0, gold=0)
        order = rows.sizes.argsort(kind="stable")
        for k in range(0, len(order), 64):
            chunk = torch.from_numpy(order[k : k + 64]).to(device)
            ids, mask, gold = rows.gather(chunk, int(rows.sizes[order[k : k + 64]].max()))
            gold = {name: value.cpu().long() for name, value in gold.items()}
            x = net.encode(ids, mask)
            sizes = mask.sum(1).tolist()
            if int(gold["heads"].max()) >= 0:
                arcs = net.arcs(x, mask).cpu()
                heads = torch.zeros(mask.shape, dtype=torch.long)
                for b, size in enumerate(sizes):
                    heads[b, :size] = torch.tensor(to_tree(arcs[b, :size, : size + 1].tolist()))
                score = net.labels(x, heads.to(device)).cpu()
                score[..., root] -= 1e4
                relation = score.argmax(-1)
                relation[heads == 0] = root
                live = mask.cpu()
                held = (heads == gold["heads"]) & live
                known = gold["labels"].clamp(min=0)
                n["words"] += int(live.sum())
                n["upos"] += int(((net.upos(x).argmax(-1).cpu() == gold["upos"]) & live).sum())
                n["xpos"] += int(((net.xpos(x).argmax(-1).cpu() == gold["xpos"]) & live).sum())
                n["uas"] += int(held.sum())
                n["sub"] += int((held & (relation == gold["labels"])).sum())
                n["las"] += int((held & (gold["labels"] >= 0) & (plain[relation] == plain[known])).sum())
            names = torch.log_softmax(net.names(x), -1).cpu()
            for b, size in enumerate(sizes):
                values = gold["names"][b, :size].tolist()
                if values[0] == UNKNOWN and len(set(values)) == 1:
                    continue
                found = {f for f in names_of(viterbi(names[b, :size])) if f[2] < 3}
                want = {f for f in names_of(values) if f[2] < 3}
                found = {f for f in found if all(values[i] != UNKNOWN for i in range(f[0], f[1]))}
                n["hit"] += len(found & want)
                n["printed"] += len(found)
                n["gold"] += len(want)
        text = part
        if n["words"]:
            text += " UPOS {:.2f} XPOS {:.2f} UAS {:.2f} LAS {:.2f} sub {:.2f}".format(*(100 * n[k] / n["words"] for k in ("upos", "xpos", "uas", "las", "sub")))
        if n["gold"]:
            p, r = n["hit"] / max(1, n["printed"]), n["hit"] / n["gold"]
            text += f" names {100 * p:.1f}/{100 * r:.1f}/{200 * p * r / max(1e-9, p + r):.1f}"
        out.append(text)
    return " | ".join(out)
