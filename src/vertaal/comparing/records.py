"""A comparison as plain values, for programs."""

from __future__ import annotations

from vertaal.comparing.differences import Comparison, Difference
from vertaal.types import Unit


def as_records(comparison: Comparison) -> list[dict[str, object]]:
    """One record a difference, in the order of the document.

    `words` are pairs of `same`, `removed` or `added` and a stretch of the English.
    """
    return [_record(each) for each in comparison.differences]


def _record(difference: Difference) -> dict[str, object]:
    return {
        "change": difference.kind.value,
        "block": difference.unit.block,
        "label": difference.label,
        "from": difference.origin or None,
        "before": _unit(difference.before),
        "after": _unit(difference.after),
        "words": [[stretch.piece.value, stretch.text.strip()] for stretch in difference.words],
    }


def _unit(unit: Unit | None) -> dict[str, object] | None:
    if unit is None:
        return None
    return {
        "id": unit.id,
        "source": unit.source,
        "target": unit.target,
        "state": unit.state.value,
        "origin": unit.origin.value,
    }
