"""The HTML writer: one self-contained file, made by pandoc with the house's template."""

from __future__ import annotations

import tempfile
from importlib import resources
from pathlib import Path

from vertaal import pandoc_library
from vertaal.publishing import tree
from vertaal.publishing.layouts import Layout
from vertaal.publishing.notice import document_name, english_title
from vertaal.publishing.passages import Book


def write(book: Book, layout: Layout, reference_doc: Path | None) -> bytes:
    """The document as UTF-8. `reference_doc` concerns other formats."""
    metadata = {
        "lang": layout.language,
        "layout": layout.name,
        "pagetitle": f"{english_title(book.edition)} – {layout.suffix}",
        "description": f"{layout.suffix} of {document_name(book.edition)}",
        "generator": f"vertaal {book.edition.provenance.version}".strip(),
    }
    document = tree.document(layout.body(book), metadata)
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder) / "page.html"
        template.write_text(_template(), encoding="utf-8")
        text: str = pandoc_library.load().write(
            document,
            format="html5",
            options=[
                f"--template={template}",
                "--wrap=none",
                "--email-obfuscation=none",
            ],
        )
    return text.encode("utf-8")


def _template() -> str:
    """The template with its style sheet inside, where `$` is pandoc's own sign."""
    folder = resources.files("vertaal.publishing") / "data"
    style = (folder / "page.css").read_text(encoding="utf-8")
    template = (folder / "page.html").read_text(encoding="utf-8")
    return template.replace("/*style*/", style.replace("$", "$$"))
