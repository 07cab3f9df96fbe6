"""Lines made into paragraphs: line ends, page ends and hyphens undone, characters repaired."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from vertaal.parsing.hyphens import Seam, Spelling, rejoin, seam, spelling_of
from vertaal.parsing.lines import BEGINS_LOWER, Line
from vertaal.parsing.marks import is_mark_line, opens_with_mark
from vertaal.parsing.repair import repair
from vertaal.parsing.rows import BULLET, table_rows
from vertaal.spacing import squeeze
from vertaal.types import Repair

PARAGRAPH = "\n\n"
_ENDS = re.compile(r"[.?!:;…][\s\d»”’\"')\]]*$")
# No paragraph ends in such a word: the blank line after it is a page's end.
LEADS_ON = re.compile(
    r"\b(?:aan|als|bij|dat|de|den|der|die|door|een|het|in|met|naar|om|op|over|te|tot|uit|van|voor)$"
)
_SALUTATION = re.compile(r"(?:Geachte|Beste)\s[^,.;:?!]{2,60}[,:]$")
"""A line of its own, whether or not blank lines stand around it."""
_LINE = 50
"""A line of print is longer."""
_POSTCODE = re.compile(r"\s*[1-9]\d{3}\s?[A-Z]{2}\s+(?=[A-Z’'])")
_WIDEST, _MOST_LINES = 45, 8
"""Characters of a line of an address, and its lines above that of the postcode."""
_FIELD = re.compile(
    r"\s*(?-i:(?=[A-Z]))(?P<name>datum|betreft|onderwerp|(?:(?:ons|uw|onze)\s)?(?:kenmerk|referentie)"
    r"|uw\sbrief|(?:zaak|dossier|doorkies)nummer|bijlage(?:n|\(n\))?|behandeld\sdoor|contactpersoon"
    r"|telefoon|e-?mail)(?:\s*:|\s|$)",
    re.I,
)
"""What a letterhead tells, on a line of its own. A sentence may begin with one of these words: two
must stand below each other."""
_UNBROKEN = re.compile(r"\S{30}")
"""A word for which a line may have been broken early, or run wide."""
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
    gap = boundary = False
    rows = table_rows(lines, style.blank_parts)
    first = _first_items(lines) | _of_addresses(lines) | _fields(lines)
    if style.blank_parts:
        first |= _broken_by_hand(lines)
    above = -1
    for place, line in enumerate(lines):
        if line.blank:
            gap = gap or not line.boundary
            boundary = boundary or line.boundary
            continue
        text = _mended(line.with_text(rows.get(place, line.text)), style, repairs)
        if not pieces or (not gap and _is_mark(last, text, notes)):
            pieces.append(text)
        elif (
            _next_item(item, last, text)
            or place in rows
            or place in first
            or (above in rows and (gap or not BEGINS_LOWER.match(text)))
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
        last, item = text, item or _bullet(text)
        above = place
        gap = boundary = False
    return "".join(pieces), repairs


_SECOND = {"2": "1", "b": "a"}
"""The mark of a second item, and that of its first."""


def _first_items(lines: list[Line]) -> set[int]:
    """The lines that begin a list, of which a second item stands in the same paragraph."""
    first: set[int] = set()
    begun: dict[str, int] = {}
    for place, line in enumerate(lines):
        if line.blank and not line.boundary:
            begun = {}
        match = BULLET.match(line.text)
        mark = match and (match["number"] or match["letter"])
        if mark in ("1", "a"):
            begun[mark] = place
        elif mark in _SECOND and (start := begun.pop(_SECOND[mark], -1)) > 0:
            first.add(start)
    return first


def _of_addresses(lines: list[Line]) -> set[int]:
    """The lines of addresses below their first, and the lines below: their ends are meant."""
    found: set[int] = set()
    for last, line in enumerate(lines):
        if not _short(line) or not _POSTCODE.match(line.text):
            continue
        place = last
        while place > max(0, last - _MOST_LINES) and _short(lines[place - 1]):
            place -= 1
        found.update(range(place + 1, last + 2))
    return {at for at in found if at < len(lines) and not BEGINS_LOWER.match(lines[at].text)}


def _fields(lines: list[Line]) -> set[int]:
    """The lines of a letterhead that begin with the name of what they tell: 'Datum', 'Betreft'."""
    found: set[int] = set()
    for blank, block in groupby(range(len(lines)), lambda place: lines[place].blank):
        names = {} if blank else {at: _FIELD.match(lines[at].text) for at in block}
        begun = {at: match["name"].lower() for at, match in names.items() if match is not None}
        if len(set(begun.values())) > 1:
            found.update(begun)
    return found


def _broken_by_hand(lines: list[Line]) -> set[int]:
    """The lines behind ends that are meant, in a format that keeps paragraphs apart: somewhere in
    the paragraph the next word would have fitted. In one pasted from a PDF it fits nowhere."""
    found: set[int] = set()
    for blank, block in groupby(range(len(lines)), lambda place: lines[place].blank):
        texts = {} if blank else {place: lines[place].text.strip() for place in block}
        widths = (len(text) for text in texts.values() if not _UNBROKEN.search(text))
        room = 0.9 * max(widths, default=0)
        ends = list(pairwise(texts.values()))
        if any(len(before) + len(f" {after.split()[0]}") <= room for before, after in ends):
            below = zip(list(texts)[1:], ends, strict=True)
            found.update(place for place, seam in below if not _leads_on(*seam))
    return found


def _leads_on(before: str, after: str) -> bool:
    """Whether a sentence runs over the end of the line."""
    lower = BEGINS_LOWER.match(after) and not BULLET.match(after)
    if lower and not _ENDS.search(before[-12:]):
        return True
    return bool(LEADS_ON.search(before) or _OPEN_HYPHEN.search(before))


def _short(line: Line) -> bool:
    return 0 < len(line.text.strip()) <= _WIDEST


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
    found = BULLET.match(text)
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
        if not ended and LEADS_ON.search(before.rstrip()) and not BULLET.match(after):
            return False
        return ended or not BEGINS_LOWER.match(after)
    if boundary:
        return gap and ended and not BEGINS_LOWER.match(after)
    if BULLET.match(after) and (ended or before.endswith(",")):
        return True
    return style.line_is_paragraph and ended and not BEGINS_LOWER.match(after)


def _runs_on(before: str, after: str) -> bool:
    """Whether a paragraph of the source can only be the rest of the one before: a letter that was
    pasted from a PDF is broken where its lines were. What is short or an item may be part of a
    list."""
    if not BEGINS_LOWER.match(after) or BULLET.match(after):
        return False
    if LEADS_ON.search(before.rstrip()) or _OPEN_HYPHEN.search(before):
        return True
    ended = bool(_ENDS.search(before[-12:]))
    return not ended and len(before) >= _LINE and not BULLET.match(before)
