"""What the terms and the checks say of a unit's text, as it stands or as it is being typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from vertaal.checks import check_unit
from vertaal.glossary import verify
from vertaal.types import Edition, Finding, Occurrence, Origin, TermMatch, Unit


@dataclass(frozen=True, slots=True)
class Verdict:
    """The proof of a unit's terms, its findings, and how much it calls for a look (from 1 on it
    does); of a text that a person has worked on the model has nothing to say.
    """

    occurrences: tuple[Occurrence, ...]
    findings: tuple[Finding, ...]
    risk: float = 0.0


class Judge:
    """Judges the units of an edition: from its report while nobody touched them, anew after."""

    def __init__(self, edition: Edition) -> None:
        self._occurrences = _by_segment(edition.occurrences)
        self._findings = _by_segment(edition.findings)
        self._risks = {signals.segment: signals.risk for signals in edition.fidelity}

    def verdict(self, unit: Unit) -> Verdict:
        if unit.rev == 0:
            return Verdict(
                tuple(self._occurrences.get(unit.id, ())),
                tuple(self._findings.get(unit.id, ())),
                self._risks.get(unit.id, 0.0) if unit.origin is Origin.MT else 0.0,
            )
        return self.of_text(unit, unit.target)

    def of_text(self, unit: Unit, target: str) -> Verdict:
        """The verdict on a text that is not on disk yet."""
        return Verdict(
            verify(unit.id, self.matches(unit.id), target),
            _checked(unit.id, unit.source, target),
        )

    def matches(self, segment: str) -> tuple[TermMatch, ...]:
        return tuple(each.match for each in self._occurrences.get(segment, ()))


@lru_cache(maxsize=4096)
def _checked(segment: str, source: str, target: str) -> tuple[Finding, ...]:
    return tuple(replace(finding, segment=segment) for finding in check_unit(source, target))


def _by_segment(values: Iterable[Any]) -> dict[str, Sequence[Any]]:
    found: dict[str, list[Any]] = {}
    for value in values:
        found.setdefault(value.segment, []).append(value)
    return dict(found)
