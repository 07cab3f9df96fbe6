"""Loops: what a model that has lost the thread writes ('re-re-re-…', 'the the the')."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"\w+")
_STUTTER = re.compile(r"\b(?:(\w{2,12})[\s\W]+)(?:\1[\s\W]+){2,}", re.IGNORECASE)
_DOUBLED = re.compile(r"\b(?!that |very |much )([a-z]{4,}) \1\b")
_GLUED = re.compile(r"(\w{2,8}?)\1{3,}", re.IGNORECASE)
_LONGEST = 8
"""Words of a run that comes twice."""


@dataclass(frozen=True, slots=True)
class Loop:
    """Where what is repeated stands for the first time, and where its first word ends when it comes
    again.
    """

    start: int
    end: int
    again: int


def loop(text: str) -> Loop | None:
    """The first loop in `text`: a word three times on end, a word of four letters twice, a syllable
    four times, a run of three words or more twice on end, or of two words three times. Numbers may
    repeat ('100 000 000'), and names ('Baden Baden').
    """
    return min(_loops(text), key=lambda found: (found.end, found.start), default=None)


def repeats(text: str) -> bool:
    """Whether `text` holds a loop."""
    return next(_loops(text), None) is not None


def _loops(text: str) -> Iterator[Loop]:
    for hit in _DOUBLED.finditer(text):
        yield Loop(*hit.span(1), hit.end())
    for pattern in (_STUTTER, _GLUED):
        for hit in pattern.finditer(text + " "):
            word = hit.group(1)  # as it stands for the last time
            if not word.isdigit():
                end = hit.start() + len(word)
                again = text.lower().index(word.lower(), end) + len(word)
                yield Loop(hit.start(), end, again)
    hits = list(_WORD.finditer(text))
    words = [hit.group().lower() for hit in hits]
    for n in range(2, _LONGEST + 1):
        alike = 0  # words in a row that come again n words on
        for i, (word, later) in enumerate(zip(words, words[n:], strict=False)):
            alike = alike + 1 if word == later else 0
            if alike >= (n if n > 2 else 4):
                first = i - alike + 1
                yield Loop(hits[first].start(), hits[i].end(), hits[first + n].end())
