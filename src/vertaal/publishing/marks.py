"""What is marked inside a text: spans for links, terms and notes, nested where they overlap."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from vertaal.addresses import REST
from vertaal.types import overlap


class MarkKind(StrEnum):
    """What a span is."""

    REFERENCE = "reference"
    NOTE = "note"
    URL = "url"
    TERM = "term"
    VIOLATED = "violated"


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a text that leads somewhere. `href` is an anchor's id, or a web address.

    `title` is what a reader is told on pointing at it. `again` says that the same place was
    named before in this part: a link still, but not one more stop for the keyboard.
    """

    start: int
    end: int
    kind: MarkKind
    href: str
    title: str = ""
    again: bool = False


@dataclass(frozen=True, slots=True)
class Marked:
    """A text cut at its marks: strings, and marks with what they hold."""

    mark: Mark | None
    parts: tuple[Marked | str, ...]


URL = re.compile(rf"https?://{REST}", re.IGNORECASE)


def web_addresses(text: str, notes: Iterable[Mark] = ()) -> list[Mark]:
    """The addresses in `text`, without the marks of `notes` that are printed against them."""
    starts = [note.start for note in notes]
    found: list[Mark] = []
    for match in URL.finditer(text):
        end = min((s for s in starts if match.start() < s < match.end()), default=len(text))
        if address := URL.match(text, match.start(), end):
            found.append(Mark(address.start(), address.end(), MarkKind.URL, address[0]))
    return found


def nest(text: str, marks: Iterable[Mark]) -> Marked:
    """Cut `text` at its marks. A note's always stays; of two others that cross, the one that starts
    first (then the longer, then the one listed first in `MarkKind`). One inside another is kept
    inside it.
    """
    order = list(MarkKind)
    kept: list[Mark] = []
    for mark in sorted(
        marks, key=lambda m: (m.kind is not MarkKind.NOTE, m.start, -m.end, order.index(m.kind))
    ):
        if not 0 <= mark.start <= mark.end <= len(text):
            continue
        around = [each for each in kept if overlap((each.start, each.end), (mark.start, mark.end))]
        if all(other.start <= mark.start and mark.end <= other.end for other in around) and (
            not around or mark.kind in (MarkKind.TERM, MarkKind.VIOLATED)
        ):
            kept.append(mark)
    kept.sort(key=lambda m: (m.start, -m.end))
    return Marked(None, _cut(text, 0, len(text), kept))


def _cut(text: str, start: int, end: int, marks: list[Mark]) -> tuple[Marked | str, ...]:
    parts: list[Marked | str] = []
    position = start
    rest = marks
    while rest:
        mark, rest = rest[0], rest[1:]
        inside = [other for other in rest if other.end <= mark.end and other.start < mark.end]
        rest = [other for other in rest if other not in inside]
        if position < mark.start:
            parts.append(text[position : mark.start])
        parts.append(Marked(mark, _cut(text, mark.start, mark.end, inside)))
        position = mark.end
    if position < end:
        parts.append(text[position:end])
    return tuple(parts)
