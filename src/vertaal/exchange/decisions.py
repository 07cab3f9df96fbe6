"""What people decided elsewhere, merged into an edition: nothing newer is overlaid in silence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from vertaal.editions.changes import Change, Clash, Ledger
from vertaal.memory import telling
from vertaal.spacing import squeeze
from vertaal.types import APPROVED, State, Unit


@dataclass(frozen=True, slots=True)
class Sent:
    """What an earlier file of the same writer said of a segment."""

    target: str
    state: State
    note: str


@dataclass(frozen=True, slots=True)
class Decision:
    """What a file says of a segment; None where it says nothing. `rev` is the revision that its
    writer saw, None where the file does not tell. `left` says why a text in the file is not taken.
    `unchanged` says that the target is the one that the file was made with.
    """

    id: str
    source: str
    rev: int | None
    target: str | None = None
    state: State | None = None
    note: str | None = None
    left: str = ""
    unchanged: bool = False
    sent: Sent | None = None


COPIED = "its English is its Dutch"
"""What a tool starts from, or what became of a translation that was there."""


@dataclass(frozen=True, slots=True)
class Merged:
    """What became of the decisions: `changed` and `same` count segments, `conflicts` are those
    that somebody else worked on meanwhile, `unfit` those whose sentence is no longer there, `left`
    those whose text was not taken.
    """

    changed: int
    same: int
    conflicts: tuple[Clash, ...]
    unfit: tuple[Decision, ...]
    left: tuple[Decision, ...] = ()


def merge(folder: Path, decisions: Sequence[Decision], *, by: str = "") -> Merged:
    """Put the decisions into the edition. Raises `InputError` where its files are unusable."""
    ledger = Ledger(folder)
    units = [unit for unit in ledger.units() if not unit.orphaned]
    placed, unfit = place(units, decisions)
    # A name, a date or a number is the same in both.
    lost = {unit.id for unit in units if squeeze(unit.target) not in ("", squeeze(unit.source))}
    left = tuple(
        each
        for each in decisions
        if each.left and each not in unfit and (each.left != COPIED or each.id in lost)
    )
    outcome = ledger.change(placed, by=by, action="import")
    gone = {clash.change.id for clash in outcome.clashes if clash.unit is None}
    conflicts = tuple(clash for clash in outcome.clashes if clash.unit is not None)
    changed = len(outcome.changed)
    return Merged(
        changed,
        len(placed) - changed - len(outcome.clashes),
        conflicts,
        (*unfit, *(each for each in decisions if each.id in gone)),
        left,
    )


def place(
    units: Iterable[Unit], decisions: Iterable[Decision]
) -> tuple[list[Change], tuple[Decision, ...]]:
    """The decisions as changes to the units they are about, and those that fit nowhere.

    A decision goes to the segment of its id where the sentence is still the same, else to the
    one segment that has its sentence, if they are of the same document.
    """
    units, decisions = tuple(units), tuple(decisions)
    kin = _kin((unit.source for unit in units), (decision.source for decision in decisions))
    by_id: dict[str, Unit] = {}
    by_source: dict[str, list[Unit]] = {}
    for unit in units:
        by_id[unit.id] = unit
        if kin:
            by_source.setdefault(squeeze(unit.source), []).append(unit)
    changes: list[Change] = []
    unfit: list[Decision] = []
    for decision in decisions:
        home = _home(decision, by_id, by_source)
        if home is None:
            unfit.append(decision)
        else:
            changes.append(_change(home, decision))
    return changes, tuple(unfit)


def _kin(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether two documents, or parts of them, are versions of one: of the sentences that tell
    something, half of the shorter's are in the other. 'Ja.' answers something else elsewhere.
    """
    here, there = ({squeeze(text) for text in texts if telling(text)} for texts in (ours, theirs))
    return 2 * len(here & there) >= min(len(here), len(there)) > 0


def _home(
    decision: Decision, by_id: Mapping[str, Unit], by_source: Mapping[str, list[Unit]]
) -> Unit | None:
    unit = by_id.get(decision.id)
    if unit is not None and squeeze(unit.source) == squeeze(decision.source):
        return unit
    same = by_source.get(squeeze(decision.source), [])
    return same[0] if len(same) == 1 else None


def _change(unit: Unit, decision: Decision) -> Change:
    if (sent := decision.sent) and (squeeze(sent.target), sent.state, sent.note) == (
        squeeze(unit.target),
        unit.state,
        unit.note,
    ):
        # That is what stands here: nobody else has worked on it since it was taken in.
        decision = replace(decision, rev=unit.rev)
    target = decision.target
    if target is not None and squeeze(target) == squeeze(unit.target):
        target = None
    state = decision.state
    if (
        decision.unchanged
        and state not in APPROVED
        and unit.rev == decision.rev
        and unit.target.strip()
    ):
        # Nobody has worked on it, but a build has put another text in its place since.
        target = state = None
    if state is State.INITIAL and (target or unit.target):
        # Tools that know no states write the lowest one; it takes no approval away.
        state = None
    if target is None and state is State.TRANSLATED and unit.rev != decision.rev:
        state = None
    # An id that belongs to another sentence now tells nothing of this one's revisions.
    rev = decision.rev if unit.id == decision.id else None
    return Change(unit.id, rev, target, state, decision.note, source=unit.source)
