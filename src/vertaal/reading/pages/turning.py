"""Tables that go on over the end of a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vertaal.parsing.lines import BEGINS_LOWER
from vertaal.parsing.marks import SENTENCE_END
from vertaal.reading.pages.drawn import Piece
from vertaal.reading.pages.rows import Cells, Table, lines_of, text_of

_NEAR = 3.0
"""Points by which the columns of a table that goes on may be out of line."""
_SMALLER = 0.9
"""As large, at most, is the print of notes, of the table's."""
_MOST_BETWEEN, _FURNITURE = 4, 60
"""Lines of the foot and head of a page between the parts of a table, and characters of one."""


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on a page, and the tables in it."""

    pieces: Sequence[Piece]
    tables: Sequence[Table]


def join_pages(pages: Sequence[Page]) -> None:
    """Find the columns of questions and answers, for what goes on over a page's end too, and put
    rows that the end of a page parts together on the first of their pages.
    """
    for page in pages:
        for table in page.tables:
            table.find_columns()
    homes: dict[tuple[int, int], Table] = {}
    for before, page in pairwise([Page((), ()), *pages]):
        for table in page.tables:
            if table.of is not None:
                _join_told(table, homes)
        above, below = _lowest(before), _topmost(page)
        if above is None or below is None or not _go_on(above, below):
            continue
        if not _text_between(before, above, page, below):
            _join_seen(above, below)


def _join_told(table: Table, homes: dict[tuple[int, int], Table]) -> None:
    """Put what the file says of rows that were begun on pages before there. `homes`: tables of the
    file and their rows → where the row began."""
    for row, cells in table.rows().items():
        home = homes.setdefault((id(table.of), row), table)
        begun = {column: home.cells.get((row, column), ()) for column in cells}
        # Browsers call the names of columns on each page the same row.
        again = all(begun.values()) and _texts(begun) == _texts(cells)
        if home is not table and not again:
            _move(table, row, cells, home, row)
    first = homes.setdefault((id(table.of), -1), table)
    table.columns = table.columns or first.columns


def _join_seen(above: Table, below: Table) -> None:
    if below.columns is None and above.edges:
        below.columns = above.columns
    rows = above.rows()
    place = max(rows)
    names, there = _texts(rows[min(rows)]), rows[place]
    for row, here in below.rows().items():
        if row != below.head and _texts(here) != names:
            if _row_goes_on(above, there, below, here):
                _move(below, row, here, above, place)
            return


def _texts(cells: Mapping[int, Sequence[Piece]]) -> list[str]:
    return [text_of(pieces) for pieces in cells.values()]


def _move(table: Table, row: int, cells: Cells, to: Table, place: int) -> None:
    for column, pieces in cells.items():
        to.cells.setdefault((place, column), []).extend(pieces)
        to.begun.update(table.begun.intersection(pieces))
        del table.cells[row, column]
    if row in table.split:
        to.split.add(place)


def _lowest(page: Page) -> Table | None:
    tables = (table for table in page.tables if table.cells)
    return min(tables, key=lambda table: table.heights()[0], default=None)


def _topmost(page: Page) -> Table | None:
    tables = (table for table in page.tables if table.cells)
    return max(tables, key=lambda table: table.heights()[1], default=None)


def _go_on(above: Table, below: Table) -> bool:
    """Whether the columns of both are the same, and the file says nothing of either."""
    if above.of is not below.of or above.of is not None:
        return False
    if bool(above.edges) != bool(below.edges):
        return False
    if above.edges:
        pairs = zip(above.edges, below.edges, strict=False)
        return len(above.edges) == len(below.edges) and all(abs(a - b) <= _NEAR for a, b in pairs)
    ours, theirs = above.extents(), below.extents()
    return ours.keys() == theirs.keys() and all(
        (left < theirs[other][1] and theirs[other][0] < right) is (column == other)
        for column, (left, right) in ours.items()
        for other in theirs
    )


def _text_between(before: Page, above: Table, page: Page, below: Table) -> bool:
    """Whether more than the foot of a page and the head of the next stands between two tables."""
    found = [x for x in before.pieces if x.spans and x.y < above.heights()[0]]
    found += [x for x in page.pieces if x.spans and x.y > below.heights()[1]]
    extents = above.extents().values()
    left, right = min(start for start, _ in extents), max(end for _, end in extents)
    size = max(piece.size for pieces in above.cells.values() for piece in pieces)
    lines = (
        [piece for piece in line if piece.text.strip()]
        for line in (lines_of(found) if found else ())
        if any(x.spans[0].left < right and left < x.spans[-1].right for x in line)
        and any(x.size > _SMALLER * size for x in line)
    )
    texts = [text_of(line) for line in lines if line]
    return len(texts) > _MOST_BETWEEN or any(
        len(text) > _FURNITURE or SENTENCE_END.search(text) for text in texts
    )


def _row_goes_on(above: Table, there: Cells, below: Table, here: Cells) -> bool:
    """Whether the last row of a table goes on in the first row of its other part."""
    columns = below.columns
    if columns is not None and columns.number in there:
        return columns.number not in here
    if columns is not None and columns.question not in here:
        return True
    if not here.keys() <= there.keys():
        return False
    wrapped = any(len(lines_of(there[column])) > 1 for column in here)
    told = columns is not None or len(here) < len(there) or (wrapped and bool(above.edges))
    ends = _ends(above, below)
    return told and all(
        _runs_on(there[column], pieces, ends[column], small=columns is None)
        for column, pieces in here.items()
    )


def _ends(above: Table, below: Table) -> Mapping[int, float]:
    """Where lines end in the columns, at the latest."""
    if above.edges:
        # The text keeps its distance from both rules.
        starts = above.extents()
        return {
            column: 2 * _middle(above.edges, column) - left for column, (left, _) in starts.items()
        }
    ours, theirs = above.extents(), below.extents()
    return {column: max(ours[column][1], theirs[column][1]) for column in ours}


def _middle(edges: Sequence[float], column: int) -> float:
    return (edges[column] + edges[column + 1]) / 2


def _runs_on(before: Sequence[Piece], after: Sequence[Piece], end: float, *, small: bool) -> bool:
    """Whether a cell is the rest of the one above: its first word found no room there, and no
    sentence ends between. `small`: it must begin with a small letter.
    """
    lower, ended = BEGINS_LOWER.match(text_of(after)), SENTENCE_END.search(text_of(before))
    if not (lower and not ended if small else lower or not ended):
        return False
    word = text_of(after).split(" ", 1)[0]
    span, shown = after[0].spans[0], after[0].text.strip()
    width = (after[0].spans[-1].right - span.left) * len(word) / max(1, len(shown))
    return before[-1].spans[-1].right + 0.2 * before[-1].size + width > end
