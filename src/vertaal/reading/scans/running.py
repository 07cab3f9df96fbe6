"""Headers, footers and specks: what its place and size on the page tells from running text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import mean, median

from vertaal.parsing.labels import find_label
from vertaal.parsing.likeness import alike, key_of
from vertaal.reading.scans.boxes import TextLine
from vertaal.reading.scans.columns import Layout

HEADER, FOOTER, PAGE, STRAY = "running header", "running footer", "page number", "stray mark"
_DEEP = 5
"""Lines from the edge of a page that may be a header or footer."""
_TOP, _FOOT = 0.17, 0.15
"""Shares of a page's height in which they stand."""
_APART = 1.5
"""Usual line steps that part a header from the text."""
_GHOST = 0.6
"""Confidence above which a line inside another one's box is no ghost of it."""
_NUMBER = re.compile(r"\W*(\d{1,4})\W*")


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line that stands apart at the top or foot of a page."""

    page: int
    index: int
    line: TextLine
    left: float
    height: float
    """Shares of the page's width and height."""

    def beside(self, other: _Edge) -> bool:
        """Whether both stand at the same place of different pages."""
        near = abs(self.left - other.left) < 0.03 and abs(self.height - other.height) < 0.02
        return near and self.page != other.page

    @property
    def number(self) -> int | None:
        found = _NUMBER.fullmatch(self.line.text)
        return int(found[1]) if found else None


def step_of(lines: Sequence[TextLine]) -> float:
    """The usual distance between baselines; 0 where it cannot be told."""
    steps = [below.base - above.base for above, below in pairwise(lines)]
    steps = sorted(step for step in steps if step > 0)
    # Blank lines and headings are the larger half at most.
    return median(steps[: max(1, len(steps) * 2 // 3)]) if steps else 0.0


def furniture(layouts: Sequence[Layout]) -> tuple[dict[int, str], ...]:
    """For every page: the index of each body line that is no running text, and what it is."""
    found: tuple[dict[int, str], ...] = tuple(
        {index: STRAY for index, line in enumerate(layout.body) if _is_speck(line, layout)}
        for layout in layouts
    )
    edges = [edge for page in range(len(layouts)) for edge in _edges(page, layouts[page])]
    for edge in edges:
        rivals = [other for other in edges if edge.beside(other)]
        if edge.number is not None:
            shift = edge.number - layouts[edge.page].page.number
            counted = any(
                other.number is not None and other.number - layouts[other.page].page.number == shift
                for other in rivals
            )
            if counted:
                found[edge.page][edge.index] = PAGE
        elif any(_same(edge.line.text, other.line.text) for other in rivals):
            found[edge.page][edge.index] = HEADER if edge.height < 0.5 else FOOTER
    return found


def _same(one: str, other: str) -> bool:
    """Alike up to misread letters, whatever numbers they hold."""
    if find_label(one) is not None:
        return False
    keys = [re.sub(r"\d+", "0", key_of(text)) for text in (one, other)]
    return keys[0] == keys[1] or alike(*keys)


def _is_speck(line: TextLine, layout: Layout) -> bool:
    """Whether a line is dirt, or the dots of another line's letters read once more."""
    small = 0 < line.x_height < 0.4 * layout.x_height
    if small or not any(character.isalnum() for character in line.text):
        return True
    if mean(word.confidence for word in line.words) > _GHOST:
        return False
    box, middle = line.box, (line.box.top + line.box.bottom) / 2
    return any(
        other is not line
        and other.box.top < middle < other.base
        and other.box.left <= box.left
        and box.right <= other.box.right
        for other in layout.body
    )


def _edges(page: int, layout: Layout) -> list[_Edge]:
    lines = layout.body
    step = step_of(lines)
    gaps = [below.base - above.base > _APART * step for above, below in pairwise(lines)]
    tops = [index + 1 for index, gap in enumerate(gaps[:_DEEP]) if gap]
    feet = [index + 1 for index, gap in enumerate(gaps) if gap and index >= len(gaps) - _DEEP]
    indexes = {*range(max(tops, default=0)), *range(min(feet, default=len(lines)), len(lines))}
    low, high = _TOP * layout.page.height, (1 - _FOOT) * layout.page.height
    return [
        _Edge(
            page,
            index,
            lines[index],
            lines[index].box.left / layout.page.width,
            lines[index].base / layout.page.height,
        )
        for index in sorted(indexes)
        if not low < lines[index].base < high
    ]
