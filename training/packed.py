"""Packed examples: a stream of sources and their targets in the order in which to train on them.

A source has one target, its reference, or (``candidates.py``) its reference and then as many
hypotheses as every other source, with the gain of each of these.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from nlmodel import EOS, PAD
from numpy.typing import NDArray
from torch import Tensor

Batch = tuple[Tensor, Tensor, Tensor, Tensor]
"""Source ids; decoder inputs and labels, a source's targets together; padded with ``PAD``. Last the
gains, one row a source, one column a hypothesis.
"""


def save(path: Path, examples: list[tuple[list[int], list[int]]]) -> None:
    """Store the stream; targets come without the end of sentence, which is added here."""
    nothing: list[list[float]] = [[] for _ in examples]
    write(path, [s for s, _ in examples], [[*target, EOS] for _, target in examples], nothing)


def write(
    path: Path, sources: list[list[int]], targets: list[list[int]], gains: list[list[float]]
) -> None:
    """Store sources, the targets of all one after another, and each source's gains."""
    part = path.with_name(path.name + ".part")
    with part.open("wb") as file:
        np.savez(
            file,
            source=np.concatenate([np.asarray(ids, dtype=np.uint16) for ids in sources]),
            source_length=np.asarray([len(ids) for ids in sources], dtype=np.int32),
            target=np.concatenate([np.asarray(ids, dtype=np.uint16) for ids in targets]),
            target_length=np.asarray([len(ids) for ids in targets], dtype=np.int32),
            gain=np.asarray(gains, dtype=np.float32),
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
            self.gain: NDArray[np.float32] = data["gain"]
        self.source_end = np.cumsum(self.source_length, dtype=np.int64)
        self.target_end = np.cumsum(self.target_length, dtype=np.int64)
        self.each = len(self.target_length) // len(self.source_length)
        longest = self.target_length.reshape(-1, self.each).max(1)
        self.width: NDArray[np.int32] = np.maximum(self.source_length, longest)
        self.tokens, self.pool, self.seed = tokens, pool, seed

    def __len__(self) -> int:
        return len(self.source_length)

    def source_of(self, i: int) -> NDArray[np.uint16]:
        return self.source[self.source_end[i] - self.source_length[i] : self.source_end[i]]

    def targets_of(self, i: int) -> list[NDArray[np.uint16]]:
        """All targets of a source, the reference first; the end of sentence is part of them."""
        return [
            self.target[self.target_end[j] - self.target_length[j] : self.target_end[j]]
            for j in range(i * self.each, (i + 1) * self.each)
        ]

    def pools(self) -> int:
        return (len(self) + self.pool - 1) // self.pool

    def groups(self, pool: int) -> list[NDArray[np.int64]]:
        """Indices of each batch of one pool (the stream is repeated when it runs out)."""
        rng = np.random.default_rng([self.seed, pool])
        begin = (pool % self.pools()) * self.pool
        index = np.arange(begin, min(begin + self.pool, len(self)))
        size = self.width[index]
        order = index[np.argsort(size + rng.random(len(index)), kind="stable")]
        groups: list[NDArray[np.int64]] = []
        current: list[int] = []
        for i in order:
            # The widest comes last.
            if current and int(self.width[i]) * (len(current) + 1) * self.each > self.tokens:
                groups.append(np.asarray(current))
                current = []
            current.append(int(i))
        if current:
            groups.append(np.asarray(current))
        return [groups[int(i)] for i in rng.permutation(len(groups))]

    def batch(self, index: NDArray[np.int64]) -> Batch:
        source = padded([self.source_of(int(i)) for i in index])
        labels = padded([target for i in index for target in self.targets_of(int(i))])
        before = torch.full_like(labels, PAD)
        before[:, 1:] = labels[:, :-1]
        return source, before, labels, torch.from_numpy(self.gain[index])

    def batches(self, pool: int, skip: int) -> Iterator[tuple[int, int, Batch]]:
        """Endless ``(pool, number in the pool, batch)`` from a position on."""
        while True:
            for number, index in enumerate(self.groups(pool)):
                if number >= skip:
                    yield pool, number, self.batch(index)
            pool, skip = pool + 1, 0


def padded(rows: list[NDArray[np.uint16]]) -> Tensor:
    """The rows as one matrix of ids."""
    matrix = np.full((len(rows), max(map(len, rows))), PAD, dtype=np.int64)
    for place, row in enumerate(rows):
        matrix[place, : len(row)] = row
    return torch.from_numpy(matrix)
