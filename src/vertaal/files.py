"""Files that are whole or absent: written beside their place, then moved over it."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from pathlib import Path

from vertaal.errors import InputError


def write_whole(path: Path, content: bytes | str, *, lasting: bool = False) -> None:
    """Put `content` (text as UTF-8) at `path` in one step; an error leaves the old file as it was.

    With `lasting` it outlives a power cut from the moment this returns; without, a power cut may
    bring the old file back. Raises `InputError` where the folder cannot be written or the disk is
    full.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    temporary = path.parent / f".{path.name}.{secrets.token_hex(4)}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
        if lasting:
            _settle(path.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise InputError.of_system(
            "written", error, path, "Check that the folder is writable and the disk has room."
        ) from error


def _settle(folder: Path) -> None:
    """Have the folder's names on disk, where the system can be asked for it."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some file systems know no such thing for a folder.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)
