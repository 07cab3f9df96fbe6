"""The PDF writer: the HTML page as printed, tagged after PDF/UA-1, by WeasyPrint."""

from __future__ import annotations

from pathlib import Path

from vertaal.errors import MissingDependency
from vertaal.publishing import html
from vertaal.publishing.layouts import Layout
from vertaal.publishing.passages import Book

VARIANT = "pdf/ua-1"
"""ISO 14289-1: tagged, with the languages and headings of the page."""


def write(book: Book, layout: Layout, reference_doc: Path | None) -> bytes:
    """The document. Raises `MissingDependency` without WeasyPrint or the Pango it stands on."""
    try:
        import weasyprint
    except (ImportError, OSError) as error:
        raise MissingDependency(
            "PDF needs WeasyPrint and Pango.",
            remedy="Install them with: pip install 'vertaal[pdf]' "
            "and apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
        ) from error
    page = html.write(book, layout, reference_doc).decode("utf-8")
    data: bytes = weasyprint.HTML(string=page).write_pdf(pdf_variant=VARIANT)
    return data
