"""The differences between two sides, segment by segment."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from vertaal.comparing.sides import Side
from vertaal.comparing.words import Stretch, word_differences
from vertaal.spacing import squeeze
from vertaal.types import Unit


class Kind(StrEnum):
    """How a segment differs."""

    ADDED = "added"
    REMOVED = "removed"
    MOVED = "moved"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Difference:
    """A segment that differs. `before` is None for an added one, `after` for a removed one.

    `label` names the question or answer that it belongs to, `origin` the other one that it moved
    from, if so.
    """

    kind: Kind
    before: Unit | None
    after: Unit | None
    label: str
    origin: str = ""

    @property
    def unit(self) -> Unit:
        """The segment as it stands, or stood last."""
        unit = self.after or self.before
        assert unit is not None
        return unit

    @property
    def words(self) -> tuple[Stretch, ...]:
        """The differences of the English."""
        return word_differences(
            self.before.target if self.before else "", self.after.target if self.after else ""
        )

    @property
    def source_words(self) -> tuple[Stretch, ...]:
        """The Dutch; where a segment kept its id, with what differs in it."""
        return word_differences((self.before or self.unit).source, self.unit.source)


@dataclass(frozen=True, slots=True)
class Comparison:
    """All differences in the order of the document; `same` counts the segments without one."""

    before: str
    after: str
    differences: tuple[Difference, ...]
    same: int

    def count(self, kind: Kind) -> int:
        return sum(difference.kind is kind for difference in self.differences)

    @property
    def summary(self) -> str:
        counts = ", ".join(f"{self.count(kind)} {kind}" for kind in reversed(Kind))
        return f"{counts}, {self.same} the same"


def compare(before: Side, after: Side) -> Comparison:
    """What differs in the text of the segments and in their order; states and comments are not
    compared.

    A segment is matched by its id, then by its Dutch sentence: in the same question or answer
    first, then anywhere, in document order; where neither finds a partner, by the id alone, of
    which the sentence has changed. What is left was added or removed. One that is now said to
    another question, or stands before what it stood behind, has moved.
    """
    pairs = _pairs(before.units, after.units)
    partner = {old: new for new, old in pairs.items()}
    gone: dict[int, list[Unit]] = defaultdict(list)
    place = -1
    for index, unit in enumerate(before.units):
        if index in partner:
            place = partner[index]
        else:
            gone[place].append(unit)

    def label(unit: Unit) -> str:
        return after.labels.get(unit.block) or before.labels.get(unit.block) or unit.block

    found = [Difference(Kind.REMOVED, unit, None, label(unit)) for unit in gone[-1]]
    stayed = _in_order(
        (new, old)
        for new, old in sorted(pairs.items())
        if _same_place(before.units[old], after.units[new])
    )
    same = 0
    for index, unit in enumerate(after.units):
        if index not in pairs:
            found.append(Difference(Kind.ADDED, None, unit, label(unit)))
        else:
            old = before.units[pairs[index]]
            moved = index not in stayed
            origin = label(old) if moved and old.block != unit.block else ""
            if _text(old) != _text(unit):
                found.append(Difference(Kind.CHANGED, old, unit, label(unit), origin))
            elif moved:
                found.append(Difference(Kind.MOVED, old, unit, label(unit), origin))
            else:
                same += 1
        found += [Difference(Kind.REMOVED, old, None, label(old)) for old in gone[index]]
    return Comparison(before.name, after.name, tuple(found), same)


def _pairs(before: Sequence[Unit], after: Sequence[Unit]) -> dict[int, int]:
    """Index in `after` → index in `before`, for the segments that are on both sides."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()

    def match(old: Iterable[tuple[int, object]], new: Iterable[tuple[int, object]]) -> None:
        waiting: dict[object, list[int]] = defaultdict(list)
        for index, key in old:
            if index not in taken:
                waiting[key].append(index)
        for index, key in new:
            if index not in pairs and waiting[key]:
                pairs[index] = waiting[key].pop(0)
                taken.add(pairs[index])

    for key in (_identity, _sentence_in_block, _sentence, _id):
        match(
            [(index, key(unit)) for index, unit in enumerate(before)],
            [(index, key(unit)) for index, unit in enumerate(after)],
        )
    return pairs


def _same_place(old: Unit, new: Unit) -> bool:
    # A question put in elsewhere gives the block another number, and its sentences keep their ids.
    return old.block == new.block or _identity(old) == _identity(new)


def _in_order(pairs: Iterable[tuple[int, int]]) -> set[int]:
    """Indices in `after` of the longest run of pairs that go up on both sides."""
    lowest: list[int] = []  # the lowest end of a run of each length, and its index in `after`
    ends: list[int] = []
    earlier: dict[int, int | None] = {}
    for new, old in pairs:
        length = bisect_left(lowest, old)
        earlier[new] = ends[length - 1] if length else None
        lowest[length : length + 1], ends[length : length + 1] = [old], [new]
    place = ends[-1] if ends else None
    run: set[int] = set()
    while place is not None:
        run.add(place)
        place = earlier[place]
    return run


def _identity(unit: Unit) -> object:
    # An edition of another make may give an id to another sentence.
    return unit.id, squeeze(unit.source)


def _sentence_in_block(unit: Unit) -> object:
    return unit.block, squeeze(unit.source)


def _sentence(unit: Unit) -> object:
    return squeeze(unit.source)


def _id(unit: Unit) -> object:
    return unit.id


def _text(unit: Unit) -> tuple[str, str]:
    return squeeze(unit.source), squeeze(unit.target)
