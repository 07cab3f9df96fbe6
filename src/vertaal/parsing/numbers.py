"""Lists of question numbers as labels write them: '2, 3 en 6', '4-7', '4 (a)', 'A1', 'drie'."""

from __future__ import annotations

import re
from itertools import pairwise
from string import ascii_uppercase

from vertaal.numerals import DUTCH_ONES
from vertaal.types import QuestionNumber

_RANGE = r"t\s*/\s*m?\.?|t\.?\s?e\.?\s?m\.?|t\.?m\.?(?![^\W\d_])|tot\s+en\s+met|tot|[-–—]"
_AND = r",\s*(?:en|&|alsmede)|,|;|&|\+|/|en|alsmede"
_LETTERS = rf"[a-z](?![^\W_])(?:\)?\s*(?:{_RANGE}|{_AND})\s*[a-h](?![^\W_]))*"
_SUB = r"\.|,?\s(?:sub|onder(?:deel)?)\s"
NUMBER = (
    r"\d{1,3}(?!\d|[.,]\d{3})"
    rf"(?:(?:{_SUB})?{_LETTERS}|\s?\({_LETTERS}\)|\s{_LETTERS}(?=\)?:?\s*$))?"
)
_AGAIN = r"(?:(?:op\s+)?(?:de\s+)?(?:deel)?vra(?:ag|gen)\s*)?(?:nrs?\.?\s*)?"
NUMBERS = rf"{NUMBER}(?:\s*(?:{_RANGE}|{_AND})\s*{_AGAIN}{NUMBER})*"
"""Pattern for a list of numbers (write with `re.IGNORECASE`)."""
_SUBNUMBER = r"\d{1,3}(?:\.\d{1,2}(?![^\W_]))+"
_LETTERED = rf"(?:{_SUBNUMBER}|{NUMBER})"
LETTERED_NUMBERS = rf"{_LETTERED}(?:\s*(?:{_RANGE}|{_AND})\s*{_AGAIN}{_LETTERED})*"
"""The same behind a letter or a word, where '2.1' can be no amount."""
ROMAN = r"(?-i:(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3}))(?![^\W_])"
SMALL_ROMAN = r"(?=[ivx])x{0,2}(?:ix|iv|v?i{0,3})"
"""As items of a list are counted."""
_NAMES = (*DUTCH_ONES, "twintig")
_NAME = rf"(?:[eé]én|éen|{'|'.join(_NAMES)})(?![^\W_])"
_SERIES = r"(?-i:[A-Z])\.?(?=\d{1,2}(?![^\W_]))"
_MISREAD = r"(?-i:l|(?=.?[lIO])(?=.?[\dlO])[\dlI][\dlIO])(?![^\W_])"
"""'1' and '10' as a scan may read them."""
_WORDED = rf"(?:{_MISREAD}|{_LETTERED}|{ROMAN}|{_NAME}|{_SERIES}\d{{1,2}})"
LABEL_NUMBERS = rf"{_WORDED}(?:\s*(?:{_RANGE}|{_AND})\s*{_AGAIN}{_WORDED})*"
"""The same behind a word, where 'IV' can be no initials and 'A1' no road."""
STOPPED_NUMBERS = (
    rf"{NUMBER}(?:\.?\s*(?:{_RANGE}|{_AND})\s*{NUMBER}(?=\.|\)|,|\s*(?:{_AND}))){{0,60}}"
)
"""The same where each number may have a full stop: '1. en 2.'."""

_TOKEN = re.compile(
    rf"(?P<range>{_RANGE})?\s*(?:{_AND})?\s*"
    rf"(?:{_AGAIN}(?P<series>{_SERIES})?(?P<number>\d{{1,3}})(?P<sub>(?:\.\d{{1,2}}(?![^\W_]))+)?(?:(?:\s?\(|{_SUB}|\s)?(?P<letter>[a-h]|(?<=[\d(])[a-z])(?![^\W_]))?|(?P<again>[a-h](?![^\W_])))",
    re.I,
)
LONGEST_RANGE = 80
_ROMANS = re.compile(rf"(?<![^\W_]){ROMAN}")
_MISREADS = re.compile(rf"(?<![^\W_]){_MISREAD}")
_AS_DIGITS = str.maketrans("lIO", "110")
_NAMED = re.compile(rf"(?<![^\W_]){_NAME}", re.I)
_WORTH = {"I": 1, "V": 5, "X": 10}


def read_numbers(text: str) -> tuple[QuestionNumber, ...]:
    """The numbers that a list names, in its order, ranges written out and repeats dropped."""
    found: list[tuple[int, str]] = []
    series: list[str] = []
    ranged: list[bool] = []
    text = _MISREADS.sub(lambda found: found.group().translate(_AS_DIGITS), text)
    for match in _TOKEN.finditer(
        _NAMED.sub(_figure, _ROMANS.sub(lambda found: str(arabic(found.group())), text))
    ):
        if match["number"]:
            found.append((int(match["number"]), match["sub"] or (match["letter"] or "").lower()))
        elif found:
            # '1a en b'
            found.append((found[-1][0], match["again"].lower()))
        else:
            continue
        # 'A1 en 2'
        series.append((match["series"] or "").rstrip(".") or (series[-1] if series else ""))
        ranged.append(match["range"] is not None)
    numbers = [(series[0], *found[0])] if found else []
    for (first, last), (of, ours), span in zip(
        pairwise(found), pairwise(series), ranged[1:], strict=True
    ):
        between = _between(first, last) if span and of == ours else []
        numbers += [(ours, *each) for each in (*between, last)]
    return tuple(
        dict.fromkeys(f"{of}{n}{letter}" if of or letter else n for of, n, letter in numbers)
    )


def _figure(name: re.Match[str]) -> str:
    return str(_NAMES.index(name.group().lower().replace("é", "e")) + 1)


def arabic(roman: str) -> int:
    """What a Roman numeral up to 39 is worth."""
    worth = [_WORTH[letter] for letter in roman]
    return sum(-x if x < y else x for x, y in zip(worth, [*worth[1:], 0], strict=True))


def _between(first: tuple[int, str], last: tuple[int, str]) -> list[tuple[int, str]]:
    """What a range leaves out: 2 of '1-3', 1b of '1a-1c', 1.2 of '1.1-1.3'."""
    if not first[1] and not last[1] and last[0] - first[0] <= LONGEST_RANGE:
        return [(number, "") for number in range(first[0] + 1, last[0])]
    if first[0] != last[0] or not first[1] or not last[1]:
        return []
    (above, dot, start), (above_last, _, end) = first[1].rpartition("."), last[1].rpartition(".")
    if dot and above == above_last and end.isdigit():
        return [(first[0], f"{above}.{number}") for number in range(int(start) + 1, int(end))]
    if dot or end != last[1]:
        return []
    return [(first[0], chr(code)) for code in range(ord(start) + 1, ord(end))]


def letter_of(number: QuestionNumber) -> str:
    """The letter behind the number: 'a' of '1a'; empty where there is none."""
    return str(number).lstrip("0123456789") if str(number)[-1].isalpha() else ""


def base(number: QuestionNumber) -> int:
    """The number without its letters or what is below it: 1 for '1a', '1.2' and 'A1'."""
    return int(re.split(r"[^0-9]", str(number).lstrip(ascii_uppercase))[0])
