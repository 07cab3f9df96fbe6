"""The memory of an output folder: its imported TMX files and what its editions have approved."""

from __future__ import annotations

from pathlib import Path

from vertaal.editions.folder import UNITS
from vertaal.editions.store import ORPHANED, load_units
from vertaal.errors import InputError
from vertaal.memory.matching import Memory, Pair
from vertaal.memory.tmx import read_tmx

SHELF = ".memory"
"""The folder, beside the editions, of imported memories (TMX). No edition: `output/*` skips it."""


def gather(output: Path) -> Memory:
    """The memory of `output`: the TMX files of its folder `.memory/`, then the reviewed units of
    its editions, both in order of name. An edition or memory that cannot be read adds nothing: it
    is reported where it is opened.
    """
    pairs: list[Pair] = []
    for path in sorted((output / SHELF).glob("*.tmx")):
        try:
            pairs += read_tmx(path).pairs
        except InputError:
            continue
    for path in sorted(output.rglob(UNITS)) if output.is_dir() else ():
        try:
            units = load_units(path.parent)
        except InputError:
            continue
        where = path.parent.relative_to(output).as_posix()
        pairs += [
            Pair(unit.source, unit.target, where)
            for unit in units
            if unit.reviewed and unit.target.strip() and unit.block != ORPHANED
        ]
    return Memory(pairs)
