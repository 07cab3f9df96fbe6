"""Reading: a file on disk becomes a `Source`, whatever its format.

Every reader takes the file's bytes and gives a `Source`; which one, its extension says.
"""

from __future__ import annotations

import hashlib
import importlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from vertaal.errors import InputError
from vertaal.types import Source

MAX_TEXT_CHARACTERS = 5_000_000
"""About 800,000 words: a hundred times the longest letter of the genre."""

MAX_FILE_BYTES = 100_000_000
"""Of a file that may hold pictures."""

READERS: dict[str, tuple[str, int]] = {
    ".txt": ("vertaal.reading.plain:read_text", 4 * MAX_TEXT_CHARACTERS),
    ".md": ("vertaal.reading.markup:read_markdown", MAX_TEXT_CHARACTERS),
    ".markdown": ("vertaal.reading.markup:read_markdown", MAX_TEXT_CHARACTERS),
    ".html": ("vertaal.reading.markup:read_html", MAX_TEXT_CHARACTERS),
    ".htm": ("vertaal.reading.markup:read_html", MAX_TEXT_CHARACTERS),
    ".docx": ("vertaal.reading.office:read_docx", MAX_FILE_BYTES),
    ".odt": ("vertaal.reading.office:read_odt", MAX_FILE_BYTES),
    ".pdf": ("vertaal.reading.pdf:read_pdf", MAX_FILE_BYTES),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".tif", ".tiff"),
        ("vertaal.reading.scans:read_image", MAX_FILE_BYTES),
    ),
}
"""Extension → where its reader is, and the largest file in bytes that it takes."""

_OTHER_FORMATS = {
    ".doc": "Open it in Word or LibreOffice and save it as .docx.",
    ".rtf": "Open it in Word or LibreOffice and save it as .docx.",
    ".pages": "Export it as .docx.",
    **dict.fromkeys(
        (".bmp", ".gif", ".heic", ".jp2", ".webp"), "Save the picture as .png, .jpg or .tif."
    ),
}


def read(path: Path) -> Source:
    """The text of the file at `path`.

    Raises `InputError` where the file is missing, empty, too large, of another format than its
    name says or in an unknown one, and `MissingDependency` where pandoc, or for a scan Tesseract,
    is not there.
    """
    suffix = path.suffix.lower()
    if path.is_dir():
        raise InputError("is a folder.", path=path, remedy="Name the file in it.")
    if not path.exists():
        raise InputError("does not exist.", path=path, remedy="Check the spelling of the path.")
    if suffix not in READERS:
        remedy = _OTHER_FORMATS.get(suffix, f"Use one of: {' '.join(sorted(READERS))}.")
        raise InputError(
            f"has an unknown format ({suffix or 'no extension'}).", path=path, remedy=remedy
        )
    where, largest = READERS[suffix]
    data = _bytes(path, largest)
    try:
        source = _resolve(where)(data, path)
    except RecursionError as error:
        raise InputError(
            "holds parts inside parts, far deeper than a letter does.",
            path=path,
            remedy="Save its plain text and build that.",
        ) from error
    if not source.text.strip():
        raise InputError("has no text in it.", path=path, remedy="Check that it is the right file.")
    if len(source.text) > MAX_TEXT_CHARACTERS:
        raise _too_large(path, f"{len(source.text):,} characters", MAX_TEXT_CHARACTERS)
    return replace(source, digest=hashlib.sha256(data).hexdigest())


def _bytes(path: Path, largest: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > largest:
            raise _too_large(path, f"{size:,} bytes", largest)
        data = path.read_bytes()
    except OSError as error:
        raise InputError.of_system("read", error, path, "Check that you may read it.") from error
    if not data.strip():
        raise InputError("is empty.", path=path, remedy="Check that it is the right file.")
    return data


def _too_large(path: Path, size: str, limit: int) -> InputError:
    return InputError(
        f"is too large for a letter: {size}, and the limit is {limit:,}.",
        path=path,
        remedy="Split it into its documents and build each.",
    )


def _resolve(where: str) -> Callable[[bytes, Path], Source]:
    module, _, name = where.partition(":")
    reader: Callable[[bytes, Path], Source] = getattr(importlib.import_module(module), name)
    return reader
