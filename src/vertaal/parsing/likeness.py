"""Likeness of short strings that a scan may have read differently each time."""

from __future__ import annotations

import re
import unicodedata

from rapidfuzz.distance import Levenshtein

_WORDS = re.compile(r"\S+")
_OTHER = re.compile(r"[\W_]+")
MOST_WORDS = 8


def key_of(text: str) -> str:
    """What remains of a text for comparison: its letters and digits, without case or accents."""
    folded = text.casefold()
    if not folded.isascii():
        folded = unicodedata.normalize("NFKD", folded)
    return _OTHER.sub("", folded)


def alike(one: str, other: str) -> bool:
    """Whether two keys are the same up to a misread character in each eight or so."""
    longest = max(len(one), len(other))
    if longest < 5 or abs(len(one) - len(other)) > longest // 8 + 1:
        return False
    allowed = longest // 8 + (longest > 6)
    return Levenshtein.distance(one, other, score_cutoff=allowed) <= allowed


def suffixes(text: str) -> dict[str, int]:
    """Keys of the last words of a line, one to `MOST_WORDS`, with the offset each begins at.

    Only ends that begin like a header (capital, digit or misread sign) are given; offset 0 is the
    whole line.
    """
    words = [match.span() for match in _WORDS.finditer(text)]
    found: dict[str, int] = {}
    key = ""
    for start, end in words[::-1][:MOST_WORDS]:
        key = key_of(text[start:end]) + key
        if len(key) > 3 and not text[start].islower():
            found[key] = 0 if start == words[0][0] else start
    return found
