"""Numbers in digits, which must come through with their value: asked of the translation like
terms, but nobody's terms, so that no report lists them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from vertaal.types import MatchMode, Term, TermMatch, TermStatus

# No clock time, date, version, decade, range of years or part of a code; a single digit may as
# well be written out, be an article ('1 van de') or go into 'both'.
_NUMBER = re.compile(
    r"""
    (?<![\w.,:/’'–-])(?<!\bjaren\s)
    (?: [1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?    # 1.234,56
      | \d+,\d+                              # 0,5
      | [1-9]\d{1,3}                         # 149; longer ones are codes
    )
    (?![\w:/–-]|[.,]\d)
    """,
    re.VERBOSE,
)
_TEENS = (
    "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # noqa: SIM905
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
_ONES = "one two three four five six seven eight nine".split()  # noqa: SIM905


def numbers(text: str, taken: Sequence[TermMatch] = ()) -> tuple[TermMatch, ...]:
    """The numbers in `text` with the ways English writes them, leaving out what overlaps a match
    in `taken`.
    """
    found = []
    for hit in _NUMBER.finditer(text):
        start, end = hit.span()
        if any(start < match.end and match.start < end for match in taken):
            continue
        forms = english_numbers(hit.group())
        term = Term(hit.group(), forms[0], TermStatus.KEEP, MatchMode.EXACT_CASE)
        found.append(TermMatch(start, end, hit.group(), term, forms, keep=True))
    return tuple(found)


@lru_cache(maxsize=4096)
def english_numbers(dutch: str) -> tuple[str, ...]:
    """How English writes a Dutch number, the likeliest first: '1.234,5' is '1,234.5'."""
    return tuple(dict.fromkeys(_written(dutch)))


def _written(dutch: str) -> Iterator[str]:
    whole, _, part = dutch.partition(",")
    plain = whole.replace(".", "")
    tail = f".{part}" if part else ""
    if "." not in whole:
        yield plain + tail
    yield f"{int(plain):,}{tail}"
    yield plain + tail
    if part:
        return
    if "." in whole:
        yield dutch  # the number of an article stays as it is
    value = int(plain)
    for size, name in ((10**9, "billion"), (10**6, "million")):
        if value % size == 0:
            yield f"{value // size} {name}"
    if value < 100:
        yield _in_words(value)


def _in_words(value: int) -> str:
    if value < 20:
        return _TEENS[value - 10]
    tens, ones = divmod(value, 10)
    return _TENS[tens - 2] + (f"-{_ONES[ones - 1]}" if ones else "")
