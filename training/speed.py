"""What makes training faster on a few cores that other programs want too."""

from __future__ import annotations

import torch
from torch import Tensor


class CheapDropout:
    """Dropout by slices of one ready-made mask: drawing bits is a twentieth of a CPU's step.

    The slice's place in the mask of eight million is drawn anew for each call.
    """

    def __init__(self, size: int = 1 << 23) -> None:
        self.size = size
        self.masks: dict[tuple[float, torch.dtype], Tensor] = {}

    def __call__(
        self, input: Tensor, p: float = 0.5, training: bool = True, inplace: bool = False
    ) -> Tensor:
        if not training or p == 0.0:
            return input
        key = (p, input.dtype)
        if key not in self.masks:
            self.masks[key] = (torch.rand(self.size) >= p).to(input.dtype) / (1.0 - p)
        count = input.numel()
        if count > self.size // 2:
            return input * ((torch.rand_like(input) >= p) / (1.0 - p))
        at = int(torch.randint(self.size - count, ()))
        return input * self.masks[key][at : at + count].view(input.shape)


class Threads:
    """Finds out again and again whether one thread or all of them are faster.

    Two threads that wait for each other at every operation are slower than one where other
    programs want the cores too. Every ``every``-th step tries the count that is not in use.
    """

    def __init__(self, most: int, every: int = 12) -> None:
        self.counts = sorted({1, most})
        self.every = every
        self.cost = dict.fromkeys(self.counts, 0.0)
        self.now = most

    def choose(self, step: int) -> None:
        best = min(self.counts, key=lambda n: self.cost[n])
        rest = [n for n in self.counts if n != best]
        self.now = rest[0] if rest and step % self.every == 0 else best
        torch.set_num_threads(self.now)

    def note(self, seconds: float, tokens: int) -> None:
        cost = seconds / max(1, tokens)
        old = self.cost[self.now]
        self.cost[self.now] = 0.5 * old + 0.5 * cost if old else cost
