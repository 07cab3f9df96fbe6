"""Footnotes found by their place: small print at the foot of a page, under a rule or a gap."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from vertaal.reading.scans.boxes import Box, Glyph, TextLine, around
from vertaal.reading.scans.columns import Layout

Reread = Callable[[int, Box], str]
"""Reads the digits in a box of a page (by its number) once more, enlarged; empty: none."""

_SMALL = 0.94
"""Of the text's x-height: what is smaller is small print."""
_HEAD = re.compile(r"\(?(\d{1,3})[.)]?(?=[^\W\d_]|[«“‘\"'(]|$)")
_SKIPPED = 5
"""Notes in a row that may have gone unseen."""
_QUOTES = frozenset("‘’“”'\"«»„‚`´")


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A line of a note. `mark` is the length of what `text` begins with, on its first line;
    `read` is what recognition made of the mark, where that was something else.
    """

    line: TextLine
    text: str
    note: int
    mark: int = 0
    read: str = ""


def raised(glyph: Glyph, line: TextLine, size: float) -> bool:
    """Whether a glyph stands well above the baseline, small, as a note's mark does."""
    high = line.x_height or size
    return glyph.box.bottom < line.base - 0.25 * high and glyph.box.height < 1.1 * high


def find_notes(
    layout: Layout, indexes: Sequence[int], last: int, reread: Reread
) -> dict[int, NoteLine]:
    """The lines of footnotes among the body lines of these indexes, at the foot of each column;
    `last` is the number of the note before, 0 where there is none.
    """
    found: dict[int, NoteLine] = {}
    for column in _columns(layout, indexes):
        notes = _column_notes(layout, column, last, reread)
        found |= notes
        last = max((line.note for line in notes.values()), default=last)
    return found


def _columns(layout: Layout, indexes: Sequence[int]) -> list[list[int]]:
    """The indexes parted where the next line stands higher than the one before."""
    columns: list[list[int]] = [[]]
    for index in indexes:
        if columns[-1] and layout.body[index].base < layout.body[columns[-1][-1]].base:
            columns.append([])
        columns[-1].append(index)
    return columns


def _column_notes(
    layout: Layout, indexes: Sequence[int], last: int, reread: Reread
) -> dict[int, NoteLine]:
    start, ruled = _zone(layout, indexes)
    if start is None:
        return {}
    zone = [index for index in indexes if index >= start]
    found: dict[int, NoteLine] = {}
    number = last
    for index in zone:
        line = layout.body[index]
        head = _head(line, layout, number, reread, first=index == zone[0])
        if head is not None:
            found[index] = head
            number = head.note
        elif number and (found or ruled):
            found[index] = NoteLine(line, line.text, number)
        else:
            return {}
    return found


def _zone(layout: Layout, indexes: Sequence[int]) -> tuple[int | None, bool]:
    """The first line of the small print at the foot of a column, and whether a rule is above."""
    left = min((layout.body[index].box.left for index in indexes), default=0.0)
    rules = [box.bottom for box in layout.page.rules if _is_rule(box, left, layout)]
    if rules:
        under = [index for index in indexes if layout.body[index].base > max(rules)]
        return under[0] if under else None, True
    start = None
    for index in reversed(indexes):
        size = layout.body[index].x_height
        if size > _SMALL * layout.x_height:
            break
        start = index if size else start
    return start, False


def _is_rule(box: Box, left: float, layout: Layout) -> bool:
    """Whether a line is drawn between text and notes, and not under a word."""
    width, size = layout.right - layout.left, layout.x_height
    if abs(box.left - left) > 2 * size or not 0.08 * width < box.width < 0.6 * width:
        return False
    return box.top > layout.page.height / 4 and not any(
        line.base - 0.8 * size < box.top < line.base + 0.9 * size
        and line.box.left < box.right
        and box.left < line.box.right
        for line in layout.body
    )


def _head(
    line: TextLine, layout: Layout, last: int, reread: Reread, *, first: bool
) -> NoteLine | None:
    """The line as a note's first, None where it goes on with the note before."""
    word = line.words[0]
    lead = 0
    while lead < len(word.glyphs) and raised(word.glyphs[lead], line, layout.x_height):
        lead += 1
    mark = word.glyphs[:lead]
    rest = "".join(g.text for g in word.glyphs[lead:])
    after = " ".join([*([rest] if rest else []), *(other.text for other in line.words[1:])])
    if mark and after:
        read = "".join(glyph.text for glyph in mark)
        digits = "".join(filter(str.isdecimal, read))
        number = int(digits) if digits in (str(last + 1), "1") else 0
        if not number:
            again = reread(layout.page.number, around([glyph.box for glyph in mark]))
            number = _settled(digits, again, last)
        if not number and not _QUOTES & set(read):
            number = last + 1
        if number:
            shown = str(number)
            odd = read if read != shown else ""
            return NoteLine(line, f"{shown} {after}", number, len(shown), odd)
    found = _HEAD.match(word.text)
    if found and int(found[1]) in ((last + 1, 1) if first else (last + 1,)):
        return NoteLine(line, line.text, int(found[1]), found.end())
    return None


def _settled(digits: str, again: str, last: int) -> int:
    """The number that two readings of a mark agree on, or that goes on with the count; else 0."""
    if again and again == digits:
        return int(again[:3])
    for number in (again, digits):
        if number == "1" or (number and last < int(number[:3]) <= last + _SKIPPED):
            return int(number[:3])
    return 0
