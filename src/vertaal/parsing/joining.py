"""Lines made into paragraphs: line ends, page ends and hyphens undone, characters repaired."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from vertaal.parsing.hyphens import Seam, Spelling, rejoin, seam, spelling_of
from vertaal.parsing.lines import Line, squeeze
from vertaal.parsing.marks import is_mark_line, opens_with_mark
from vertaal.parsing.repair import repair
from vertaal.types import Repair

PARAGRAPH = "\n\n"
_ENDS = re.compile(r"[.?!:;…][\s\d»”’\"')\]]*$")
_BEGINS_LOWER = re.compile(r"\s*[a-zß-ÿ]")
# No paragraph ends in such a word: the blank line after it is a page's end.
_LEADS_ON = re.compile(
    r"\b(?:aan|als|bij|dat|de|den|der|die|door|een|het|in|met|naar|om|op|over|te|tot|uit|van|voor)$"
)
_BULLET = re.compile(r"\s*(?:[-–•*▪·]\s|o\s(?=[A-Z])|\d{1,2}[.)]\s|[a-z][.)]\s)")


@dataclass(frozen=True, slots=True)
class Style:
    """How a source sets its paragraphs and words.

    `line_is_paragraph`: a line end alone can part paragraphs.
    """

    line_is_paragraph: bool = False
    spelling: Spelling = field(default_factory=Spelling)


def style_of(lines: list[Line]) -> Style:
    """Lines far longer than print, with blank lines about: a line end was meant as one."""
    content = [line.text for line in lines if not line.blank]
    if not content:
        return Style()
    widths = sorted(len(text.strip()) for text in content)
    blanks = sum(line.blank and not line.boundary for line in lines) / len(lines)
    long = widths[int(len(widths) * 0.9)] > 120 and blanks > 0.15
    return Style(long, spelling_of(content))


def join_lines(
    lines: list[Line], style: Style, notes: Collection[int] = ()
) -> tuple[str, list[Repair]]:
    """The text of the lines, its paragraphs parted by a blank line, and the repairs made.

    `notes` are the numbers of the document's footnotes: their marks stay with the word before.
    """
    repairs: list[Repair] = []
    pieces: list[str] = []
    last = ""
    gap = boundary = False
    for line in lines:
        if line.blank:
            gap = gap or not line.boundary
            boundary = boundary or line.boundary
            continue
        text = _mended(line, style, repairs)
        if not pieces or (not gap and _is_mark(last, text, notes)):
            pieces.append(text)
        elif _parted(last, text, gap, boundary, style):
            pieces.append(PARAGRAPH + text)
        else:
            how = seam(last, text, style.spelling)
            if how is Seam.DROP:
                pieces[-1] = pieces[-1][:-1]
                repairs.append(_seam_repair(line, last, text))
            pieces.append(" " + text if how is Seam.SPACE else text)
        last = text
        gap = boundary = False
    return "".join(pieces), repairs


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


def _parted(before: str, after: str, gap: bool, boundary: bool, style: Style) -> bool:
    ended = bool(_ENDS.search(before[-12:]))
    if gap and not boundary:
        if not ended and _LEADS_ON.search(before.rstrip()) and not _BULLET.match(after):
            return False
        return ended or not _BEGINS_LOWER.match(after)
    if boundary:
        return gap and ended and not _BEGINS_LOWER.match(after)
    if _BULLET.match(after) and (ended or before.endswith(",")):
        return True
    return style.line_is_paragraph and ended and not _BEGINS_LOWER.match(after)
