"""Solid Dutch compounds: the parts that a lexicon can vouch for, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from vertaal.glossary.dutch import LONGEST_WORD, fold, lemma
from vertaal.words import is_known, zipf

_LINKS = ("", "s", "en", "e", "n")
_MIN_PART = 4
# Zipf scale of `wordfreq` (log10 of occurrences per thousand million words).
_LEXICALISED = 3.3
_PART_IN_USE = 3.0
_PART_COMMON = 3.5


def is_word(part: str) -> bool:
    """Whether `part` is a Dutch word in use: in the lexicon and the frequency list, or so common
    there that it needs no other witness."""
    if len(part) < _MIN_PART:
        return False
    common = zipf(part, "nl")
    return common >= _PART_COMMON or (common >= _PART_IN_USE and is_known(part))


@lru_cache(maxsize=16384)
def halves(word: str) -> tuple[tuple[int, int], ...]:
    """Where a compound may be cut in two known words, as (end of the first, start of the last):
    linking letters stand in between. Empty for any other word, and for one so common that it has a
    sense of its own ('gemeenteraad'). Offsets are into the folded word.
    """
    plain = fold(word)
    if not 2 * _MIN_PART <= len(plain) <= LONGEST_WORD or not plain.isalpha():
        return ()
    if zipf(plain, "nl") >= _LEXICALISED:
        return ()
    return tuple(
        (end, start)
        for end, start in _cuts(plain)
        if _stands(plain[:end]) and _stands(plain[start:])
    )


def _cuts(word: str) -> Iterator[tuple[int, int]]:
    for second_start in range(_MIN_PART, len(word) - _MIN_PART + 1):
        for link in _LINKS:
            first_end = second_start - len(link)
            if first_end >= _MIN_PART and word[first_end:second_start] == link:
                yield first_end, second_start


def _stands(part: str) -> bool:
    return is_word(part) or is_word(lemma(part))
