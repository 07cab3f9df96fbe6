"""What character recognition gives: glyphs, words and lines, each with its box on the page.

All measures are pixels of the picture that was read, from its upper left corner.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from statistics import mean, median


@dataclass(frozen=True, slots=True)
class Box:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top


def around(boxes: list[Box]) -> Box:
    """The box that holds all of them."""
    return Box(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character. `confidence` is between 0 and 1."""

    text: str
    box: Box
    confidence: float


@dataclass(frozen=True, slots=True)
class Word:
    glyphs: tuple[Glyph, ...]
    box: Box
    confidence: float

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)


_LOW = frozenset("acemnorsuvwxz")
"""Letters without ascender or descender: their height is the x-height, their foot the baseline."""


@dataclass(frozen=True)
class TextLine:
    """Words side by side, from left to right."""

    words: tuple[Word, ...]

    @cached_property
    def box(self) -> Box:
        return around([word.box for word in self.words])

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def x_height(self) -> float:
        """The height of its small letters; 0 where it has too few to tell."""
        heights = [glyph.box.height for glyph in self._low]
        return median(heights) if len(heights) >= 4 else 0.0

    @cached_property
    def base(self) -> float:
        """The height of the baseline on the page."""
        feet = [glyph.box.bottom for glyph in self._low]
        if not feet:
            feet = [g.box.bottom for word in self.words for g in word.glyphs if g.text.isalnum()]
        return median(feet) if feet else self.box.bottom

    @cached_property
    def _low(self) -> list[Glyph]:
        return [glyph for word in self.words for glyph in word.glyphs if glyph.text in _LOW]


@dataclass(frozen=True, slots=True)
class Page:
    """The lines of a page in no particular order, and its ruled lines."""

    number: int
    width: float
    height: float
    lines: tuple[TextLine, ...]
    rules: tuple[Box, ...] = ()

    @property
    def certainty(self) -> float:
        """The mean confidence of its words, each weighed by its letters."""
        sure = [word.confidence for line in self.lines for word in line.words for _ in word.glyphs]
        return mean(sure) if sure else 0.0
