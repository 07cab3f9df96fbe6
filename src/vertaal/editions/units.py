"""`edition.jsonl`, the truth for review: one unit a line."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from vertaal.editions.folder import NO_EDITION, UNITS
from vertaal.editions.shapes import of_json
from vertaal.errors import InputError
from vertaal.files import write_whole
from vertaal.types import Unit

_KEYS = ("id", "block", "source", "target", "state", "origin", "rev", "note")


def save_units(units: Iterable[Unit], folder: Path) -> None:
    """Write `edition.jsonl`."""
    write_whole(folder / UNITS, "".join(map(line_of, units)), lasting=True)


def load_units(folder: Path) -> tuple[Unit, ...]:
    """The units of `edition.jsonl`, orphans included. Raises `InputError` with the line."""
    return read_units(folder / UNITS)


def read_units(path: Path) -> tuple[Unit, ...]:
    """The units of an `edition.jsonl` under whatever name. Raises `InputError` with the line."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise InputError.of_system("read", error, path, NO_EDITION) from error
    except UnicodeDecodeError as error:
        raise InputError(f"is not UTF-8 ({error}).", path=path, remedy=NO_EDITION) from error
    units: list[Unit] = []
    seen: set[str] = set()
    # Not splitlines(): a text may hold other line separators, such as U+2028.
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            unit = read_unit(json.loads(line))
        except (ValueError, TypeError, RecursionError) as error:
            raise InputError(
                f"is not a segment ({error}).",
                path=path,
                line=number,
                remedy="Undo the change to this line; each line is one JSON object.",
            ) from error
        if unit.id in seen and not unit.orphaned:
            raise InputError(
                f"repeats the id {unit.id}.",
                path=path,
                line=number,
                remedy="Remove this line, or the one before it with that id.",
            )
        seen.add(unit.id)
        units.append(unit)
    return tuple(units)


def read_unit(value: dict[str, Any]) -> Unit:
    """A unit from its JSON object. Raises `TypeError` or `ValueError`."""
    if not isinstance(value, dict):
        raise TypeError("it is no JSON object")
    if missing := [key for key in _KEYS if key not in value]:
        raise ValueError(f"it lacks {', '.join(missing)}")
    return of_json(Unit, value)


def line_of(unit: Unit) -> str:
    """The unit's line in `edition.jsonl`, with its end."""
    value = {key: getattr(unit, key) for key in _KEYS}
    return json.dumps(value, ensure_ascii=False) + "\n"
