"""Where the model gives away that it was unsure, left something out or put something in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vertaal.checks.issue import Issue, SegmentIssue
from vertaal.types import Edition, Fidelity, Origin, Span, Unit

_LOOK = 1.0
_NAMED = 4


def unsure(edition: Edition) -> Iterator[SegmentIssue]:
    """The model was about as sure of its English as it usually is. Reported only for the machine's
    own text, until it is approved.

    Fails where its score, the mean log-probability per piece, is among the lowest 5%.
    """
    for unit, signals in _machine(edition):
        if signals.unsure >= _LOOK:
            yield unit.id, Issue("the model was unsure of this translation")


def omissions(edition: Edition) -> Iterator[SegmentIssue]:
    """Every Dutch content word has an English word that was written for it, judging by where the
    model looked as it wrote. Reported only for the machine's own text, until it is approved.

    Fails where 'Kunt u dit voor de zomer schriftelijk toelichten?' is 'Can you explain this?'.
    """
    for unit, signals in _machine(edition):
        if signals.omitted >= _LOOK and signals.uncovered:
            words = _quoted(unit.source, signals.uncovered)
            yield unit.id, Issue(f"nothing in the English stands for {words}", signals.uncovered[0])


def additions(edition: Edition) -> Iterator[SegmentIssue]:
    """Every English content word was written for a Dutch word of its own, judging by where the
    model looked as it wrote. Reported only for the machine's own text, until it is approved.

    Fails where 'Kunt u dit toelichten?' is 'Can you explain this to the European Commission?'.
    """
    for unit, signals in _machine(edition):
        if signals.added >= _LOOK and signals.unfounded:
            words = _quoted(unit.target, signals.unfounded)
            message = f"nothing in the Dutch asks for {words}"
            yield unit.id, Issue(message, None, signals.unfounded[0])


def look_first(edition: Edition) -> tuple[Unit, ...]:
    """Units that call for a look, the worst first."""
    found = [(unit, signals) for unit, signals in _machine(edition) if signals.risk >= _LOOK]
    return tuple(unit for unit, _ in sorted(found, key=lambda each: -each[1].risk))


def _machine(edition: Edition) -> Iterator[tuple[Unit, Fidelity]]:
    """The units that stand as the machine wrote them, and that nobody has approved yet."""
    known = {signals.segment: signals for signals in edition.fidelity}
    for unit in edition.units:
        signals = known.get(unit.id)
        if signals and unit.origin is Origin.MT and not unit.reviewed:
            yield unit, signals


def _quoted(text: str, spans: Sequence[Span]) -> str:
    words = [f"'{text[start:end]}'" for start, end in spans]
    return ", ".join(words[:_NAMED]) + (", …" if len(words) > _NAMED else "")
