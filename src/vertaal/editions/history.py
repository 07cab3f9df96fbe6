"""`history.jsonl`: what each change of a person replaced, so that it can be undone and compared.

One line a changed unit, added before `edition.jsonl` is written. A line that a kill cut short
is skipped; a line whose change never reached `edition.jsonl` is known by its `rev`.
"""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path

from vertaal.editions.shapes import of_json
from vertaal.errors import InputError
from vertaal.types import Origin, Unit

HISTORY = "history.jsonl"


@dataclass(frozen=True, slots=True)
class Record:
    """One change of one unit. `rev` is the unit's revision after it; `group` holds together what
    one action changed; `by` is a reviewer's name or empty; `at` is a UTC time (ISO 8601).
    """

    group: str
    at: str
    by: str
    action: str
    rev: int
    before: Unit


@contextlib.contextmanager
def recording(folder: Path, records: Iterable[Record]) -> Iterator[None]:
    """Add the records, and have them on disk when the block ends: meanwhile the edition itself can
    be written. Raises `InputError` where they cannot be added.
    """
    path = folder / HISTORY
    lines = [json.dumps(asdict(record), ensure_ascii=False) + "\n" for record in records]
    try:
        with path.open("a+b") as file:
            if file.tell() and not _ends_whole(path):
                lines.insert(0, "\n")
            file.write("".join(lines).encode("utf-8"))
            file.flush()
            # The disk takes both files in one go, or nearly; one after the other costs twice.
            with ThreadPoolExecutor(1) as beside:
                settled = beside.submit(os.fsync, file.fileno())
                yield
                settled.result()
    except OSError as error:
        raise InputError.of_system(
            "written", error, path, "Check that the folder is writable and the disk has room."
        ) from error


def size(folder: Path) -> int:
    """Bytes written so far."""
    try:
        return (folder / HISTORY).stat().st_size
    except OSError:
        return 0


def records(folder: Path, after: int = 0) -> tuple[Record, ...]:
    """The whole records beyond the first `after` bytes, oldest first; none where nobody has
    changed anything yet.
    """
    try:
        with (folder / HISTORY).open("rb") as file:
            file.seek(after)
            lines = file.read().split(b"\n")
    except OSError:
        return ()
    found: list[Record] = []
    for line in lines:
        try:
            found.append(of_json(Record, json.loads(line)))
        except (ValueError, TypeError, RecursionError):
            continue
    return tuple(found)


def machine_texts(past: Iterable[Record]) -> dict[tuple[str, str], str]:
    """What stood in a unit before any person changed its text, by (id, source); by ("", source)
    what first stood for the sentence anywhere. See `first_written`.
    """
    texts: dict[tuple[str, str], str] = {}
    for record in past:
        unit = record.before
        if unit.origin is not Origin.HUMAN:
            for identity in (unit.id, ""):
                texts.setdefault((identity, unit.source), unit.target)
    return texts


def first_written(unit: Unit, texts: Mapping[tuple[str, str], str]) -> str | None:
    """What stood in the unit before any person changed its text; None where that is not known.

    A build may have given it another id since, as when its question was reworded: then what stood
    for its sentence. `texts` are those of `machine_texts`.
    """
    if unit.origin is not Origin.HUMAN:
        return unit.target
    return texts.get((unit.id, unit.source), texts.get(("", unit.source)))


def _ends_whole(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"
