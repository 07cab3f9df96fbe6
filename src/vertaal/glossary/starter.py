"""The glossary that comes with the package."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

from vertaal.glossary.dutch import fold

_PLACES = ("countries.csv", "places.csv")


def starter_glossary() -> Path:
    """Its folder, in the package or in the repository that the package runs from."""
    package = Path(__file__).resolve().parents[1]
    shipped = package / "starter_glossary"
    return shipped if shipped.is_dir() else package.parents[1] / "glossary"


@cache
def translated_places() -> dict[str, tuple[str, ...]]:
    """Names of places and peoples that English spells otherwise, folded, each with how its English
    names begin ('keulen': 'cologne')."""
    found: dict[str, tuple[str, ...]] = {}
    for name in _PLACES:
        with (starter_glossary() / name).open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                if row["status"] != "keep":
                    source, first = fold(row["source"]), fold(row["target"]).removeprefix("the ")
                    found[source] = (*found.get(source, ()), first.split()[0])
    return found


def is_translated_place(name: str) -> bool:
    """Whether English spells the name of a place or people otherwise."""
    return fold(name) in translated_places()


@cache
def parties(*, kept: bool = False) -> tuple[str, ...]:
    """Names and abbreviations of political parties, as Dutch writes them, the longest first; all,
    or those that English keeps.
    """
    with (starter_glossary() / "parties.csv").open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        found = {row["source"] for row in rows if not kept or row["status"] == "keep"}
    return tuple(sorted(found, key=lambda name: (-len(name), name)))
