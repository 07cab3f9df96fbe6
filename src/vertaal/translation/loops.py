"""Loops: what a model that has lost the thread writes ('re-re-re-…', 'the the the')."""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")
_STUTTER = re.compile(r"(?:(\w{1,12})[\s\W]+)(?:\1[\s\W]+){2,}", re.IGNORECASE)
_DOUBLED = re.compile(r"\b([a-z]{5,}) \1\b")
_GLUED = re.compile(r"(\w{2,8}?)\1{3,}", re.IGNORECASE)


def doubled(text: str) -> re.Match[str] | None:
    """The first word of five letters or more that stands twice on end."""
    return _DOUBLED.search(text)


def repeats(text: str, longest: int = 8) -> bool:
    """Whether `text` holds a loop: a word three times on end, a word of five letters twice, a
    syllable four times, or a run of 3 to `longest` words twice on end. Numbers may repeat
    ('100 000 000'), and names ('Baden Baden').
    """
    if doubled(text):
        return True
    if any(not hit.group(1).isdigit() for hit in _STUTTER.finditer(text + " ")):
        return True
    if any(not hit.group(1).isdigit() for hit in _GLUED.finditer(text)):
        return True
    words = [word.lower() for word in _WORD.findall(text)]
    return any(
        words[i : i + n] == words[i + n : i + 2 * n]
        for n in range(3, longest + 1)
        for i in range(len(words) - 2 * n + 1)
    )
