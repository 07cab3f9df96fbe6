"""What people wrote, carried over to a document that was read anew."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from vertaal.editions.store import ORPHANED
from vertaal.types import Segment, Unit


def carry_over(
    segments: Sequence[Segment], old: Iterable[Unit]
) -> tuple[dict[str, Unit], tuple[Unit, ...]]:
    """The units to keep, by the id of their segment, and those whose source has gone.

    Only units that a person touched are looked at; machine output is disposable. A unit keeps its
    segment by id; where the id has gone (an edited question gives its answers new ones), it goes to
    the first new segment with the same source in its block. Not beyond: 'Ja.' elsewhere answers
    another question. None is dropped.
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
    orphans: list[Unit] = []
    for unit in homeless:
        places = free.get((unit.block, unit.source))
        if places:
            new = places.pop(0).id
            kept[new] = replace(unit, id=new)
        else:
            orphans.append(replace(unit, block=ORPHANED))
    return kept, tuple(orphans)
