"""The jobs of a run: which files are made into editions, and how these are called."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from vertaal.editions.folder import UNITS
from vertaal.errors import InputError
from vertaal.reading import READERS


@dataclass(frozen=True, slots=True)
class Job:
    """One source and the name of its edition."""

    path: Path
    name: str


def jobs(sources: Iterable[Path]) -> list[Job]:
    """The jobs of `sources`: files, and folders searched, at any depth, for files that can be read.

    Hidden files and the documents of editions are no sources. An edition is called after its file;
    below a folder it keeps the path there. Where two files differ in their extension alone, the
    later one gets its extension into the name.

    Raises `InputError` for a folder without a file that can be read.
    """
    found: list[Job] = []
    taken: set[str] = set()
    for source in sources:
        if source.is_dir():
            named = [
                (path, path.relative_to(source).with_suffix("").as_posix())
                for path in sorted(_readable(source))
            ]
            if not named:
                raise InputError(
                    "holds no file that can be read.",
                    path=source,
                    remedy=f"Known are: {', '.join(sorted(READERS))}.",
                )
        else:
            named = [(source, source.stem)]
        for path, stem in named:
            name = in_utf8(stem)
            if name in taken:
                name = f"{name}-{path.suffix.lstrip('.').lower()}"
            number = 2
            while name in taken:
                name, number = f"{name}-{number}", number + 1
            taken.add(name)
            found.append(Job(path, name))
    return found


def _readable(folder: Path) -> Iterator[Path]:
    for here, inner, files in os.walk(folder):
        inner[:] = [name for name in inner if not name.startswith((".", "~"))]
        if UNITS in files:
            # An edition that an earlier run has put here.
            continue
        for name in files:
            path = Path(here, name)
            if path.suffix.lower() in READERS and not name.startswith((".", "~")):
                yield path


def in_utf8(name: str) -> str:
    """A file's name as text: the bytes of an older system's file may be no UTF-8."""
    return os.fsencode(name).decode("utf-8", "replace")
