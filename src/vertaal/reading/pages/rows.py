"""The rows of a table, each a line of text with borders between its cells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from operator import itemgetter

from vertaal.cells import BORDER, EMPTY
from vertaal.reading.answer_tables import LABELLED
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
_LONG = 300
"""Characters of a cell: one that has more is text laid out as a table."""
NEXT_LINE, _PARAGRAPH = 0.6, 1.8
"""How many times the size of its letters the next line, and another paragraph, are lower."""
_RAISED = 0.85
"""As large, at most, are the numbers of notes."""
_OPEN_HYPHEN = re.compile(r"[^\W\d_][a-zà-ÿ]-$")


@dataclass(slots=True)
class Table:
    """`shape` has the columns in which the cells of each row begin, `split` the rows in which a
    cell has several paragraphs. `sure`: the file itself says that it is one."""

    shape: list[list[int]]
    cells: dict[Cell, list[Piece]] = field(default_factory=dict)
    split: set[int] = field(default_factory=set)
    sure: bool = False

    def add(self, cell: Cell, piece: Piece) -> None:
        self.cells.setdefault(cell, []).append(piece)

    def extent(self, cell: Cell) -> tuple[float, float]:
        """From where to where on the line its words reach."""
        spans = [span for piece in self.cells[cell] for span in piece.spans]
        return min(span.left for span in spans), max(span.right for span in spans)


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """A row of `table`, a number that no other table of the page has."""

    table: int
    text: str


def rows(tables: Sequence[Table]) -> dict[Piece, Row]:
    """In which row each piece stands. A row with longer cells (a page laid out as a table) is none,
    and a table with the labels of questions and answers in it has none."""
    found: dict[Piece, Row] = {}
    for number, table in enumerate(tables):
        texts = {cell: _text(pieces) for cell, pieces in table.cells.items()}
        if not (table.sure or _is_table(texts)) or any(
            LABELLED.search(text) for text in texts.values()
        ):
            continue
        used = {column for _, column in texts}
        for place, group in groupby(sorted(texts), key=itemgetter(0)):
            cells = list(group)
            if place in table.split or any(_is_laid_out(texts[x], table.cells[x]) for x in cells):
                continue
            shown = [texts.get((place, column)) for column in table.shape[place] if column in used]
            row = Row(number, BORDER.join(text or EMPTY for text in shown))
            found |= {piece: row for cell in cells for piece in table.cells[cell]}
    return found


def _is_table(texts: dict[Cell, str]) -> bool:
    """Whether two rows have two cells with something in them."""
    filled = [row for row, _ in texts]
    return sum(filled.count(row) > 1 for row in set(filled)) > 1


def lower(before: Piece, after: Piece) -> float:
    """How many times the size of its letters a piece is lower than the one before."""
    return (before.y - after.y) / (max(before.size, after.size) or 1)


def _is_laid_out(text: str, pieces: Sequence[Piece]) -> bool:
    """Whether the cell holds more than a line of a table does: its rules part a page."""
    return len(text) > _LONG or any(lower(*pair) > _PARAGRAPH for pair in pairwise(pieces))


def _text(pieces: Sequence[Piece]) -> str:
    text = pieces[0].text
    for before, piece in pairwise(pieces):
        if abs(lower(before, piece)) > NEXT_LINE:
            # A hyphen in 'NS-station' and 'Zuid-Limburg' is theirs; others the parser knows.
            text, rest = text.rstrip(), piece.text.lstrip()
            closed = text.endswith("-") and (rest[:1].isupper() or not _OPEN_HYPHEN.search(text))
            text += ("" if closed else " ") + rest
        else:
            raised = piece.size < _RAISED * before.size and piece.y > before.y
            # '4.105' with note 1 must not become '4.1051'.
            apart = raised and text[-1:].isdigit() and piece.text[:1].isdigit()
            text += (" " if apart else "") + piece.text
    return squeeze(text)
