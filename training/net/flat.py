"""Sentences as long columns, a row a word: what a batch needs is gathered in a few operations, on any device."""

import numpy as np
import torch

# How a sentence is shown in training: as it stands, in another case, or with other names in the place of its names.
CASES = {"same": 0.66, "upper": 0.09, "lower": 0.05, "title": 0.05, "swap": 0.15}
SHAPE = 6  # the column of `ids` that knows case


class Flat:
    """`columns`: name -> [words, …]. `ids` are features as written, `shapes` the shape under the other casings, `swap0` …
    features with other names. One row more than there are words, of padding, ends each column."""

    def __init__(self, sizes, columns):
        self.sizes = np.asarray(sizes, dtype=np.int64)
        self.starts = np.concatenate([[0], np.cumsum(self.sizes)[:-1]])
        self.columns = columns
        self.words = int(self.sizes.sum())

    def __len__(self):
        return len(self.sizes)

    def to(self, device):
        moved = Flat(self.sizes, {k: v.to(device) for k, v in self.columns.items()})
        moved.at = torch.from_numpy(moved.starts).to(device)
        moved.long = torch.from_numpy(moved.sizes).to(device)
        return moved

    def batches(self, chosen, words, chance):
        """(sentences on the device, words of the longest, casings) of an epoch over the sentences `chosen`."""
        order = chosen[np.argsort(self.sizes[chosen] + 4 * chance.random(len(chosen)), kind="stable")]
        cuts, first, longest = [], 0, 0
        for k, size in enumerate(self.sizes[order].tolist()):
            longest = max(longest, size)
            if k > first and (k - first + 1) * longest > words:
                cuts.append((first, k))
                first, longest = k, size
        cuts.append((first, len(order)))
        device = self.at.device
        placed = torch.from_numpy(order).to(device)
        cases = torch.from_numpy(chance.choice(len(CASES), len(order), p=list(CASES.values()))).to(device)
        return [(self, placed[a:b], int(self.sizes[order[a:b]].max()), cases[a:b]) for a, b in cuts if b > a]

    def gather(self, sentences, longest, cases=None):
        """ids, mask and the other columns of a batch, padded; `cases` None shows sentences as they stand."""
        here = torch.arange(longest, device=sentences.device)
        mask = here < self.long[sentences].unsqueeze(1)
        rows = torch.where(mask, self.at[sentences].unsqueeze(1) + here, torch.full_like(here, self.words))
        ids = self.columns["ids"][rows].long()
        if cases is not None:
            cases = cases.unsqueeze(1)
            swaps = [k for k in self.columns if k.startswith("swap")]
            if swaps:
                # Another set of names by turns.
                other = self.columns[swaps[int(torch.randint(len(swaps), ()))]][rows].long()
                ids = torch.where((cases == 4).unsqueeze(2), other, ids)
            shapes = self.columns["shapes"][rows].long()
            recased = shapes.gather(2, (cases.clamp(1, 3) - 1).expand_as(rows).unsqueeze(2)).squeeze(2)
            plain = (cases == 0) | (cases == 4)
            ids[..., SHAPE] = torch.where(plain, ids[..., SHAPE], recased)
        gold = {k: v[rows] for k, v in self.columns.items() if k not in ("ids", "shapes") and not k.startswith("swap")}
        return ids, mask, gold


def padded(rows, value, dtype=torch.int16):
    """A column of rows (words of all sentences in one list), with its row of padding."""
    column = torch.tensor(np.asarray(rows), dtype=dtype)
    return torch.cat([column, torch.full_like(column[:1], value)])
