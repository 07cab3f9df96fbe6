"""What numbers parts of a text without a plain figure: 'bijlage II', 'deel B', 'artikel 3a'."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vertaal.checks.atoms import Atom, Finder, Kind
from vertaal.parsing.numbers import ROMAN, arabic

_FREE = re.compile(rf"(?<![\w.’'-]){ROMAN}(?![\w’']|\.\w)")
_LETTER = re.compile(r"(?<![\w.’'-])[A-Zb-z](?![\w’']|\.\w)")
_FIRST = re.compile(r"(?<![\w.’'-])(?:A(?![\w’']|\.\w)|a(?=[),.;:/]|\s*$|\s(?:and|or|to|of|in)\s))")
"""The letter a, where it may be no article."""
_ORDINAL = (
    r"st|nd|rd|th|de|ste|e(?=(?:,?\s(?:en|of|tot|tot en met)?\s?\d+e)?\s(?:lid|leden|zin|volzin)\b)"
)
_OTHER = rf"{_ORDINAL}|m|k|bn|mn|[ckm]?m|k?g|[km]t|ha|[kmgt]wh?|[ap]m|x|s|pp?|pct"
"""What else stands behind a figure: ordinals, magnitudes and units."""


def _lettered(others: str) -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w.,:/])(?P<number>\d{1,4})(?P<bracket>\s?\()?"
        rf"(?P<suffix>(?!(?i:{others})\b)[A-Za-z]{{1,4}})(?(bracket)\))(?!\w)"
    )


_SUFFIXED, _NUMBERED = _lettered(_OTHER), _lettered(_ORDINAL)
"""Behind 'artikel', '126m' is no length."""


def labels(nouns: str, letter_nouns: str, joined: str, articles: tuple[str, ...] = ()) -> Finder:
    """Finds Roman numerals and single letters. Behind the `nouns` ('bijlage') and, in small
    letters, behind `letter_nouns` ('onder') they must have a partner, also as members of a list,
    which the words `joined` hold together; anywhere else they only lend themselves. The
    `articles` are words of the language as well and never asked for; 'I' only behind a noun.
    """
    between = rf"(?:,\s?|\s+(?:{joined})\s+)"
    capital = rf"(?:{ROMAN}|[A-Z])(?![\w’']|\.\s?[A-Z]|\.\w)"
    small = r"[a-tv-z](?![\w’']|\.\w)"
    lists = (
        re.compile(rf"\b(?i:{nouns})\s+(?P<list>{capital}(?:{between}{capital})*)"),
        re.compile(rf"\b(?i:{letter_nouns})\s+(?P<list>{small}(?:{between}{small})*)"),
    )

    def find(text: str) -> Iterator[Atom]:
        for pattern in lists:
            for match in pattern.finditer(text):
                for item in re.finditer(r"(?<!\w)(?:[IVX]+|[A-Za-z])(?!\w)", match["list"]):
                    at = match.start("list") + item.start()
                    yield _label(item.group(), at, firm=item.group() not in articles)
        for pattern in (_FREE, _LETTER):
            for match in pattern.finditer(text):
                if match.group() not in ("", "I", "A"):
                    yield _label(match.group(), match.start(), firm=False)
        for match in _FIRST.finditer(text):
            yield _label(match.group(), match.start(), firm=False)

    return find


def _label(said: str, at: int, *, firm: bool) -> Atom:
    values = {f"letter {said.lower()}"} if len(said) == 1 else set()
    if set(said) <= set("IVX"):
        values.add(str(arabic(said)))
    kind = Kind.NUMBER if values - {f"letter {said.lower()}"} else Kind.REFERENCE
    return Atom(at, at + len(said), frozenset(values), kind, firm=firm)


def suffixed(nouns: str = "", joined: str = "") -> Finder:
    """Finds '3a'. Behind one of the `nouns` it is no plain 3; without nouns it is either."""
    item = r"\d{1,4}[a-z]{0,4}"
    place = re.compile(rf"\b(?i:{nouns})\s+{item}(?:(?:,\s?|\s+(?:{joined})\s+){item})*(?!\w)")
    pattern = _NUMBERED if nouns else _SUFFIXED

    def find(text: str) -> Iterator[Atom]:
        stretches = [match.span() for match in place.finditer(text)] if nouns else [(0, len(text))]
        for start, end in stretches:
            for match in pattern.finditer(text, start):
                if match.start() >= end:
                    break
                values = {match["number"] + match["suffix"].lower()}
                if not nouns:
                    values.add(match["number"])
                stop = match.end("number") if match["bracket"] else match.end()
                yield Atom(match.start(), stop, frozenset(values))

    return find
