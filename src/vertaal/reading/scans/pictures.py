"""Pictures of pages made ready for recognition: upright, grey, at about 300 dots per inch.

Sizes are known before anything is unpacked: a picture of a few bytes can ask for all memory.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from vertaal.errors import InputError

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_PIXELS = 80_000_000
"""Of a picture as given: A4 at 900 dots per inch."""
MAX_PAGES = 300
"""Of one scan: an evening's work for a slow machine."""
DOTS = 300
"""Per inch, at which Tesseract was trained."""
_A4 = (8.27, 11.69)
_SMALLEST, _LARGEST = 0.8, 1.5
"""Outside these shares of `DOTS` (reckoned from a page of A4) a picture is scaled."""
_STEEPEST = 4.0
"""Degrees to which a page that went in askew is put straight."""


def pages(data: bytes, path: Path) -> Iterator[Image]:
    """The pages of a picture file, one after another. Raises `InputError`."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            # Its own limit comes later than ours, and as a warning.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF"))
            # Counting them reads on in the file.
            frames = getattr(picture, "n_frames", 1) if picture.format == "TIFF" else 1
    except Image.DecompressionBombError as error:
        raise _too_large(path) from error
    except Exception as error:  # A damaged picture may raise anything that its decoder meets.
        raise InputError(
            f"is not a {path.suffix.lower()} picture.",
            path=path,
            remedy="Open it in an image program and save it anew.",
        ) from error
    with picture:
        refuse_long(frames, path)
        for frame in range(frames):
            yield _frame(picture, frame, path)


def _frame(picture: Image, frame: int, path: Path) -> Image:
    from PIL import Image, ImageOps

    try:
        picture.seek(frame)
        if picture.width * picture.height > MAX_PIXELS:
            raise _too_large(path)
        upright = ImageOps.exif_transpose(picture)
        if upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info:
            seen = upright.convert("RGBA")
            upright = Image.alpha_composite(Image.new("RGBA", seen.size, "white"), seen)
        elif upright.mode.startswith("I"):
            upright = upright.point(lambda value: value / 256).convert("L")
        return upright.convert("L")
    except InputError:
        raise
    except Image.DecompressionBombError as error:
        raise _too_large(path) from error
    except Exception as error:  # A damaged picture may raise anything that its decoder meets.
        raise InputError(
            f"is damaged in page {frame + 1} ({error or type(error).__name__}).",
            path=path,
            remedy="Open it in an image program and save it anew, or scan the page again.",
        ) from error


def refuse_long(number: int, path: Path) -> None:
    if number > MAX_PAGES:
        raise InputError(
            f"has {number:,} pages to recognise, and the limit is {MAX_PAGES:,}.",
            path=path,
            remedy="Split it into its documents and build each.",
        )


def _too_large(path: Path) -> InputError:
    return InputError(
        f"is too large a picture (the limit is {MAX_PIXELS:,} pixels a page).",
        path=path,
        remedy="Scan it again at 300 dots per inch, or make it smaller in an image program.",
    )


def prepared(picture: Image) -> Image:
    """The page scaled to about `DOTS` and put straight."""
    from PIL import Image

    long, short = max(picture.size), max(1, min(picture.size))
    share = max(long / (_A4[1] * DOTS), short / (_A4[0] * DOTS))
    if not _SMALLEST <= share <= _LARGEST:
        size = (max(1, round(picture.width / share)), max(1, round(picture.height / share)))
        picture = picture.resize(size, Image.Resampling.LANCZOS)
    angle = slope(picture)
    if abs(angle) < 0.05:
        return picture
    return picture.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)


def slope(picture: Image) -> float:
    """Degrees by which the lines of text fall to the right.

    Lines that run level pile their ink up in few rows: of all slopes that is taken which makes
    neighbouring rows differ most (Postl, 1986).
    """
    import numpy as np

    small = picture.reduce(max(1, max(picture.size) // 1200))
    if small.mode != "L":
        small = small.convert("L")
    pixels = np.asarray(small, dtype=np.int16)
    dark = pixels < (int(np.percentile(pixels, 1)) + int(np.median(pixels))) // 2
    if not 50 < dark.sum() < dark.size // 3:
        return 0.0
    rows, columns = np.nonzero(dark)

    def sharpness(degrees: float) -> float:
        level = np.rint(rows - columns * np.tan(np.radians(degrees))).astype(np.int64)
        piles = np.bincount(level - level.min())
        return float(np.square(np.diff(piles)).sum())

    best = max(np.arange(-_STEEPEST, _STEEPEST + 0.1, 0.2), key=sharpness)
    return float(max(np.arange(best - 0.2, best + 0.21, 0.04), key=sharpness))
