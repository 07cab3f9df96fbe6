"""What is compared: an edition, an old state of its `edition.jsonl`, or what was first written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from vertaal.editions import history, load
from vertaal.editions.units import read_units
from vertaal.publishing.labels import english_label
from vertaal.types import Unit


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: its units in the order of the document, under a name to show.

    `labels` names the blocks ('Answer to questions 2 and 3'); empty where only the units are at
    hand.
    """

    name: str
    units: tuple[Unit, ...]
    labels: dict[str, str]


def side(path: Path) -> Side:
    """The edition in the folder, or the units of a copy of an `edition.jsonl`. Raises `InputError`.

    Units whose sentence has gone from the document are left out.
    """
    if path.is_file():
        units = tuple(unit for unit in read_units(path) if not unit.orphaned)
        return Side(str(path), units, {})
    edition = load(path, whole=True)
    labels = {block.id: english_label(block).text for block in edition.document.blocks}
    return Side(str(path), edition.units, labels)


def as_written(now: Side, past: Iterable[history.Record]) -> tuple[Side, int]:
    """The side as it was before any person changed a text, and how many of its units a person
    wrote without a record of what stood there; those are as they are now.
    """
    texts = history.machine_texts(past)
    units: list[Unit] = []
    unknown = 0
    for unit in now.units:
        text = history.first_written(unit, texts)
        unknown += text is None
        units.append(unit if text is None else replace(unit, target=text))
    return Side(f"{now.name} as first written", tuple(units), now.labels), unknown
