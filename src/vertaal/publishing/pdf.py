"""The PDF writer: the tree with the functions of `page.typ` named in it, written by pandoc, set by
Typst and tagged after PDF/UA-1 (ISO 14289-1).
"""

from __future__ import annotations

import datetime
import functools
import json
from collections.abc import Callable
from dataclasses import replace
from importlib import resources
from typing import Any

from vertaal import pandoc_library
from vertaal.errors import MissingDependency
from vertaal.publishing import tree
from vertaal.publishing.disclosure import statements, summary
from vertaal.publishing.layouts import Layout
from vertaal.publishing.packages import moment
from vertaal.publishing.passages import Book
from vertaal.publishing.typstsource import source

STANDARD = "ua-1"
NO_GLYPH = "could not be displayed with font"
"""What Typst says of a character that no font at hand has."""


def write(book: Book, layout: Layout) -> bytes:
    """The document. Raises `MissingDependency`."""
    try:
        import typst
    except ImportError as error:
        raise MissingDependency(
            "PDF needs Typst.", remedy="Install it with: pip install 'vertaal[pdf]'"
        ) from error
    book = replace(book, true_notes=book.numbered(layout.language))
    body = pandoc_library.write(
        tree.document(source(layout.body(book)), {}), "typst", ["--wrap=none"]
    )
    data = resources.files("vertaal.publishing") / "data"
    edition = book.edition
    inputs = {
        "lang": layout.language,
        "title": tree.clean(layout.title(book)),
        "description": summary(edition, layout),
        "keywords": "|".join(layout.keywords),
        "disclosure": json.dumps(dict(statements(edition, layout)), ensure_ascii=False, indent=1),
    }
    made = datetime.datetime.fromisoformat(moment(edition.provenance.date))
    with resources.as_file(data / "fonts") as fonts:
        compiled: Callable[..., Any] = functools.partial(
            typst.compile,
            (data / "page.typ").read_bytes() + body,
            font_paths=[str(fonts)],
            sys_inputs=inputs,
            timestamp=int(made.timestamp()),
        )
        try:
            result: bytes = compiled(pdf_standards=[STANDARD])
        except typst.TypstError as error:
            if NO_GLYPH not in str(error):
                raise
            # Tagged all the same, but PDF/UA wants a sign for every character.
            result = compiled()
    return result
