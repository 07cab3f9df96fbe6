"""Evidence that letters make a Dutch word."""

from __future__ import annotations

from functools import lru_cache

from vertaal.words import frequency, is_known

_PART = 4
"""Least length in letters of either part of a compound."""
_COMMON = 1e-7


def is_rather_english(word: str) -> bool:
    """Whether English writes the word far more often than Dutch does."""
    return frequency(word, "en", "small") > 10 * frequency(word)


def is_word(word: str) -> bool:
    """Whether the word is known as Dutch."""
    return frequency(word) > 0 or is_known(word.lower())


@lru_cache(maxsize=8192)
def is_compound(word: str) -> bool:
    """Whether the word is two known words written as one, with or without a linking s."""
    word = word.lower()
    for place in range(_PART, min(len(word), 60) - _PART + 1):
        first, second = word[:place], word[place:]
        if frequency(second) > _COMMON and (
            frequency(first) > _COMMON or (first[-1] == "s" and frequency(first[:-1]) > _COMMON)
        ):
            return True
    return False
