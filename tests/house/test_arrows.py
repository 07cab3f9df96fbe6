"""The house stands as it is drawn: imports go down only, and each door has one keeper."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src" / "vertaal"

# A room may import rooms of lower floors, and itself.
FLOORS = {
    "types": 0,
    "errors": 0,
    "home": 0,
    "xml_writing": 0,
    "files": 1,
    "cores": 1,
    "counts": 1,
    "spacing": 1,
    "addresses": 1,
    "amounts": 1,
    "cells": 1,
    "copies": 1,
    "dates": 1,
    "numerals": 1,
    "paired_marks": 1,
    "xml_reading": 1,
    "zip_reading": 1,
    "pandoc_library": 1,
    "dictionaries": 2,
    "words": 3,
    "negation": 4,
    "parsing": 4,
    "segmentation": 4,
    "glossary": 4,
    "checks": 5,
    "reading": 5,
    "translation": 5,
    "publishing": 5,
    "editions": 5,
    "memory": 6,
    "style": 6,
    "comparing": 6,
    "jobs": 6,
    "exchange": 7,
    "updating": 7,
    "workshop": 7,
    "pipeline": 8,
    "crew": 9,
    "review": 9,
    "cli": 10,
    "__main__": 11,
}

# Library → the only module (or room) that imports it.
DOORS = {
    "pandoc": "pandoc_library",
    "torch": "translation.marian",
    "transformers": "translation.marian",
    "ctranslate2": "translation.ctranslate2_engine",
    "click": "cli",
    "ray": "crew.cluster",
    "PIL": "reading.scans",
    "pypdfium2": "reading.scans.drawing",
    "typst": "publishing.pdf",
    "openpyxl": "glossary.xlsx",
    "huggingface_hub": "translation.adding",
    "wordfreq": "words",
    "marisa_trie": "dictionaries",
    "simplemma": "dictionaries",
    "starlette": "review",
    "uvicorn": "review",
}

MODULES = sorted(SOURCE.rglob("*.py"))


def dotted(path: Path) -> str:
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(path: Path) -> list[str]:
    """Full names of what a module imports, wherever in it."""
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            found.append(node.module or "")
    return found


def test_every_room_has_its_floor() -> None:
    rooms = {dotted(path).split(".")[0] for path in MODULES} - {""}
    assert rooms == set(FLOORS)


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_imports_go_down(path: Path) -> None:
    room = dotted(path).split(".")[0]
    for name in imports(path):
        if room and name.startswith("vertaal."):
            other = name.split(".")[1]
            assert other == room or FLOORS[other] < FLOORS[room], f"{room} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=dotted)
def test_libraries_come_in_by_their_door(path: Path) -> None:
    module = dotted(path)
    for name in imports(path):
        keeper = DOORS.get(name.split(".")[0])
        if keeper is not None:
            assert module == keeper or module.startswith(keeper + "."), f"{module} imports {name}"


def test_the_lowest_floor_needs_the_standard_library_alone() -> None:
    import sys

    for room in ("types", "errors"):
        for name in imports(SOURCE / f"{room}.py"):
            assert name.split(".")[0] in sys.stdlib_module_names
