"""A text with stretches replaced, and where each part of it went."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vertaal.types import Span, overlap

Edit = tuple[int, int, str]
"""A stretch of a text, and what comes in its place."""


@dataclass(frozen=True, slots=True)
class Spliced:
    """A text in which spans were replaced. `pieces` are the places of its stretches, before and
    after, in order.
    """

    text: str
    pieces: tuple[tuple[Span, Span], ...]

    def place(self, start: int, end: int, *, back: bool = False) -> Span:
        """Where a span of the text before is after (`back`: the other way round); a span that
        reaches into a replacement takes in all of it.
        """
        pairs = [(b, a) if back else (a, b) for a, b in self.pieces]
        inside = [(ours, theirs) for ours, theirs in pairs if overlap(ours, (start, end))]
        if not inside:
            return 0, 0
        (first, onto), (last, until) = inside[0], inside[-1]
        kept = first[1] - first[0] == onto[1] - onto[0]
        left = onto[0] + max(0, start - first[0]) * kept
        kept = last[1] - last[0] == until[1] - until[0]
        return left, until[1] - max(0, last[1] - end) * kept


def spliced(text: str, edits: Iterable[Edit]) -> Spliced:
    """`text` with each (start, end, replacement) made; they are in order and do not overlap."""
    made, pieces, at = "", [], 0
    for start, end, new in (*edits, (len(text), len(text), "")):
        for old, stretch in (((at, start), text[at:start]), ((start, end), new)):
            if old[0] < old[1] or stretch:
                pieces.append((old, (len(made), len(made) + len(stretch))))
                made += stretch
        at = end
    return Spliced(made, tuple(pieces))
