"""Lone page numbers, and the lone marks that a scan leaves beside the text."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Mapping, Sequence

from vertaal.parsing.lines import PAGE_BREAK, Line, boundary_at
from vertaal.types import Removal

STRAY, PAGE, NOTES_HEAD = "stray mark", "page number", "heading of notes"
_LONGEST_LINE = 240
_NUMBER_LINE = re.compile(r"\s*[-–—]?\s*(\d{1,3})\s*[-–—]?\s*")
_STRAY_END = re.compile(r"(?<=\s)[)\]}|~^_*•·¦]+\s*$")
_NOTED = re.compile(r"\s*(\*+\)?)\s+(?=\S)")
"""A note that stars mark: '*) Trouw, 3 mei'. A single star may be a bullet."""
_STRAY_LINE = re.compile(r"\s*[^\w\s]{1,3}\s*")
_DRAWN = re.compile(r"(?=[^|+]*[|+])[|+:=\s-]{4,}")
"""A line between the rows of a table."""
_RULE = re.compile(r"\s*(?:([_=*~–—-])\s?)(?:\1\s?){3,}")
"""A line drawn across the page, above notes or between parts."""
_NOTES = re.compile(r"\s*(?:voet|eind)?noten\s?:?\s*", re.I)
_NOTE = re.compile(r"\s*[\[(]?\d")
_STRAY_START = re.compile(r"\s*[|¦](?=\s)")


_QUOTED = re.compile(r"\s*(?:>[ \t\xa0]?)+")
_SHARE = 0.8


def take_quoting(lines: list[Line], removed: list[Removal]) -> list[Line]:
    """The lines of a quoted message without the mark that a mail program sets before each."""
    marks = [_QUOTED.match(line.text) for line in lines]
    content = [mark for mark, line in zip(marks, lines, strict=True) if not line.blank]
    if sum(map(bool, content)) <= _SHARE * len(content):
        return lines
    found = [(line, mark) for line, mark in zip(lines, marks, strict=True) if mark]
    removed += [Removal(line.number, mark.group().strip(), STRAY) for line, mark in found]
    ends = (mark.end() if mark else 0 for mark in marks)
    return [line.with_text(line.text[end:]) for line, end in zip(lines, ends, strict=True)]


def take_page_numbers(lines: list[Line], removed: list[Removal]) -> list[Line]:
    """Lone numbers beside form feeds that count the pages, and one on top of the document."""
    lone = {
        index: int(match[1])
        for index, line in enumerate(lines)
        if len(line.text) < 20 and (match := _NUMBER_LINE.fullmatch(line.text))
    }
    if not lone:
        return lines
    first = next(index for index, line in enumerate(lines) if not line.blank)
    counted = _counting_pages(lines, lone)
    others = [index for index in lone if index not in counted]
    taken = {index for index in counted if not _counted_on(index, lone, others)}
    if list(lone) == [first]:
        taken.add(first)
    kept = []
    for index, line in enumerate(lines):
        if index in taken:
            removed.append(Removal(line.number, line.text.strip(), PAGE))
            kept.append(boundary_at(line))
        else:
            kept.append(line)
    return kept


def _counting_pages(lines: list[Line], lone: Mapping[int, int]) -> list[int]:
    """The lines whose lone numbers count the pages: all at the foot, or all on top."""
    breaks = [index for index, line in enumerate(lines) if line.text == PAGE_BREAK]
    sides: list[list[int]] = []
    for step in (-1, 1):
        places = [*breaks, *([len(lines)] if breaks and step < 0 else [])]
        beside = ((_content(lines, index, step), page) for page, index in enumerate(places, 1))
        sides.append([at for at, page in beside if lone.get(at) in (page, page + 1)])
    return max(sides, key=len)


def _counted_on(index: int, lone: Mapping[int, int], others: Sequence[int]) -> bool:
    """Whether the other lone numbers count on by this one: those of questions stand where they
    like.
    """
    place = bisect(others, index)
    before = lone[others[place - 1]] if place else 0
    after = lone[others[place]] if place < len(others) else 0
    begins = lone[index] == 1 != before
    return after == lone[index] + 1 and (begins or before == lone[index] - 1)


def _content(lines: list[Line], index: int, step: int) -> int:
    """The first line with text from here, on the same page; -1 where there is none."""
    index += step
    while 0 <= index < len(lines) and lines[index].text != PAGE_BREAK:
        if not lines[index].blank:
            return index
        index += step
    return -1


def take_strays(lines: list[Line], removed: list[Removal]) -> list[Line]:
    """Lone marks at the end of a line that nothing opened, bars at its beginning, marks alone."""
    kept: list[Line] = []
    noted = {found[1] for line in lines if (found := _NOTED.match(line.text[:20]))}
    for index, line in enumerate(lines):
        text = line.text
        if line.blank or len(text) > _LONGEST_LINE:
            kept.append(line)
            continue
        if _DRAWN.fullmatch(text):
            removed.append(Removal(line.number, text.strip(), STRAY))
            continue
        if _STRAY_LINE.fullmatch(text) or _RULE.fullmatch(text):
            removed.append(Removal(line.number, text.strip(), STRAY))
            kept.append(line.with_text(""))
            continue
        if _heads_notes(lines, index):
            removed.append(Removal(line.number, text.strip(), NOTES_HEAD))
            kept.append(line.with_text(""))
            continue
        if drawn := _STRAY_START.match(text):
            removed.append(Removal(line.number, drawn.group().strip(), STRAY))
            text = text[drawn.end() :]
        match = _STRAY_END.search(text)
        mark = match.group().strip() if match else ""
        if (
            match is not None
            and mark not in noted
            and (mark.strip(")") or not _opened(lines, index, match.start()))
        ):
            removed.append(Removal(line.number, mark, STRAY))
            text = text[: match.start()]
        kept.append(line.with_text(text))
    return kept


def _heads_notes(lines: list[Line], index: int) -> bool:
    """Whether the line is 'Voetnoten' above the first of them."""
    if len(lines[index].text) > 20 or not _NOTES.fullmatch(lines[index].text):
        return False
    below = next((line.text for line in lines[index + 1 :] if not line.blank), "")
    return bool(_NOTE.match(below))


def _opened(lines: list[Line], index: int, start: int) -> bool:
    """Whether a bracket is open at this place of the paragraph."""
    text = lines[index].text[:start]
    before = index - 1
    while before >= 0 and index - before < 12 and not lines[before].blank:
        text = lines[before].text + "\n" + text
        before -= 1
    return text.count("(") > text.count(")")
