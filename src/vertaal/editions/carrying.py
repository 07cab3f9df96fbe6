"""What people wrote, carried over to a document that was read anew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from vertaal.editions.store import ORPHANED
from vertaal.types import Segment, Unit

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
    beyond: 'Ja.' elsewhere answers another question. None is dropped.
    """
    old = tuple(old)
    by_id = {segment.id: segment for segment in segments}
    kept: dict[str, Unit] = {}
    homeless: list[Unit] = []
    for unit in old:
        if not unit.touched:
            continue
        segment = by_id.get(unit.id)
        if segment is not None and segment.source == unit.source and unit.id not in kept:
            kept[unit.id] = replace(unit, block=segment.block)
        else:
            homeless.append(unit)
    # What had an id before is the same sentence still, and nobody has worked on it.
    before = {unit.id for unit in old if unit.block != ORPHANED}
    free: dict[tuple[str, str], list[Segment]] = {}
    for segment in segments:
        if segment.id not in kept and segment.id not in before:
            free.setdefault((segment.block, segment.source), []).append(segment)
    then, now = _texts(old), _texts(segments)
    orphans: list[Unit] = []
    for unit in homeless:
        places = free.get((unit.block, unit.source))
        if places and _alike(_subject(unit.block, then), _subject(unit.block, now)):
            new = places.pop(0).id
            kept[new] = replace(unit, id=new)
        else:
            orphans.append(replace(unit, block=ORPHANED))
    return kept, tuple(orphans)


def _texts(parts: Iterable[Unit | Segment]) -> dict[str, str]:
    """The text of each block."""
    texts: dict[str, str] = {}
    for part in parts:
        texts[part.block] = f"{texts.get(part.block, '')} {part.source}"
    return texts


def _subject(block: str, texts: Mapping[str, str]) -> str:
    """What a block is about: of an answer ('a2-3') its first question, where there is one."""
    question = re.sub(r"a(\w+).*", r"q\1", block)
    return texts.get(question) or texts.get(block, "")


@lru_cache(maxsize=64)
def _alike(before: str, after: str) -> bool:
    """Numbers move on where a question is put in or taken out."""
    old, new = (re.findall(r"\w+", text.casefold()) for text in (before, after))
    same = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return sum(each.size for each in same) >= _ALIKE * min(len(old), len(new))
