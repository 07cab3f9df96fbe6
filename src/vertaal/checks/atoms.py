"""What a number, month or share is worth, whatever the language and notation.

An atom is one such place in a text with the values it can stand for: '1.234,56' in Dutch and
'1,234.56' in English are both worth 1234.56; 'jaren 70' is worth 70 and 1970. A firm atom must
have a partner on the other side; a loose one ('beide', 'first', a word that begins with 'twee')
only lends itself as one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from vertaal.types import Span, overlap


class Kind(StrEnum):
    """In what an atom stands, which is the check that speaks for it."""

    NUMBER = "numbers"
    DATE = "dates"
    PERCENTAGE = "percentages"
    MONEY = "money"
    REFERENCE = "references"


@dataclass(frozen=True, slots=True)
class Atom:
    start: int
    end: int
    values: frozenset[str]
    kind: Kind = Kind.NUMBER
    unit: str = ""
    firm: bool = True
    ordinal: bool = False
    measure: str = ""
    """What a plain number counts, where that is a unit of time, length, weight or the like."""
    converted: frozenset[str] = frozenset()
    """Those of the values that count another unit."""

    @property
    def span(self) -> Span:
        return self.start, self.end

    def said(self, text: str) -> str:
        """What `text`, in which the atom stands, has there."""
        return text[self.start : self.end]

    def lends_itself(self, to: Atom) -> bool:
        """Whether this may be the partner of `to`: 'a' and 'both' are no day and no article."""
        counted = to.kind in (Kind.DATE, Kind.REFERENCE)
        fits = self.firm or self.ordinal or self.kind is to.kind or not counted
        return fits and bool(self.values & to.values)


def value(number: Decimal | int | str) -> str:
    """One spelling for each number: no trailing zeros, no exponent."""
    text = format(Decimal(number), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def share(number: Decimal) -> str:
    """The value of a part of a whole: 'een kwart' is 25%."""
    return f"share {value(number)}"


def month(number: int) -> str:
    """The value of a month, which is no number."""
    return f"month {number}"


def weekday(number: int) -> str:
    """The value of a day of the week, counted from Monday, 0."""
    return f"weekday {number}"


def numbered(words: str, first: int = 1, step: int = 1) -> dict[str, int]:
    """Each word with its number, counted from `first` in steps; '|' joins those of one number."""
    return {
        word: first + place * step
        for place, group in enumerate(words.split())
        for word in group.split("|")
    }


def named(table: str) -> dict[str, str]:
    """Each word of 'day: dag dagen; week: …' with the name before it."""
    rows = (row.split(":") for row in table.split(";"))
    return {word: name.strip() for name, words in rows for word in words.split()}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """How a language shows what a number counts."""

    percent: re.Pattern[str]
    """After the number, possibly after another number of the same range."""
    currency_before: re.Pattern[str]
    currency_after: re.Pattern[str]
    reference: re.Pattern[str]
    """Words that make the numbers after them a reference."""
    measures: Mapping[str, str]
    """Names of units, in small letters, and what they are in either language."""


Finder = Callable[[str], Iterable[Atom]]
"""Finds the atoms of one kind of notation in a text."""

_DIGIT = re.compile(r"\d")


def with_figures(find: Finder) -> Finder:
    """The finder of a notation in figures, spared the texts without any, which most are."""
    return lambda text: find(text) if _DIGIT.search(text) else ()


_CURRENCIES = {
    **dict.fromkeys(("€", "euro", "eur"), "euro"),
    **dict.fromkeys(("$", "dollar", "usd"), "dollar"),
    **dict.fromkeys(("£", "pond", "pound"), "pound"),
}
_PLAIN = re.compile(r"\d+(?:\.\d+)?")
_SECTION = re.compile(r"\d+\.\d{1,2}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PER_CENT_POINT = re.compile(r"(?:age)?[\s-]*p(?:u|oi)nt", re.IGNORECASE)
_MEASURE = re.compile(
    r"[\s-]*(?:(?:working|calendar|full|whole|more|metric|hele|volle)\s+)?"
    r"(?P<power>square\s+|vierkante\s+|cubic\s+|kubieke\s+|)(?P<unit>[^\W\d_]+(?:-hours?)?)(?P<raised>[²³23])?(?!\w)",
    re.IGNORECASE,
)
_POWERS = {"s": "2", "v": "2", "²": "2", "c": "3", "k": "3", "³": "3"}


def atoms_of(text: str, finders: Sequence[Finder], around: Surroundings) -> tuple[Atom, ...]:
    """The atoms of `text` in order; what an earlier finder has claimed, a later one leaves."""
    found: list[Atom] = []
    for find in finders:
        for atom in find(text):
            if not any(overlap(atom.span, other.span) for other in found):
                found.append(atom)
    found.sort(key=lambda atom: atom.start)
    return tuple(_classified(text, atom, around) for atom in found)


def _classified(text: str, atom: Atom, around: Surroundings) -> Atom:
    """`atom` with the kind and unit that its surroundings give it."""
    if atom.kind is not Kind.NUMBER:
        return atom
    before, after = text[max(0, atom.start - 40) : atom.start], text[atom.end : atom.end + 40]
    if text[: atom.start].upper().endswith(("COVID-", "CO")):
        return replace(atom, firm=False)
    year = atom.firm and _YEAR.fullmatch(atom.said(text))
    percent = around.percent.match(after)
    # 'In 2019 tot 8%' is no range.
    if percent and not (year and re.search(r"\d", percent.group())):
        if _PER_CENT_POINT.match(after, percent.end()):
            return replace(atom, kind=Kind.PERCENTAGE, unit="pp")
        if percent["mille"]:
            return replace(atom, kind=Kind.PERCENTAGE, unit="‰")
        shares = {share(Decimal(each) / 100) for each in atom.values if _PLAIN.fullmatch(each)}
        both = atom.values | shares
        return replace(atom, kind=Kind.PERCENTAGE, unit="%", values=both)
    for pattern, part in ((around.currency_before, before), (around.currency_after, after)):
        if found := (pattern.search(part) if part is before else pattern.match(part)):
            unit = _CURRENCIES[found["currency"].lower().removesuffix("s").rstrip("'’")]
            return replace(atom, kind=Kind.MONEY, unit=unit)
    if around.reference.search(before):
        # '235.839' may be a number of two parts, which no language writes otherwise.
        literal = "".join(atom.said(text).split())
        # 'artikel 3.10' is not 'artikel 3.1'.
        values = {literal} if _SECTION.fullmatch(literal) else atom.values | {literal}
        return replace(atom, kind=Kind.REFERENCE, values=frozenset(values))
    if year:
        return replace(atom, kind=Kind.DATE)
    return replace(atom, measure=_measure(after, around.measures))


def _measure(after: str, measures: Mapping[str, str]) -> str:
    """What the number counts before which `after` stands: 'month', 'metre 2'."""
    found = _MEASURE.match(after)
    if not found or found["unit"].lower() not in measures:
        return ""
    power = found["raised"] or found["power"][:1].lower()
    return f"{measures[found['unit'].lower()]} {_POWERS.get(power, power)}".strip()
