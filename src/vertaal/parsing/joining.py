"""Lines made into paragraphs: line ends, page ends and hyphens undone, characters repaired."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vertaal.parsing.hyphens import joint, rejoin
from vertaal.parsing.lines import Line, squeeze
from vertaal.parsing.repair import repair
from vertaal.types import Repair

PARAGRAPH = "\n\n"
_ENDS = re.compile(r"[.?!:;…][\s\d»”’\"')\]]*$")
_BEGINS_LOWER = re.compile(r"\s*[a-zß-ÿ]")
_BULLET = re.compile(r"\s*(?:[-–•*▪·]\s|o\s(?=[A-Z])|\d{1,2}[.)]\s|[a-z][.)]\s)")


@dataclass(frozen=True, slots=True)
class Style:
    """How a source sets its paragraphs: whether a line end alone can part them."""

    line_is_paragraph: bool


def style_of(lines: list[Line]) -> Style:
    """Lines far longer than print, with blank lines about: a line end was meant as one."""
    widths = sorted(len(line.text.strip()) for line in lines if not line.blank)
    if not widths:
        return Style(False)
    blanks = sum(line.blank for line in lines) / len(lines)
    return Style(widths[int(len(widths) * 0.9)] > 120 and blanks > 0.15)


def join_lines(lines: list[Line], style: Style) -> tuple[str, list[Repair]]:
    """The text of the lines, its paragraphs parted by a blank line, and the repairs made."""
    repairs: list[Repair] = []
    pieces: list[str] = []
    last = ""
    gap = boundary = False
    for line in lines:
        if line.blank:
            gap = gap or not line.boundary
            boundary = boundary or line.boundary
            continue
        text = _mended(line, repairs)
        if not pieces:
            pieces.append(text)
        elif _parted(last, text, gap, boundary, style):
            pieces.append(PARAGRAPH + text)
        else:
            seam = joint(last, text)
            if seam == "drop":
                pieces[-1] = pieces[-1][:-1]
                repairs.append(_seam_repair(line, last, text))
                pieces.append(text)
            else:
                pieces.append(text if seam == "keep" else " " + text)
        last = text
        gap = boundary = False
    return "".join(pieces), repairs


def _mended(line: Line, repairs: list[Repair]) -> str:
    text = squeeze(line.text)
    for mend in (repair, rejoin):
        text, changes = mend(text)
        repairs.extend(Repair(line.number, before, after) for before, after in changes)
    return text


def _seam_repair(line: Line, before: str, after: str) -> Repair:
    first, second = before.split(" ")[-1], after.split(" ", 1)[0]
    return Repair(line.number, f"{first} {second}", first[:-1] + second)


def _parted(before: str, after: str, gap: bool, boundary: bool, style: Style) -> bool:
    ended = bool(_ENDS.search(before[-12:]))
    if gap and not boundary:
        return ended or not _BEGINS_LOWER.match(after)
    if boundary:
        return gap and ended and not _BEGINS_LOWER.match(after)
    if _BULLET.match(after) and (ended or before.endswith(",")):
        return True
    return style.line_is_paragraph and ended and not _BEGINS_LOWER.match(after)
