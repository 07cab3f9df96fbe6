"""Pages of a PDF as pictures, drawn by a process that may not take for ever (`drawing`)."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from vertaal.errors import InputError
from vertaal.reading.scans import drawing
from vertaal.reading.scans.pictures import DOTS

if TYPE_CHECKING:
    from PIL.Image import Image

SECONDS = 60
"""For one process: a page of a letter takes a fifth of one."""
_LARGEST = 5000
"""Pixels of the longer side of a page; A4 has 3,508."""
_SMALL = 300
_TOGETHER = 50
"""Small pages that one process draws."""
_DARK = 200
"""Of 256 shades of grey, the first that counts as paper."""


def render(data: bytes, path: Path, pages: Sequence[int]) -> Iterator[Image]:
    """The pages of these numbers (from 1), in grey. Raises `InputError`."""
    for number in pages:
        yield from _drawn(data, path, [number], _LARGEST)


def ink(data: bytes, path: Path, pages: Sequence[int]) -> dict[int, float]:
    """The share of each page that is dark. Raises `InputError`."""
    found: dict[int, float] = {}
    for part in (pages[at : at + _TOGETHER] for at in range(0, len(pages), _TOGETHER)):
        for number, page in zip(part, _drawn(data, path, part, _SMALL), strict=True):
            shades = page.histogram()
            found[number] = sum(shades[:_DARK]) / sum(shades)
    return found


def _drawn(data: bytes, path: Path, pages: Sequence[int], largest: int) -> Iterator[Image]:
    from PIL import Image

    # Not as a module of the package, which would load all that the readers need; and with no
    # folder of ours on the search path.
    program = [sys.executable, "-P", drawing.__file__, str(largest), str(DOTS), *map(str, pages)]
    remedy = "Open it in a PDF reader and print it to a new PDF."
    try:
        done = subprocess.run(
            program, input=data, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise InputError(
            f"takes more than {SECONDS} seconds to draw (page {pages[0]}).",
            path=path,
            remedy=remedy,
        ) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2]
        raise InputError(
            f"cannot be drawn ({said or f'PDFium ended with {done.returncode}'}).",
            path=path,
            remedy=remedy,
        )
    pictures = io.BytesIO(done.stdout)
    for _ in pages:
        width, height = map(int, pictures.readline().split()[1:3])
        yield Image.frombytes("L", (width, height), pictures.read(width * height))
