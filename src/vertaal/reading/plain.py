"""Plain text."""

from __future__ import annotations

from pathlib import Path

from vertaal.reading.answer_tables import HEAD, LABELLED, Columns, Row, columns_of
from vertaal.reading.encoding import decode
from vertaal.reading.tidying import tidy
from vertaal.types import Removal, Source


def read_text(data: bytes, path: Path) -> Source:
    text = tidy(decode(data, path))
    text, heads = (text, ()) if LABELLED.search(text) else _with_labels(text)
    return Source(path.name, text, removed=heads)


def _with_labels(text: str) -> tuple[str, tuple[Removal, ...]]:
    """The text with labels in tables of questions and answers that were pasted into it, where tabs
    part the cells; and the heads of these. Below a blank line, a table goes on only where its rows
    are counted.
    """
    lines: list[str] = []
    heads: list[Removal] = []
    columns: Columns | None = None
    rows = text.split("\n")
    for above, line, following in zip(["", *rows], rows, [*rows[1:], ""], strict=False):
        found = columns_of(_row(line)) if "\t" in line else None
        if found is not None and following.count("\t") == line.count("\t"):
            columns = found
            heads.append(Removal(len(lines) + 1, line.strip(), HEAD))
            continue
        row = _row(line)
        if columns is not None and line.strip() and not above.strip():
            counted = columns.number is not None and line[:1].isdigit()
            columns = columns if counted else None
        if columns is None or len(row) != len(columns.names):
            lines.append(line)
        else:
            lines += [part for cell in columns.read(row) for part in ("", cell)]
    return "\n".join(lines), tuple(heads)


def _row(line: str) -> Row:
    cells = (cell.strip() for cell in line.split("\t"))
    return [(place, [cell] if cell else []) for place, cell in enumerate(cells)]
