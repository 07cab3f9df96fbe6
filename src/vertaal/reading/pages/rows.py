"""The rows of a table, each a line of text with borders between its cells."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import inf
from typing import Protocol

from vertaal.cells import BORDER, EMPTY
from vertaal.parsing.lexicon import is_compound, is_word
from vertaal.reading import answer_tables
from vertaal.reading.answer_tables import LABELLED, Columns, columns_of, labelled_rows
from vertaal.reading.pages.drawn import Piece
from vertaal.spacing import squeeze

FIGURE = re.compile(
    r"(?:[€$£]\s?)?[-–+±]?\s?(?:[€$£]\s?)?\d{1,3}(?:[.\s]\d{3})*(?:,\d+)?(?:\s?(?:%|‰|mln\.?|mld\.?))?"
    r"|(?:[€$£]\s?)?[-–+]?\d+(?:[.,]\d+)?\s?%?|[-–—.]|n\.?v\.?t\.?|nvt|onbekend",
    re.I,
)
"""What a column of figures holds, the signs for none among them."""
Cell = tuple[int, int]
"""Row and column, from 0."""
Cells = dict[int, list[Piece]]
"""What stands in a row, by columns."""
_LONG = 300
"""Characters of a cell: one that has more is text laid out as a table."""
NEXT_LINE, _PARAGRAPH = 0.6, 1.8
"""How many times the size of its letters the next line, and another paragraph, are lower."""
_APART = 1.4
"""How many times the usual step from line to line in a cell that to another paragraph is."""
PARAGRAPHS = "\n\n"
_RAISED = 0.85
"""As large, at most, are the numbers of notes."""
_ENDING = 2
"""Letters of an ending that may be a word too: 'en', 'te'."""
_OPEN_HYPHEN = re.compile(r"[^\W\d_][a-zà-ÿ]-$")


@dataclass(slots=True)
class Table:
    """`shape` has the columns in which the cells of each row begin, `begun` what begins a further
    paragraph of its cell, `split` the rows that are none. `sure`: the file itself says that it is
    one. `edges`: where rules part its columns."""

    shape: list[list[int]]
    cells: dict[Cell, list[Piece]] = field(default_factory=dict)
    begun: set[Piece] = field(default_factory=set)
    split: set[int] = field(default_factory=set)
    sure: bool = False
    edges: Sequence[float] = ()
    of: object = None
    """The table of the file that it is the part of on this page."""
    columns: Columns | None = None
    """Where its questions and answers stand, if it has such."""
    head: int | None = None
    """The row that names these."""

    def add(self, cell: Cell, piece: Piece) -> None:
        self.cells.setdefault(cell, []).append(piece)

    def extent(self, cell: Cell) -> tuple[float, float]:
        """From where to where on the line its words reach."""
        spans = [span for piece in self.cells[cell] for span in piece.spans]
        return min(span.left for span in spans), max(span.right for span in spans)

    def extents(self, rows: Container[int] | None = None) -> dict[int, tuple[float, float]]:
        """The same of its columns, in all rows or in these."""
        found: dict[int, tuple[float, float]] = {}
        for cell in self.cells:
            if rows is not None and cell[0] not in rows:
                continue
            left, right = self.extent(cell)
            start, end = found.get(cell[1], (left, right))
            found[cell[1]] = min(start, left), max(end, right)
        return found

    def heights(self) -> tuple[float, float]:
        """Its last and its first line above the foot of the page."""
        found = [piece.y for pieces in self.cells.values() for piece in pieces]
        return min(found), max(found)

    def rows(self) -> dict[int, Cells]:
        """What stands in the cells of each row, by their columns."""
        found: dict[int, Cells] = {}
        for row, column in sorted(self.cells):
            found.setdefault(row, {})[column] = self.cells[row, column]
        return found

    def paragraphs(self, cells: Cells) -> answer_tables.Row:
        """Each cell of a row as paragraphs with the lines that they have."""
        return [(column, self._parted(pieces)) for column, pieces in cells.items()]

    def _parted(self, pieces: Sequence[Piece]) -> list[str]:
        lines = lines_of(pieces)
        steps = [lower(above[-1], below[0]) for above, below in pairwise(lines)]
        usual = min((step for step in steps if step > NEXT_LINE), default=_PARAGRAPH)
        text = _line(lines[0])
        for step, line in zip(steps, lines[1:], strict=True):
            apart = line[0] in self.begun or step > min(_PARAGRAPH, _APART * usual)
            text += (PARAGRAPHS if apart else "\n") + _line(line)
        return text.split(PARAGRAPHS)

    def find_columns(self) -> None:
        """Look whether the first row names questions and answers."""
        for row, cells in list(self.rows().items())[:1]:
            self.columns = columns_of([(column, [text_of(x)]) for column, x in cells.items()])
            self.head = None if self.columns is None else row


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row of `table`, a number that no other table has; `apart`: its cells are paragraphs."""

    table: int
    text: str
    apart: bool = False


def rows(tables: Sequence[Table], *, labelling: bool = False) -> dict[Piece, Row]:
    """In which row each piece stands. A row with longer cells (a page laid out as a table) is none,
    and a table with the labels of questions and answers in it has only those with a label in a
    cell of its own. `labelling`: the rows of a table with columns of questions and answers get the
    labels that a letter has, and its head has no text.
    """
    found: dict[Piece, Row] = {}
    for number, table in enumerate(tables):
        ends = {column: end for column, (_, end) in table.extents().items()}
        texts = {cell: text_of(pieces, ends[cell[1]]) for cell, pieces in table.cells.items()}
        if not (table.sure or table.columns or _is_table(texts)):
            continue
        for cells, row in _read(table, texts, number, labelling=labelling):
            found |= {piece: row for pieces in cells.values() for piece in pieces}
    return found


def _read(
    table: Table, texts: dict[Cell, str], number: int, *, labelling: bool
) -> Iterator[tuple[Cells, Row]]:
    """The rows of a table, with the cells of each."""
    if labelling and table.columns is not None:
        for place, cells in table.rows().items():
            read = [] if place == table.head else table.columns.read(table.paragraphs(cells))
            yield cells, Row(number, PARAGRAPHS.join(read), apart=True)
        return
    if any(LABELLED.search(text) for (row, _), text in texts.items() if row != table.head):
        rows = list(table.rows().values())
        read_rows = [table.paragraphs(cells) for cells in rows]
        for at in labelled_rows(read_rows):
            parts = [part for _, cell in read_rows[at] for part in cell]
            yield rows[at], Row(number, PARAGRAPHS.join(parts), apart=True)
        return
    used = {column for _, column in texts}
    for place, cells in table.rows().items():
        if place in table.split or any(
            table.begun.intersection(pieces) or _is_laid_out(texts[place, column], pieces)
            for column, pieces in cells.items()
        ):
            continue
        shown = [texts.get((place, column)) for column in table.shape[place] if column in used]
        yield cells, Row(number, BORDER.join(text or EMPTY for text in shown))


def _is_table(texts: dict[Cell, str]) -> bool:
    """Whether two rows have two cells with something in them."""
    filled = Counter(row for row, _ in texts)
    return sum(count > 1 for count in filled.values()) > 1


class _Printed(Protocol):
    """A piece or a line: `y` above the foot of the page, in letters of a size."""

    y: float
    size: float


def lower(before: _Printed, after: _Printed) -> float:
    """How many times the size of its letters it is lower than what stands before."""
    return (before.y - after.y) / (max(before.size, after.size) or 1)


def _is_laid_out(text: str, pieces: Sequence[Piece]) -> bool:
    """Whether the cell holds more than a line of a table does: its rules part a page."""
    return len(text) > _LONG or any(lower(*pair) > _PARAGRAPH for pair in pairwise(pieces))


def lines_of(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """The pieces of a cell line by line."""
    lines = [[pieces[0]]]
    for before, piece in pairwise(pieces):
        if abs(lower(before, piece)) > NEXT_LINE:
            lines.append([])
        lines[-1].append(piece)
    return lines


def _line(pieces: Sequence[Piece]) -> str:
    text = pieces[0].text
    for before, piece in pairwise(pieces):
        raised = piece.size < _RAISED * before.size and piece.y > before.y
        # '4.105' with note 1 must not become '4.1051'.
        apart = raised and text[-1:].isdigit() and piece.text[:1].isdigit()
        text += (" " if apart else "") + piece.text
    return text.strip()


def text_of(pieces: Sequence[Piece], end: float = inf) -> str:
    """The text of a cell on one line; the lines of its column reach as far as `end`."""
    lines = lines_of(pieces)
    text = _line(lines[0])
    for above, below in pairwise(lines):
        rest = _line(below)
        # A hyphen in 'NS-station' and 'Zuid-Limburg' is theirs; others the parser knows.
        closed = text.endswith("-") and (rest[:1].isupper() or not _OPEN_HYPHEN.search(text))
        full = len(lines) == 2 and above[-1].spans[-1].right >= end
        text += ("" if closed or (full and _is_torn(text, rest)) else " ") + rest
    return squeeze(text)


def _is_torn(above: str, below: str) -> bool:
    """Whether a word was too long for its column: 'wachtend' and 'en', not 'aantal' and 'leden'."""
    if not (above.isalpha() and below.isalpha() and below.islower()):
        return False
    small = len(below) <= _ENDING or not is_word(below)
    return small and (is_word(above + below) or is_compound(above + below))
