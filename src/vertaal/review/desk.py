"""A reviewer's desk: one edition, open for changes by several people and processes at once."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from vertaal.editions import history, load, locked
from vertaal.editions.changes import Change, Ledger, Outcome
from vertaal.editions.folder import REPORT, STRUCTURE, sweep
from vertaal.editions.store import ORPHANED
from vertaal.memory import Gatherer, Memory, Pair, approved, best
from vertaal.review import views
from vertaal.review.findings import Judge
from vertaal.types import Edition, TermMatch, Unit

_REMEMBERED = 200
"""Changes of which is known what they changed: a window asks every two seconds."""


class Desk:
    """Answers the page's questions about one edition. Every method may be called from any thread;
    all raise `InputError` where the edition's files cannot be read or written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ledger = Ledger(folder)
        self._lock = threading.RLock()
        self._stamp = ""
        # What changed, oldest first: the stamp before, and the segments.
        self._past: list[tuple[str, frozenset[str]]] = []
        self._units: dict[str, Unit] = {}
        self._seen_files: tuple[int, ...] = ()
        self._seen_history = 0
        self._machine: dict[tuple[str, str], str] = {}
        self._edition: Edition
        self._judge: Judge
        self._warming: threading.Timer | None = None
        # The memory is looked into apart: nobody's edit waits for it.
        self._remembering = threading.Lock()
        self._own: tuple[tuple[Unit, ...], Memory] = ((), Memory())
        self._beside = Gatherer(folder.resolve().parent, without=folder.resolve())
        self._read()
        with locked(folder):
            sweep(folder)

    def _read(self) -> None:
        """Take up what has been written since the last look, by whomever."""
        stamp, files, past = self._on_disk(), self._files(), history.size(self.folder)
        if stamp == self._stamp:
            return
        anew = files != self._seen_files or not files
        if anew:
            self._edition = load(self.folder)
            self._judge = Judge(self._edition)
            self._paragraphs = {s.id: s.paragraph for s in self._edition.segments}
        units = self._ledger.units()
        new = history.machine_texts(history.records(self.folder, self._seen_history))
        self._machine = {**new, **self._machine}
        before = self._units
        self._units = {unit.id: unit for unit in units if unit.block != ORPHANED}
        changed = (each.id for each in self._units.values() if before.get(each.id) != each)
        step = (self._stamp, frozenset(changed))
        self._past = [] if anew else [*self._past, step][-_REMEMBERED:]
        self._orphans = tuple(unit for unit in units if unit.block == ORPHANED)
        self._seen_files, self._seen_history, self._stamp = files, past, stamp

    def _on_disk(self) -> str:
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
            if not self._warming:
                # After the page, which is waited for now, and before the first edit.
                self._warming = threading.Timer(0.5, self._warm_up)
                self._warming.daemon = True
                self._warming.start()
            return {
                "name": edition.name,
                "key": hashlib.sha256(str(self.folder.resolve()).encode()).hexdigest()[:16],
                "reference": edition.document.reference,
                "source": edition.provenance.source_name,
                "stamp": self._stamp,
                "blocks": [views.block_view(block) for block in edition.document.blocks],
                "units": [self._view(self._unit(each.id)) for each in edition.units],
            }

    def news(self, since: str) -> dict[str, Any]:
        """The units that are other than they were at a stamp; None for them where that is not
        known any more, or the document was built anew.
        """
        with self._lock:
            self._read()
            steps = [at for at, (stamp, _) in enumerate(self._past) if stamp == since]
            if since == self._stamp:
                units: list[dict[str, Any]] | None = []
            elif steps:
                changed = frozenset[str]().union(*(ids for _, ids in self._past[steps[-1] :]))
                units = [self._view(self._units[each]) for each in changed if each in self._units]
            else:
                units = None
            return {"stamp": self._stamp, "units": units}

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
            unit, judge = self._units.get(segment), self._judge
        if unit is None:
            return None
        return views.verdict_view(unit.source, target, judge.of_text(unit, target))

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
            units, orphans = self._ledger.units(), self._orphans
        with self._remembering:
            if self._own[0] is not units:
                gone = (Pair(each.source, each.target, "an earlier text") for each in orphans)
                name = self.folder.resolve().name
                self._own = units, Memory((*approved(units, name), *gone))
            beside = self._beside.memory()
            found = best((*self._own[1].similar(unit.source), *beside.similar(unit.source)))
        return [views.proposal_view(each) for each in found if each.pair.target != unit.target]

    def _warm_up(self) -> None:
        """Load what judging and remembering need, before a reviewer waits for it."""
        with self._lock:
            units, judge = list(self._units.values())[:20], self._judge
        for unit in units:
            judge.of_text(unit, f"{unit.target} .")
        with self._remembering:
            self._beside.memory().similar("")

    def _outcome(self, outcome: Outcome) -> dict[str, Any]:
        self._read()
        return {
            "group": outcome.group if outcome.changed else None,
            "stamp": self._stamp,
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
