"""How common a word is in general Dutch or English (`wordfreq`)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache, lru_cache


@lru_cache(maxsize=65536)
def zipf(word: str, language: str) -> float:
    """log10 of the occurrences per thousand million words; 0 for a word that is not listed."""
    share = frequencies(language).get(word.casefold(), 0.0)
    return math.log10(share) + 9.0 if share else 0.0


@cache
def frequencies(language: str, size: str = "best") -> Mapping[str, float]:
    """Lower-case word → share of all words. The size `small` has the words that occur at least
    once in a million, and loads faster."""
    from wordfreq import get_frequency_dict

    found: Mapping[str, float] = get_frequency_dict(language, wordlist=size)
    return found
