"""Evidence that a Dutch word exists: how often it is written, and whether a dictionary has it."""

from __future__ import annotations

from functools import lru_cache

_PART = 4
"""Least length in letters of either part of a compound."""
_COMMON = 1e-7


@lru_cache(maxsize=2)
def _frequencies(language: str, wordlist: str) -> dict[str, float]:
    from wordfreq import get_frequency_dict

    return get_frequency_dict(language, wordlist=wordlist)


def frequency(word: str) -> float:
    """Share of the running words of Dutch that this word is; 0.0 for an unknown one."""
    return _frequencies("nl", "best").get(word.lower(), 0.0)


def is_rather_english(word: str) -> bool:
    """Whether English writes the word far more often than Dutch does."""
    return _frequencies("en", "small").get(word.lower(), 0.0) > 10 * frequency(word)


@lru_cache(maxsize=8192)
def is_word(word: str) -> bool:
    """Whether the word is known as Dutch."""
    if frequency(word):
        return True
    from simplemma import is_known

    return bool(is_known(word.lower(), lang="nl"))


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
