"""Segmentation: the sentences of Dutch officialese, with exact offsets."""

from __future__ import annotations

import re

from vertaal.segmentation.identity import identified
from vertaal.segmentation.lengths import MAX_CHARACTERS, shortened
from vertaal.segmentation.lines import hard_lines
from vertaal.segmentation.sentences import sentences
from vertaal.spacing import trimmed
from vertaal.types import Document, Segment, Span

_PARAGRAPH = re.compile(r"(?:(?!\n[^\S\n]*\n).)+", re.DOTALL)
_WORD = re.compile(r"\w")


def split(text: str) -> tuple[Span, ...]:
    """Half-open spans of the sentences of `text`, in order.

    Every non-blank character is in exactly one span, no span begins or ends with a blank, and
    none crosses a blank line.
    """
    return tuple(span for paragraph in _paragraphs(text) for span in paragraph)


def segment(document: Document) -> tuple[Segment, ...]:
    """The segments of `document`, block by block; see `identity` for what their ids are made of."""
    placed = [
        Segment("", block.id, number, start, end, block.text[start:end])
        for block in document.blocks
        for number, paragraph in enumerate(_paragraphs(block.text))
        for start, end in paragraph
    ]
    return identified(document, placed)


def _paragraphs(text: str) -> list[tuple[Span, ...]]:
    """The spans of each paragraph; one that holds no text has none."""
    return [
        tuple(_paragraph(text, match.start(), match.end())) for match in _PARAGRAPH.finditer(text)
    ]


def _paragraph(text: str, start: int, end: int) -> list[Span]:
    spans: list[Span] = []
    for line_start, line_end in hard_lines(text, start, end):
        for first, last in sentences(text, line_start, line_end):
            spans += shortened(text, first, last)
    spans = [trimmed(text, *span) for span in spans]
    return _without_crumbs(text, [span for span in spans if span[0] < span[1]])


def _without_crumbs(text: str, spans: list[Span]) -> list[Span]:
    """Spans of punctuation alone join the sentence before them, or the one after, as long as that
    is no longer than a sentence may be.
    """
    kept: list[Span] = []
    crumb: int | None = None
    for start, end in spans:
        if crumb is not None and end - crumb <= MAX_CHARACTERS:
            start = crumb
        elif crumb is not None:
            kept.append((crumb, start))
        crumb = None
        if _WORD.search(text, start, end) or end - start >= MAX_CHARACTERS:
            kept.append((start, end))
        elif kept and end - kept[-1][0] <= MAX_CHARACTERS:
            kept[-1] = (kept[-1][0], end)
        else:
            crumb = start
    if crumb is not None:
        kept.append((crumb, spans[-1][1]))
    return kept
