"""Zip packages from outside: known to be harmless before anything of them is unpacked."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from vertaal.errors import InputError

MAX_PART_BYTES = 64_000_000
MAX_PACKAGE_BYTES = 400_000_000
MAX_RATIO = 200
"""XML packs 10 to 40 times; what packs beyond this (and is over a megabyte) is a bomb."""
MAX_PARTS = 5_000


def damaged(path: Path) -> InputError:
    """What a file that is no document of its name's format is refused with."""
    return InputError(
        f"is not a {path.suffix.lower()} document.",
        path=path,
        remedy=f"Open it in {_program(path)} or LibreOffice and save it anew.",
    )


def _program(path: Path) -> str:
    return "Excel" if path.suffix.lower() == ".xlsx" else "Word"


def package(data: bytes, path: Path, body: str = "") -> zipfile.ZipFile:
    """The package, if it has the part `body` (where one is named) and its sizes are those of a
    document.

    Raises `InputError`.
    """
    try:
        opened = zipfile.ZipFile(io.BytesIO(data))
    # A damaged directory may name a version or a character set that nobody knows.
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise damaged(path) from error
    parts = opened.infolist()
    if body and body not in opened.namelist():
        raise damaged(path)
    oversized = len(parts) > MAX_PARTS or sum(p.file_size for p in parts) > MAX_PACKAGE_BYTES
    for part in parts:
        packed = max(1, part.compress_size)
        bomb = part.file_size > 1_000_000 and part.file_size / packed > MAX_RATIO
        xml = part.filename.endswith((".xml", ".rels"))
        oversized = oversized or bomb or (xml and part.file_size > MAX_PART_BYTES)
        if part.flag_bits & 1:
            raise InputError(
                "is protected by a password.", path=path, remedy="Save it without a password."
            )
    if oversized:
        raise InputError(
            "unpacks to far more than a document holds.",
            path=path,
            remedy=f"Do not trust it; if you do, open it in {_program(path)} or LibreOffice and "
            "save it anew.",
        )
    return opened
