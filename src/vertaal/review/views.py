"""Values as the page gets them: JSON, with offsets counted as JavaScript counts them (UTF-16)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from vertaal.editions.changes import Clash
from vertaal.memory import Proposal
from vertaal.publishing.labels import dutch_label, english_label
from vertaal.review.findings import Verdict
from vertaal.types import Block, BlockKind, Finding, Occurrence, Unit


def unit_view(unit: Unit, machine: str | None, verdict: Verdict, paragraph: int) -> dict[str, Any]:
    """A unit with its proof. `machine` is what the machine wrote, where that is known."""
    return {
        "id": unit.id,
        "block": unit.block,
        "paragraph": paragraph,
        **text_view(unit),
        "source": unit.source,
        "machine": machine,
        "risk": verdict.risk,
        **verdict_view(unit.source, unit.target, verdict),
    }


def text_view(unit: Unit) -> dict[str, Any]:
    """What people change of a unit."""
    return {
        "target": unit.target,
        "state": unit.state.value,
        "origin": unit.origin.value,
        "rev": unit.rev,
        "note": unit.note,
    }


def verdict_view(source: str, target: str, verdict: Verdict) -> dict[str, Any]:
    return {
        "terms": [
            _occurrence(source, target, each)
            for each in verdict.occurrences
            if not each.match.shadowed_by
        ],
        "findings": [_finding(source, target, each) for each in verdict.findings],
    }


def block_view(block: Block) -> dict[str, Any]:
    dutch, english = dutch_label(block).text, english_label(block).text
    if block.kind is BlockKind.FOOTNOTE:
        # The documents put them under one heading; here each note stands alone.
        number = block.label or block.id.removeprefix("fn")
        dutch, english = f"Voetnoot {number}", f"Footnote {number}"
    return {
        "id": block.id,
        "kind": block.kind.value,
        "dutch": dutch,
        "english": english,
        "numbers": list(block.numbers),
    }


def clash_view(clash: Clash) -> dict[str, Any]:
    """Both texts of a conflict: what was asked, and what stands (None: the segment has gone)."""
    change = clash.change
    return {
        "id": change.id,
        "yours": {
            "target": change.target,
            "state": None if change.state is None else change.state.value,
            "note": change.note,
        },
        "theirs": None if clash.unit is None else text_view(clash.unit),
    }


def proposal_view(proposal: Proposal) -> dict[str, Any]:
    return {
        "percent": proposal.percent,
        "source": proposal.pair.source,
        "target": proposal.pair.target,
        "where": proposal.pair.where,
    }


def _occurrence(source: str, target: str, occurrence: Occurrence) -> dict[str, Any]:
    match = occurrence.match
    start, end = _units16(source, match.span)
    span = occurrence.target_span
    place = _units16(target, span) if span else None
    return {
        "start": start,
        "end": end,
        "surface": match.surface,
        "term": match.term.source,
        "expected": list(match.expected),
        "forbidden": list(match.forbidden),
        "keep": match.keep,
        "note": match.term.note,
        "domain": match.term.domain,
        "status": occurrence.status.value,
        "found": place,
        "reason": occurrence.reason,
    }


def _finding(source: str, target: str, finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "message": finding.message,
        "source": finding.source_span and _units16(source, finding.source_span),
        "target": finding.target_span and _units16(target, finding.target_span),
    }


def _units16(text: str, span: Iterable[int]) -> list[int]:
    """Character offsets as UTF-16 offsets: they differ where a character lies beyond U+FFFF."""
    if not text or max(text) <= "\uffff":
        return list(span)
    return [len(text[:offset].encode("utf-16-le")) // 2 for offset in span]
