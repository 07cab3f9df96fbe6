"""Tables without rules, told by their figures: these stand below each other, in columns that no
word reaches across.

Words that stand below each other are not enough: lists, letterheads, signatures and justified text
do so too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from vertaal.reading.pages.drawn import Piece
from vertaal.reading.pages.rows import FIGURE, Table, lower
from vertaal.spacing import squeeze

_MARK = re.compile(r"[-–•▪*o·]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):]", re.I)
_GAP = 0.7
"""Sizes of the letters: as wide at least is the room between two columns."""
_SAME_LINE = 0.45
_CLOSE, _FAR = 1.45, 4.0
"""Sizes of the letters from a line to the next: within a cell at most, and within a table."""
_FEWEST = 3
"""Rows with figures, and figures in a column."""
_FIGURES, _ROWS = 0.7, 0.5
"""Share of figures in a column of them, and of rows that have some."""
_MOST_LINES = 500


@dataclass(slots=True)
class _Segment:
    """What stands on a line with no wide gap in it."""

    left: float
    right: float
    pieces: list[Piece]

    @property
    def text(self) -> str:
        return squeeze("".join(piece.text for piece in self.pieces))


@dataclass(slots=True)
class _Line:
    y: float
    size: float
    segments: list[_Segment]
    whole: bool = True
    """Whether no piece reaches over a gap."""

    @property
    def has_figures(self) -> bool:
        return any(FIGURE.fullmatch(each.text) for each in self.segments[1:])


_Columns = list[tuple[float, float]]


def aligned(pieces: Sequence[Piece]) -> Iterator[Table]:
    """The tables of a page that have no rules around their cells."""
    lines = _lines(pieces)
    if len(lines) > _MOST_LINES:
        return
    place = after = 0
    while place < len(lines):
        if not lines[place].has_figures:
            place += 1
            continue
        last, columns = _down(lines, place)
        body = _rows_of(lines[place : last + 1], columns, 0)
        columns = _united(columns, _merged(body, len(columns)))
        first, columns = _up(lines, place, after, columns)
        table = _table(lines[first : last + 1], columns, place - first)
        if table is None:
            place += 1
        else:
            yield table
            place = after = last + 1


def _lines(pieces: Sequence[Piece]) -> list[_Line]:
    """The lines of a page from the top, whatever the order in which they were drawn."""
    lines: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: -piece.y):
        size = max(piece.size, lines[-1][0].size) if lines else piece.size
        if lines and lines[-1][0].y - piece.y <= _SAME_LINE * size:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    return [_line(line) for line in lines]


def _line(pieces: Sequence[Piece]) -> _Line:
    size = max(piece.size for piece in pieces) or 1.0
    line = _Line(pieces[0].y, size, [])
    for piece in sorted(pieces, key=lambda piece: piece.spans[0].left):
        left, right = piece.spans[0].left, max(span.right for span in piece.spans)
        if any(b.left - a.right >= _GAP * size for a, b in pairwise(piece.spans)):
            line.whole = False
        if line.segments and left - line.segments[-1].right < _GAP * size:
            last = line.segments[-1]
            last.right = max(last.right, right)
            last.pieces.append(piece)
        else:
            line.segments.append(_Segment(left, right, [piece]))
    return line


def _down(lines: Sequence[_Line], start: int) -> tuple[int, _Columns]:
    """The last line of what may be a table below a line with figures, and its columns. It reaches
    as far as no line has words across two columns.
    """
    columns: _Columns = [(each.left, each.right) for each in lines[start].segments]
    last, of_last = start, columns
    for place in range(start + 1, len(lines)):
        line = lines[place]
        wider = _with(columns, line)
        if wider is None or lower(lines[place - 1], line) > _FAR:
            break
        # A line of one word may be what follows a table: it counts when another row does.
        close = lower(lines[place - 1], line) <= _CLOSE and place == last + 1
        goes_on = close and _goes_on(line, lines[place - 1], columns)
        columns = wider
        if line.has_figures or goes_on:
            last, of_last = place, columns
    return last, of_last


def _up(lines: Sequence[_Line], start: int, after: int, columns: _Columns) -> tuple[int, _Columns]:
    """The first line of the names of columns above a line with figures, and the columns with it."""
    first = start
    while first > after:
        line = lines[first - 1]
        wider = _with(columns, line)
        alone = len(line.segments) == 1 and line.segments[0].left < columns[0][1]
        if wider is None or alone or line.has_figures or lower(line, lines[first]) > _FAR:
            break
        columns = wider
        first -= 1
    return first, columns


def _united(columns: _Columns, places: Sequence[int]) -> _Columns:
    groups = [[x for x, at in zip(columns, places, strict=True) if at == n] for n in set(places)]
    return sorted((group[0][0], group[-1][1]) for group in groups)


def _goes_on(line: _Line, above: _Line, columns: _Columns) -> bool:
    """Whether the line can be the rest of the cells above it."""
    first = line.segments[0]
    broken = above.segments[0].text.endswith(("-", "/", "&", ","))  # 'Zuid-' and 'Limburg'
    return first.left > columns[0][1] or first.text[:1].islower() or broken


def _with(columns: _Columns, line: _Line) -> _Columns | None:
    """The columns when a line is added; nothing where it has words across two of them."""
    wider = list(columns)
    for each in line.segments:
        met = [x for x in wider if x[0] < each.right and each.left < x[1]]
        if len(met) > 1 or (not met and len(line.segments) == 1):
            return None
        column = (min([each.left, *(x[0] for x in met)]), max([each.right, *(x[1] for x in met)]))
        wider = sorted([*(x for x in wider if x not in met), column])
    return wider


def _table(lines: Sequence[_Line], columns: _Columns, head: int) -> Table | None:
    figures = sum(line.has_figures for line in lines)
    rows = _rows_of(lines, columns, head)
    if figures < max(_FEWEST, _ROWS * (len(rows) - head)) or not all(x.whole for x in lines):
        return None
    firsts = [row[0][0].text for row in rows if 0 in row]
    if 2 * sum(text[:1].islower() for text in firsts) > len(firsts):  # Lines of a sentence do.
        return None
    places = _merged(rows, len(columns))
    width = max(places) + 1
    if not _has_figures(rows, places, width):
        return None
    table = Table([list(range(width)) for _ in rows])
    for number, row in enumerate(rows):
        for column, segments in row.items():
            for piece in (piece for segment in segments for piece in segment.pieces):
                table.add((number, places[column]), piece)
    return table


_Row = dict[int, list[_Segment]]


def _rows_of(lines: Sequence[_Line], columns: _Columns, head: int) -> list[_Row]:
    """The lines put together where cells run over several; the first `head` stand above the first
    figures."""
    rows: list[_Row] = []
    for place, line in enumerate(lines):
        close = place > 0 and lower(lines[place - 1], line) <= _CLOSE
        if place < head:
            joins = close
        else:
            joins = close and place != head and not line.has_figures
            joins = joins and _goes_on(line, lines[place - 1], columns)
        if not joins:
            rows.append({})
        for each in line.segments:
            column = next(
                at for at, (left, right) in enumerate(columns) if left <= each.left <= right
            )
            rows[-1].setdefault(column, []).append(each)
    return rows


def _merged(rows: Sequence[_Row], width: int) -> list[int]:
    """Which columns are one: names to the left, figures to the right of it overlap nowhere. Two
    that hold figures below the first row are never one, nor are two that one row fills."""
    filled = [{at for at, row in enumerate(rows) if column in row} for column in range(width)]
    counted = [
        any(any(map(str.isdigit, x.text)) for row in rows[1:] for x in row.get(column, ()))
        for column in range(width)
    ]

    def one(left: int, right: int) -> bool:
        return (
            right < width
            and not filled[left] & filled[right]
            and not (counted[left] and counted[right])
        )

    places = [0]
    for column in range(1, width):
        before = column - 1
        first = places[before] == 0
        if one(before, column) and not (first and one(column, column + 1)):
            places.append(places[before])
            filled[column] |= filled[before]
            counted[column] = counted[column] or counted[before]
        else:
            places.append(places[before] + 1)
    return places


def _has_figures(rows: Sequence[_Row], places: Sequence[int], width: int) -> bool:
    """Whether a column behind the first holds figures, and the first more than marks of a list."""
    texts: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for column, segments in row.items():
            texts[places[column]].append(" ".join(segment.text for segment in segments))
    if width < 2 or (width == 2 and all(map(_MARK.fullmatch, texts[0]))):
        return False
    for each in texts[1:]:
        figures = [text for text in each if FIGURE.fullmatch(text)]
        counted = sum(any(map(str.isdigit, text)) for text in figures)
        if counted >= _FEWEST and len(figures) >= _FIGURES * (len(each) - 1):
            return True
    return False
