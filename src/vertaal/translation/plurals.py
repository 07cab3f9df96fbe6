"""Terms in the plural whose rendering came out in the singular: 'de gerechtshoven', 'the court of
appeal'. A model that is shown the singular now and then forgets to inflect it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from vertaal.glossary.dutch import fold, is_infinitive, lemma, stems
from vertaal.glossary.english import plural_phrase
from vertaal.numerals import DUTCH_ONES
from vertaal.translation.choosing import faults, verified
from vertaal.translation.requests import Request
from vertaal.types import TermMatch, Translation
from vertaal.words import WORD, is_known

_UNITS = frozenset(("procentpunt", "basispunt"))
"""Singular in Dutch whatever their number."""
_SEVERAL = re.compile(rf"(?:(?<![\d.,])(?!1\s)\d[\d.,]*|\b(?:{'|'.join(DUTCH_ONES[1:])}))\s$")


def singled(request: Request, translation: Translation) -> int:
    """How many terms that the source has in the plural have a singular for their rendering."""
    many = [m for m in request.demands if _in_number(m, request.source) != m.expected[0]]
    if not many:
        return 0
    found = verified(request, translation)
    return sum(o.match in many and o.found.lower() == o.match.expected[0].lower() for o in found)


def in_plural(request: Request) -> Request:
    """The request with the renderings of plurals in the plural."""
    return replace(
        request,
        matches=tuple(
            replace(match, expected=(_in_number(match, request.source), *match.expected[1:]))
            if match.expected
            else match
            for match in request.matches
        ),
    )


def in_better_number(
    request: Request, made: Translation, options: Sequence[Translation], margin: float
) -> Translation:
    """The option with the fewest singulars for plurals that has no more faults than what was made,
    and is within the margin of it; what was made where none has fewer.
    """
    most = faults(request, made)
    fit = [
        option
        for option in options
        if option.score >= made.score - margin and faults(request, option) <= most
    ]
    return min([made, *fit], key=lambda option: (singled(request, option), -option.score))


def _in_number(match: TermMatch, source: str) -> str:
    """The preferred rendering, in the plural where the source is the plural of its term."""
    wanted = match.expected[0]
    if fold(match.surface) in _UNITS and _SEVERAL.search(source, 0, match.start):
        return plural_phrase(wanted)
    ours, base = WORD.findall(fold(match.surface)), WORD.findall(fold(match.term.source))
    changed = [(a, b) for a, b in zip(ours, base, strict=False) if a != b]
    same = match.keep or len(ours) != len(base) or len(changed) != 1
    return wanted if same or not _is_plural(*changed[0]) else plural_phrase(wanted)


def _is_plural(word: str, base: str) -> bool:
    """Whether the one is the other in the plural, and no verb: 'werken' may be either."""
    if is_infinitive(word) or is_known(f"{word}d") or not word.endswith(("en", "s")):
        return False
    unheard_of = lemma(word) == word and base in stems(word, plurals_only=True)
    return lemma(word) == base or unheard_of or (base.endswith("e") and word == f"{base}n")
