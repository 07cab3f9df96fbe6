"""An edition as it was read at one moment: no lock is needed to look at it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from vertaal.editions import history
from vertaal.review import views
from vertaal.review.findings import Judge
from vertaal.types import Edition, Unit

Machine = Mapping[tuple[str, str], str]
"""As `history.machine_texts` gives it."""


@dataclass(frozen=True)
class Sight:
    """What `Desk` last read. `lines` are the units as `edition.jsonl` has them, orphans included;
    `stamp` is another text whenever the edition's files are another.
    """

    stamp: str
    edition: Edition
    judge: Judge
    lines: tuple[Unit, ...]
    machine: Machine

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        return {unit.id: unit for unit in self.lines if not unit.orphaned}

    @property
    def orphans(self) -> Iterable[Unit]:
        return (unit for unit in self.lines if unit.orphaned)

    @cached_property
    def all(self) -> tuple[Unit, ...]:
        """A unit for each segment in document order, also where its line has been lost."""
        return tuple(
            self.units.get(each.id) or Unit(each.id, each.block, each.source)
            for each in self.edition.segments
        )

    @cached_property
    def _paragraphs(self) -> Mapping[str, int]:
        return {segment.id: segment.paragraph for segment in self.edition.segments}

    def view(self, unit: Unit) -> dict[str, Any]:
        """A unit as the page gets it."""
        machine = history.first_written(unit, self.machine)
        paragraph = self._paragraphs.get(unit.id, 0)
        return views.unit_view(unit, machine, self.judge.verdict(unit), paragraph)

    def whole(self, key: str) -> dict[str, Any]:
        """The edition as a page first gets it; under `key` the browser keeps what it keeps."""
        return {
            "name": self.edition.name,
            "key": key,
            "reference": self.edition.document.reference,
            "source": self.edition.provenance.source_name,
            "blocks": [views.block_view(block) for block in self.edition.document.blocks],
            "units": [self.view(unit) for unit in self.all],
        }

    def differing(self, before: Mapping[str, Unit]) -> frozenset[str]:
        """The units that are other than they were, or new."""
        return frozenset(each.id for each in self.units.values() if before.get(each.id) != each)
