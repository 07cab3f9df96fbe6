"""Footnote bodies at the foot of a page or at the end of a document, taken out of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vertaal.parsing.genre import LONG
from vertaal.parsing.labels import find_label
from vertaal.parsing.lines import Line, cut


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number, the mark as printed, and the lines of its body without the mark."""

    number: int
    mark: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class _Head:
    """A line that could begin a note: its index, number, style and where the body begins."""

    index: int
    number: int
    style: str
    end: int


_STYLES = (
    ("bracket", re.compile(r"\s*\[(\d{1,3})\]\s*(?=\S)")),
    ("paren", re.compile(r"\s*(\d{1,3})\)\s*(?=[^\s\d])")),
    ("glued", re.compile(r"\s*(\d{1,3}?)(?=[^\W\d_]{2}|[«“‘\"'(]|[A-Z]\.)")),
    ("spaced", re.compile(r"\s*(\d{1,3})\s+(?=[A-ZÀ-Þ«“‘\"'(]|https?:|www\.)")),
)
_INSIDE = re.compile(r"(?<=\s)(\d{1,3})\s(?=[A-ZÀ-Þ«“‘\"'(]|https?:|www\.)")
_LONGEST_BODY = 25


def take_notes(lines: list[Line]) -> tuple[list[Line], list[Note]]:
    """The lines without footnote bodies, and the notes in the order of the document."""
    kept: list[Line] = []
    notes: list[Note] = []
    marks = _Marks()
    for segment in _segments(lines):
        last = not segment or not segment[-1].boundary
        segment = _open_long(segment, marks, _next(notes))
        rest: list[Line] = []
        found: list[Note] = []
        while (zone := _zone(segment, marks, _next(notes), last)) is not None:
            start, end, heads = zone
            found = _notes(segment, heads, end) + found
            segment, rest = segment[:start], segment[end:] + rest
            if not last:
                break
        marks.read(segment)
        notes.extend(found)
        kept.extend(segment + rest)
    return kept, notes


def _next(notes: list[Note]) -> int:
    return notes[-1].number + 1 if notes else 1


def _segments(lines: list[Line]) -> list[list[Line]]:
    """The lines of each page; a boundary closes its segment."""
    segments: list[list[Line]] = [[]]
    for line in lines:
        segments[-1].append(line)
        if line.boundary:
            segments.append([])
    return [segment for segment in segments if segment]


class _Marks:
    """Which footnote marks the text so far has shown."""

    def __init__(self) -> None:
        self._seen: set[tuple[str, int]] = set()

    _PATTERNS = (
        ("bracket", re.compile(r"\[(\d{1,3})\]")),
        ("paren", re.compile(r"(?<!\d)(\d{1,3})\)")),
        ("glued", re.compile(r"(?<=[^\W\d_.?!:;»”’)\]\"'])(\d{1,3})(?=[\s.,;:?!)]|$)")),
        ("glued", re.compile(r"(?<=[.?!:;,»”’)\]\"'])(\d{1,3})(?=\s|,\s\d|$)")),
        ("glued", re.compile(r"(?<=\d,\s)(\d{1,3})(?=\s|$)")),
        ("glued", re.compile(r"^\s*(\d{1,3})(?=\s*$|\s+[A-ZÀ-Þa-z])")),
        ("glued", re.compile(r"^\s*\d{1,3}\s+(\d{1,3})\s*$")),
        ("glued", re.compile(r"(?<=\s)(\d{1,3})\s*$")),
    )

    def read(self, lines: list[Line]) -> None:
        for line in lines:
            for style, pattern in self._PATTERNS:
                self._seen.update((style, int(n)) for n in pattern.findall(line.text))

    def has(self, style: str, number: int) -> bool:
        return ("glued" if style == "spaced" else style, number) in self._seen

    def beside(self, lines: list[Line]) -> _Marks:
        other = _Marks()
        other._seen = set(self._seen)
        other.read(lines)
        return other


def _heads(segment: list[Line]) -> list[_Head]:
    heads = []
    for index, line in enumerate(segment):
        if line.blank or not line.text[:12].strip(" \t[")[:1].isdigit():
            continue
        for style, pattern in _STYLES:
            match = pattern.match(line.text[:40])
            if match is not None:
                heads.append(_Head(index, int(match[1]), style, match.end()))
                break
    return heads


def _zone(
    segment: list[Line], marks: _Marks, expected: int, last: bool
) -> tuple[int, int, list[_Head]] | None:
    """Where the notes of a page stand: first line, end, and the line that begins each."""
    heads = _heads(segment)
    for place in range(len(heads) - 1, -1, -1):
        chain = _chain_back(heads, place)
        start = chain[0].index
        text = marks.beside(segment[:start])
        if not _credible(segment, chain, text, expected, last):
            continue
        end = _zone_end(segment, chain, last)
        return start, end, chain
    return None


def _chain_back(heads: list[_Head], place: int) -> list[_Head]:
    """The notes that count down before this one, nearest first, in its own style."""
    chain = [heads[place]]
    for head in heads[place - 1 :: -1] if place else []:
        if head.style != chain[0].style:
            continue
        if head.number == chain[0].number - 1 and chain[0].index - head.index <= _LONGEST_BODY:
            chain.insert(0, head)
    return chain


def _credible(
    segment: list[Line], chain: list[_Head], marks: _Marks, expected: int, last: bool
) -> bool:
    first, style = chain[0], chain[0].style
    if first.number not in (1, expected):
        return False
    if any(find_label(line.text) for line in segment[first.index : chain[-1].index + 1]):
        return False
    marked = sum(marks.has(style, head.number) for head in chain)
    apart = first.index == 0 or segment[first.index - 1].blank
    if style in ("bracket", "paren"):
        return marked > 0 and (apart or not last)
    if style == "glued":
        return marked > 0
    return (marked * 2 >= len(chain) and not last) or (last and apart and first.number == 1)


def _zone_end(segment: list[Line], chain: list[_Head], last: bool) -> int:
    """The line after the last note's body."""
    index = chain[-1].index + 1
    while index < len(segment):
        line = segment[index]
        if line.boundary or find_label(line.text):
            break
        if line.blank:
            following = next((x for x in segment[index:] if not x.blank), None)
            if last or following is None:
                break
        index += 1
    return index


def _notes(segment: list[Line], heads: list[_Head], end: int) -> list[Note]:
    edges = [head.index for head in heads[1:]] + [end]
    notes = []
    for head, edge in zip(heads, edges, strict=True):
        first = segment[head.index]
        body = [first.with_text(first.text[head.end :]), *segment[head.index + 1 : edge]]
        notes.append(
            Note(
                head.number,
                first.text[: head.end].strip(),
                tuple(line for line in body if not line.blank),
            )
        )
    return notes


def _open_long(segment: list[Line], marks: _Marks, expected: int) -> list[Line]:
    """Begin a line at each note of a page that is one long line."""
    content = [index for index, line in enumerate(segment) if not line.blank]
    if not content or len(segment[content[-1]].text) < LONG:
        return segment
    index = content[-1]
    if segment[-1].boundary is False and index != len(segment) - 1:
        return segment
    places = _inside(segment[index].text, marks.beside(segment[:index]), expected)
    return segment[:index] + cut(segment[index], places) + segment[index + 1 :]


def _inside(text: str, marks: _Marks, expected: int) -> list[int]:
    found = [(match.start(), int(match[1])) for match in _INSIDE.finditer(text)]
    starts = [place for place, (_, number) in enumerate(found) if number == expected]
    for start in reversed(starts):
        chain = [found[start]]
        for offset, number in found[start + 1 :]:
            if number == chain[-1][1] + 1:
                chain.append((offset, number))
        before = marks.beside([Line(0, text[: chain[0][0]])])
        chain = [item for item in chain if before.has("glued", item[1])]
        if chain and chain[0][0] == found[start][0]:
            return [offset for offset, _ in chain]
    return []
