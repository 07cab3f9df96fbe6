"""Files that are whole or absent, written beside their place, then moved over it; and whether one
was written anew.
"""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import stat
from pathlib import Path

from vertaal.errors import InputError


def write_whole(
    path: Path, content: bytes | str, *, lasting: bool = False, follow: bool = False
) -> None:
    """Put `content` (text as UTF-8) at `path` in one step; an error leaves the old file as it was.
    Who may read and write the old file may do so with the new one.

    With `lasting` it outlives a power cut from the moment this returns; without, a power cut may
    bring the old file back. With `follow` a symbolic link at `path` stays, and the file that it
    leads to is written: for a file that the user names. Those of an edition's folder may come from
    anywhere and lead anywhere, so there a link is replaced. Raises `InputError` where the folder
    cannot be written or the disk is full.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    place = Path(os.path.realpath(path)) if follow else path
    temporary = place.parent / f".{place.name}.{secrets.token_hex(4)}"
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        mode = _mode(place)
        first = 0o666 if mode is None else mode
        with open(temporary, "xb", opener=lambda name, how: os.open(name, how, first)) as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            # What the umask took away; where it cannot be given back, the file is not too public.
            with contextlib.suppress(OSError):
                temporary.chmod(mode)
        os.replace(temporary, place)
        if lasting:
            _settle(place.parent)
    except OSError as error:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise InputError.of_system(
            "written", error, path, "Check that the folder is writable and the disk has room."
        ) from error


def stamp(path: Path) -> tuple[int, ...]:
    """Another whenever the file has been written; empty where there is none."""
    try:
        found = path.stat()
    except OSError:
        return ()
    return found.st_ino, found.st_mtime_ns, found.st_size


def _mode(path: Path) -> int | None:
    """The permissions of the file there; None where there is none, or a link."""
    with contextlib.suppress(FileNotFoundError):
        found = path.lstat().st_mode
        if stat.S_ISREG(found):
            return found & 0o777
    return None


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
