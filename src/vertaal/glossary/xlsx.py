"""Glossaries as spreadsheets (XLSX): the first sheet, one row a pair."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

from vertaal.errors import InputError
from vertaal.glossary.csv_rows import COLUMNS, Record, Rows, Table, columns_of, terms_of
from vertaal.types import Term
from vertaal.zip_reading import package

_ROWS, _COLUMNS = 200_000, 50
"""What is read of a sheet at most: more than any glossary has."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def read_xlsx(path: Path) -> Rows:
    """The terms of the first sheet, read as values; a formula counts as the text of its result.

    Raises `InputError` for a file that is no workbook.
    """
    from openpyxl import load_workbook

    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError.of_system("read", error, path, "Check the name.") from error
    if data.startswith(b"PK"):
        package(data, path, "xl/workbook.xml").close()
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        # A cell far away makes the library fill the room before it, up to 17 thousand million.
        rows = sheet.iter_rows(values_only=True, max_row=_ROWS, max_col=_COLUMNS)
        records = [
            Record(line, line, tuple("" if cell is None else str(cell) for cell in row))
            for line, row in enumerate(rows, start=1)
            if any(cell is not None and str(cell).strip() for cell in row)
        ]
        book.close()
    except Exception as error:  # A damaged file may raise anything that its parser meets.
        raise InputError(
            "is no XLSX workbook.",
            path=path,
            remedy="Save it as XLSX, or as CSV in UTF-8.",
        ) from error
    return terms_of(_table(records), str(path))


def _table(records: Sequence[Record]) -> Table:
    if records:
        columns = columns_of([cell.strip().casefold() for cell in records[0].cells])
        if columns is not None:
            return Table(columns, tuple(records[1:]), ",", header=records[0])
    trimmed = tuple(Record(row.line, row.last, _trimmed(row.cells)) for row in records)
    return Table({"source": 0, "target": 1}, trimmed, ",")


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    while len(cells) > 2 and not cells[-1].strip():
        cells = cells[:-1]
    return cells


def workbook(terms: Sequence[Term]) -> bytes:
    """The terms as a workbook. Every cell is a string: nothing in a glossary is ever a formula."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell

    book = Workbook(write_only=True)
    sheet = book.create_sheet("glossary")
    sheet.freeze_panes = "A2"
    for column, width in zip("ABCDEF", (36, 36, 11, 11, 14, 60), strict=True):
        sheet.column_dimensions[column].width = width
    rows = [
        (term.source, term.target, term.status.value, term.match.value, term.domain, term.note)
        for term in terms
    ]
    for row in (COLUMNS, *rows):
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=legal(value))
            cell.data_type = "s"
            # Shown as text too when the sheet is saved as CSV and opened again.
            cell.quotePrefix = value.startswith(_FORMULA_STARTS)
            cells.append(cell)
        sheet.append(cells)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def legal(value: str) -> str:
    """`value` without the control characters that XML has no place for."""
    return "".join(char for char in value if char >= " " or char in "\t\n")
