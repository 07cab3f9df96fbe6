"""The jobs of a run: which files are made into editions, and how these are called."""

from __future__ import annotations

import hashlib
import itertools
import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from vertaal.editions.folder import STRUCTURE, UNITS
from vertaal.editions.store import read_json, read_provenance
from vertaal.editions.units import load_units
from vertaal.errors import InputError
from vertaal.reading import READERS, read
from vertaal.spacing import squeeze
from vertaal.types import Unit

_SHARED = 1 / 2
"""Of the letters of the shorter of two texts: with so many in the same sentences, they are two
states of one document. Two short letters may well have a third in common ('Kunt u deze vragen
afzonderlijk beantwoorden?').
"""

_GAP = 9
"""Numbers in a row that names may have lost, where somebody has removed editions."""


@dataclass(frozen=True, slots=True)
class Job:
    """One source and the name of its edition."""

    path: Path
    name: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A source, what its edition would like to be called, and whether it was given by itself."""

    path: Path
    stem: str
    alone: bool


def jobs(sources: Iterable[Path], output: Path | None = None) -> list[Job]:
    """The jobs of `sources`: files, and folders searched, at any depth, for files that can be read.

    Hidden files and the documents of editions are no sources. An edition is called after its file;
    below a folder it keeps the path there. Where that name is another's, it gets the extension
    into its name. An edition in `output` stays with its document, and is no other's: one is known
    by the name of its file and by its sentences, wherever it lies (see `_continued`).

    Raises `InputError` for a folder without a file that can be read.
    """
    found: list[_Found] = []
    for source in sources:
        if not source.is_dir():
            found.append(_Found(source, _stem(Path(source.name)), alone=True))
            continue
        below = sorted(_readable(source))
        if not below:
            raise InputError(
                "holds no file that can be read.",
                path=source,
                remedy=f"Known are: {', '.join(sorted(READERS))}.",
            )
        found += [_Found(path, _stem(path.relative_to(source)), alone=False) for path in below]
    names = _assigned(found, output)
    return [Job(each.path, name) for each, name in zip(found, names, strict=True)]


def _stem(path: Path) -> str:
    """The path without extension; no folder can be called '..' or by blanks alone."""
    stem = path.stem if path.stem.replace(".", " ").strip() else "untitled"
    return in_utf8((path.parent / stem).as_posix())


def _assigned(found: Sequence[_Found], output: Path | None) -> list[str]:
    names: dict[int, str] = {}
    # Two names that differ in case alone are one folder on some systems.
    taken: set[str] = set()

    def assign(at: int, fitting: Iterable[str]) -> None:
        name = next((name for name in fitting if name.casefold() not in taken), None)
        if name is not None:
            names[at] = name
            taken.add(name.casefold())

    if output is not None:
        # Those that have not changed come first: nobody else gets their editions.
        for at, each in enumerate(found):
            assign(at, (n for n in _made(each, output) if _unchanged(each, output / n)))
        for at, each in enumerate(found):
            if at not in names:
                assign(at, _continued(each, output))
    for at, each in enumerate(found):
        if at not in names:
            assign(at, (n for n in _names(each) if not (output and _is_edition(output / n))))
    return [names[at] for at in range(len(found))]


def _names(each: _Found) -> Iterator[str]:
    longer = f"{each.stem}-{each.path.suffix.lstrip('.').lower()}"
    yield from (each.stem, longer)
    yield from (f"{longer}-{number}" for number in itertools.count(2))


def _made(each: _Found, output: Path) -> Iterator[str]:
    """Those of its names under which there is an edition."""
    names = _names(each)
    yield from (name for name in itertools.islice(names, 2) if _is_edition(output / name))
    missing = 0
    while missing <= _GAP:
        name = next(names)
        found = _is_edition(output / name)
        missing = 0 if found else missing + 1
        if found:
            yield name


def _is_edition(folder: Path) -> bool:
    return os.path.exists(folder / UNITS)  # False for a name that is too long, too


def _unchanged(each: _Found, folder: Path) -> bool:
    """Whether the edition was made of a file of that name with these very bytes."""
    name, digest = _origin(folder)
    try:
        return name == _name(each) and digest == hashlib.sha256(each.path.read_bytes()).hexdigest()
    except OSError:
        return False


def _continued(each: _Found, output: Path) -> list[str]:
    """The names of the editions of the source as it was before, the likeliest first: of a file of
    that name, in which most of the sentences were the same. The path says nothing: documents are
    moved, and two archives have a 'brief.txt' in folders of one name. But to recognise an archive
    of scans takes hours, so of a folder a scan is only read where a person has worked on it.
    """
    named = [n for n in _made(each, output) if _origin(output / n)[0] in ("", _name(each))]
    before = {name: _units(output / name) for name in named}
    touched = any(unit.touched for units in before.values() for unit in units)
    if not named or not (
        each.alone or touched or any(not _is_scan(output / name) for name in named)
    ):
        return named
    # Loaded only now: in a run where nothing has changed no source is parsed.
    from vertaal.parsing.document import parse
    from vertaal.segmentation import segment

    try:
        now = {squeeze(part.source) for part in segment(parse(read(each.path)))}
    except Exception:
        return named  # What is the matter with the file is told when it is built.
    shares = {name: _share(units, now) for name, units in before.items()}
    return sorted((n for n in named if shares[n] >= _SHARED), key=lambda name: -shares[name])


def _is_scan(folder: Path) -> bool:
    try:
        return bool(read_json(folder / STRUCTURE).get("scan"))
    except InputError:
        return False


def _units(folder: Path) -> tuple[Unit, ...]:
    """Empty where they cannot be read: that is told when it is built, and nothing is lost."""
    try:
        return load_units(folder)
    except InputError:
        return ()


def _share(before: Iterable[Unit], now: set[str]) -> float:
    old = {squeeze(unit.source) for unit in before if not unit.orphaned}
    least = min(sum(map(len, old)), sum(map(len, now)))
    return sum(map(len, old & now)) / least if least else _SHARED


def _origin(folder: Path) -> tuple[str, str]:
    """The name and the digest of the file that an edition was made of; empty where not known."""
    try:
        said = read_provenance(folder)
    except InputError:
        return "", ""
    return said.source_name.casefold(), said.source_digest


def _name(each: _Found) -> str:
    return in_utf8(each.path.name).casefold()


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
