"""Amounts as budgets count them: in thousands ('k€ 350'), in millions ('M€ 3,5'), or, in Dutch, in
hundreds of thousands ('€ 3 ton').
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from vertaal.types import Span

_SIZES = {"k": 1_000, "m": 1_000_000, "ton": 100_000}
_DUTCH = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"
_ENGLISH = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"


def _pattern(number: str, ton: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<size>[kKM])\s?€\s?(?P<number>{number})(?!\w|[.,]\d|\s?[-–]\s?\d)"
        rf"|(?<![\w.,])(?:€\s?)?(?P<number_2>{number})\s?(?P<size_2>[kKM])\s?€(?!\s?\d)"
        rf"|€\s?(?P<number_3>{number})(?P<size_3>[kK]|{ton})(?!\w)"
    )


_IN_DUTCH = _pattern(_DUTCH, r"\s?ton")
_IN_ENGLISH = _pattern(_ENGLISH, "k")


def scaled_euros(text: str, *, dutch: bool) -> Iterator[tuple[Span, Decimal, int]]:
    """Where such an amount stands, the number that it says, and how many euros one of it is."""
    if "€" not in text:
        return
    for hit in (_IN_DUTCH if dutch else _IN_ENGLISH).finditer(text):
        said = hit["number"] or hit["number_2"] or hit["number_3"]
        size = hit["size"] or hit["size_2"] or hit["size_3"]
        plain = said.replace(".", "").replace(",", ".") if dutch else said.replace(",", "")
        yield hit.span(), Decimal(plain), _SIZES[size.strip().lower()]
