"""How the glossary fares in editions: seen, satisfied, overruled; and what was never seen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from vertaal.glossary.base import Glossary
from vertaal.glossary.matcher import Matcher
from vertaal.glossary.verification import verify
from vertaal.types import RENDERED, OccurrenceStatus, Origin, Term, TermMatch, Unit


@dataclass(frozen=True, slots=True)
class Usage:
    """What became of one entry. `overruled` are segments ("document#id") in which a person let
    something else stand, or wrote it."""

    term: Term
    seen: int = 0
    satisfied: int = 0
    variants: int = 0
    missed: int = 0
    overruled: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()

    @property
    def is_doubtful(self) -> bool:
        """People overruled it at least twice, and in at least half of what they read."""
        return len(self.overruled) >= 2 and 2 * len(self.overruled) >= self.seen - self.missed


@dataclass(slots=True)
class _Tally:
    seen: int = 0
    satisfied: int = 0
    variants: int = 0
    missed: int = 0
    overruled: list[str] = field(default_factory=list)
    documents: dict[str, None] = field(default_factory=dict)


def usage(glossary: Glossary, editions: Iterable[tuple[str, Sequence[Unit]]]) -> tuple[Usage, ...]:
    """One `Usage` for each entry, in the order of the glossary, from the editions' present
    targets. Soft and shadowed matches do not count."""
    matcher = Matcher(glossary)
    tallies = {entry.term.source: _Tally() for entry in matcher.entries}
    for document, units in editions:
        for unit in units:
            matches = matcher.match(unit.source)
            _count(tallies, document, unit, matches)
    return tuple(
        Usage(
            entry.term,
            tally.seen,
            tally.satisfied,
            tally.variants,
            tally.missed,
            tuple(tally.overruled),
            tuple(tally.documents),
        )
        for entry in matcher.entries
        for tally in (tallies[entry.term.source],)
    )


def _count(
    tallies: dict[str, _Tally], document: str, unit: Unit, matches: Sequence[TermMatch]
) -> None:
    for occurrence in verify(unit.id, matches, unit.target):
        match = occurrence.match
        if match.soft or match.shadowed_by:
            continue
        tally = tallies[match.term.source]
        tally.seen += 1
        tally.documents[document] = None
        if occurrence.status in RENDERED:
            tally.satisfied += 1
            tally.variants += occurrence.status is OccurrenceStatus.VARIANT
            continue
        tally.missed += 1
        if unit.target and (unit.origin is Origin.HUMAN or unit.reviewed):
            where = f"{document}#{unit.id}"
            if where not in tally.overruled:
                tally.overruled.append(where)
