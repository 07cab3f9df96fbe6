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
        "change": difference.kind,
        "block": difference.unit.block,
        "label": difference.label,
        "from": difference.origin or None,
        "before": _unit(difference.before),
        "after": _unit(difference.after),
        "words": [[stretch.piece, stretch.text.strip()] for stretch in difference.words],
    }


def _unit(unit: Unit | None) -> dict[str, object] | None:
    fields = ("id", "source", "target", "state", "origin")
    return None if unit is None else {name: getattr(unit, name) for name in fields}
