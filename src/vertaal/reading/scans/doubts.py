"""Words that recognition may have got wrong, for a person to look at."""

from __future__ import annotations

from collections.abc import Sequence

from vertaal.reading.scans.boxes import Word

_WORD = 0.6
_NUMBER = 0.85
"""A wrong letter shows itself to a reader, a wrong digit does not: it takes less to doubt one."""


def doubtful(words: Sequence[Word]) -> tuple[tuple[str, float], ...]:
    """The doubtful ones with their confidence, in their order."""
    return tuple(
        (word.text, round(word.confidence, 2)) for word in words if word.confidence < _least(word)
    )


def _least(word: Word) -> float:
    if any(character.isdigit() for character in word.text):
        return _NUMBER
    return _WORD if any(character.isalpha() for character in word.text) else 0.0
