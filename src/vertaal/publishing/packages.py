"""Zipped packages (DOCX, EPUB): the same bytes for the same files, whenever they are made."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Collection, Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)


def parts(data: bytes) -> dict[str, bytes]:
    """The files of a package by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def package(files: Mapping[str, bytes], stored: Collection[str] = ()) -> bytes:
    """The files as a package; those in `stored` are not compressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return buffer.getvalue()


def moment(date: str) -> str:
    """An edition's date as a moment in UTC, so that the same edition gives the same file;
    1 January 1980 where it has none.
    """
    try:
        value = datetime.datetime.fromisoformat(date)
    except ValueError:
        value = datetime.datetime(*_EPOCH)
    if value.tzinfo is not None:
        value = value.astimezone(datetime.UTC)
    return value.strftime("%Y-%m-%dT%H:%M:%SZ")
