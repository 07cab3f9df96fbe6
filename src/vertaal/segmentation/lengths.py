"""Sentences too long for a translator, parted where a reader would breathe."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vertaal.types import Span

MAX_WORDS = 120
"""A sequence model translates beyond this with growing omissions."""

MAX_CHARACTERS = 1_500
"""No sentence is as long, and what comes after takes time with the square of it."""

_WORD = re.compile(r"\S+")
_PAUSES = (
    re.compile(r";(?=\s)"),
    re.compile(r"[,:.](?=\s+\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s)"),
    re.compile(r":(?=\s)"),
    re.compile(
        r",(?=\s+(?:en|maar|of|waarbij|waardoor|waarin|waarmee|waarvan|terwijl|omdat|zodat|zoals"
        r"|hetgeen|dat|die)\s)"
    ),
    re.compile(r",(?=\s)"),
)
"""Where a long sentence may be parted, the best kind first."""


def shortened(text: str, start: int, end: int) -> list[Span]:
    """`text[start:end]` itself, or in parts of at most `MAX_WORDS` words where it has pauses, and
    of at most `MAX_CHARACTERS` anyhow.
    """
    if len(text[start:end].split()) <= MAX_WORDS:
        return list(_bounded(text, start, end))
    words = [match.start() for match in _WORD.finditer(text, start, end)]
    # A part of fewer than ten words has too little context to be translated well.
    lowest, highest, middle = words[10], words[-10], words[len(words) // 2]
    for pause in _PAUSES:
        places = [
            match.end()
            for match in pause.finditer(text, start, end)
            if lowest <= match.end() <= highest
        ]
        if places:
            cut = min(places, key=lambda place: abs(place - middle))
            return shortened(text, start, cut) + shortened(text, cut, end)
    return list(_bounded(text, start, end))


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > MAX_CHARACTERS:
        cut = start + MAX_CHARACTERS
        gap = max(text.rfind(blank, start + 1, cut) for blank in " \n")
        cut = gap if gap > 0 else cut
        yield start, cut
        start = cut
    yield start, end
