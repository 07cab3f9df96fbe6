"""How many there are of something, in a message."""

from __future__ import annotations


def count(number: int, one: str, many: str = "") -> str:
    """'1 row', '2 rows'; `many` where the plural takes more than an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"
