"""What the checks know of words: dictionaries of both languages, and the English for places."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib import resources

from vertaal.glossary.dutch import fold
from vertaal.glossary.starter import translated_places
from vertaal.words import is_known, zipf


def is_english(word: str) -> bool:
    """Is `word` common in English text (Zipf 2.8: once in 1.6 million words), as loans are?"""
    return zipf(word, "en", "small") >= 2.8


_TOPONYMIC = frozenset(
    re.findall(
        r"\w+",
        "berg beek bos broek brug burg dam dijk dorp drecht duin haven hoven huizen horst kerk "
        "laan land meer mond oord sluis stad veen voort wijk wold woude zand",
    )
)
"""Endings of Dutch place names, which are words as well."""


@lru_cache(maxsize=4096)
def is_compound(word: str) -> bool:
    """Is `word` a Dutch compound: one that ends in a known word, unless that makes a place name
    of it, or one of two known words?"""
    return any(
        is_known(tail := word[place:], "nl")
        and (
            ((len(tail) > 3 or tail == "wet") and tail not in _TOPONYMIC)
            or any(is_known(head, "nl") for head in _heads(word[:place]) if len(head) > 3)
        )
        for place in range(3, len(word) - 2)
    )


def _heads(part: str) -> tuple[str, ...]:
    return (part, *(part.removesuffix(link) for link in ("s", "en", "e") if part.endswith(link)))


# Names of places are those of the starter glossary. This table has stems, which make no glossary:
# one serves for a country, its people and their adjectives ('armeni': 'Armenië', 'Armeniërs').
@cache
def _exonyms() -> dict[str, tuple[str, ...]]:
    table = resources.files("vertaal.checks").joinpath("exonyms.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return {dutch: tuple(english.split()) for dutch, english in rows}


@lru_cache(maxsize=4096)
def exonym(word: str) -> tuple[str, ...]:
    """How the English for a Dutch place or people begins; empty for any other word."""
    lower = fold(word)
    for end in range(len(lower), 2, -1):
        if lower[:end] in _exonyms() and end >= len(lower) - 7:
            return _exonyms()[lower[:end]]
    names = translated_places()
    return names.get(lower) or names.get(lower.removesuffix("s"), ())


_VAGUE = frozenset(
    ("dutch", "netherlands", "english", "europ", "america", "black", "lower", "states", "united")
)


_SHORT = frozenset(
    re.findall(
        r"\w+",
        "china chinese denmark danish finland finnish greece greek greeks iran iranian iranians "
        "iraq iraqi iraqis ireland irish italy italian italians japan japanese poland polish spain "
        "spanish turkey turkish",
    )
)
"""Names whose stem is too short to know them by."""


@lru_cache(maxsize=4096)
def dutch_for(word: str) -> tuple[str, ...]:
    """How Dutch words for an English place or people may begin, hyphens left out. Empty for any
    other word, and for what comes from nothing: 'het kabinet' may be 'the Dutch government'."""
    return tuple(
        dutch.replace("-", "")
        for dutch, english in _exonyms().items()
        if any(
            word.startswith(stem) and (word in _SHORT or (len(stem) > 4 and stem not in _VAGUE))
            for stem in english
        )
    )
