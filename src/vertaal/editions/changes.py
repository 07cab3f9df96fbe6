"""Changes that people make to units: each based on a revision, none overlaid in silence."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from vertaal.editions import history
from vertaal.editions.folder import UNITS, locked
from vertaal.editions.units import line_of, load_units
from vertaal.files import stamp, write_whole
from vertaal.types import APPROVED, Origin, State, Unit

_BREAK = re.compile(r"[ \t]*[\r\n\u2028\u2029]+[ \t]*")


@dataclass(frozen=True, slots=True)
class Change:
    """What a person wants of a unit; None leaves a field as it is.

    `rev` is the revision it was based on; None where that is not known, and then only a unit that
    nobody has touched takes it. `source`, where given, must be the unit's source still. `origin`
    is for taking a change back: a new text is a person's otherwise.
    """

    id: str
    rev: int | None
    target: str | None = None
    state: State | None = None
    note: str | None = None
    source: str | None = None
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Clash:
    """A change that was not made, and the unit as it stands; None where the unit has gone."""

    change: Change
    unit: Unit | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of changes. `units` are those named by the changes that stand as asked; `changed`
    those that had to be changed for it; `group` names the action, for `undo`.
    """

    group: str
    units: tuple[Unit, ...] = ()
    changed: tuple[Unit, ...] = ()
    clashes: tuple[Clash, ...] = ()


def applied(unit: Unit, change: Change) -> Unit:
    """The unit with the change made and a revision more; the same unit where nothing differs."""
    target = unit.target
    if change.target is not None:
        # What is taken back stands again as it stood, to the letter.
        target = change.target if change.origin else _as_typed(change.target, unit.source)
    origin = change.origin or (Origin.HUMAN if target != unit.target else unit.origin)
    state = change.state or (State.TRANSLATED if target != unit.target else unit.state)
    if state in APPROVED and not target.strip():
        # There is nothing to approve.
        opened = target != unit.target or unit.state in APPROVED
        state = State.TRANSLATED if opened else unit.state
    note = unit.note if change.note is None else change.note
    made = replace(unit, target=target, state=state, origin=origin, note=note)
    return unit if made == unit else replace(made, rev=unit.rev + 1)


def _as_typed(text: str, source: str) -> str:
    """A text without blanks at its ends; on one line, where its source stands on one."""
    text = text.strip()
    return text if "\n" in source else _BREAK.sub(" ", text)


def _decide(units: Mapping[str, Unit], changes: Iterable[Change], group: str | None) -> Receipt:
    """What becomes of the changes, under the name `group` (one is made where none is given).
    A change that is in place already, as when its answer was lost on the way and it is sent again,
    is no clash.
    """
    now = dict(units)
    done: dict[str, Unit] = {}
    changed: dict[str, Unit] = {}
    clashes: list[Clash] = []
    for change in changes:
        unit = now.get(change.id)
        if unit is None or change.source not in (None, unit.source):
            clashes.append(Clash(change, None))
            continue
        made = applied(unit, change)
        fits = not unit.touched if change.rev is None else unit.rev == change.rev
        if made is unit:
            done[unit.id] = unit
        elif fits:
            now[unit.id] = done[unit.id] = changed[unit.id] = made
        else:
            clashes.append(Clash(change, unit))
    return Receipt(
        group or secrets.token_hex(8), tuple(done.values()), tuple(changed.values()), tuple(clashes)
    )


class Ledger:
    """The units of an edition's folder, read again whenever another process has written them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._stamp: tuple[int, ...] = ()
        self._units: tuple[Unit, ...] = ()
        # Of a long document one line changes at a time and the whole file is written.
        self._lines: tuple[str, ...] = ()

    def units(self) -> tuple[Unit, ...]:
        """All units as they stand on disk, orphans included. Raises `InputError`."""
        now = self.stamp()
        if not now or now != self._stamp:
            self._units = load_units(self.folder)
            self._lines = tuple(map(line_of, self._units))
            self._stamp = now
        return self._units

    def stamp(self) -> tuple[int, ...]:
        """Changes with every writing of the file; empty where there is none."""
        return stamp(self.folder / UNITS)

    def change(
        self,
        changes: Sequence[Change],
        *,
        by: str = "",
        action: str = "edit",
        group: str | None = None,
    ) -> Receipt:
        """Make the changes that fit and have them on disk before returning. Under the name of
        `group` they can be undone, also by one whom no answer reached.
        """
        with locked(self.folder):
            units = self.units()
            receipt = _decide({u.id: u for u in units if not u.orphaned}, changes, group)
            self._write(units, receipt, by, action)
        return receipt

    def undo(self, group: str, *, by: str = "") -> Receipt:
        """Take back what `group` changed, where nothing has been changed since."""
        past = [record for record in history.records(self.folder) if record.group == group]
        return self.change(
            [
                Change(
                    record.before.id,
                    record.rev,
                    target=record.before.target,
                    state=record.before.state,
                    note=record.before.note,
                    source=record.before.source,
                    origin=record.before.origin,
                )
                for record in past
            ],
            by=by,
            action="undo",
        )

    def _write(self, units: tuple[Unit, ...], receipt: Receipt, by: str, action: str) -> None:
        if not receipt.changed:
            return
        new = {unit.id: unit for unit in receipt.changed}
        now = datetime.now(UTC).isoformat(timespec="seconds")
        places = [at for at, unit in enumerate(units) if not unit.orphaned and unit.id in new]
        records = [
            history.Record(receipt.group, now, by, action, new[unit.id].rev, unit)
            for unit in (units[place] for place in places)
        ]
        made, lines = list(units), list(self._lines)
        for place in places:
            made[place] = new[units[place].id]
            lines[place] = line_of(made[place])
        with history.recording(self.folder, records):
            write_whole(self.folder / UNITS, "".join(lines), lasting=True)
        self._units, self._lines, self._stamp = tuple(made), tuple(lines), self.stamp()
