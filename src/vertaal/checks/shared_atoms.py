"""What both languages write alike: dates, sections, footnote marks, lists of numbers, fractions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Mapping, Sequence
from decimal import Decimal

from vertaal.amounts import THIRDS, scaled_euros
from vertaal.checks.atoms import Atom, Finder, Kind, month, share, value

_NUMERIC_DATE = re.compile(r"(?<![\d/-])(\d{1,2})([-/])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d/-])")
_SECTION = re.compile(r"(?<![\w.,:/-])\d{1,2}(?:\.\d{1,2}){2,}(?!\d|\.\d)")
_MARK = re.compile(
    r"(?:(?<=[a-zë»”’\"')\]?!])|(?<=[^\d\s][.,]))\d{1,2}(?:,\s?\d{1,2})*"
    r"(?![\d%]|\w|[.,:]\d|/\d|\s\d{3}\b)"
)


_PARTS = "[¼½¾⅛⅜⅝⅞]"
_SIGNS = {"1/2": "½", "1/4": "¼", "3/4": "¾"}
_THIRD = re.compile(f"[{''.join(THIRDS)}]")


def numeric_dates(text: str) -> Iterator[Atom]:
    """The days, months and years of dates such as '12-3-2021'; the day comes first if it can."""
    for match in _NUMERIC_DATE.finditer(text):
        first, second = int(match[1]), int(match[3])
        day, number = (first, second) if second <= 12 else (second, first)
        if not 1 <= number <= 12:
            continue
        day_group, month_group = (1, 3) if day == first else (3, 1)
        yield Atom(*match.span(day_group), frozenset({value(day)}), Kind.DATE)
        yield Atom(*match.span(month_group), frozenset({month(number)}), Kind.DATE)
        yield Atom(*match.span(4), frozenset(_year_values(match[4])), Kind.DATE)


def sections(text: str) -> Iterator[Atom]:
    """Numbers of three parts or more: 'paragraaf 2.1.6'."""
    for match in _SECTION.finditer(text):
        yield Atom(*match.span(), frozenset({match.group()}), Kind.REFERENCE)


def named_date(match: re.Match[str], number: int, days: Sequence[str] = ("day",)) -> Iterator[Atom]:
    """The days of a date whose month, the `number`th, is written out: what stands in the groups
    `days` and can be one. Its month and its year are in the groups of that name.
    """
    for group in days:
        if match[group] and 1 <= int(match[group]) <= 31:
            yield Atom(*match.span(group), frozenset({value(match[group])}), Kind.DATE)
    yield Atom(*match.span("month"), frozenset({month(number)}), Kind.DATE)
    if match["year"]:
        yield Atom(*match.span("year"), frozenset({match["year"]}), Kind.DATE)


def amounts_in_thousands(*, dutch: bool) -> Finder:
    """Finds 'k€ 350' and 'M€ 3,5', worth what they say in euros."""

    def find(text: str) -> Iterator[Atom]:
        for span, number, size in scaled_euros(text, dutch=dutch):
            yield Atom(*span, frozenset({value(number * size)}), Kind.MONEY, "euro")

    return find


def short_years(pattern: re.Pattern[str]) -> Finder:
    """Finds years of two figures, the group `year` of the pattern: '’24'."""

    def find(text: str) -> Iterator[Atom]:
        for match in pattern.finditer(text):
            yield Atom(*match.span("year"), frozenset(_year_values(match["year"])), Kind.DATE)

    return find


def _year_values(digits: str) -> set[str]:
    return {value(digits), f"20{digits}", f"19{digits}"} if len(digits) == 2 else {value(digits)}


def marks(text: str) -> Iterator[Atom]:
    """The numbers of footnote marks, which ask for nothing."""
    for match in _MARK.finditer(text):
        for part in re.finditer(r"\d+", match.group()):
            at = match.start() + part.start()
            yield Atom(at, at + len(part.group()), frozenset({part.group()}), firm=False)


def listed(pattern: re.Pattern[str]) -> Finder:
    """Finds the numbers in the group `list` of the pattern, such as the '2,3' of 'vragen 2,3'."""

    def find(text: str) -> Iterator[Atom]:
        for match in pattern.finditer(text):
            for part in re.finditer(r"\d+", match["list"]):
                at = match.start("list") + part.start()
                yield Atom(at, at + len(part.group()), frozenset({value(part.group())}))

    return find


def fraction_signs(magnitudes: Mapping[str, int]) -> Finder:
    """Finds '2½', '2 1/2' and '¾', with what may stand behind them: 'miljoen'."""
    pattern = re.compile(
        rf"(?:(?<![\d.,/-])(?P<whole>\d{{1,3}})(?:\s?(?P<part>{_PARTS})|\s(?P<plain>1/[24]|3/4)(?![\d/]))"
        rf"|(?P<alone>{_PARTS}))(?:\s(?P<magnitude>{'|'.join(magnitudes)})\b)?"
    )

    def find(text: str) -> Iterator[Atom]:
        for match in pattern.finditer(text):
            sign = match["part"] or match["alone"] or _SIGNS[match["plain"]]
            number = int(match["whole"] or 0) + Decimal(unicodedata.numeric(sign))
            number *= magnitudes.get(match["magnitude"], 1)
            yield Atom(*match.span(), frozenset({value(number)}))
        for match in _THIRD.finditer(text):
            yield Atom(*match.span(), frozenset({THIRDS[match.group()]}))

    return find


def fractions(
    pattern: re.Pattern[str],
    over: Mapping[str, int],
    under: Mapping[str, int],
    counted: Container[str] = frozenset(),
) -> Finder:
    """Finds fractions in words (the groups `over` and `under` of the pattern, and what these words
    are worth) or in figures (`top` and `bottom`). Those `counted` may be no parts of a whole.
    """

    def find(text: str) -> Iterator[Atom]:
        for match in pattern.finditer(text):
            parts = match["under"].lower() if match["under"] else ""
            if parts:
                word = match["over"].lower()
                above, below = int(word) if word.isdigit() else over[word], under[parts]
            else:
                above, below = int(match["top"]), int(match["bottom"])
            values = {f"{above}/{below}"}
            if parts in counted:
                values.add(value(above))
            if below in (2, 4, 5):
                part = Decimal(above) / Decimal(below)
                values |= {value(part), share(part)}
            yield Atom(*match.span(), frozenset(values), firm=1 < above < below)

    return find
