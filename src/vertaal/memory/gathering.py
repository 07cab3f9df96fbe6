"""The memory of an output folder: its imported TMX files and what its editions have approved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from vertaal.editions.folder import UNITS
from vertaal.editions.units import load_units
from vertaal.errors import InputError
from vertaal.files import stamp
from vertaal.memory.matching import Memory, Pair
from vertaal.memory.tmx import read_tmx
from vertaal.types import APPROVED, Unit

SHELF = ".memory"
"""The folder, beside the editions, of imported memories (TMX). No edition: `output/*` skips it.
The editions of an archive lie deeper, and may have one beside them, too.
"""


def gather(output: Path) -> Memory:
    """The memory of `output`: the TMX files of its folders `.memory/`, then the reviewed units of
    its editions, both in order of name. An edition or memory that cannot be read adds nothing: it
    is reported where it is opened.
    """
    return Gatherer(output).memory()


class Gatherer:
    """Gathers the memory of `output` again and again; a file is read anew only where it has been
    written anew. The edition in the folder `without` is left out.
    """

    def __init__(self, output: Path, without: Path | None = None) -> None:
        self._output = output
        self._without = without
        self._read: dict[Path, tuple[tuple[int, ...], tuple[Pair, ...]]] = {}
        self._memory = Memory()

    def memory(self) -> Memory:
        """The memory as it is now."""
        found: dict[Path, tuple[tuple[int, ...], tuple[Pair, ...]]] = {}
        for path, read in self._files():
            written = stamp(path)
            known = self._read.get(path)
            if known is None or known[0] != written:
                try:
                    known = (written, read(path))
                except (InputError, OSError):
                    known = (written, ())
            found[path] = known
        if found != self._read:
            self._read = found
            self._memory = Memory(pair for _, pairs in found.values() for pair in pairs)
        return self._memory

    def _files(self) -> Iterator[tuple[Path, Callable[[Path], tuple[Pair, ...]]]]:
        editions = sorted(self._output.rglob(UNITS)) if self._output.is_dir() else []
        above = {self._output, *(path.parent.parent for path in editions)}
        # An edition that is the output itself has what is beside it outside.
        beside = (folder for folder in sorted(above) if folder != self._output.parent)
        for folder in beside:
            for path in sorted((folder / SHELF).glob("*.tmx")):
                yield path, lambda path: read_tmx(path).pairs
        for path in editions:
            if path.parent != self._without:
                yield path, self._approved

    def _approved(self, path: Path) -> tuple[Pair, ...]:
        # Most editions of an archive have nothing approved; reading them all would take minutes.
        written = path.read_bytes()
        if not any(f'"{state}"'.encode() in written for state in APPROVED):
            return ()
        return approved(load_units(path.parent), path.parent.relative_to(self._output).as_posix())


def approved(units: Iterable[Unit], where: str) -> tuple[Pair, ...]:
    """The reviewed units as pairs that come from `where`."""
    return tuple(
        Pair(unit.source, unit.target, where)
        for unit in units
        if unit.reviewed and not unit.orphaned
    )
