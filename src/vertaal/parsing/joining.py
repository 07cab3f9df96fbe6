"""Lines made into paragraphs: line ends, page ends and hyphens undone, characters repaired."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import pairwise

from vertaal.parsing.hyphens import Seam, Spelling, rejoin, seam, spelling_of
from vertaal.parsing.lines import BEGINS_LOWER, Line, squeeze
from vertaal.parsing.marks import is_mark_line, opens_with_mark
from vertaal.parsing.repair import repair
from vertaal.types import Repair

PARAGRAPH = "\n\n"
_TAB = "\t"
"""Between the cells of a row."""
_CELLS = re.compile(r"\S(?: {3}|[^\S\t]*\t)\s*\S")
_ENDS = re.compile(r"[.?!:;…][\s\d»”’\"')\]]*$")
# No paragraph ends in such a word: the blank line after it is a page's end.
_LEADS_ON = re.compile(
    r"\b(?:aan|als|bij|dat|de|den|der|die|door|een|het|in|met|naar|om|op|over|te|tot|uit|van|voor)$"
)
_BULLET = re.compile(
    r"\s*(?:(?P<sign>[-–•*▪·])\s|(?P<o>o)\s(?=[A-Z])|(?P<number>\d{1,2})[.)](?=\s|[^\W\d_]{2})"
    r"|(?P<letter>[a-z])[.)]\s)"
)
_SALUTATION = re.compile(r"(?:Geachte|Beste)\s[^,.;:?!]{2,60}[,:]$")
"""A line of its own, whether or not blank lines stand around it."""
_LINE = 50
"""A line of print is longer."""
_OPEN_HYPHEN = re.compile(r"[^\W\d_]-$")


@dataclass(frozen=True, slots=True)
class Style:
    """How a source sets its paragraphs and words.

    `line_is_paragraph`: a line end alone can part paragraphs. `blank_parts`: a blank line is the
    source's own word for the end of a paragraph, whatever stands around it.
    """

    line_is_paragraph: bool = False
    blank_parts: bool = False
    spelling: Spelling = field(default_factory=Spelling)


def style_of(lines: list[Line], blank_parts: bool = False) -> Style:
    """Lines far longer than print, with blank lines about: a line end was meant as one."""
    content = [line.text for line in lines if not line.blank]
    if not content:
        return Style(blank_parts=blank_parts)
    widths = sorted(len(text.strip()) for text in content)
    blanks = sum(line.blank and not line.boundary for line in lines) / len(lines)
    long = widths[int(len(widths) * 0.9)] > 120 and blanks > 0.15
    return Style(long, blank_parts, spelling_of(content))


def join_lines(
    lines: list[Line], style: Style, notes: Collection[int] = ()
) -> tuple[str, list[Repair]]:
    """The text of the lines, its paragraphs parted by a blank line, and the repairs made.

    `notes` are the numbers of the document's footnotes: their marks stay with the word before.
    """
    repairs: list[Repair] = []
    pieces: list[str] = []
    last = item = ""
    row = False
    gap = boundary = False
    rows = _table_rows(lines)
    first = _first_items(lines)
    above = -1
    for place, line in enumerate(lines):
        if line.blank:
            gap = gap or not line.boundary
            boundary = boundary or line.boundary
            continue
        text = _mended(line, style, repairs)
        row = row or _TAB in line.text
        if not pieces or (not gap and _is_mark(last, text, notes)):
            pieces.append(text)
        elif (
            _next_item(item, last, text)
            or place in rows
            or place in first
            or (above in rows and not BEGINS_LOWER.match(text))
            or (gap and row and style.blank_parts)
            or _parted(last, text, gap, boundary, style)
        ):
            pieces.append(PARAGRAPH + text)
            item = ""
        else:
            how = seam(last, text, style.spelling)
            if how is Seam.DROP:
                pieces[-1] = pieces[-1][:-1]
                repairs.append(_seam_repair(line, last, text))
            pieces.append(" " + text if how is Seam.SPACE else text)
        last, item, row = text, item or _bullet(text), _TAB in line.text
        above = place
        gap = boundary = False
    return "".join(pieces), repairs


def _table_rows(lines: list[Line]) -> set[int]:
    """The lines of a plain text in which tabs or gaps part cells, two at least below each other."""
    cells = [_has_cells(line.text) for line in lines]
    return {
        place + step for place, both in enumerate(pairwise(cells)) if all(both) for step in (0, 1)
    }


def _has_cells(text: str) -> bool:
    """Whether gaps part the line, other than the one behind a list's mark."""
    mark = _BULLET.match(text)
    start = mark.end() if mark else 0
    return not BEGINS_LOWER.match(text) and bool(_CELLS.search(text, start))


_SECOND = {"2": "1", "b": "a"}
"""The mark of a second item, and that of its first."""


def _first_items(lines: list[Line]) -> set[int]:
    """The lines that begin a list, of which a second item stands in the same paragraph."""
    first: set[int] = set()
    begun: dict[str, int] = {}
    for place, line in enumerate(lines):
        if line.blank and not line.boundary:
            begun = {}
        match = _BULLET.match(line.text)
        mark = match and (match["number"] or match["letter"])
        if mark in ("1", "a"):
            begun[mark] = place
        elif mark in _SECOND and (start := begun.pop(_SECOND[mark], -1)) > 0:
            first.add(start)
    return first


def _is_mark(before: str, text: str, notes: Collection[int]) -> bool:
    """Whether the line begins with the raised number of a note, fallen below its word."""
    if is_mark_line(text, notes):
        return True
    return bool(_ENDS.search(before[-12:])) and opens_with_mark(text, notes)


def _mended(line: Line, style: Style, repairs: list[Repair]) -> str:
    text, changes = repair(squeeze(line.text))
    text, more = rejoin(text, style.spelling)
    repairs.extend(Repair(line.number, before, after) for before, after in [*changes, *more])
    return text


def _seam_repair(line: Line, before: str, after: str) -> Repair:
    first, second = before.split(" ")[-1], after.split(" ", 1)[0]
    return Repair(line.number, f"{first} {second}", first[:-1] + second)


def _bullet(text: str) -> str:
    """What kind of bullet a line begins with: the sign itself, 'number' or 'letter'."""
    found = _BULLET.match(text)
    return (found["sign"] or str(found.lastgroup)) if found else ""


def _next_item(item: str, before: str, after: str) -> bool:
    """Whether a line begins the next item of a list: `item` is the bullet of this paragraph."""
    bullet = _bullet(after)
    if not bullet or not item:
        return False
    # In an item that runs over lines, a dash may stand for itself, and a number end a sentence.
    return bool(_bullet(before)) or (bullet == item and bullet in "•▪*·")


def _parted(before: str, after: str, gap: bool, boundary: bool, style: Style) -> bool:
    if _SALUTATION.match(before) or _SALUTATION.match(after):
        return True
    ended = bool(_ENDS.search(before[-12:]))
    if gap and style.blank_parts:
        return not _runs_on(before, after)
    if gap and not boundary:
        if not ended and _LEADS_ON.search(before.rstrip()) and not _BULLET.match(after):
            return False
        return ended or not BEGINS_LOWER.match(after)
    if boundary:
        return gap and ended and not BEGINS_LOWER.match(after)
    if _BULLET.match(after) and (ended or before.endswith(",")):
        return True
    return style.line_is_paragraph and ended and not BEGINS_LOWER.match(after)


def _runs_on(before: str, after: str) -> bool:
    """Whether a paragraph of the source can only be the rest of the one before: a letter that was
    pasted from a PDF is broken where its lines were. What is short or an item may be part of a
    list."""
    if not BEGINS_LOWER.match(after) or _BULLET.match(after):
        return False
    if _LEADS_ON.search(before.rstrip()) or _OPEN_HYPHEN.search(before):
        return True
    ended = bool(_ENDS.search(before[-12:]))
    return not ended and len(before) >= _LINE and not _BULLET.match(before)
