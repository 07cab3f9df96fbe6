"""Footnote marks in running text: the bare number after a word, as a text export leaves it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from vertaal.publishing.labels import note_mark
from vertaal.publishing.marks import URL
from vertaal.types import Block, Segment

_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# After a lower-case word, a closing quote or bracket, or a sentence's end, in a year too; never
# inside a number, an abbreviation such as CO2, or a version. Behind a figure reading writes '^', as
# of a power.
_MARK = re.compile(
    r"(?:(?<=[a-zà-ÿ]{2})|(?<=[’'”\"»)\]?!…])|(?<=[^\W\d][.,;:])|(?<=\b(?:19|20)\d\d[.;:]))"
    r"(?P<number>\d{1,3})(?![\d%]|[.,:/-]\d|[^\W\d_])"
    r"|(?<=\d)(?<!(?<!\d)10)\^(?P<power>\d{1,3})(?![\d%]|[.,:/-]\d|[^\W\d_])"
    r"|(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})"
    r"|\[(?P<boxed>\d{1,3})\]"
)

_NUMBER = re.compile(r"\d+")
_ALONE = re.compile(r"\d{1,3}\)?(?:,?\s\d{1,3}\)?)*")
"""'1) 2)' behind the end of a sentence, which makes a segment of its own."""
_APART = re.compile(rf"(?<=[.:?!’'”\"»)] ){_ALONE.pattern}$")

AHEAD = 3
"""How many notes may have lost their mark in a row; a number further on is no mark."""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """A mark at `start`–`end` of a sentence, of the footnote that is the block `note`; `bracket`
    says that it takes one along ('1)')."""

    start: int
    end: int
    number: str
    note: str = ""
    bracket: bool = False


def candidates(text: str, *, alone: bool = True) -> list[NoteMark]:
    """Numbers that look like a mark; in a web address only the one that it ends on. A text of
    nothing else may be marks too, where something stands before it.
    """
    if alone and _ALONE.fullmatch(text):
        return _numbers(text)
    addresses = [match.span() for match in URL.finditer(text)]
    return [
        NoteMark(match.start(), match.end(), match[match.lastgroup or 0].translate(_RAISED))
        for match in _MARK.finditer(text)
        if not any(start < match.start() and match.end() < end for start, end in addresses)
    ]


def _numbers(text: str, start: int = 0) -> list[NoteMark]:
    return [NoteMark(*hit.span(), hit[0]) for hit in _NUMBER.finditer(text, start)]


def marks(segments: Iterable[Segment], notes: Iterable[Block]) -> dict[str, list[NoteMark]]:
    """The marks of `notes` (in the order of the document) by segment id.

    Each note is marked once and in order, so a number in the text that is none of the next
    notes is left alone. A bracket that a note's label has ('1)') belongs to its mark.
    """
    waiting = [(note_mark(note), note) for note in notes]
    found: dict[str, list[NoteMark]] = {}
    place = ("", 0)
    for segment in segments:
        before, place = place, (segment.block, segment.paragraph)
        for mark in candidates(segment.source, alone=before == place):
            numbers = [number for number, _ in waiting[:AHEAD]]
            if mark.number not in numbers:
                continue
            at = numbers.index(mark.number)
            note = waiting[at][1]
            del waiting[: at + 1]
            found.setdefault(segment.id, []).append(_closed(mark, segment.source, note))
    return found


def _closed(mark: NoteMark, text: str, note: Block) -> NoteMark:
    bracket = note.label.rstrip().endswith(")") and text.startswith(")", mark.end)
    return NoteMark(mark.start, mark.end + bracket, mark.number, note.id, bracket)


def target_marks(target: str, source_marks: list[NoteMark]) -> list[NoteMark]:
    """Where the marks of a source sentence stand in its translation.

    Those that a space has parted from their word are known at the sentence's end; one that the
    translation lost is given the empty span there.
    """
    wanted = {mark.number: mark for mark in source_marks}
    found: list[NoteMark] = []
    apart = _APART.search(target)
    last = _numbers(target, apart.start()) if apart else []
    for mark in [*candidates(target), *last]:
        if source := wanted.pop(mark.number, None):
            end = mark.end + (source.bracket and target.startswith(")", mark.end))
            found.append(NoteMark(mark.start, end, mark.number, source.note))
    end = len(target)
    return found + [NoteMark(end, end, mark.number, mark.note) for mark in wanted.values()]
