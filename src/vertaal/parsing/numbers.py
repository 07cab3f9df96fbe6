"""Lists of question numbers as labels write them: '2, 3 en 6', '2 t/m 6', '4-7', '1a'."""

from __future__ import annotations

import re
from itertools import pairwise

from vertaal.types import QuestionNumber

NUMBER = r"\d{1,3}(?!\d)(?:[a-z](?![^\W_]))?"
_RANGE = r"t\s*/\s*m?\.?|t\.?\s?e\.?\s?m\.?|tot\s+en\s+met|tot|[-–—]"
_AND = r",\s*(?:en|&|alsmede)|,|;|&|\+|/|en|alsmede"
_AGAIN = r"(?:(?:deel)?vra(?:ag|gen)\s*)?(?:nrs?\.?\s*)?"
NUMBERS = rf"{NUMBER}(?:\s*(?:{_RANGE}|{_AND})\s*{_AGAIN}{NUMBER})*"
"""Pattern for a list of numbers (write with `re.IGNORECASE`)."""
STOPPED_NUMBERS = (
    rf"{NUMBER}(?:\.?\s*(?:{_RANGE}|{_AND})\s*{NUMBER}(?=\.|\)|,|\s*(?:{_AND}))){{0,60}}"
)
"""The same where each number may have a full stop: '1. en 2.'."""

_TOKEN = re.compile(rf"(?P<range>{_RANGE})?\s*(?:{_AND})?\s*{_AGAIN}(?P<number>{NUMBER})", re.I)
LONGEST_RANGE = 80


def read_numbers(text: str) -> tuple[QuestionNumber, ...]:
    """The numbers that a list names, in its order, ranges written out and repeats dropped."""
    found: list[QuestionNumber] = []
    ranged: list[bool] = []
    for match in _TOKEN.finditer(text):
        found.append(_number(match["number"]))
        ranged.append(match["range"] is not None)
    numbers = list(found[:1])
    for (first, last), span in zip(pairwise(found), ranged[1:], strict=True):
        if (
            span
            and isinstance(first, int)
            and isinstance(last, int)
            and 0 < last - first <= LONGEST_RANGE
        ):
            numbers.extend(range(first + 1, last))
        numbers.append(last)
    return tuple(dict.fromkeys(numbers))


def base(number: QuestionNumber) -> int:
    """The number without its letter: 1 for '1a'."""
    return number if isinstance(number, int) else int(number.rstrip("abcdefghijklmnopqrstuvwxyz"))


def _number(text: str) -> QuestionNumber:
    return int(text) if text.isdigit() else text.lower()
