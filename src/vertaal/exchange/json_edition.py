"""The machine-readable edition: one JSON document, described by `edition.schema.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from importlib import resources
from typing import Any

from vertaal.publishing.labels import dutch_label, english_label
from vertaal.publishing.notice import notice
from vertaal.publishing.passages import Part, Passage, Sentence, book
from vertaal.publishing.references import Links
from vertaal.publishing.terms import visible
from vertaal.types import BlockKind, Edition, Occurrence, Unit

FORMAT = "vertaal-edition"
VERSION = 1
"""Raised when a reader of the document as it was could go wrong; new keys do not raise it."""

Value = dict[str, Any]

_PARTS = {
    BlockKind.TITLE: "titles",
    BlockKind.PREAMBLE: "preamble",
    BlockKind.QUESTION: "questions",
    BlockKind.ANSWER: "answers",
    BlockKind.OTHER: "other",
    BlockKind.SIGNATURE: "signature",
    BlockKind.FOOTNOTE: "footnotes",
}


def schema() -> Value:
    """The JSON Schema (draft 2020-12) that every edition exported conforms to."""
    path = resources.files("vertaal.exchange") / "edition.schema.json"
    value: Value = json.loads(path.read_text(encoding="utf-8"))
    return value


def as_json_edition(edition: Edition) -> str:
    """The edition as JSON: the parts by kind, and `order` as they follow each other. Orphans are
    left out, and so are the places of glossary files.
    """
    contents = book(edition)
    document = edition.document
    units = {unit.id: unit for unit in edition.units}
    value = {
        "$schema": schema()["$id"],
        "format": FORMAT,
        "version": VERSION,
        "name": edition.name,
        "languages": {"source": "nl", "target": "en"},
        "reference": document.reference,
        "title": {"source": contents.title("nl"), "target": contents.title("en")},
        "notice": notice(edition).sentences,
        "order": [block.id for block in document.blocks],
        **{
            name: [_part(part, contents.links, units) for part in contents.of(kind)]
            for kind, name in _PARTS.items()
        },
        "terms": [_term(each) for each in filter(visible, edition.occurrences)],
        "findings": [asdict(each) | {"segment": each.segment or None} for each in edition.findings],
        "removed": [asdict(each) for each in document.removed],
        "repaired": [
            {"line": each.line, "from": each.before, "to": each.after} for each in document.repaired
        ],
        "provenance": asdict(edition.provenance),
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _part(part: Part, links: Links, units: Mapping[str, Unit]) -> Value:
    block = part.block
    value: Value = {
        "id": block.id,
        "label": {"source": dutch_label(block).text, "target": english_label(block).text},
        "paragraphs": [_paragraph(passage, units) for passage in part.passages],
    }
    if block.kind in (BlockKind.QUESTION, BlockKind.FOOTNOTE):
        value["numbers"] = block.numbers
    if block.kind is BlockKind.QUESTION:
        value["answers"] = links.answered.get(block.id, ())
    if block.kind is BlockKind.ANSWER:
        value["for"] = block.numbers
        value["questions"] = list(dict.fromkeys(links.asked[block.id].values()))
    return value


def _paragraph(passage: Passage, units: Mapping[str, Unit]) -> Value:
    return {
        "source": _joined(passage.dutch),
        "target": _joined(passage.english),
        "segments": [_segment(units[each.segment]) for each in passage.english],
    }


def _segment(unit: Unit) -> Value:
    return {name: value for name, value in asdict(unit).items() if name != "block"}


def _joined(sentences: Sequence[Sentence]) -> str:
    return "".join(each.before + each.text for each in sentences).strip()


def _term(occurrence: Occurrence) -> Value:
    match = occurrence.match
    return {
        "segment": occurrence.segment,
        "source": match.term.source,
        "target": match.term.target,
        "rule": match.term.status,
        "surface": match.surface,
        "source_span": match.span,
        "expected": match.expected,
        "found": occurrence.found,
        "target_span": occurrence.target_span,
        "status": occurrence.status,
        "domain": match.term.domain,
        "note": match.term.note,
    }
