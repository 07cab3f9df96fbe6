"""A reviewer's desk: one edition, open for changes by several people and processes at once."""

from __future__ import annotations

import hashlib
import threading
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from vertaal.editions import history, load, locked
from vertaal.editions.changes import Change, Ledger, Receipt
from vertaal.editions.folder import REPORT, STRUCTURE, sweep
from vertaal.errors import InputError
from vertaal.files import stamp
from vertaal.memory import Gatherer, Memory, Pair, approved, best
from vertaal.review import views
from vertaal.review.findings import Judge
from vertaal.review.sight import Sight
from vertaal.types import APPROVED, TermMatch, Unit

_REMEMBERED = 200
"""Changes of which is known what they changed: a window asks every two seconds."""

_MOMENT = 5.0
"""Seconds after which the editions beside are looked at again."""


class Desk:
    """Answers the page's questions about one edition. Every method may be called from any thread;
    all raise `InputError` where the edition's files cannot be read or written.

    The lock is held for reading and writing files alone: nobody's edit waits for what is made of
    them.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.key = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
        """Under this the browser keeps what it keeps, and the page names the edition it shows."""
        self._ledger = Ledger(folder)
        self._lock = threading.RLock()
        self._seen_files: tuple[int, ...] = ()
        self._seen_history = 0
        self._sight: Sight | None = None
        # What changed, oldest first: the stamp before, and the segments.
        self._past: list[tuple[str, frozenset[str]]] = []
        self._warming: threading.Timer | None = None
        self._remembering = threading.Lock()
        self._own: tuple[tuple[Unit, ...], Memory] = ((), Memory())
        self._beside = Gatherer(folder.resolve().parent, without=folder.resolve())
        self._memory = Memory()
        self._seen_beside = float("-inf")
        self._look()
        with locked(folder):
            sweep(folder)

    def _look(self) -> Sight:
        """The edition as it stands: read again where somebody has written it since."""
        with self._lock:
            old = self._sight
            files, past = self._files(), history.size(self.folder)
            stamp = "-".join(map(str, (*self._ledger.stamp(), *files)))
            if old is not None and old.stamp == stamp:
                return old
            new = history.machine_texts(history.records(self.folder, self._seen_history))
            machine = {**new, **(old.machine if old else {})}
            if old is None or files != self._seen_files:
                edition = load(self.folder)
                sight = Sight(stamp, edition, Judge(edition), self._ledger.units(), machine)
                self._past = []
            else:
                sight = Sight(stamp, old.edition, old.judge, self._ledger.units(), machine)
                step = (old.stamp, sight.differing(old.units))
                self._past = [*self._past, step][-_REMEMBERED:]
            self._seen_files, self._seen_history, self._sight = files, past, sight
            return sight

    def _files(self) -> tuple[int, ...]:
        return (*stamp(self.folder / STRUCTURE), *stamp(self.folder / REPORT))

    @property
    def name(self) -> str:
        return self._look().edition.name

    def whole(self) -> dict[str, Any]:
        """The edition as the page first gets it."""
        sight = self._look()
        if self._warming is None:
            # After the page, which is waited for now, and before the first edit.
            self._warming = threading.Timer(0.5, self._warm_up)
            self._warming.daemon = True
            self._warming.start()
        return {**sight.whole(self.key), "stamp": sight.stamp}

    def news(self, since: str) -> dict[str, Any]:
        """The units that are other than they were at a stamp; None for them where that is not
        known any more, or the document was built anew.
        """
        with self._lock:
            sight, past = self._look(), self._past
        units: list[dict[str, Any]] | None = None
        steps = [at for at, (stamp, _) in enumerate(past) if stamp == since]
        if since == sight.stamp:
            units = []
        elif steps:
            changed = frozenset[str]().union(*(ids for _, ids in past[steps[-1] :]))
            units = [sight.view(sight.units[each]) for each in changed if each in sight.units]
        return {"stamp": sight.stamp, "units": units}

    def counts(self) -> tuple[int, int]:
        """Segments reviewed, and in all."""
        units = self._look().all
        return sum(unit.reviewed for unit in units), len(units)

    def change(
        self, changes: Sequence[Change], by: str, action: str, group: str | None = None
    ) -> dict[str, Any]:
        with self._lock:
            self._refuse_empty(changes)
            receipt = self._ledger.change(changes, by=by, action=action, group=group)
            sight = self._look()
        return _told(receipt, sight)

    def _refuse_empty(self, changes: Sequence[Change]) -> None:
        """Raises `InputError` where a change approves a text that is not there."""
        units = self._look().units
        for change in changes:
            unit = units.get(change.id)
            if unit is None or change.state not in APPROVED:
                continue
            if not (unit.target if change.target is None else change.target).strip():
                raise InputError("There is no English to approve.")

    def undo(self, group: str, by: str) -> dict[str, Any]:
        with self._lock:
            receipt = self._ledger.undo(group, by=by)
            sight = self._look()
        return _told(receipt, sight)

    def judged(self, segment: str, target: str) -> dict[str, Any] | None:
        """What terms and checks say of a text as it is typed; None for an unknown segment."""
        sight = self._look()
        unit = sight.units.get(segment)
        if unit is None:
            return None
        return views.verdict_view(unit.source, target, sight.judge.of_text(unit, target))

    def asked(self, segment: str) -> tuple[str, tuple[TermMatch, ...]] | None:
        """A segment's source and its terms, to be translated again; None for an unknown one."""
        sight = self._look()
        unit = sight.units.get(segment)
        return None if unit is None else (unit.source, sight.judge.matches(segment))

    def proposals(self, segment: str) -> list[dict[str, Any]]:
        """What was approved before for this sentence or one like it, this unit's own text apart."""
        sight = self._look()
        unit = sight.units.get(segment)
        if unit is None:
            return []
        with self._remembering:
            if self._own[0] is not sight.lines:
                gone = (Pair(each.source, each.target, "an earlier text") for each in sight.orphans)
                name = self.folder.resolve().name
                self._own = sight.lines, Memory((*approved(sight.lines, name), *gone))
            beside = self._near().similar(unit.source)
            found = best((*self._own[1].similar(unit.source), *beside))
        return [views.proposal_view(each) for each in found if each.pair.target != unit.target]

    def _near(self) -> Memory:
        """The memory of the other editions as it was a moment ago."""
        now = time.monotonic()
        if now - self._seen_beside > _MOMENT:
            self._memory, self._seen_beside = self._beside.memory(), now
        return self._memory

    def _warm_up(self) -> None:
        """Load what judging and remembering need, before a reviewer waits for it."""
        sight = self._look()
        for unit in sight.all[:20]:
            sight.judge.of_text(unit, f"{unit.target} .")
        with self._remembering:
            self._near().similar("")


def _told(receipt: Receipt, sight: Sight) -> dict[str, Any]:
    return {
        "group": receipt.group if receipt.changed else None,
        "stamp": sight.stamp,
        "units": [sight.view(unit) for unit in receipt.units],
        "conflicts": [views.clash_view(clash) for clash in receipt.clashes],
    }
