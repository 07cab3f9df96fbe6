"""Words that a model made up: no English word, and none of the source ('Crispare' for 'Krispijn').

A small model that does not know a word writes another, piece by piece. What no English list has,
nor the source, nor what was wanted of the translation, is such a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vertaal.glossary.dutch import fold
from vertaal.words import WORD, is_english_word

_JOINED = re.compile(r"['’-]")
_SHORTEST = 4
"""Letters; shorter ones are abbreviations, or beginnings of names."""


def invented(source: str, target: str, wanted: Iterable[str] = ()) -> Iterator[re.Match[str]]:
    """The words of `target` that neither English nor the source has, nor a wanted rendering."""
    ours: set[str] | None = None
    for hit in WORD.finditer(target):
        unknown = [part for part in _JOINED.split(hit.group()) if not _is_known(part)]
        if unknown and ours is None:  # Most sentences have none.
            words = (word for text in (source, *wanted) for word in WORD.findall(text))
            ours = {fold(part) for word in words for part in _JOINED.split(word)}
        if ours is not None and any(fold(part) not in ours for part in unknown):
            yield hit


def _is_known(part: str) -> bool:
    """Whether it is an English word, or too short or an abbreviation, so that nothing is known."""
    word = part.lower()
    return len(part) < _SHORTEST or not part[1:].islower() or is_english_word(word)
