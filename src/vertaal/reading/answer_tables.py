"""Tables with questions in one column and their answers in another, as councils write them."""

from __future__ import annotations

import re
from dataclasses import dataclass

Row = list[tuple[int, list[str]]]
"""The cells of a row as paragraphs, each with the column in which it begins."""

HEAD = "head of a table"
"""Why the names of such columns are in `removed`."""
LABELLED = re.compile(
    r"^[^\S\n]*(?:vraag[^\S\n]?\d|antwoord(?:en)?(?:[^\S\n]op)?"
    r"(?:[^\S\n](?:de[^\S\n])?vra(?:ag|gen))?[^\S\n]?(?:\d|:|$))",
    re.I | re.M,
)
"""A letter that has labels of its own: a table of questions in it is one of an inquiry."""
_WHOSE = r"(?:\s+(?:(?:van|door)\s+)?(?:(?:de|het)\s+)?{}\b.{{0,40}})?"
_QUESTION = re.compile(
    r"vra(?:ag|gen)(?:\s*/\s*opmerking(?:en)?)?"
    + _WHOSE.format(r"(?:raad|fractie|partij|commissie|leden|lid|staten)\w*"),
    re.I,
)
_ANSWER = re.compile(
    r"(?:(?:be)?antwoord(?:en|ing)?|reactie)"
    + _WHOSE.format(
        r"(?:\w*college|gs|b\s?(?:&|en)\s?w|gedeputeerde|wethouder|kabinet|minister)\w*"
    ),
    re.I,
)
_NUMBER = re.compile(r"|#|nrs?|no|nummer|vraag\s?(?:nr|nummer)", re.I)
_LABEL = re.compile(r"(?P<word>vraag|antwoord)(?:\s?\d{1,3}[a-z]?)?\s*[:.]?", re.I)
_COUNTED = re.compile(r"\d{1,3}[a-z]?")


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the questions stand, their answers, and their numbers."""

    question: int
    answer: int
    number: int | None
    names: dict[int, str]

    def read(self, row: Row) -> list[str]:
        """The paragraphs of a row, its question and answer with the labels that a letter has."""
        cells = {column: cell for column, cell in row if cell}
        if self.question not in cells:
            return [paragraph for cell in cells.values() for paragraph in cell]
        counted = self._number(cells)
        paragraphs = [f"Vraag {counted}".rstrip()]
        for column, cell in cells.items():
            if column == self.answer:
                paragraphs.append(f"Antwoord {counted}".rstrip())
            if column in (self.question, self.answer) or not self.names.get(column):
                paragraphs += cell
            elif not (counted and column == self.number):
                paragraphs += [f"{self.names[column]}: {cell[0]}", *cell[1:]]
        return paragraphs

    def _number(self, cells: dict[int, list[str]]) -> str:
        text = " ".join(cells.get(self.number, ())) if self.number is not None else ""
        return text.rstrip(".) ") if _COUNTED.fullmatch(text.rstrip(".) ")) else ""


def labelled_rows(rows: list[Row]) -> set[int]:
    """The rows with a label in the first of two cells and its text in the second; none in a table
    where not both questions and answers have such.
    """
    found: dict[int, str] = {}
    for place, row in enumerate(rows):
        cells = [" ".join(cell) for _, cell in row if cell]
        label = _LABEL.fullmatch(cells[0]) if len(cells) == 2 else None
        if label and not _LABEL.fullmatch(cells[1]):
            found[place] = label["word"].lower()
    return set(found) if len(set(found.values())) == 2 else set()


def columns_of(head: Row) -> Columns | None:
    """The columns that the first row of such a table names; None where it is another table."""
    names = {column: " ".join(cell).strip(" .:") for column, cell in head}
    asked = [column for column, name in names.items() if _QUESTION.fullmatch(name)]
    answered = [column for column, name in names.items() if _ANSWER.fullmatch(name)]
    if len(asked) != 1 or len(answered) != 1 or asked[0] > answered[0]:
        return None
    before = (column for column, name in names.items() if _NUMBER.fullmatch(name))
    number = next((column for column in before if column < asked[0]), None)
    return Columns(asked[0], answered[0], number, names)
