"""English words that there are none of: made up of pieces by a model, or mistyped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from vertaal.checks.addresses import outside_addresses
from vertaal.checks.issue import Issue
from vertaal.words import is_english_word

_WORD = re.compile(r"(?<!\w)[^\W\d_A-Z][^\W\d_]*(?:['’-][^\W\d_]+)*(?!\w)")
_CAPITALS = re.compile(r"(?<![\w-])[A-Z]{7,}(?![\w-])")
"""A word in capitals; shorter ones may be abbreviations."""


def spelling(source: str, target: str) -> Iterator[Issue]:
    """Every word in small letters, or all in capitals, is in an English dictionary or word list, or
    in the source. A model makes words up where it does not know one. Names are left alone.

    passes: Een startkwalificatie is een mbo-diploma. → A basic qualification is an mbo diploma.
    passes: Decentralisatie van de e-health → Decentralisation of e-health
    fails: Wegens gevangenschap niet gekomen → Not come because of imprisonement
    fails: Waterstofatomen zijn klein. → Small are hydrogenatoms.
    fails: MINISTERIE VAN INFRASTRUCTUUR → MINISTRY OF INFRRASTRUCTUR
    """
    ours = {part for word in _WORD.findall(source.lower()) for part in _parts(word)}
    for word in outside_addresses(_WORD, target):
        if not all(part in ours or is_english_word(part) for part in _parts(word.group())):
            yield Issue(f"'{word.group()}' is no word that is known", None, word.span())
    for word in outside_addresses(_CAPITALS, target):
        plain = word.group().lower()
        if plain not in ours and not is_english_word(plain):
            yield Issue(f"'{word.group()}' is no word that is known", None, word.span())


@lru_cache(maxsize=65536)
def _parts(word: str) -> tuple[str, ...]:
    """What hyphens and apostrophes join, abbreviations and names left out."""
    return tuple(part for part in re.split(r"['’-]", word) if len(part) > 3 and part.islower())
