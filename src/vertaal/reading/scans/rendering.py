"""Pages of a PDF as pictures (PDFium)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vertaal.errors import InputError
from vertaal.reading.scans.pictures import DOTS

if TYPE_CHECKING:
    from PIL.Image import Image

_POINTS = 72
_LARGEST = 5000
"""Pixels of the longer side of a page; A4 has 3,508."""
_SMALL = 300
_DARK = 200
"""Of 256 shades of grey, the first that counts as paper."""


def render(data: bytes, path: Path, pages: Sequence[int]) -> Iterator[Image]:
    """The pages of these numbers (from 1), in grey. Raises `InputError`."""
    return (page for _, page in _render(data, path, pages, _LARGEST))


def ink(data: bytes, path: Path, pages: Sequence[int]) -> dict[int, float]:
    """The share of each page that is dark."""
    shades = {number: page.histogram() for number, page in _render(data, path, pages, _SMALL)}
    return {number: sum(shade[:_DARK]) / sum(shade) for number, shade in shades.items()}


def _render(
    data: bytes, path: Path, pages: Sequence[int], largest: int
) -> Iterator[tuple[int, Image]]:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        try:
            for number in pages:
                page = document[number - 1]
                scale = min(DOTS / _POINTS, largest / max(1.0, *page.get_size()))
                bitmap = page.render(scale=scale, grayscale=True)
                picture = bitmap.to_pil().convert("L")
                bitmap.close()
                page.close()
                yield number, picture
        finally:
            document.close()
    except pypdfium2.PdfiumError as error:
        raise InputError(
            f"cannot be drawn ({error}).",
            path=path,
            remedy="Open it in a PDF reader and print it to a new PDF.",
        ) from error
