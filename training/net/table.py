"""Adam for a table of embeddings: a row moves only in the steps whose batch has met it, so that rare words keep their moments."""

import torch


class RowAdam:
    def __init__(self, table, betas=(0.9, 0.98), eps=1e-8):
        self.table, self.betas, self.eps, self.steps = table, betas, eps, 0
        self.mean, self.square = torch.zeros_like(table), torch.zeros_like(table)

    @torch.no_grad()
    def step(self, rate):
        slow, slower = self.betas
        self.steps += 1
        grad = self.table.grad
        met = (grad != 0).any(1, keepdim=True).float()
        self.mean.addcmul_(grad - self.mean, met, value=1 - slow)
        self.square.addcmul_(grad * grad - self.square, met, value=1 - slower)
        size = rate * (1 - slower**self.steps) ** 0.5 / (1 - slow**self.steps)
        self.table.addcdiv_(self.mean * met, self.square.sqrt().add_(self.eps), value=-size)
