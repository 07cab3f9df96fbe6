"""Scans: pictures of pages become text through Tesseract, laid out by where things stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from vertaal.cores import share
from vertaal.errors import InputError
from vertaal.reading.scans import pictures
from vertaal.reading.scans.boxes import Page
from vertaal.reading.scans.hocr import read_page
from vertaal.reading.scans.loupe import Loupe
from vertaal.reading.scans.setting import SetPage, mean_confidence, set_pages, source_text
from vertaal.reading.scans.tesseract import Tesseract, find
from vertaal.types import Scan, Source

if TYPE_CHECKING:
    from PIL.Image import Image

_MOST_AT_ONCE = 4
"""Pages read side by side; each takes some 200 MB while it is read."""
_TURNS = (0, 180, 90, 270)
_UPRIGHT = 0.6
"""Mean confidence from which on a page lies the right way up."""


def read_image(data: bytes, path: Path) -> Source:
    """The text of a picture, or of a TIFF of several pages.

    Raises `InputError`, and `MissingDependency` where Tesseract or its Dutch data is not there.
    """
    tesseract = find()
    numbered = enumerate(pictures.pages(data, path), 1)
    return read_pages(path, recognise(numbered, tesseract, path), {}, tesseract)


def recognise(
    numbered: Iterable[tuple[int, Image]], tesseract: Tesseract, path: Path
) -> tuple[SetPage, ...]:
    """The pages, set as text. Only a few pictures are held at a time."""
    loupe = Loupe(tesseract, path)

    def read(item: tuple[int, Image]) -> Page:
        number, picture = item
        tried: list[tuple[Page, Image]] = []
        for turn in _TURNS:
            turned = pictures.prepared(picture.rotate(turn, expand=True))
            page = _read_page(turned, number, tesseract, path)
            tried.append((page, turned))
            if page.certainty > _UPRIGHT or not page.lines:
                break
        page, turned = max(tried, key=lambda each: each[0].certainty)
        loupe.keep(page, turned)
        return page

    at_once = min(_MOST_AT_ONCE, share())
    pages: list[Page] = []
    waiting: Iterator[tuple[int, Image]] = iter(numbered)
    with ThreadPoolExecutor(at_once) as pool:
        while batch := list(islice(waiting, at_once)):
            pages += pool.map(read, batch)
    return tuple(set_pages(pages, loupe.reread))


def _read_page(picture: Image, number: int, tesseract: Tesseract, path: Path) -> Page:
    try:
        return read_page(tesseract.read(picture, path, number), number)
    except ValueError as error:
        raise InputError(
            f"gives no result in Tesseract (page {number}: {error}).",
            path=path,
            remedy="Scan the page again, upright and at 300 dots per inch.",
        ) from error


def read_pages(
    path: Path,
    read: tuple[SetPage, ...],
    typed: Mapping[int, str],
    tesseract: Tesseract | None,
    unread: tuple[int, ...] = (),
) -> Source:
    """All pages in order: those read from pictures, those `typed` (by page number)."""
    pages: dict[int, SetPage | str] = {**typed, **{page.number: page for page in read}}
    text, placed, doubts = source_text([pages[number] for number in sorted(pages)])
    scan = Scan(
        engine=tesseract.name if tesseract else "",
        pages=tuple(page.number for page in read),
        confidence=mean_confidence(read),
        doubts=tuple(doubts),
        unread=unread,
    )
    return Source(path.name, text, placed=placed, scan=scan)


__all__ = ["read_image", "read_pages", "recognise"]
