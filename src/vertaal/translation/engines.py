"""What an engine is: beam search from source ids to target ids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

Attention = Sequence[Sequence[float]]

PIECES = 500
"""Ids of a source, and of a target, at most: Marian has positions for 512."""


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """Target ids without the end of sentence. `score` is the mean log-probability per id, the end
    of sentence counted, in natural logarithms. `attention`, where the engine gives it, has a row
    for each id and one for the end of sentence, over the source ids without their end.
    """

    ids: tuple[int, ...]
    score: float
    attention: Attention = ()


class Engine(Protocol):
    """Unconstrained beam search."""

    def search(self, sources: Sequence[Sequence[int]], beam: int) -> Iterable[list[Hypothesis]]:
        """The `beam` best targets of each source, best first, searched by the time they are read:
        other work can be done meanwhile.
        """
        ...

    def carry_on(
        self,
        sources: Sequence[Sequence[int]],
        starts: Sequence[Sequence[int]],
        never: Sequence[Sequence[int]],
        beam: int,
    ) -> Iterable[list[Hypothesis]]:
        """The best targets that begin with their start, scored whole, best first. What `never` has
        for a source, if anything, does not come after its start.
        """
        ...

    def score(
        self, sources: Sequence[Sequence[int]], targets: Sequence[Sequence[int]]
    ) -> list[list[float]]:
        """The log-probability of each id of the targets, and last of the end of sentence; natural
        logarithms.
        """
        ...

    def attend(
        self, sources: Sequence[Sequence[int]], targets: Sequence[Sequence[int]]
    ) -> list[Attention]:
        """What a hypothesis' attention would be, for targets from elsewhere."""
        ...
