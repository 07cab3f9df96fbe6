"""Headings between questions, parted from the answer or question above them; numbered chapters."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from vertaal.parsing.labels import find_label
from vertaal.parsing.lines import BEGINS_LOWER, Line
from vertaal.parsing.marks import SENTENCE_END
from vertaal.parsing.sections import Section
from vertaal.parsing.unnumbered import members_speak
from vertaal.types import BlockKind

_HEADING = re.compile(
    r"\s*(?!(?:Bron|Noot|Tabel|Figuur|Grafiek|Bijlage|Zie|Ja|Nee|Www|Idem)\b)"
    r"(?P<number>(?:[IVX]{1,4}|[A-Z]|\d{1,2}(?:\.\d{1,2})?)[.)]?\s+)?"
    r"[A-ZÀ-Þ«‘“][^\t]{1,96}[^\s.?!:;,]\s*"
)
_MOST_TOPIC = 60
_GAPS = re.compile(r"\S {3,}\S|https?:|\bwww\.")
_FEWEST = 2


def part_headings(front: list[Line], sections: list[Section]) -> list[Section]:
    """The sections, with the headings that end them apart, where the letter has several.

    A heading is a short paragraph without an end, below one that has ended and above a label.
    """
    found: dict[int, int] = {}
    for place, following in enumerate(sections[1:]):
        start = heading_start(sections[place].lines)
        asked = sections[place].kind is BlockKind.QUESTION
        if start is not None and not (asked and following.kind is BlockKind.ANSWER):
            found[place] = start
    if len(found) + (heading_start(front, ended=False) is not None) < _FEWEST:
        return sections
    result: list[Section] = []
    for place, section in enumerate(sections):
        result.append(section)
        start = found.get(place)
        if start is not None:
            named = section.lines[start:]
            section.lines = section.lines[:start]
            result.append(Section(BlockKind.OTHER, "", (), named[0].number, named))
    return result


def label_topics(sections: list[Section]) -> None:
    """Add to the labels what the lines of several have behind their numbers, if it is a topic or
    who asks: 'Vraag 1 – Kosten', with the question below.
    """
    asked = [x for x in sections if x.kind is BlockKind.QUESTION and x.label]
    topics = [section for section in asked if _has_topic(section)]
    if len(topics) < max(_FEWEST, _SHARE * len(asked)):
        return
    for section in topics:
        section.label += f" {section.lines[0].text.strip()}"
        del section.lines[0]


def _has_topic(section: Section) -> bool:
    first, below = [*section.lines, None, None][:2]
    return (
        first is not None
        and first.number == section.line
        and len(first.text) < _MOST_TOPIC
        and _is_heading(first.text)
        and below is not None
        and below.number > first.number
        and not BEGINS_LOWER.match(below.text)
        and "?" in " ".join(x.text for x in section.lines[1:])
    )


def heading_start(lines: list[Line], *, ended: bool = True) -> int | None:
    """Where the headings begin that these lines end in; None where they end otherwise."""
    start = None
    content = [place for place, line in enumerate(lines) if not line.blank]
    for above, place in zip(content[-2::-1], content[:0:-1], strict=False):
        apart = lines[place - 1].blank and not lines[place - 1].boundary
        if not (apart and _is_heading(lines[place].text)):
            break
        start = place
        if SENTENCE_END.search(
            " ".join(line.text for line in lines[max(0, above - 1) : above + 1])
        ):
            return start
    return None if ended else start


_CHAPTER = re.compile(r"\s*(?P<number>\d{1,2})[.)]?\s+(?=\S)")
_SHARE = 0.8
"""How many of the numbers must head chapters."""


def chapter_starts(lines: list[Line], numbered: Collection[int], *, answered: bool) -> list[int]:
    """Where the chapters of a report or a memorandum begin: '1. Inleiding', '2. Hoofdlijnen'.

    None where they are no chapters: other lines are `numbered` as questions, or no members speak in
    them and, unless all is `answered` under labels, most of them ask.
    """
    starts: list[int] = []
    for index, line in enumerate(lines):
        match = _CHAPTER.match(line.text)
        number = int(match["number"]) if match else 0
        if number not in (1, len(starts) + 1) or not _is_heading(line.text):
            continue
        if index + 1 < len(lines) and not BEGINS_LOWER.match(lines[index + 1].text):
            starts = [*(starts if number > 1 else []), index]
    if len(starts) < _FEWEST or len(set(numbered) & set(starts)) < _SHARE * len(numbered):
        return []
    if members_speak(lines):
        return starts
    spans = pairwise([*starts, len(lines)])
    asking = sum(any("?" in x.text for x in lines[start:end]) for start, end in spans)
    return [] if answered or 2 * asking >= len(starts) else starts


def _is_heading(text: str) -> bool:
    return (
        bool(_HEADING.fullmatch(text.strip()[:120]))
        and not _GAPS.search(text)
        and not find_label(text)
    )
