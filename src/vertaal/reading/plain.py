"""Plain text."""

from __future__ import annotations

import re
from pathlib import Path

from vertaal.cells import BAR
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
    or bars part the cells; and the heads of these. Below a blank line, a table goes on only where
    its rows are counted.
    """
    lines: list[str] = []
    heads: list[Removal] = []
    columns: Columns | None = None
    rows = text.split("\n")
    for above, line, following in zip(["", *rows], rows, [*rows[1:], ""], strict=False):
        row = _row(line)
        found = columns_of(row) if len(row) > 1 else None
        if found is not None and (len(_row(following)) == len(row) or _DRAWN.fullmatch(following)):
            columns = found
            heads.append(Removal(len(lines) + 1, line.strip(), HEAD))
            continue
        if columns is not None and line.strip() and not above.strip():
            counted = columns.number is not None and line.strip(" |")[:1].isdigit()
            columns = columns if counted else None
        if columns is None or len(row) != len(columns.names) or _DRAWN.fullmatch(line):
            lines.append(line)
        else:
            lines += [part for cell in columns.read(row) for part in ("", cell)]
    return "\n".join(lines), tuple(heads)


_DRAWN = re.compile(r"(?=.*--)[\s|:-]+")
"""A line between the rows."""


def _row(line: str) -> Row:
    parts = line.split("\t") if "\t" in line else BAR.split(line.strip().strip("|"))
    return [(place, [cell] if (cell := part.strip()) else []) for place, part in enumerate(parts)]
