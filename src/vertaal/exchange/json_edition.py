"""The machine-readable edition: one JSON document, described by `edition.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from importlib import resources
from typing import Any

from vertaal.publishing.labels import dutch_label, english_label
from vertaal.publishing.notice import document_name, english_title, notice
from vertaal.publishing.passages import Book, Part, Passage, Sentence, book
from vertaal.publishing.terms import visible
from vertaal.types import BlockKind, Edition, Finding, Occurrence, Unit

FORMAT = "vertaal-edition"
VERSION = 1
"""Raised when a reader of the document as it was could go wrong; new keys do not raise it."""

Value = dict[str, Any]


def schema() -> Value:
    """The JSON Schema (draft 2020-12) that every edition exported conforms to."""
    path = resources.files("vertaal.exchange") / "edition.schema.json"
    value: Value = json.loads(path.read_text(encoding="utf-8"))
    return value


def as_json_edition(edition: Edition) -> str:
    """The edition as JSON. Orphans are left out, and so are the places of glossary files."""
    return json.dumps(edition_value(edition), ensure_ascii=False, indent=1) + "\n"


def edition_value(edition: Edition) -> Value:
    """The edition as plain values: the parts by kind, and `order` as they follow each other."""
    contents = book(edition)
    document = edition.document
    units = {unit.id: unit for unit in edition.units}

    def of(kind: BlockKind, more: Callable[[Part], Value] | None = None) -> list[Value]:
        return [_part(part, units) | (more(part) if more else {}) for part in contents.of(kind)]

    return {
        "$schema": schema()["$id"],
        "format": FORMAT,
        "version": VERSION,
        "name": edition.name,
        "languages": {"source": "nl", "target": "en"},
        "reference": document.reference,
        "title": _title(contents),
        "notice": list(notice(edition).sentences),
        "order": [block.id for block in document.blocks],
        "titles": of(BlockKind.TITLE),
        "preamble": of(BlockKind.PREAMBLE),
        "questions": of(
            BlockKind.QUESTION,
            lambda part: {
                "numbers": list(part.block.numbers),
                "answers": list(contents.links.answered.get(part.block.id, ())),
            },
        ),
        "answers": of(
            BlockKind.ANSWER,
            lambda part: {
                "for": list(part.block.numbers),
                "questions": list(
                    dict.fromkeys(q for _, q in contents.links.asked.get(part.block.id, ()))
                ),
            },
        ),
        "other": of(BlockKind.OTHER),
        "signature": of(BlockKind.SIGNATURE),
        "footnotes": of(BlockKind.FOOTNOTE, lambda part: {"numbers": list(part.block.numbers)}),
        "terms": [_term(each) for each in filter(visible, edition.occurrences)],
        "findings": [_finding(each) for each in edition.findings],
        "removed": [asdict(each) for each in document.removed],
        "repaired": [
            {"line": each.line, "from": each.before, "to": each.after} for each in document.repaired
        ],
        "provenance": asdict(edition.provenance)
        | {
            "reviewers": list(edition.provenance.reviewers),
            "signers": list(edition.provenance.signers),
        },
    }


def _title(contents: Book) -> Value:
    dutch = " ".join(_joined(p.dutch) for t in contents.of(BlockKind.TITLE) for p in t.passages)
    return {
        "source": dutch or document_name(contents.edition),
        "target": english_title(contents.edition),
    }


def _part(part: Part, units: dict[str, Unit]) -> Value:
    return {
        "id": part.block.id,
        "label": {
            "source": dutch_label(part.block).text,
            "target": english_label(part.block).text,
        },
        "paragraphs": [_paragraph(passage, units) for passage in part.passages],
    }


def _paragraph(passage: Passage, units: dict[str, Unit]) -> Value:
    return {
        "source": _joined(passage.dutch),
        "target": _joined(passage.english),
        "segments": [_segment(units[each.segment]) for each in passage.english],
    }


def _segment(unit: Unit) -> Value:
    return {
        "id": unit.id,
        "source": unit.source,
        "target": unit.target,
        "state": unit.state.value,
        "origin": unit.origin.value,
        "rev": unit.rev,
        "note": unit.note,
    }


def _joined(sentences: Sequence[Sentence]) -> str:
    return "".join(each.before + each.text for each in sentences).strip()


def _term(occurrence: Occurrence) -> Value:
    match = occurrence.match
    found = occurrence.target_start >= 0
    return {
        "segment": occurrence.segment,
        "source": match.term.source,
        "target": match.term.target,
        "rule": match.term.status.value,
        "surface": match.surface,
        "source_span": [match.start, match.end],
        "expected": list(match.expected),
        "found": occurrence.found,
        "target_span": [occurrence.target_start, occurrence.target_end] if found else None,
        "status": occurrence.status.value,
        "domain": match.term.domain,
        "note": match.term.note,
    }


def _finding(finding: Finding) -> Value:
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "segment": finding.segment or None,
        "message": finding.message,
        "source_span": _span(finding.source_span),
        "target_span": _span(finding.target_span),
    }


def _span(span: tuple[int, int] | None) -> list[int] | None:
    return None if span is None else list(span)
