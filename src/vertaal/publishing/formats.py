"""The formats: file extension → writer."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from vertaal.publishing import docx, epub, html, pdf
from vertaal.publishing.layouts import Layout
from vertaal.publishing.passages import Book


class Writer(Protocol):
    """Writes a book in a layout; the reference document is for the formats that have one."""

    def __call__(self, book: Book, layout: Layout, reference_doc: Path | None) -> bytes: ...


WRITERS: dict[str, Writer] = {
    "html": html.write,
    "docx": docx.write,
    "pdf": pdf.write,
    "epub": epub.write,
}
