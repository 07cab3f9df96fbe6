"""How wide text is that a PDF shows: from the widths in its fonts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

_USUAL = 500.0
"""Of a letter whose width is not told, in thousandths of its size."""
_CODES = 0x10000


@dataclass(slots=True)
class Widths:
    """The widths of a font's characters by their codes, in thousandths of its size."""

    double: bool = False
    """Whether a code takes two bytes."""
    other: float = _USUAL
    by_code: dict[int, float] = field(default_factory=dict)

    def of(self, shown: bytes) -> float:
        return sum(self.by_code.get(code, self.other) for code in self.codes(shown))

    def codes(self, shown: bytes) -> Sequence[int]:
        if not self.double:
            return shown
        return [high << 8 | low for high, low in zip(shown[::2], shown[1::2], strict=False)]


def widths_of(font: Any) -> Widths:
    """What a font's dictionary says; the usual where it does not."""
    try:
        if font["/Subtype"] == "/Type0":
            kin = font["/DescendantFonts"][0].get_object()
            return Widths(True, float(kin.get("/DW", 1000)), dict(_pairs(kin.get("/W", []))))
        unit = 1000 * float(font["/FontMatrix"][0]) if "/FontMatrix" in font else 1.0
        first = int(font["/FirstChar"])
        return Widths(
            by_code={code: unit * float(width) for code, width in enumerate(font["/Widths"], first)}
        )
    except Exception:  # A font that is damaged or not embedded: any of it may be missing.
        return Widths()


def _pairs(told: Sequence[Any]) -> Iterator[tuple[int, float]]:
    """Codes and widths from lists of `first [width …]` and `first last width`."""
    rest = iter(told)
    for first in rest:
        following = next(rest).get_object()
        if isinstance(following, list):
            yield from ((code, float(width)) for code, width in enumerate(following, int(first)))
        else:
            width = float(next(rest))
            for code in range(int(first), min(int(following), _CODES) + 1):
                yield code, width
