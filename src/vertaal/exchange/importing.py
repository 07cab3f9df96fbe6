"""A file from elsewhere, taken into an edition: which kind it is, and what becomes of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from vertaal.errors import InputError
from vertaal.exchange.decisions import Merged, merge
from vertaal.exchange.offline import read_decisions
from vertaal.exchange.xliff_reading import decisions_of
from vertaal.files import write_whole
from vertaal.memory import SHELF
from vertaal.memory.tmx import Contents, read_tmx
from vertaal.xml_reading import local, parse

_DOCUMENT = re.compile(rb"PK\x03\x04|(?i:<(?:!doctype\s+)?html\b)")


@dataclass(frozen=True, slots=True)
class Remembered:
    """A translation memory that was put on the shelf beside the editions."""

    place: Path
    contents: Contents


def take_in(folder: Path, path: Path) -> Merged | Remembered:
    """Merge XLIFF or decisions into the edition, or shelve a TMX as translation memory beside it.

    The kind is told by what the file holds. Raises `InputError`.
    """
    try:
        with path.open("rb") as file:
            head = file.read(64).lstrip(b"\xef\xbb\xbf \t\r\n")
    except OSError as error:
        remedy = "Name the file in it; OmegaT's is target/edition.xlf." if path.is_dir() else ""
        raise InputError.of_system("read", error, path, remedy or "Check the name.") from error
    if _DOCUMENT.match(head):
        raise InputError(
            "is a document; what was changed in a .docx or .html cannot be taken back.",
            path=path,
            remedy="Change the text on the review page. Read back are XLIFF, TMX and the file "
            "that 'Save decisions' of the offline review page makes.",
        )
    if head.startswith(b"{"):
        reviewer, decisions = read_decisions(path)
        return merge(folder, decisions, by=reviewer)
    root = parse(path)
    if local(root) == "xliff":
        return merge(folder, decisions_of(root, path))
    if local(root) == "tmx":
        return _shelve(folder, path)
    raise InputError(
        f"is neither XLIFF nor TMX: its root is '{local(root)}'.",
        path=path,
        remedy="Import XLIFF, TMX, or the decisions of the offline review page.",
    )


def _shelve(folder: Path, path: Path) -> Remembered:
    """Put it beside the editions, under a name that no other memory has."""
    contents, data = read_tmx(path), path.read_bytes()
    shelf = folder.resolve().parent / SHELF
    names = (f"{path.stem}{f'-{number}' if number > 1 else ''}.tmx" for number in count(1))
    place = next(
        place
        for place in (shelf / name for name in names)
        if not place.exists() or place.read_bytes() == data
    )
    if not place.exists():
        write_whole(place, data)
    return Remembered(place, contents)
