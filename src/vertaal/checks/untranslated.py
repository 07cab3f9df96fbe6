"""Dutch that was left standing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from vertaal.checks.addresses import blanked, without_addresses
from vertaal.checks.issue import Issue
from vertaal.checks.lexicon import is_compound, is_english
from vertaal.copies import QUOTED
from vertaal.glossary.dutch import fold
from vertaal.glossary.naming import whole_names
from vertaal.glossary.starter import translated_places
from vertaal.spacing import squeeze
from vertaal.words import WORD, is_known

_QUOTED = re.compile(rf"{QUOTED}|_[^_]*_")
_FUNCTION_WORDS = frozenset(
    re.findall(
        r"\w+",
        "het een niet wordt worden dat deze voor zijn heeft aan naar ook maar bij uit geen ik wij "
        "ze dit hebben kunnen kunt welke waarom hoe wat wie wanneer omdat indien deelt zou zal "
        "moet moeten werd werden door zich nog wel als hij zij uw mijn onze onder tussen sinds "
        "zonder tegen tot waar daar hier zo ja nee met van",
    )
)
_SHARED = frozenset(("door", "wie", "zo", "hier", "van", "met", "hij", "uit", "als", "tot"))
"""Function words that stand in names as well, or are English ones."""


def untranslated(source: str, target: str) -> Iterator[Issue]:
    """No Dutch word is left in the target outside names, quotations and brackets.

    passes: Het RIVM meldt dit. → The RIVM reports this.
    passes: In het programma Nieuwsuur → In the programme Nieuwsuur
    passes: D.M. van Weel → D.M. van Weel
    fails: Deelt u deze mening? → Deelt u deze mening?
    fails: De gemeente beslist. → The gemeente decides.
    fails: Wat is de ketenpartner? → What is the ketenpartner?
    """
    if _same(source, target) and _is_dutch(_without_places(without_addresses(source))):
        yield Issue("the target is its source", None, (0, len(target)))
        return
    ours = {match.group().lower() for match in WORD.finditer(source)}
    plain = without_addresses(target)
    plain = _QUOTED.sub(lambda match: _blank(match) if _kept(match, ours) else match[0], plain)
    plain = _without_places(plain)
    words = [match for match in WORD.finditer(plain) if not match.group()[0].isupper()]
    common = [match for match in words if match.group() in _FUNCTION_WORDS - _SHARED]
    if len(common) > 1:
        yield Issue("Dutch is left in the target", None, (common[0].start(), common[-1].end()))
        return
    for match in WORD.finditer(plain):
        if match[0] in source and _runs_on(match[0]):
            yield Issue(f"'{match[0]}' is Dutch", None, match.span())
    for match in words:
        word = match.group()
        if word in ours and _only_dutch(word) and not _in_name(plain, match, source):
            yield Issue(f"'{word}' is Dutch", None, match.span())


@lru_cache(maxsize=65536)
def _runs_on(word: str) -> bool:
    """Whether a Dutch word runs on from the Dutch name of a place: 'Oekraïnegecommitteerd'."""
    plain = word.lower()
    return word.istitle() and any(
        fold(plain[:at]) in translated_places() and is_known(plain[at:])
        for at in range(5, len(plain) - 5)
    )


def _kept(quoted: re.Match[str], ours: set[str]) -> bool:
    """Was the quotation left untranslated as a whole, as titles are?"""
    words = [match.group().lower() for match in WORD.finditer(quoted.group())]
    return sum(word in ours for word in words) > len(words) / 2


def _in_name(text: str, match: re.Match[str], source: str) -> bool:
    """'Partij voor de Dieren', 'Elke regio': copied along with the capital before it."""
    before = text[: match.start()].split()
    return len(before) > 1 and before[-1][0].isupper() and f"{before[-1]} {match[0]}" in source


def _without_places(text: str) -> str:
    """'Alphen aan den Rijn' is as English as 'Stratford-upon-Avon'."""
    return blanked(text, whole_names(text))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _same(source: str, target: str) -> bool:
    return squeeze(source.lower()) == squeeze(target.lower())


def _is_dutch(text: str) -> bool:
    words = [match.group() for match in WORD.finditer(text)]
    lower = [word for word in words if word[0].islower()]
    common = _FUNCTION_WORDS - _SHARED
    return any(word.lower() in common for word in words) or any(map(_only_dutch, lower))


def _only_dutch(word: str) -> bool:
    """A Dutch word and no English one: 'gemeente' and 'ketenpartner', not 'water' or 'pilot'."""
    if len(word) < 4 or "-" in word or is_english(word):
        return False
    if is_known(word, "en") or is_known(word.rstrip("s"), "en"):
        return False
    return is_known(word, "nl") or is_compound(word)
