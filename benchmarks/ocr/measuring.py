"""What a reading got right, against what a person annotated."""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from typing import Any

from rapidfuzz.distance import Levenshtein

from vertaal.types import Document

_CLOSE = 0.02
"""Share of a text's characters that may differ in a text that counts as right; two at least."""
_QUOTES = str.maketrans("‘’`´“”«»„", '\'\'\'\'"""""')


@dataclass(frozen=True, slots=True)
class Score:
    """`right`: number, link and text of a question or answer; `exact`: the text to the letter.

    `distance` and `characters` give the error rate. `wrong` are words that differ, `wrong_numbers`
    those of them with a digit; `seen` and `seen_numbers` are those that recognition doubted, of
    `doubts` in all.
    """

    expected: int = 0
    right: int = 0
    exact: int = 0
    extra: int = 0
    notes: int = 0
    notes_right: int = 0
    characters: int = 0
    distance: int = 0
    words: int = 0
    wrong: int = 0
    seen: int = 0
    wrong_numbers: int = 0
    seen_numbers: int = 0
    doubts: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


def bare(text: str) -> str:
    """Without white space, hyphens and dashes, for which an annotator does not vouch, and with one
    shape of quotation mark."""
    return re.sub(r"[\s\u00ad–—-]", "", text.translate(_QUOTES))


def _close(expected: str, found: str) -> tuple[int, bool]:
    distance = Levenshtein.distance(expected, found)
    return distance, distance <= max(2, _CLOSE * len(expected))


Blocks = dict[tuple[str, tuple[Any, ...]], str]


def _found(document: Document) -> Blocks:
    found: Blocks = {("q", block.numbers): block.text for block in document.questions}
    for block in document.answers:
        found.setdefault(("a", block.numbers), block.text)
    return found


def measure(annotation: dict[str, Any], document: Document) -> Score:
    found = _found(document)
    scan = document.scan
    doubts = {word for doubt in scan.doubts for word in doubt.text.split()} if scan else set()
    total = Score(doubts=len(scan.doubts) if scan else 0)
    asked = set()
    items = [("q", item["number"], item) for item in annotation["questions"]]
    items += [("a", item["for"], item) for item in annotation["answers"]]
    for kind, number, item in items:
        key = (kind, tuple(number) if isinstance(number, list) else (number,))
        asked.add(key)
        total += _block(item, found.get(key), doubts)
    notes = [bare(block.text) for block in document.blocks if block.id.startswith("fn")]
    for note in annotation["footnotes"]:
        near = any(_close(bare(note["text"]), text)[1] for text in notes)
        total += Score(notes=1, notes_right=int(near))
    return total + Score(extra=len(found.keys() - asked))


def _block(item: dict[str, Any], found: str | None, doubts: set[str]) -> Score:
    wordings = (item["text"], item.get("text_clean", item["text"]))
    text = found or ""
    wanted = min(wordings, key=lambda wording: Levenshtein.distance(bare(wording), bare(text)))
    distance, close = _close(bare(wanted), bare(text))
    score = Score(
        expected=1,
        right=int(found is not None and close),
        exact=int(found is not None and not distance),
        characters=len(bare(wanted)),
        distance=distance,
    )
    return score + _words(wanted, text, doubts) if found is not None else score


def _words(wanted: str, found: str, doubts: set[str]) -> Score:
    ours, theirs = wanted.split(), found.split()
    wrong = [
        word
        for step in Levenshtein.opcodes(list(map(bare, ours)), list(map(bare, theirs)))
        if step.tag != "equal"
        for word in theirs[step.dest_start : step.dest_end]
    ]
    numbers = [word for word in wrong if any(character.isdigit() for character in word)]
    return Score(
        words=len(ours),
        wrong=len(wrong),
        seen=sum(word in doubts for word in wrong),
        wrong_numbers=len(numbers),
        seen_numbers=sum(word in doubts for word in numbers),
    )
