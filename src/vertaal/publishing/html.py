"""The HTML writer: one self-contained file, made by pandoc with the house's template."""

from __future__ import annotations

import base64
import functools
import html
import re
from importlib import resources
from importlib.resources.abc import Traversable

from vertaal import pandoc_library
from vertaal.publishing import tree
from vertaal.publishing.disclosure import SCHEMA, statements
from vertaal.publishing.layouts import Layout
from vertaal.publishing.passages import Book

SKIP = {"nl": "Naar de tekst", "en": "Skip to the text"}


def write(book: Book, layout: Layout) -> bytes:
    """The document as UTF-8."""
    edition = book.edition
    metadata = {
        "lang": layout.language,
        "layout": layout.name,
        "skip": SKIP[layout.language],
        "pagetitle": layout.title(book),
    }
    head = [
        _meta("description", layout.description(book)),
        _meta("generator", f"vertaal {edition.provenance.version}".strip()),
        *(
            _meta(f"vertaal:{name}", value, SCHEMA.get(name, ""))
            for name, value in statements(edition, layout).items()
        ),
    ]
    document = tree.document(layout.body(book), metadata, {"head": "\n".join(head)})
    with resources.as_file(_data() / "page.html") as template:
        page = pandoc_library.write(
            document,
            "html5",
            [f"--template={template}", "--wrap=none", "--email-obfuscation=none"],
        )
    # Not in the template: pandoc takes a tenth of a second to read so long a one.
    look = f"<style>\n{style_sheet()}".encode()
    return _VOID.sub(rb"<\1\2>", page).replace(b"<style>\n/*style*/", look, 1)


def _meta(name: str, value: str, known_as: str = "") -> str:
    """Written here: pandoc's templates leave quotation marks as they are."""
    content = html.escape(tree.clean(value))
    known = f' property="{known_as}"' if known_as else ""
    return f'<meta name="{name}"{known} content="{content}">'


_VOID = re.compile(rb"<(br|col|hr)([^<>]*?) />")

FONTS = {"source-sans-3.woff2": "normal", "source-sans-3-italic.woff2": "italic"}
"""Font files (Source Sans 3, SIL Open Font License) that travel inside the page."""


@functools.cache
def style_sheet() -> str:
    """The look of the published pages: their style sheet with its fonts inside."""
    folder = _data()
    faces = "".join(
        '@font-face { font-family: "Source Sans 3"; font-weight: 200 900; '
        f"font-style: {style}; src: url(data:font/woff2;base64,"
        f"{base64.b64encode((folder / 'fonts' / name).read_bytes()).decode()}) "
        'format("woff2"); }\n'
        for name, style in FONTS.items()
    )
    return faces + (folder / "page.css").read_text(encoding="utf-8")


def _data() -> Traversable:
    return resources.files("vertaal.publishing") / "data"
