"""Footnote marks in running text: the bare number after a word, as a text export leaves it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vertaal.types import Segment

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# After a lower-case word, a closing quote or bracket, or a sentence's end; never inside a number,
# an abbreviation such as CO2, or a version.
_MARK = re.compile(
    r"(?:(?<=[a-zà-ÿ]{2})|(?<=[’'”\"»)\]?!…])|(?<=[^\W\d][.,;:]))"
    r"(?P<number>\d{1,3})(?![\d%]|[.,:/-]\d|[^\W\d_])"
    r"|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
)

_APART = re.compile(r"[.?!’'”\"»)] (\d{1,3})$")

Span = tuple[int, int, str]
"""Start, end and number of a mark."""


def candidates(text: str) -> list[Span]:
    return [
        (match.start(), match.end(), (match["number"] or match["raised"]).translate(_RAISED))
        for match in _MARK.finditer(text)
    ]


def marks(segments: Iterable[Segment], numbers: Iterable[str]) -> dict[str, list[Span]]:
    """The marks of the footnotes `numbers` (in their order) by segment id.

    Each note is marked once and in order, so a number in the text that is none of the next
    notes is left alone.
    """
    waiting = list(numbers)
    found: dict[str, list[Span]] = {}
    for segment in segments:
        for start, end, number in candidates(segment.source):
            if number in waiting:
                del waiting[: waiting.index(number) + 1]
                found.setdefault(segment.id, []).append((start, end, number))
    return found


def target_marks(target: str, source_marks: list[Span]) -> list[Span]:
    """Where the marks of a source sentence stand in its translation.

    One that a space has parted from its word is known at the sentence's end; one that the
    translation lost is given the empty span there.
    """
    wanted = [number for _, _, number in source_marks]
    found: list[Span] = []
    apart = _APART.search(target)
    last = [(apart.start(1), apart.end(1), apart[1])] if apart else []
    for start, end, number in [*candidates(target), *last]:
        if number in wanted:
            wanted.remove(number)
            found.append((start, end, number))
    return found + [(len(target), len(target), number) for number in wanted]
