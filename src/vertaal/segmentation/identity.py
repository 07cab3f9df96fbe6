"""Ids of segments, from their text and their place in a question or answer.

An id is a hash of the kind of block, of the sentence, of its context and of how often the same
three came before. The context is the opening sentence of the first question that the block
carries or answers, by its letters alone: so a question put in elsewhere renumbers nothing, a
changed sentence gets a new id while its neighbours keep theirs, and 'Ja.' in answer 1 is another
segment than 'Ja.' in answer 5.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from vertaal.spacing import squeeze
from vertaal.types import Block, BlockKind, Document, Segment

_LETTERS = {
    BlockKind.TITLE: "t",
    BlockKind.PREAMBLE: "p",
    BlockKind.QUESTION: "q",
    BlockKind.ANSWER: "a",
    BlockKind.OTHER: "o",
    BlockKind.SIGNATURE: "s",
    BlockKind.FOOTNOTE: "f",
}


def identified(document: Document, segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """`segments` with their ids, unique in `document`."""
    segments = tuple(segments)
    openings: dict[str, str] = {}
    for segment in segments:
        openings.setdefault(segment.block, segment.source)
    places = {
        block.id: (_LETTERS[block.kind], _context(document, block, index, openings))
        for index, block in enumerate(document.blocks)
    }
    seen: Counter[tuple[str, str, str]] = Counter()
    taken: set[str] = set()
    result = []
    for segment in segments:
        letter, context = places[segment.block]
        key = (letter, context, squeeze(segment.source))
        while True:
            seen[key] += 1
            digest = hashlib.sha256("\x1f".join((*key, str(seen[key]))).encode()).hexdigest()
            if (name := f"{letter}-{digest[:10]}") not in taken:
                break
        taken.add(name)
        result.append(replace(segment, id=name))
    return tuple(result)


def _context(document: Document, block: Block, index: int, openings: dict[str, str]) -> str:
    if block.kind is BlockKind.QUESTION:
        return _letters(openings.get(block.id, ""))
    if block.kind is not BlockKind.ANSWER:
        return ""
    question = _question(document, block, index)
    return _letters(openings.get((question or block).id, ""))


def _question(document: Document, answer: Block, index: int) -> Block | None:
    """The first question that `answer` answers; of two with one number, the nearest above it."""
    number = answer.numbers[0] if answer.numbers else None
    matching = [
        (place, block)
        for place, block in enumerate(document.blocks)
        if block.kind is BlockKind.QUESTION and number is not None and number in block.numbers
    ]
    above = [block for place, block in matching if place < index]
    return above[-1] if above else (matching[0][1] if matching else None)


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalpha())
