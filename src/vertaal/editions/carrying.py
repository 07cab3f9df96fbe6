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
    segment by id; where the id has gone, it goes to the first free segment with the same source,
    in document order (an edited question gives its answers new ids). None is dropped.
    """
    touched = [unit for unit in old if unit.touched]
    by_id = {segment.id: segment for segment in segments}
    kept: dict[str, Unit] = {}
    homeless: list[Unit] = []
    for unit in touched:
        segment = by_id.get(unit.id)
        if segment is not None and segment.source == unit.source and unit.id not in kept:
            kept[unit.id] = replace(unit, block=segment.block)
        else:
            homeless.append(unit)
    free: dict[str, list[Segment]] = {}
    for segment in segments:
        if segment.id not in kept:
            free.setdefault(segment.source, []).append(segment)
    orphans: list[Unit] = []
    for unit in homeless:
        places = free.get(unit.source)
        if places:
            segment = places.pop(0)
            kept[segment.id] = replace(unit, id=segment.id, block=segment.block)
        else:
            orphans.append(replace(unit, block=ORPHANED))
    return kept, tuple(orphans)
