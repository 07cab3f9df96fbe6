"""PDF: the text layer, and recognition for the pages that have none worth the name."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Any

from vertaal.errors import InputError, MissingDependency
from vertaal.reading.answer_tables import HEAD, LABELLED
from vertaal.reading.pages.columns import aligned
from vertaal.reading.pages.drawn import Drawn, Matrix, Piece
from vertaal.reading.pages.grids import ruled
from vertaal.reading.pages.rows import Row, Table, rows, text_of
from vertaal.reading.pages.tags import Tagged, tagged
from vertaal.reading.pages.turning import Page, join_pages
from vertaal.reading.scans import read_pages, recognise
from vertaal.reading.scans.pictures import refuse_long
from vertaal.reading.scans.rendering import ink, render
from vertaal.reading.scans.tesseract import find
from vertaal.reading.tidying import SOFT_HYPHEN, tidy
from vertaal.types import Removal, Source
from vertaal.words import zipf

MAX_PAGES = 2_000
MAX_OPERATIONS = 3_000_000
"""Of drawing, with their operands: a page of a letter takes some 3,000. A small file may have its
pages and forms share one long stream, which is gone through for each."""
MAX_DRAWN = 4_000
"""Pictures and forms on one page. Forms may draw forms that draw forms: pypdf skips those from the
5,000th on, and PDFium draws them for years."""
_COST_OF_DRAWN = 100
"""As many operations take the time that it takes to go into a form."""
_LETTERS_OF_A_PAGE = 20
"""A page with fewer letters than this is a picture, a cover or blank."""
_INK_OF_DIRT, _INK_OF_WORDS = 0.0005, 0.003
"""Shares of a page that are dark: less is a blank page, and a page with a few words on it."""
_WORDS = re.compile(r"[^\W\d_]{2,}")
_ENOUGH_WORDS = 30
_KNOWN = 0.35
"""Share of words that a word list has, under which a text layer is taken for rubbish: fonts
without a table of characters give letters in an order of their own."""


def read_pdf(data: bytes, path: Path) -> Source:
    """The text page by page, with a form feed between pages.

    Raises `InputError`, and `MissingDependency` for a scan where Tesseract is not there.
    """
    # A PDF has only what is drawn: its soft hyphens are seen, in 'Zuid-Afrika' too.
    texts, heads = _pages(data, path)
    return replace(
        _whole(data, path, [tidy(x.replace(SOFT_HYPHEN, "-")) for x in texts]), removed=heads
    )


def _whole(data: bytes, path: Path, pages: list[str]) -> Source:
    """The typed pages, with those that are scans read."""
    poor = [number for number, page in enumerate(pages, 1) if not _has_text(page)]
    if not poor:
        return Source(path.name, "\f".join(pages))
    # A page that is blank, or has no more on it than a few typed words, is as it should be.
    seen = ink(data, path, poor)
    pictures = [
        number
        for number in poor
        if seen[number] > (_INK_OF_WORDS if pages[number - 1].strip() else _INK_OF_DIRT)
    ]
    if not pictures:
        return Source(path.name, "\f".join(pages))
    return _recognised(data, path, pages, pictures)


def _recognised(data: bytes, path: Path, pages: list[str], pictures: list[int]) -> Source:
    refuse_long(len(pictures), path)
    typed = {number: page for number, page in enumerate(pages, 1) if number not in pictures}
    try:
        tesseract = find()
    except MissingDependency as error:
        if 2 * len(pictures) < len(pages):
            return read_pages(path, (), dict(enumerate(pages, 1)), None, tuple(pictures))
        raise MissingDependency(
            f"is a scan: {len(pictures)} of its {len(pages)} pages have no text. {error.message}",
            path=path,
            remedy=error.remedy,
        ) from error
    drawn = zip(pictures, render(data, path, pictures), strict=True)
    return read_pages(path, recognise(drawn, tesseract, path), typed, tesseract)


def _has_text(page: str) -> bool:
    """Whether the page's text layer holds text that can be read."""
    if sum(map(str.isalpha, page)) < _LETTERS_OF_A_PAGE:
        return False
    words = _WORDS.findall(page)
    known = sum(zipf(word, "nl") > 0 or zipf(word, "en") > 0 for word in words)
    return len(words) < _ENOUGH_WORDS or known >= _KNOWN * len(words)


def _pages(data: bytes, path: Path) -> tuple[list[str], tuple[Removal, ...]]:
    """The text of each page, and what has no text in it."""
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
        effort = _Effort(path)
        tables = tagged(reader.root_object)
        pages = [_page(page, tables, effort) for page in reader.pages]
        join_pages(pages)
        return _texts(pages)
    except InputError:
        raise
    except Exception as error:  # A damaged file may raise anything that its parser meets.
        raise InputError(
            f"cannot be read as PDF ({error or type(error).__name__}).",
            path=path,
            remedy="Open it in a PDF reader and print it to a new PDF.",
        ) from error


_Tables = dict[int, list[Tagged]]
"""Object number of a page → the tables on it that the file itself tells of."""


@dataclass(slots=True)
class _Line:
    text: str
    height: float | None = None
    """Of its first character above the foot of the page, in points."""
    row: Row | None = None


@dataclass(slots=True)
class _Effort:
    """How much has been drawn: operations with their operands, and pictures and forms of a page."""

    path: Path
    operations: int = 0
    drawn: int = 0

    def count(self, operator: bytes, operands: list[Any], *_: object) -> None:
        self.operations += 1 + sum(len(each) if isinstance(each, list) else 1 for each in operands)
        if operator == b"Do":
            self.drawn += 1
            self.operations += _COST_OF_DRAWN
        self.check()

    def check(self) -> None:
        """Raise `InputError` when it is too much."""
        if self.operations > MAX_OPERATIONS or self.drawn > MAX_DRAWN:
            raise InputError(
                "draws far more than a letter does.",
                path=self.path,
                remedy="Open it in a PDF reader and print it to a new PDF.",
            )


def _texts(pages: Sequence[Page]) -> tuple[list[str], tuple[Removal, ...]]:
    """The text of each page. Where no letter has labels beside them, the rows of tables of
    questions and answers get such, and their heads are left out."""
    found = [table for page in pages for table in page.tables]
    asking = [table for table in found if table.columns is not None]
    texts = _with_rows(pages, rows(found))
    if not asking or any(map(LABELLED.search, texts)):
        return texts, ()
    heads = (table.rows()[table.head].values() for table in asking if table.head is not None)
    removed = (Removal(0, " ".join(map(text_of, cells)), HEAD) for cells in heads)
    return _with_rows(pages, rows(found, labelling=True)), tuple(removed)


def _with_rows(pages: Sequence[Page], in_rows: dict[Piece, Row]) -> list[str]:
    begun: set[Row] = set()
    return [_page_text(page, in_rows, begun) for page in pages]


def _page_text(page: Page, in_rows: dict[Piece, Row], begun: set[Row]) -> str:
    """The lines of a page, with a blank line where the page leaves room between two of them, and
    around a table. Rows that were `begun` on a page before are on that.
    """
    lines = [line for line in _lines(page.pieces, in_rows, begun) if line.text.strip()]
    drops = [(a.height or 0) - (b.height or 0) for a, b in pairwise(lines)]
    usual = Counter(
        round(drop)
        for drop, (a, b) in zip(drops, pairwise(lines), strict=True)
        if drop > 1 and not a.row and not b.row
    ).most_common(1)
    step = usual[0][0] if usual else 0
    text = lines[0].text.rstrip() if lines else ""
    for drop, (above, line) in zip(drops, pairwise(lines), strict=True):
        if above.row and line.row:
            apart = above.row.table != line.row.table or above.row.apart or line.row.apart
        elif above.row or line.row:
            apart = True
        else:
            apart = bool(step and not -0.5 * step < drop < 1.4 * step)
        text += ("\n\n" if apart else "\n") + line.text.rstrip()
    return text


def _drawn(page: Any, effort: _Effort) -> Drawn:
    drawn = Drawn()

    def before(operator: bytes, operands: list[Any], matrix: Matrix, text: Matrix) -> None:
        effort.count(operator, operands)
        drawn.before(operator, operands, matrix, text)

    effort.drawn = 0
    page.extract_text(
        visitor_operand_before=before, visitor_operand_after=drawn.after, visitor_text=drawn.text
    )
    effort.check()  # What is raised within a form ends that form only.
    return drawn


def _page(page: Any, tables: _Tables, effort: _Effort) -> Page:
    """What a page draws, and its tables. What the file itself says goes before what its rules
    show."""
    drawn = _drawn(page, effort)
    number = page.indirect_reference.idnum if page.indirect_reference else 0
    found = [table.on(number, drawn.pieces) for table in tables.get(number, ())]
    found += ruled(_outside(drawn.pieces, found), drawn.rules)
    found += aligned(_outside(drawn.pieces, found))
    return Page(drawn.pieces, found)


def _outside(pieces: Sequence[Piece], tables: Sequence[Table]) -> list[Piece]:
    inside = {piece for table in tables for cell in table.cells.values() for piece in cell}
    return [p for p in pieces if p.spans and p.text.strip() and p not in inside]


def _lines(pieces: Sequence[Piece], in_rows: dict[Piece, Row], begun: set[Row]) -> list[_Line]:
    lines = [_Line("")]
    for piece in pieces:
        row = in_rows.get(piece)
        if row is not None:
            if row not in begun:
                lines.append(_Line(row.text, piece.y, row))
                begun.add(row)
            continue
        for index, part in enumerate(piece.text.split("\n")):
            if index or lines[-1].row:
                lines.append(_Line(""))
            line = lines[-1]
            line.text += part
            if part.strip() and line.height is None:
                line.height = piece.y
    return lines
