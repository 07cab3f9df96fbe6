"""Which sources CTranslate2 translates together."""

from __future__ import annotations

from collections.abc import Sequence

_STEPS = ((32, 8), (64, 16), (500, 32))
"""Lengths up to which sources are padded to a multiple of so many tokens. Long ones are few: finer
steps would leave each of them alone in its batch."""
_LONGEST = 511
"""Tokens that Marian has positions for, the end of the sentence left out."""
_MOST = 32
"""Sources of a batch."""


def batches(lengths: Sequence[int], threads: int) -> list[tuple[list[int], int]]:
    """Places of the sources that go together, the longest first so that threads end together; and
    the length of one more source that has to be added, or 0.

    Padding changes the last digits of a sum and so, in one sentence of twenty, a word. Sources that
    share a batch are therefore padded to a length that each has by itself; where none is as long as
    that, one is added that is: ends of sentences alone, whose translation ends at once.
    """
    by_length: dict[int, list[int]] = {}
    for place in sorted(range(len(lengths)), key=lambda place: -lengths[place]):
        by_length.setdefault(_padded(lengths[place]), []).append(place)
    found = []
    for padded, places in by_length.items():
        size = _MOST if len(by_length) >= threads else batch_size(len(places), threads)
        for at in range(0, len(places), size):
            part = places[at : at + size]
            found.append((part, padded if lengths[part[0]] < padded else 0))
    return found


def _padded(length: int) -> int:
    step = next((step for most, step in _STEPS if length <= most), _STEPS[-1][1])
    return max(length, min(-(-length // step) * step, _LONGEST))


def room(length: int) -> int:
    """Target tokens for a source of that length: what it is padded to decides."""
    return 2 * _padded(length) + 20


def batch_size(sentences: int, threads: int) -> int:
    """How many sentences to a batch, so that every thread has work; CTranslate2 sorts by length."""
    return min(16, max(1, -(-sentences // threads)))
