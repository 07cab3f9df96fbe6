"""Tables whose cells have rules around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import pairwise

from vertaal.reading.pages.drawn import Piece, Rule, Span
from vertaal.reading.pages.rows import FIGURE, NEXT_LINE, Cell, Table, lower
from vertaal.spacing import squeeze

_NEAR = 3.0
"""Points by which the ends of rules miss each other."""
_COVERED = 0.6
"""Share of a cell's side that has a rule."""
_GAP = 1.0
"""Sizes of the letters between words that are far apart."""
_MOST = 600
"""Rules, put together, of a page. A drawing has more."""


def ruled(pieces: Sequence[Piece], rules: Sequence[Rule]) -> list[Table]:
    """The tables of a page, with the pieces in their cells."""
    whole = _whole(rules)
    if len(whole) > _MOST:
        return []
    grids = [_Grid(part) for part in _touching(whole)]
    return [
        table
        for grid in grids
        if len(grid.columns) > 2 and len(grid.heights) > 1
        if (table := grid.filled(pieces)) is not None
    ]


def _whole(rules: Iterable[Rule]) -> list[Rule]:
    """The rules, with those in one line that meet put together."""
    found: list[Rule] = []
    for upright in (True, False):
        lines: list[list[Rule]] = []
        for rule in sorted(rule for rule in rules if rule.upright is upright):
            if lines and rule.at - lines[-1][-1].at <= _NEAR / 2:
                lines[-1].append(rule)
            else:
                lines.append([rule])
        for line in lines:
            at = sum(rule.at for rule in line) / len(line)
            joined: list[Rule] = []
            for rule in sorted(line, key=lambda rule: rule.start):
                if joined and rule.start <= joined[-1].end + _NEAR:
                    end = max(joined[-1].end, rule.end)
                    joined[-1] = joined[-1]._replace(end=end)
                else:
                    joined.append(rule._replace(at=at))
            found += joined
    return found


def _touching(rules: Sequence[Rule]) -> list[list[Rule]]:
    """The rules in groups that hang together."""
    groups: list[list[Rule]] = []
    for rule in rules:
        met = [group for group in groups if any(_meet(rule, other) for other in group)]
        groups = [group for group in groups if group not in met]
        groups.append([rule, *(other for group in met for other in group)])
    return groups


def _meet(one: Rule, other: Rule) -> bool:
    return (
        one.upright is not other.upright
        and other.start - _NEAR <= one.at <= other.end + _NEAR
        and one.start - _NEAR <= other.at <= one.end + _NEAR
    )


class _Grid:
    """The places where the columns and rows of a table meet, rows from the top."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._uprights = [rule for rule in rules if rule.upright]
        self._across = [rule for rule in rules if not rule.upright]
        self.columns = _edges(self._uprights, self._across)
        self.heights = _edges(self._across, self._uprights)
        self._rows = list(reversed(list(pairwise(self.heights))))

    def filled(self, pieces: Sequence[Piece]) -> Table | None:
        """The table with its pieces; nothing where its rules do not part all of its cells."""
        table = Table([self._begun(row) for row in range(len(self._rows))], edges=self.columns)
        for piece in pieces:
            cells = {self._cell(span, piece.size) for span in piece.spans}
            if len(cells) > 1:
                return None
            cell = next(iter(cells), None)
            if cell is not None:
                table.add(cell, piece)
        if any(self._holds_several(*item) for item in table.cells.items()):
            return None
        return table

    def _holds_several(self, cell: Cell, pieces: Sequence[Piece]) -> bool:
        """Whether figures below each other, or words far apart, show that a cell holds several."""
        pairs = list(pairwise(pieces))
        figures = all(FIGURE.fullmatch(squeeze(piece.text)) for piece in pieces)
        if figures and any(lower(a, b) > NEXT_LINE for a, b in pairs):
            return True
        wide = cell[1] + 1 < len(self.columns) - 1 and cell[1] + 1 not in self._begun(cell[0])
        return wide and any(
            abs(lower(a, b)) < NEXT_LINE and b.spans[0].left - a.spans[-1].right > _GAP * b.size
            for a, b in pairs
        )

    def _begun(self, row: int) -> list[int]:
        """The columns in which the cells of a row begin."""
        span = self._rows[row]
        inner = enumerate(self.columns[1:-1], 1)
        return [0, *(at for at, x in inner if _covered(self._uprights, x, *span))]

    def _cell(self, span: Span, size: float) -> Cell | None:
        x, y = span.left + 0.1 * size, span.y + 0.3 * size
        column = bisect_right(self.columns, x) - 1
        row = len(self._rows) - bisect_right(self.heights, y)
        if not (0 <= column < len(self.columns) - 1 and 0 <= row < len(self._rows)):
            return None
        while row and not _covered(self._across, self._rows[row][1], *self._side(column)):
            row -= 1
        return row, max(at for at in self._begun(row) if at <= column)

    def _side(self, column: int) -> tuple[float, float]:
        return self.columns[column], self.columns[column + 1]


def _edges(rules: Sequence[Rule], crossing: Sequence[Rule]) -> list[float]:
    """Where the rules stand, and where those that cross them end without one."""
    edges: list[float] = []
    for at in sorted(rule.at for rule in rules):
        if not edges or at - edges[-1] > _NEAR:
            edges.append(at)
    if crossing and edges:
        first, last = min(rule.start for rule in crossing), max(rule.end for rule in crossing)
        edges = [first] * (first < edges[0] - 2 * _NEAR) + edges
        edges += [last] * (last > edges[-1] + 2 * _NEAR)
    return edges


def _covered(rules: Sequence[Rule], at: float, start: float, end: float) -> bool:
    """Whether rules at `at` cover most of the way."""
    beside = [rule for rule in rules if abs(rule.at - at) <= _NEAR]
    shared = (min(rule.end, end) - max(rule.start, start) for rule in beside)
    return sum(max(0.0, part) for part in shared) >= _COVERED * (end - start)
