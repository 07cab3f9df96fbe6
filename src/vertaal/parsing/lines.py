"""The lines of a source, each with the place it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

PAGE_BREAK = "\f"
_ENDS = re.compile("\r\n|[\n\r\v\x85\u2028\u2029]")
BEGINS_LOWER = re.compile(r"\s*[a-zß-ÿ]")


@dataclass(frozen=True, slots=True)
class Line:
    """A stretch of one source line.

    `number` is the 1-based line of the source. `boundary` marks a line without text where a page
    ends: a form feed, or page furniture that was taken away.
    """

    number: int
    text: str
    boundary: bool = False

    @property
    def blank(self) -> bool:
        return not self.text or self.text.isspace()

    def with_text(self, text: str) -> Line:
        return replace(self, text=text)


def split_lines(text: str) -> list[Line]:
    """Cut a text into its lines; a form feed becomes a page boundary of its own."""
    lines = []
    for number, raw in enumerate(_ENDS.split(text), start=1):
        pieces = raw.split(PAGE_BREAK)
        for place, piece in enumerate(pieces):
            if place:
                lines.append(Line(number, PAGE_BREAK, boundary=True))
            if piece or len(pieces) == 1:
                lines.append(Line(number, piece))
    return lines


def boundary_at(line: Line) -> Line:
    """The boundary that takes the place of a line of furniture."""
    return Line(line.number, "", boundary=True)


def cut(line: Line, places: Iterable[int]) -> list[Line]:
    """The line in pieces, cut at the given offsets; pieces without text are left out."""
    edges = [0, *sorted(set(places)), len(line.text)]
    pieces = [line.text[start:end] for start, end in pairwise(edges)]
    kept = [line.with_text(piece) for piece in pieces if piece.strip()]
    return kept or [line]
