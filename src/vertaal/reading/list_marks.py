"""What stands before the items of lists, written as text."""

from __future__ import annotations

from collections.abc import Callable

BULLET = "-"
UNMARKED = "unmarked-list"
"""The class of what is put around a list whose items show no mark."""


def letter(number: int) -> str:
    """The mark of a lettered list: a … z, aa … zz."""
    if not 0 < number <= 26 * 30:
        return str(number)
    return chr(97 + (number - 1) % 26) * ((number - 1) // 26 + 1)


_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)


def roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    text = ""
    for worth, sign in _ROMAN:
        times, number = divmod(number, worth)
        text += sign * times
    return text


COUNTS: dict[str, Callable[[int], str]] = {
    "a": letter,
    "A": lambda number: letter(number).upper(),
    "i": roman,
    "I": lambda number: roman(number).upper(),
}
"""By what HTML and OpenDocument call each form."""
