"""Tables that the file itself tells of, in what PDF calls its logical structure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from vertaal.reading.pages.drawn import Piece
from vertaal.reading.pages.rows import Cell, Table

_MOST_ELEMENTS = 50_000
_DEEPEST = 100
_PARAGRAPHS = frozenset(("/P", "/H", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6"))
_WIDEST = 100
"""Columns or rows that one cell takes."""

Mark = tuple[int, int]
"""The object number of a page, and the number of marked content on it."""


@dataclass(slots=True)
class Tagged:
    """A table of the structure: its shape, and to which cell marked content belongs."""

    shape: list[list[int]] = field(default_factory=list)
    marks: dict[Mark, tuple[Cell, int]] = field(default_factory=dict)
    """With the number of its paragraph."""
    split: set[int] = field(default_factory=set)
    taken: dict[Cell, int] = field(default_factory=dict)
    """Cell → the row from which on it is taken."""

    def on(self, page: int, pieces: Sequence[Piece]) -> Table:
        """What of it stands on a page."""
        filled = Counter(row for row, _ in {cell for cell, _ in self.marks.values()})
        sure = sum(count > 1 for count in filled.values()) > 1
        table = Table(list(self.shape), split=set(self.split), sure=sure, of=self)
        paragraphs: dict[Cell, int] = {}
        for piece in pieces:
            place = self.marks.get((page, piece.mark)) if piece.mark is not None else None
            if place is not None and piece.spans and piece.text.strip():
                cell, paragraph = place
                table.add(cell, piece)
                if paragraphs.setdefault(cell, paragraph) != paragraph:
                    table.begun.add(piece)
                    paragraphs[cell] = paragraph
        taken = Counter(row for row, _ in self.taken)
        widths = [taken[row] for row in range(len(self.shape))]
        full = {row for row, width in enumerate(widths) if width == max(widths)}
        if len(full) < len(widths):
            _realign(table, full)
        return table

    def begin(self, width: int, height: int) -> Cell:
        """The place of the next cell in the last row."""
        row, column = len(self.shape) - 1, 0
        while (begun := self.taken.get((row, column))) is not None:
            if begun < row and column not in self.shape[row]:
                self.shape[row].append(column)
            column += 1
        places = ((row + y, column + x) for x in range(width) for y in range(height))
        self.taken |= dict.fromkeys(places, row)
        self.shape[row].append(column)
        return row, column


def _realign(table: Table, full: Collection[int]) -> None:
    """Put the cells of the other rows below those of full ones: browsers tell of no empty cell. A
    row in which that cannot be seen is none.
    """
    columns = table.extents(full)
    for row, cells in table.rows().items():
        if row in full:
            continue
        below = (_below(table.extent((row, column)), columns) for column in cells)
        found = [column for column in below if column is not None]
        if len(found) < len(cells) or found != sorted(set(found)):
            table.split.add(row)
            continue
        moved = [table.cells.pop((row, column)) for column in cells]
        table.cells |= {(row, x): pieces for x, pieces in zip(found, moved, strict=True)}
        table.shape[row] = table.shape[min(full)]


def _below(extent: tuple[float, float], columns: dict[int, tuple[float, float]]) -> int | None:
    """The one column that words reach into."""
    left, right = extent
    met = [column for column, (start, end) in columns.items() if left < end and start < right]
    return met[0] if len(met) == 1 else None


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the structure we are."""

    page: int = 0
    depth: int = 0
    table: Tagged | None = None
    cell: Cell | None = None
    paragraph: int = 0
    item: bool = False
    """Whether the paragraph is an item of a list, its mark and its text."""


def tagged(catalogue: Any) -> dict[int, list[Tagged]]:
    """The tables of a document by the object numbers of their pages; none where its structure is
    damaged or endless.
    """
    found: dict[int, list[Tagged]] = {}
    if "/StructTreeRoot" not in catalogue:
        return found
    try:
        tree = catalogue["/StructTreeRoot"].get_object()
        walk = _Walk(tree.get("/RoleMap", {}))
        walk.through(tree, _Place())
    except Exception:  # It may raise anything, and the text is there all the same.
        return found
    for table in walk.tables:
        for page in {page for page, _ in table.marks}:
            found.setdefault(page, []).append(table)
    return found


class _Walk:
    def __init__(self, roles: Any) -> None:
        self.tables: list[Tagged] = []
        self._roles = roles
        self._left = _MOST_ELEMENTS

    def through(self, node: Any, place: _Place) -> None:
        """Visit what an element holds."""
        if place.depth > _DEEPEST:
            raise ValueError("too deep")
        children = node.get("/K", [])
        for child in children if isinstance(children, list) else [children]:
            self._left -= 1
            if self._left < 0:
                raise ValueError("too many elements")
            self._visit(child.get_object(), replace(place, depth=place.depth + 1))

    def _visit(self, node: Any, place: _Place) -> None:
        if isinstance(node, int):
            _belongs(place, node)
            return
        if "/Pg" in node:
            place = replace(place, page=node.raw_get("/Pg").idnum)
        if "/S" in node:
            self.through(node, self._within(node, self._roles.get(node["/S"], node["/S"]), place))
        elif "/MCID" in node and "/Stm" not in node:
            _belongs(place, node["/MCID"])

    def _within(self, node: Any, kind: str, place: _Place) -> _Place:
        """Where what the element holds is."""
        table = place.table
        if kind == "/Table":
            if table is not None and place.cell is not None:
                table.split.add(place.cell[0])
            self.tables.append(Tagged())
            return replace(place, table=self.tables[-1], cell=None, paragraph=0, item=False)
        if kind == "/TR" and table is not None:
            table.shape.append([])
        elif kind in ("/TD", "/TH") and table is not None and table.shape:
            width, height = _span(node, "/ColSpan"), _span(node, "/RowSpan")
            self._left -= width * height
            cell = table.begin(width, height)
            return replace(place, cell=cell, paragraph=0, item=False)
        elif kind == "/LI" or (kind in _PARAGRAPHS and not place.item):
            return replace(place, paragraph=self._left, item=kind == "/LI")
        return place


def _belongs(place: _Place, mark: int) -> None:
    if place.table is not None and place.cell is not None:
        place.table.marks[place.page, int(mark)] = place.cell, place.paragraph


def _span(node: Any, name: str) -> int:
    attributes = node.get("/A", [])
    for each in attributes if isinstance(attributes, list) else [attributes]:
        values = each.get_object()
        if isinstance(values, dict) and name in values:
            return min(max(1, int(values[name])), _WIDEST)
    return 1
