"""A document as the JSON that `vertaal parse` prints."""

from __future__ import annotations

from dataclasses import asdict

from vertaal.types import Block, BlockKind, Document


def as_json(document: Document) -> dict[str, object]:
    """Plain values in the shape that CONTRACT names; several titles or preambles are joined."""
    values: dict[str, object] = {
        "title": _text(document.of(BlockKind.TITLE)),
        "reference": document.reference,
        "preamble": _text(document.of(BlockKind.PREAMBLE)),
        "signature": [
            paragraph
            for block in document.of(BlockKind.SIGNATURE)
            for paragraph in block.paragraphs
        ],
        "questions": [_question(block) for block in document.questions],
        "answers": [
            {"for": list(block.numbers), "text": block.text, "label": block.label}
            for block in document.answers
        ],
        "footnotes": [
            {"number": block.numbers[0], "text": block.text}
            for block in document.of(BlockKind.FOOTNOTE)
        ],
        "other": [
            {"label": block.label, "text": block.text} for block in document.of(BlockKind.OTHER)
        ],
        "removed": [
            {"line": removal.line, "text": removal.text, "reason": removal.reason}
            for removal in document.removed
        ],
        "repaired": [
            {"line": repair.line, "from": repair.before, "to": repair.after}
            for repair in document.repaired
        ],
    }
    if document.scan is not None:
        values["scan"] = asdict(document.scan)
    return values


def _text(blocks: tuple[Block, ...]) -> str | None:
    return "\n\n".join(block.text for block in blocks) or None


def _question(block: Block) -> dict[str, object]:
    number = block.numbers[0] if len(block.numbers) == 1 else list(block.numbers)
    question: dict[str, object] = {"number": number, "text": block.text}
    if block.label:
        question["label"] = block.label
    return question
