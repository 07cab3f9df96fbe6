"""PDF with a text layer."""

from __future__ import annotations

import io
import logging
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from vertaal.errors import InputError
from vertaal.reading.extract import Extract, tidy

MAX_PAGES = 2_000
_LETTERS_OF_A_PAGE = 20
"""A page with fewer letters than this is a picture, a cover or blank."""


def read_pdf(data: bytes, path: Path) -> Extract:
    """The text page by page, with a form feed between pages."""
    pages = _pages(data, path)
    with_text = sum(sum(map(str.isalpha, page)) >= _LETTERS_OF_A_PAGE for page in pages)
    if with_text < len(pages) / 2:
        raise InputError(
            f"is a scan: {len(pages) - with_text} of its {len(pages)} pages have no text.",
            path=path,
            remedy=f"Add a text layer first, for example: ocrmypdf -l nld {path.name} "
            f"{path.stem}-text.pdf",
        )
    return Extract(text=tidy("\f".join(pages)))


def _pages(data: bytes, path: Path) -> list[str]:
    from pypdf import PdfReader

    # It reports every oddity of a file that it can read all the same.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(
                "is protected by a password.", path=path, remedy="Save it without a password."
            )
        if len(reader.pages) > MAX_PAGES:
            raise InputError(
                f"has {len(reader.pages):,} pages, and the limit is {MAX_PAGES:,}.",
                path=path,
                remedy="Split it into its documents and build each.",
            )
        return [_page_text(page) for page in reader.pages]
    except InputError:
        raise
    except Exception as error:  # A damaged file may raise anything that its parser meets.
        raise InputError(
            f"cannot be read as PDF ({error or type(error).__name__}).",
            path=path,
            remedy="Open it in a PDF reader and print it to a new PDF.",
        ) from error


@dataclass(slots=True)
class _Line:
    text: str
    height: float | None = None
    """Of its first character above the foot of the page, in points."""


def _page_text(page: Any) -> str:
    """The lines of a page, with a blank line where the page leaves room between two of them."""
    lines = [_Line("")]

    def visit(text: str, matrix: list[float], place: list[float], *_: object) -> None:
        for index, piece in enumerate(text.split("\n")):
            if index:
                lines.append(_Line(""))
            line = lines[-1]
            line.text += piece
            if piece.strip() and line.height is None:
                line.height = place[4] * matrix[1] + place[5] * matrix[3] + matrix[5]

    page.extract_text(visitor_text=visit)
    drawn = [line for line in lines if line.text.strip() and line.height is not None]
    drops = [(a.height or 0) - (b.height or 0) for a, b in pairwise(drawn)]
    usual = Counter(round(drop) for drop in drops if drop > 1).most_common(1)
    step = usual[0][0] if usual else 0
    text = drawn[0].text.rstrip() if drawn else ""
    for drop, line in zip(drops, drawn[1:], strict=True):
        apart = step and not -0.5 * step < drop < 1.4 * step
        text += ("\n\n" if apart else "\n") + line.text.rstrip()
    return text
