"""A reviewer's desk: one edition, open for changes by several people and processes at once."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from vertaal.editions import history, load
from vertaal.editions.changes import Change, Ledger, Outcome
from vertaal.editions.folder import REPORT, STRUCTURE
from vertaal.editions.store import ORPHANED
from vertaal.memory import Memory, Pair, Proposal, gather
from vertaal.review import views
from vertaal.review.findings import Judge
from vertaal.types import Edition, TermMatch, Unit

_MEMORY_AGE = 20.0
"""Seconds after which what other editions have approved meanwhile is looked at again."""


class Desk:
    """Answers the page's questions about one edition. Every method may be called from any thread;
    all raise `InputError` where the edition's files cannot be read or written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ledger = Ledger(folder)
        self._lock = threading.RLock()
        self._stamp: str | None = None
        self._seen_files: tuple[int, ...] = ()
        self._seen_history = 0
        self._machine: dict[tuple[str, str], str] = {}
        self._edition: Edition
        self._judge: Judge
        self._read()

    def _read(self) -> None:
        """Take up what has been written since the last look, by whomever."""
        stamp, files, past = self.stamp(), self._files(), history.size(self.folder)
        if stamp == self._stamp:
            return
        if files != self._seen_files or not files:
            self._edition = load(self.folder)
            self._judge = Judge(self._edition)
            self._paragraphs = {s.id: s.paragraph for s in self._edition.segments}
        units = self._ledger.units()
        new = history.machine_texts(history.records(self.folder, self._seen_history))
        self._machine = {**new, **self._machine}
        self._units = {unit.id: unit for unit in units if unit.block != ORPHANED}
        self._orphans = tuple(unit for unit in units if unit.block == ORPHANED)
        self._memory: Memory | None = None
        self._memory_time = 0.0
        self._seen_files, self._seen_history, self._stamp = files, past, stamp

    def stamp(self) -> str:
        """Another text whenever the edition's files are another."""
        return "-".join(map(str, (*self._ledger.stamp(), *self._files())))

    def _files(self) -> tuple[int, ...]:
        found: list[int] = []
        for name in (STRUCTURE, REPORT):
            try:
                status = (self.folder / name).stat()
            except OSError:
                continue
            found += [status.st_ino, status.st_mtime_ns]
        return tuple(found)

    @property
    def name(self) -> str:
        return self._edition.name

    def whole(self) -> dict[str, Any]:
        """The edition as the page first gets it; under `key` the browser keeps what it keeps."""
        with self._lock:
            self._read()
            edition = self._edition
            return {
                "name": edition.name,
                "key": hashlib.sha256(str(self.folder.resolve()).encode()).hexdigest()[:16],
                "reference": edition.document.reference,
                "source": edition.provenance.source_name,
                "stamp": self.stamp(),
                "blocks": [views.block_view(block) for block in edition.document.blocks],
                "units": [self._view(self._unit(each.id)) for each in edition.units],
            }

    def counts(self) -> tuple[int, int]:
        """Segments reviewed, and in all."""
        with self._lock:
            self._read()
            units = [self._unit(each.id) for each in self._edition.units]
            return sum(unit.reviewed for unit in units), len(units)

    def change(self, changes: Sequence[Change], by: str, action: str) -> dict[str, Any]:
        with self._lock:
            return self._outcome(self._ledger.change(changes, by=by, action=action))

    def undo(self, group: str, by: str) -> dict[str, Any]:
        with self._lock:
            return self._outcome(self._ledger.undo(group, by=by))

    def judged(self, segment: str, target: str) -> dict[str, Any] | None:
        """What terms and checks say of a text as it is typed; None for an unknown segment."""
        with self._lock:
            unit = self._units.get(segment)
            if unit is None:
                return None
            verdict = self._judge.of_text(unit, target)
            return views.verdict_view(unit.source, target, verdict)

    def asked(self, segment: str) -> tuple[str, tuple[TermMatch, ...]] | None:
        """A segment's source and its terms, to be translated again; None for an unknown one."""
        with self._lock:
            unit = self._units.get(segment)
            return None if unit is None else (unit.source, self._judge.matches(segment))

    def proposals(self, segment: str) -> list[dict[str, Any]]:
        """What was approved before for this sentence or one like it, this unit's own text apart."""
        with self._lock:
            self._read()
            unit = self._units.get(segment)
            if unit is None:
                return []
            found = self._memory_now().similar(unit.source)
            return [views.proposal_view(each) for each in _other(found, unit)]

    def _memory_now(self) -> Memory:
        if self._memory is None or time.monotonic() - self._memory_time > _MEMORY_AGE:
            beside = gather(self.folder.resolve().parent)
            gone = [Pair(u.source, u.target, "an earlier text") for u in self._orphans]
            self._memory = Memory((*beside.pairs, *gone))
            self._memory_time = time.monotonic()
        return self._memory

    def _outcome(self, outcome: Outcome) -> dict[str, Any]:
        self._read()
        return {
            "group": outcome.group if outcome.changed else None,
            "stamp": self.stamp(),
            "units": [self._view(unit) for unit in outcome.units],
            "conflicts": [views.clash_view(clash) for clash in outcome.clashes],
        }

    def _unit(self, segment: str) -> Unit:
        unit = self._units.get(segment)
        if unit is None:
            place = next(each for each in self._edition.segments if each.id == segment)
            return Unit(place.id, place.block, place.source)
        return unit

    def _view(self, unit: Unit) -> dict[str, Any]:
        machine = self._machine.get((unit.id, unit.source))
        if machine is None and unit.origin.value != "human":
            machine = unit.target
        paragraph = self._paragraphs.get(unit.id, 0)
        return views.unit_view(unit, machine, self._judge.verdict(unit), paragraph)


def _other(found: Iterable[Proposal], unit: Unit) -> list[Proposal]:
    return [each for each in found if each.pair.target != unit.target]
