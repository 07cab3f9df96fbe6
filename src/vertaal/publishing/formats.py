"""The formats: file extension → writer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from vertaal.publishing import docx, epub, html, pdf
from vertaal.publishing.layouts import Layout
from vertaal.publishing.passages import Book

Writer = Callable[[Book, Layout], bytes]


def writers(reference_doc: Path | None) -> Mapping[str, Writer]:
    """Those of all formats, of which DOCX alone looks as a reference document does."""
    return {
        "html": html.write,
        "docx": partial(docx.write, reference_doc=reference_doc),
        "pdf": pdf.write,
        "epub": epub.write,
    }
