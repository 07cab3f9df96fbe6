"""Lint of a table's cells as they stand, before they are cleaned into terms."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence

from vertaal.glossary.csv_rows import KNOWN_COLUMNS, Table, shorten
from vertaal.glossary.editing import sort_key
from vertaal.types import Term

# UTF-8 read as Latin-1 or Windows-1252, once: 'Ã«' for 'ë', 'â€™' for an apostrophe, 'Â ' for a
# no-break space; and the mark of a lost character.
_MOJIBAKE = re.compile("[ÃÂ][\u0080-\u00bf\u0152-\u0192\u2013-\u2122 ]|â€|Ã¯|\ufffd|ï»¿")
_MARKUP = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:amp|lt|gt|quot|nbsp|#\d+);")

Found = tuple[str, int, str]


def check_cells(table: Table, refused: Container[int]) -> Iterator[Found]:
    """(check, line, message) for cells that are untrimmed, garbled or hold markup, but for rows
    on the lines `refused`."""
    if table.header is not None:
        for name in table.columns:
            if name not in KNOWN_COLUMNS:
                yield "column", table.header.line, f"column '{name}' is none of ours and is unused."
    names = {at: name for name, at in table.columns.items()}
    for record in table.records:
        if record.line in refused:
            continue
        for at, cell in enumerate(record.cells):
            name = names.get(at, f"cell {at + 1}")
            for check, message in _cell_flaws(cell):
                yield check, record.line, f"{name} '{shorten(cell.strip())}' {message}"


def _cell_flaws(cell: str) -> Iterator[tuple[str, str]]:
    if cell.isascii() and cell.isalpha():
        return
    if cell != cell.strip():
        yield "blank", "begins or ends with a blank."
    elif "  " in cell:
        yield "blank", "has two blanks in a row."
    if _MOJIBAKE.search(cell):
        yield "mojibake", "is garbled: its text was read in the wrong encoding."
    if _MARKUP.search(cell):
        yield "markup", "holds markup, which no source text has."
    for char in cell:
        if char not in "\t\n\r" and unicodedata.category(char) in ("Cf", "Cc", "Co"):
            yield "invisible", f"holds the invisible character U+{ord(char):04X}."
            break


def check_order(table: Table, terms: Sequence[Term]) -> Iterator[Found]:
    """The first row that breaks the order of a file in our own format."""
    if table.header is None or "status" not in table.columns:
        return
    previous: Term | None = None
    for term in terms:
        if previous is not None and sort_key(term)[0] < sort_key(previous)[0]:
            yield (
                "order",
                term.line,
                f"'{term.source}' stands after '{previous.source}'; rows are sorted by source.",
            )
            return
        previous = term
