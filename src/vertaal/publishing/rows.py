"""Rows of tables among the paragraphs of a part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from vertaal.publishing.passages import Language, Passage, Sentence

_NARROWEST, _WIDEST = 8, 40
"""Characters of a column by which its share of the width is reckoned."""


def runs(
    passages: Sequence[Passage], languages: Sequence[Language]
) -> Iterator[tuple[list[Passage], bool]]:
    """The paragraphs in order: those that are rows below each other, and the others."""
    rows = [all(cells(passage, language) for language in languages) for passage in passages]
    for row, run in groupby(range(len(rows)), lambda place: rows[place]):
        found = [passages[place] for place in run]
        yield found, row and len(found) > 1


def cells(passage: Passage, language: Language) -> list[Sentence]:
    """The cells of a paragraph that is the row of a table; none of another."""
    side = passage.side(language)
    found = side[0].cells if len(side) == 1 else []
    return found if len(found) > 1 else []


def shares(rows: Sequence[Sequence[Sentence]]) -> list[float]:
    """The width of each column, by its longest cell."""
    longest = [0] * max(map(len, rows))
    for row in rows:
        for column, cell in enumerate(row):
            longest[column] = max(longest[column], len(cell.text))
    widths = [min(max(length, _NARROWEST), _WIDEST) for length in longest]
    return [width / sum(widths) for width in widths]


def headed(rows: Sequence[Sequence[Sentence]]) -> bool:
    """Whether the first row names the columns: all below it have figures."""
    first, *others = ([letter for cell in row for letter in cell.text] for row in rows)
    return not any(map(str.isdigit, first)) and all(any(map(str.isdigit, row)) for row in others)
