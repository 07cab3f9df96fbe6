"""A closer look at single glyphs, from cuttings kept when their page was at hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from vertaal.reading.scans.boxes import Box, Glyph, Page, TextLine
from vertaal.reading.scans.label_numbers import number_of
from vertaal.reading.scans.tesseract import Tesseract

if TYPE_CHECKING:
    from PIL.Image import Image

_UNSURE = 0.97
_ENLARGED = ((4, 6), (6, 3), (3, 4))
"""Times enlarged, and pixels of the surroundings that are shown: three looks, and a vote."""
_WHITE = 40


class Loupe:
    """Reads digits again, enlarged. Kept are cuttings around raised or doubtful glyphs, and around
    the numbers of labels.
    """

    def __init__(self, tesseract: Tesseract, path: Path) -> None:
        self._tesseract = tesseract
        self._path = path
        self._cuttings: dict[tuple[int, int, int], Image] = {}

    def keep(self, page: Page, picture: Image) -> None:
        """Cut the glyphs that may be asked for from the picture of the page."""
        for line in page.lines:
            boxes = [g.box for word in line.words for g in word.glyphs if _odd(g, line)]
            label = number_of(line)
            for box in [*boxes, *([label[2]] if label else [])]:
                edges = (box.left - 8, box.top - 8, box.right + 24, box.bottom + 8)
                cutting = picture.crop(edges)
                self._cuttings[page.number, int(box.left), int(box.top)] = cutting

    def reread(self, page: int, box: Box) -> str:
        """The digits in the box; empty where none are seen, or the box was not kept."""
        from PIL import Image, ImageOps

        cutting = self._cuttings.get((page, int(box.left), int(box.top)))
        if cutting is None:
            return ""
        votes: Counter[str] = Counter()
        for times, around in _ENLARGED:
            inner = (8 - around, 8 - around, 8 + around + box.width, 8 + around + box.height)
            part = cutting.crop(inner)
            size = (part.width * times, part.height * times)
            large = ImageOps.expand(part.resize(size, Image.Resampling.LANCZOS), _WHITE, 255)
            digits = self._tesseract.read_digits(large, self._path, page)
            if digits.isdecimal():
                votes[digits] += 1
        return max(votes, key=votes.__getitem__, default="")


def _odd(glyph: Glyph, line: TextLine) -> bool:
    high = glyph.box.bottom < line.base - 0.2 * glyph.box.height
    return high or glyph.confidence < _UNSURE
