"""The margin beside the lines of a page, which text laid out as the page keeps to their right."""

from __future__ import annotations

import re
from collections import Counter

from vertaal.parsing.lines import PAGE_BREAK, Line, boundary_at
from vertaal.parsing.printed import is_margin_heading
from vertaal.types import Removal

MARGIN = "margin of the page"
_PIECE = re.compile(r"(?:(?<! ) {3,}+|^ {2,}+)(?=\S)")
_LEAST_COLUMN = 40
_FEWEST = 3


def take_margins(lines: list[Line], removed: list[Removal]) -> list[Line]:
    """The lines without what stands in a column of its own at the right of their page, if one of
    its lines is a heading of a letter's margin ('Ons kenmerk').
    """
    kept: list[Line] = []
    start = 0
    breaks = [index for index, line in enumerate(lines) if line.text == PAGE_BREAK]
    for end in [*breaks, len(lines)]:
        page = lines[start:end]
        column = _column(page)
        kept += [_cut(line, column, removed) for line in page] if column else page
        start = end
    return kept


def _column(page: list[Line]) -> int:
    """Where the margin begins; 0 where there is none."""
    found: Counter[int] = Counter()
    headed: set[int] = set()
    for line in page:
        last = [match.end() for match in _PIECE.finditer(line.text)][-1:]
        found.update(last)
        headed.update(place for place in last if is_margin_heading(line.text[place:]))
    return next(
        (
            place
            for place, times in found.most_common()
            if times >= _FEWEST
            and place >= _LEAST_COLUMN
            and place in headed
            and not any(line.text[place - 2 : place].strip() for line in page)
        ),
        0,
    )


def _cut(line: Line, column: int, removed: list[Removal]) -> Line:
    beside = line.text[column:].strip()
    if not beside:
        return line
    removed.append(Removal(line.number, beside, MARGIN))
    left = line.text[:column].rstrip()
    return line.with_text(left) if left else boundary_at(line)
