"""Rows of tables: which lines are such, and their text with borders between the cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from vertaal.cells import BAR, BORDER, EMPTY
from vertaal.parsing.lines import BEGINS_LOWER, Line
from vertaal.types import Span

TAB = "\t"
"""Between the cells of a row."""
BULLET = re.compile(
    r"\s*(?:(?P<sign>[-–•*▪·])\s|(?P<o>o)\s(?=[A-Z])|(?P<number>\d{1,2})[.)](?=\s|[^\W\d_]{2})"
    r"|(?P<letter>[a-z])[.)]\s)"
)
_CELLS = re.compile(r"\S(?: {3}|[^\S\t]*\t)\s*\S")
_COUNTED = re.compile(r"[^\t]*?\S(?:\s*\t| {3,}[\d.,%€–-]+\s*$)")
"""A line that begins small is a row where a tab parts it, or a figure stands at its end: else a
sentence goes on in it."""
_CELL = re.compile(r"\S+(?: {1,2}\S+)*")
"""What no gap parts."""
_NEAR = 1
"""Columns by which cells below each other may be out of line."""
_SHORT = 20
"""Longer cells end where they like."""


def table_rows(lines: Sequence[Line], of_format: bool = False) -> dict[int, str]:
    """The lines that are rows of tables, and the text of each.

    Tabs, bars or gaps part the cells of at least two lines below each other. In what a format
    keeps apart (`of_format`) a tab alone says so.
    """
    found: dict[int, str] = {}
    signs = [_parted_by(line.text) for line in lines]
    for sign, run in groupby(range(len(lines)), lambda place: signs[place]):
        if sign and len(places := list(run)) > 1:
            texts = [lines[place].text for place in places]
            found.update(zip(places, _bordered(texts), strict=True))
    for place in found:
        below = lines[place + 1].text if place + 1 < len(lines) and place + 1 not in found else ""
        if BEGINS_LOWER.match(below) and TAB not in lines[place].text:
            # Its cells run on there, and which does is not known.
            found[place] = lines[place].text
    if of_format:
        rows = (place for place, line in enumerate(lines) if TAB in line.text.strip())
        found |= {place: _joined(_split(lines[place].text)) for place in rows}
    return found


def _parted_by(text: str) -> str:
    """How the line is parted: by its bars, or by tabs or gaps other than the one behind a list's
    mark.
    """
    if bars := len(BAR.findall(text.strip())):
        return BORDER * bars
    if BEGINS_LOWER.match(text) and not _COUNTED.match(text):
        return ""
    return TAB if _CELLS.search(text, _start(text)) else ""


def _start(text: str) -> int:
    """Where a row's first cell begins: behind a list's mark."""
    mark = BULLET.match(text)
    return len(text) - len(text[mark.end() :].lstrip()) if mark else 0


def _split(text: str) -> list[str]:
    """The cells between tabs, the first with the mark of a list before it."""
    start = _start(text)
    first, *others = text[start:].split(TAB)
    return [text[:start] + first, *others]


def _bordered(texts: Sequence[str]) -> list[str]:
    """The rows of a table with borders between their cells."""
    if BAR.search(texts[0]):
        return list(texts)
    if not any(TAB in text for text in texts):
        return _aligned(texts)
    rows = [_split(text) for text in texts]
    if len({len(row) for row in rows}) > 1:  # Several tabs in a row brought one cell into line.
        return [_joined([cell for cell in row if cell.strip()]) for row in rows]
    columns = [column for column in zip(*rows, strict=True) if "".join(column).strip()]
    return [_joined(row) for row in zip(*columns, strict=True)]


def _joined(cells: Sequence[str]) -> str:
    last = max((place for place, cell in enumerate(cells) if cell.strip()), default=-1)
    return BORDER.join(cell.strip() or EMPTY for cell in cells[: last + 1])


def _aligned(texts: Sequence[str]) -> list[str]:
    """The rows of a table that gaps part; one out of line with the row of most cells may be no
    row, and stays as it is.
    """
    rows = [[hit.span() for hit in _CELL.finditer(text, _start(text))] for text in texts]
    widest = max(rows, key=len)
    columns = [_columns(row, widest) for row in rows]
    if sum(map(bool, columns)) < 2:
        return list(texts)
    found: list[str] = []
    for text, row, places in zip(texts, rows, columns, strict=True):
        cells = [""] * len(widest)
        for place, (start, end) in zip(places, row, strict=False):
            cells[place] = text[start:end]
        cells[0] = text[: _start(text)] + cells[0]
        found.append(_joined(cells) if places else text)
    return found


def _columns(row: Sequence[Span], widest: Sequence[Span]) -> list[int]:
    """In which column of the widest row each cell of another stands; nothing where they are out
    of line.
    """
    ways = [[_distance(cell, column) for column in widest] for cell in row]
    found = [way.index(min(way)) for way in ways]
    near = any(min(way) <= _NEAR for way in ways[1:])
    return found if near and found == sorted(set(found)) else []


def _distance(cell: Span, column: Span) -> int:
    """How far the cell is out of line: figures have their ends below each other."""
    begins = abs(cell[0] - column[0])
    return min(begins, abs(cell[1] - column[1])) if cell[1] - cell[0] <= _SHORT else begins
