"""Glossaries as spreadsheets (XLSX): the first sheet, one row a pair."""

from __future__ import annotations

import io
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from vertaal.errors import InputError
from vertaal.glossary.csv_rows import (
    COLUMNS,
    Problem,
    Record,
    Rows,
    clean,
    table_of,
    terms_of,
)
from vertaal.glossary.editing import content
from vertaal.types import Term
from vertaal.xml_writing import fit
from vertaal.zip_reading import package

_ROWS, _COLUMNS = 200_000, 50
"""What is read of a sheet at most: more than any glossary has."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def read_xlsx(path: Path) -> Rows:
    """The terms of the first sheet, read as values; a formula counts as the text of its result.

    Raises `InputError` for a file that is no workbook.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError.of_system("read", error, path, "Check the name.") from error
    if data.startswith(b"PK"):
        package(data, path, "xl/workbook.xml").close()
    try:
        records, errors = _sheet(data)
    except Exception as error:  # A damaged file may raise anything that its parser meets.
        raise InputError(
            "is no XLSX workbook.",
            path=path,
            remedy="Save it as XLSX, or as CSV in UTF-8.",
        ) from error
    table = table_of(records)
    if table.header is None:
        trimmed = (replace(record, cells=_trimmed(record.cells)) for record in table.records)
        table = replace(table, records=tuple(trimmed))
    flaws = {record.line: _flaw(record, table.columns, errors) for record in table.records}
    usable = [
        replace(record, cells=tuple(map(clean, record.cells)))
        for record in table.records
        if not flaws[record.line]
    ]
    read = terms_of(replace(table, records=tuple(usable)), str(path))
    problems = [Problem(str(path), line, flaw) for line, flaw in flaws.items() if flaw]
    return Rows(read.terms, tuple(sorted((*read.problems, *problems), key=lambda one: one.line)))


def _sheet(data: bytes) -> tuple[list[Record], set[tuple[int, int]]]:
    """The rows of the first sheet that hold anything, and where (line, column) an error stands."""
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    records: list[Record] = []
    errors: set[tuple[int, int]] = set()
    # A cell far away makes the library fill the room before it, up to 17 thousand million.
    rows = book.worksheets[0].iter_rows(max_row=_ROWS, max_col=_COLUMNS)
    for line, row in enumerate(rows, start=1):
        cells = tuple(_shown(cell.value) for cell in row)
        if any(cell.strip() for cell in cells):
            records.append(Record(line, line, cells))
            errors.update((line, at) for at, cell in enumerate(row) if cell.data_type == "e")
    book.close()
    return records, errors


def _shown(value: object) -> str:
    """A cell's value as the spreadsheet shows it."""
    if value is None:
        return ""
    return str(value).upper() if isinstance(value, bool) else str(value)


def _flaw(record: Record, columns: Mapping[str, int], errors: Container[tuple[int, int]]) -> str:
    """What a cell holds that is no term, as only a spreadsheet can; '' where none does."""
    for name, at in columns.items():
        if name not in COLUMNS or at >= len(record.cells):
            continue
        cell = record.cells[at].strip()
        if (record.line, at) in errors:
            return f"{name} holds the error '{cell}'; correct its formula, or type the text."
        if name != "note" and ("\n" in cell or "\r" in cell):
            return f"{name} has a line break inside (Alt+Enter); give each rendering a row."
    return ""


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
    for row in (COLUMNS, *map(content, terms)):
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=fit(value))
            cell.data_type = "s"
            # Shown as text too when the sheet is saved as CSV and opened again.
            cell.quotePrefix = value.startswith(_FORMULA_STARTS)
            cells.append(cell)
        sheet.append(cells)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
