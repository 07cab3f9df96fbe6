"""Months and days of the week, as Dutch and English call them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vertaal.types import Span

ENGLISH_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
"""Not `calendar.month_name`, whose language is that of the locale."""

DUTCH_MONTHS = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)

DUTCH_MONTH = "|".join(DUTCH_MONTHS)
"""Pattern for the Dutch name of a month."""
NUMERIC_DATE = re.compile(r"(?<![\w.,:/–-])(\d{1,2})([-/])(0?[1-9]|1[0-2])\2(\d{4})(?![\w/–-])")
"""'1-7-2025', '01/07/2025': the first of July."""
_DAY = r"(0?[1-9]|[12]\d|3[01])/(0?[1-9]|1[0-2])(?![\w/–-]|[.,]\d)"
_ONE_DAY_OF_MONTH = re.compile(_DAY)
_DAYS_OF_MONTHS = re.compile(
    rf"(?i:\b(?:op|per|d\.d\.|sinds|vanaf|uiterlijk|t/m)\s)(?P<days>(?!24/7|9/11){_DAY}"
    rf"(?:(?:,\s|\s(?:en|of|t/m|tot(?:\sen\smet)?)\s){_DAY})*)"
    rf"(?!\s(?:del?en?|deel|van|uur|jaar|maand|dag|dagen|meerderheid|{DUTCH_MONTH})\b)"
)
"""'Op 25/4': what stands before tells it from a fraction."""
_SHORT_MONTH = re.compile(
    r"(?<=\d )(?:jan|febr?|mrt|apr|jun|jul|aug|sept?|okt|nov|dec)\.?(?=\s(?:19|20)\d\d\b)"
)
WEEKDAYS = tuple("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split())
_POINT = r"(?:\.(?!\s*$))?"
_SHORT_DAY = "(?:[Mm]a|[Dd]i|[Ww]o|[Dd]o|[Vv]r|[Zz]a|[Zz]o)"
_SHORT_DAYS = re.compile(
    rf"(?<![\w.’'-])(?!zo en zo\b){_SHORT_DAY}{_POINT}"
    rf"(?:(?:\s?(?:t/m|tot en met|[-–/&]|en|,)\s?{_SHORT_DAY}(?![\w’'-]){_POINT})+"
    rf"|(?=:?\s\d{{1,2}}(?:[.:]\d\d|\s(?:{DUTCH_MONTH}))))"
)
_ONE_DAY = re.compile(rf"{_SHORT_DAY}(?!\w)\.?")


def days_of_months(text: str) -> Iterator[tuple[Span, int, int]]:
    """Where dates have a day and a month in figures, and these: 'op 25/4'."""
    for hit in _DAYS_OF_MONTHS.finditer(text):
        for day in _ONE_DAY_OF_MONTH.finditer(text, *hit.span("days")):
            yield day.span(), int(day[1]), int(day[2])


def short_months(text: str) -> Iterator[tuple[Span, str]]:
    """Where months are abbreviated, and their Dutch names: '30 okt. 2025'."""
    for hit in _SHORT_MONTH.finditer(text):
        start = hit.group()[:3].replace("mrt", "maa")
        yield hit.span(), next(name for name in DUTCH_MONTHS if name.startswith(start))


def short_weekdays(text: str) -> Iterator[tuple[Span, int]]:
    """Where days of the week are abbreviated, and which of `WEEKDAYS` each is: 'ma t/m vr',
    'wo 12 maart'.
    """
    for hit in _SHORT_DAYS.finditer(text):
        for day in _ONE_DAY.finditer(text, *hit.span()):
            short = day.group().lower().rstrip(".")
            yield day.span(), next(i for i, name in enumerate(WEEKDAYS) if name.startswith(short))
