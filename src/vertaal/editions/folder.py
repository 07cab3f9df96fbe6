"""The files of an edition's folder, and the lock that one writer at a time holds on it."""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from vertaal.errors import InputError

UNITS = "edition.jsonl"
REPORT = "report.json"
STRUCTURE = "document.json"
NO_EDITION = "Give the folder of an edition, as 'vertaal build' writes it."
"""What to do where one of these cannot be read."""
_LOCK = ".lock"
_ABANDONED = re.compile(r"\..+\.[0-9a-f]{8}")
"""As `files.write_whole` calls a file that is not whole yet."""


@contextlib.contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the edition's folder (made where it is missing) while reading and writing it anew.

    The system drops the lock with the process that holds it, so a kill leaves nothing behind.
    Raises `InputError` where the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = (folder / _LOCK).open("a+b")
    except OSError as error:
        raise InputError.of_system(
            "written", error, folder, "Choose another folder with -o, or make this one writable."
        ) from error
    with handle:
        _lock(handle.fileno())
        yield


def sweep(folder: Path) -> None:
    """Remove what writers that were killed have left half written. For the holder of the lock."""
    for path in folder.iterdir():
        if _ABANDONED.fullmatch(path.name):
            path.unlink(missing_ok=True)


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
