"""hOCR, the HTML in which Tesseract gives every glyph its box (Breuel, ICDAR 2007)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from vertaal.reading.scans.boxes import Box, Glyph, Page, TextLine, Word
from vertaal.reading.tidying import tidy

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BOX = re.compile(r"\b(?:x_bboxes|bbox) (-?\d+) (-?\d+) (-?\d+) (-?\d+)")
_CONFIDENCE = re.compile(r"\bx_(?:wconf|conf) ([\d.]+)")


def read_page(hocr: str, number: int) -> Page:
    """The page of an hOCR document that holds one, as page `number`.

    Raises `ValueError` where it holds none or is damaged.
    """
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        # Its document type is XHTML's; it is not fetched, and entities are refused.
        root = fromstring(hocr, forbid_dtd=False)
    except ParseError as error:
        raise ValueError(f"no well-formed hOCR: {error}") from error
    page = next(_of(root, "ocr_page"), None)
    if page is None:
        raise ValueError("no page in the hOCR")
    box = _box(page)
    lines = (
        TextLine(words)
        for line in _of(page, "ocr_line", "ocr_header", "ocr_textfloat", "ocr_caption")
        if (words := tuple(filter(None, map(_word, _of(line, "ocrx_word")))))
    )
    rules = tuple(_box(rule) for rule in _of(page, "ocr_separator"))
    return Page(number, box.right, box.bottom, tuple(lines), rules)


def _of(element: Element, *classes: str) -> Iterator[Element]:
    return (each for each in element.iter() if each.get("class") in classes)


def _word(element: Element) -> Word | None:
    glyphs = tuple(
        Glyph(text, _box(each), _confidence(each))
        for each in _of(element, "ocrx_cinfo")
        if (text := tidy("".join(each.itertext())).strip())
    )
    return Word(glyphs, _box(element), _confidence(element)) if glyphs else None


def _box(element: Element) -> Box:
    found = _BOX.search(element.get("title", ""))
    if found is None:
        raise ValueError("an element of the hOCR has no box")
    return Box(*(float(value) for value in found.groups()))


def _confidence(element: Element) -> float:
    found = _CONFIDENCE.search(element.get("title", ""))
    return float(found[1]) / 100 if found else 0.0
