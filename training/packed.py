"""Packed examples: a stream of (source ids, target ids) in the order in which to train on them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from nlmodel import EOS, PAD
from numpy.typing import NDArray
from torch import Tensor

Batch = tuple[Tensor, Tensor, Tensor]
"""Source ids, decoder inputs, labels; padded with ``PAD``."""


def save(path: Path, examples: list[tuple[list[int], list[int]]]) -> None:
    """Store the stream; targets come without the end of sentence, which is added here."""
    sources = [np.asarray(source, dtype=np.uint16) for source, _ in examples]
    targets = [np.asarray([*target, EOS], dtype=np.uint16) for _, target in examples]
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        np.savez(
            file,
            source=np.concatenate(sources),
            source_length=np.asarray([len(s) for s in sources], dtype=np.int32),
            target=np.concatenate(targets),
            target_length=np.asarray([len(t) for t in targets], dtype=np.int32),
        )
    os.replace(part, path)


class Pack:
    """Length-bucketed batches out of consecutive pools of the stream."""

    def __init__(self, path: Path, tokens: int, pool: int = 3000, seed: int = 1) -> None:
        with np.load(path) as data:
            self.source: NDArray[np.uint16] = data["source"]
            self.target: NDArray[np.uint16] = data["target"]
            self.source_length: NDArray[np.int32] = data["source_length"]
            self.target_length: NDArray[np.int32] = data["target_length"]
        self.source_end = np.cumsum(self.source_length, dtype=np.int64)
        self.target_end = np.cumsum(self.target_length, dtype=np.int64)
        self.tokens, self.pool, self.seed = tokens, pool, seed

    def __len__(self) -> int:
        return len(self.source_length)

    def pools(self) -> int:
        return (len(self) + self.pool - 1) // self.pool

    def groups(self, pool: int) -> list[NDArray[np.int64]]:
        """Indices of each batch of one pool (the stream is repeated when it runs out)."""
        rng = np.random.default_rng([self.seed, pool])
        begin = (pool % self.pools()) * self.pool
        index = np.arange(begin, min(begin + self.pool, len(self)))
        size = np.maximum(self.source_length[index], self.target_length[index])
        order = index[np.argsort(size + rng.random(len(index)), kind="stable")]
        groups: list[NDArray[np.int64]] = []
        current: list[int] = []
        widest = 0
        for i in order:
            wide = max(widest, int(self.source_length[i]), int(self.target_length[i]))
            if current and wide * (len(current) + 1) > self.tokens:
                groups.append(np.asarray(current))
                current, wide = [], max(int(self.source_length[i]), int(self.target_length[i]))
            current.append(int(i))
            widest = wide
        if current:
            groups.append(np.asarray(current))
        return [groups[int(i)] for i in rng.permutation(len(groups))]

    def batch(self, index: NDArray[np.int64]) -> Batch:
        wide_s = int(self.source_length[index].max())
        wide_t = int(self.target_length[index].max())
        source = np.full((len(index), wide_s), PAD, dtype=np.int64)
        labels = np.full((len(index), wide_t), PAD, dtype=np.int64)
        for row, i in enumerate(index):
            s, t = int(self.source_length[i]), int(self.target_length[i])
            source[row, :s] = self.source[self.source_end[i] - s : self.source_end[i]]
            labels[row, :t] = self.target[self.target_end[i] - t : self.target_end[i]]
        before = np.full_like(labels, PAD)
        before[:, 1:] = labels[:, :-1]
        return torch.from_numpy(source), torch.from_numpy(before), torch.from_numpy(labels)

    def batches(self, pool: int, skip: int) -> Iterator[tuple[int, int, Batch]]:
        """Endless ``(pool, number in the pool, batch)`` from a position on."""
        while True:
            for number, index in enumerate(self.groups(pool)):
                if number >= skip:
                    yield pool, number, self.batch(index)
            pool, skip = pool + 1, 0
