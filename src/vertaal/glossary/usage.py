"""How the glossary fares in editions: seen, satisfied, overruled; and what was never seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from vertaal.glossary.base import Glossary
from vertaal.glossary.matcher import Matcher
from vertaal.glossary.verification import verify
from vertaal.types import RENDERED, OccurrenceStatus, Origin, Term, Unit


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


_Seen = tuple[str, Unit, OccurrenceStatus]
"""Where a term occurred, and what became of it."""


def usage(glossary: Glossary, editions: Iterable[tuple[str, Sequence[Unit]]]) -> tuple[Usage, ...]:
    """One `Usage` for each entry, in the order of the glossary, from the editions' present
    targets. Soft and shadowed matches do not count."""
    matcher = Matcher(glossary)
    seen: dict[str, list[_Seen]] = defaultdict(list)
    for document, units in editions:
        for unit in units:
            for occurrence in verify(unit.id, matcher.match(unit.source), unit.target):
                match = occurrence.match
                if not match.soft and not match.shadowed_by:
                    seen[match.term.source].append((document, unit, occurrence.status))
    return tuple(_usage(entry.term, seen[entry.term.source]) for entry in matcher.entries)


def _usage(term: Term, seen: Sequence[_Seen]) -> Usage:
    missed = [(document, unit) for document, unit, status in seen if status not in RENDERED]
    decided = (
        f"{document}#{unit.id}"
        for document, unit in missed
        if unit.target and (unit.origin is Origin.HUMAN or unit.reviewed)
    )
    return Usage(
        term,
        seen=len(seen),
        satisfied=len(seen) - len(missed),
        variants=sum(status is OccurrenceStatus.VARIANT for _, _, status in seen),
        missed=len(missed),
        overruled=tuple(dict.fromkeys(decided)),
        documents=tuple(dict.fromkeys(document for document, _, _ in seen)),
    )
