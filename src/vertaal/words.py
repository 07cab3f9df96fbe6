"""What word lists and dictionaries know of a Dutch or English word (`wordfreq`, `dictionaries`)."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache, lru_cache

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
"""A word of letters, with the hyphens and apostrophes inside it."""

SURNAME_PREFIXES = tuple("van de der den ten ter te het 't ’t el al".split())
"""Written in small letters behind a first name: 'Inge van Dijk'."""
SURNAME_PREFIX = rf"(?:{'|'.join(SURNAME_PREFIXES)})"
ANY_SURNAME_PREFIX = rf"(?:{'|'.join((*SURNAME_PREFIXES, *map(str.title, SURNAME_PREFIXES)))})"
"""The same as a pattern, and with capitals: 'de heer Van Dijk'."""

PORTFOLIOS = frozenset(
    "justitie financien sociale binnenlandse buitenlandse economische volksgezondheid defensie "
    "onderwijs infrastructuur klimaat landbouw algemene asiel volkshuisvesting koninkrijksrelaties "
    "medische langdurige jeugd natuur rechtsbescherming president digitale fiscaliteit toeslagen "
    "primair participatie media armoedebeleid wonen werk migratie herstel cultuur zorg energie "
    "ontwikkelingssamenwerking ontwikkelingshulp handel mijnbouw visserij voedselzekerheid welzijn "
    "emancipatie vreemdelingenzaken integratie gezondheid sport wetenschap veiligheid verkeer "
    "waterstaat ruimtelijke milieu groene innovatie preventie ouderenzorg belastingdienst "
    "grondstoffen personeel inkomen pensioenen funderend stikstof water tweede eerste zaken groei "
    "werkgelegenheid koninkrijk staat".split()
)
"""What portfolios are called. Behind an office without 'van' they are no name: 'staatssecretaris
Sociale Zaken'.
"""


@cache
def frequencies(language: str, size: str = "best") -> Mapping[str, float]:
    """Lower-case word → share of all words. The size `small` has the words that occur at least
    once in a million, and loads faster."""
    from wordfreq import get_frequency_dict

    found: Mapping[str, float] = get_frequency_dict(language, wordlist=size)
    return found


def frequency(word: str, language: str = "nl", size: str = "best") -> float:
    """Share of the running words that this one is; 0.0 for a word that is not listed."""
    return frequencies(language, size).get(word.casefold().replace("’", "'"), 0.0)


@lru_cache(maxsize=65536)
def zipf(word: str, language: str, size: str = "best") -> float:
    """log10 of the occurrences per thousand million words; 0 for a word that is not listed."""
    share = frequency(word, language, size)
    return math.log10(share) + 9.0 if share else 0.0


@lru_cache(maxsize=65536)
def lemmatized(word: str, language: str = "nl") -> str:
    """The dictionary's lemma of `word`, in small letters; the word where it has none."""
    from vertaal.dictionaries import lemma

    return lemma(word, language).lower()


@lru_cache(maxsize=65536)
def is_known(word: str, language: str = "nl") -> bool:
    """Whether the dictionary has `word` as a form."""
    from vertaal.dictionaries import has

    return has(word, language)


_LISTED = 1.5
"""Zipf frequency, once in 32 million words: mistyped words are in the list too, most below that."""
_LATIN = frozenset("mutatis mutandis erga omnes materiae vires".split())
"""Of lawyers; rarer in English text than words mistyped."""


@lru_cache(maxsize=65536)
def is_english_word(word: str) -> bool:
    """Whether an English dictionary or word list has `word`, in small letters."""
    return zipf(word, "en") >= _LISTED or is_known(word, "en") or word in _LATIN
