"""What people wrote, carried over to a document that was read anew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from vertaal.types import ORPHANED, Segment, Unit

_ALIKE = 0.6
"""Of the words of the shorter of two questions: with so many in the other, in this order, it is the
same question, reworded or made longer.
"""


def carry_over(
    segments: Sequence[Segment], old: Iterable[Unit]
) -> tuple[dict[str, Unit], tuple[Unit, ...]]:
    """The units to keep, by the id of their segment, and those whose source has gone.

    Only units that a person touched are looked at; machine output is disposable. A unit keeps its
    segment by id; where the id has gone (an edited question gives its answers new ones), it goes to
    the first new segment with the same source in its block, if that is about the same still. Not
    beyond: 'Ja.' elsewhere answers another question. Where several answers have the sentence, a
    unit goes with its question first. None is dropped.
    """
    old = tuple(old)
    homes = _Homes(segments, old)
    kept: dict[str, Unit] = {}
    homeless: list[Unit] = []
    for unit in old:
        if not unit.touched:
            continue
        home = homes.of(unit)
        if home is not None and home.id not in kept:
            kept[home.id] = replace(unit, id=home.id, block=home.block)
        else:
            homeless.append(unit)
    free: dict[tuple[str, str], list[Segment]] = {}
    for segment in segments:
        if segment.id not in kept and segment.id not in homes.taken:
            free.setdefault((segment.block, segment.source), []).append(segment)
    orphans: list[Unit] = []
    for unit in homeless:
        places = free.get((unit.block, unit.source))
        if places and homes.same_subject(unit.block, unit.block):
            new = places.pop(0).id
            kept[new] = replace(unit, id=new)
        else:
            orphans.append(replace(unit, block=ORPHANED))
    return kept, tuple(orphans)


class _Homes:
    """Which segments are the same sentences, at the same place, as units of the old edition."""

    def __init__(self, segments: Sequence[Segment], old: Sequence[Unit]) -> None:
        self._by_id = {segment.id: segment for segment in segments}
        self._then, self._now = _texts(old), _texts(segments)
        self._repeated = _repeated(old) | _repeated(segments)
        self._moved = _moved(old, segments, self._repeated, self._then, self._now)
        self._goals = frozenset(self._moved.values())
        standing = [unit for unit in old if not unit.orphaned]
        self._stood = frozenset(unit.id for unit in standing)
        self.taken = self._goals.union(unit.id for unit in standing if self._stays(unit))
        """Ids of the segments that the old edition had: no homeless unit belongs there."""

    def of(self, unit: Unit) -> Segment | None:
        """The segment that is the unit's still, under its own id or another."""
        if not unit.orphaned and unit.id in self._moved:
            return self._by_id[self._moved[unit.id]]
        return self._by_id[unit.id] if self._stays(unit) else None

    def same_subject(self, then: str, now: str) -> bool:
        """Whether a block of the old edition and one of the new are about the same."""
        return _alike(_subject(then, self._then), _subject(now, self._now))

    def _stays(self, unit: Unit) -> bool:
        """Whether the segment of its id is the unit's still. Of questions that begin alike, the ids
        of the same answer are told apart by their order alone.
        """
        segment = self._by_id.get(unit.id)
        if segment is None or segment.source != unit.source or segment.id in self._goals:
            return False
        if unit.orphaned:
            # What stood under its id since was not it.
            return unit.id not in self._stood
        return _place(unit) not in self._repeated or self.same_subject(unit.block, segment.block)


def _place(part: Unit | Segment) -> tuple[str, str]:
    """The kind of its block, and its sentence."""
    return part.block[:1], part.source


def _repeated(parts: Iterable[Unit | Segment]) -> set[tuple[str, str]]:
    """The sentences that stand in several blocks of a kind."""
    blocks: dict[tuple[str, str], set[str]] = {}
    for part in parts:
        if part.block != ORPHANED:
            blocks.setdefault(_place(part), set()).add(part.block)
    return {place for place, found in blocks.items() if len(found) > 1}


def _moved(
    old: Iterable[Unit],
    segments: Iterable[Segment],
    repeated: set[tuple[str, str]],
    then: Mapping[str, str],
    now: Mapping[str, str],
) -> dict[str, str]:
    """The segments of the units, touched or not, with a repeated sentence whose question is the
    same to the letter, whatever its number: new ids by old ones. `then` and `now` are the texts of
    the blocks of both.
    """
    places: dict[tuple[str, str, str], list[str]] = {}
    for segment in segments:
        question = now.get(_question(segment.block))
        if question and _place(segment) in repeated:
            places.setdefault((*_place(segment), question), []).append(segment.id)
    found: dict[str, str] = {}
    for own in (True, False):
        for unit in old:
            if unit.orphaned or unit.id in found:
                continue
            free = places.get((*_place(unit), then.get(_question(unit.block), "")), [])
            if free and (unit.id in free or not own):
                found[unit.id] = unit.id if own else free[0]
                free.remove(found[unit.id])
    return found


def _texts(parts: Iterable[Unit | Segment]) -> dict[str, str]:
    """The text of each block."""
    texts: dict[str, str] = {}
    for part in parts:
        texts[part.block] = f"{texts.get(part.block, '')} {part.source}"
    return texts


def _subject(block: str, texts: Mapping[str, str]) -> str:
    """What a block is about: of an answer ('a2-3') its first question, where there is one."""
    return texts.get(_question(block)) or texts.get(block, "")


def _question(block: str) -> str:
    """The block of the first question of an answer; any other block is its own."""
    return re.sub(r"a(\w+).*", r"q\1", block)


@lru_cache(maxsize=64)
def _alike(before: str, after: str) -> bool:
    """Numbers move on where a question is put in or taken out."""
    old, new = (re.findall(r"\w+", text.casefold()) for text in (before, after))
    same = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return sum(each.size for each in same) >= _ALIKE * min(len(old), len(new))
