"""Questions without any label or number: told by their question marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from vertaal.parsing.lines import BEGINS_LOWER, Line
from vertaal.parsing.marks import SENTENCE_END
from vertaal.parsing.sections import Section
from vertaal.types import BlockKind

_BOUNDARY = re.compile(r"(?<=[^\W_])(?<![A-Z])[.!?:;][”»\"')]*\s*(?=[«‘“\"]?[A-ZÀ-Þ][^\W\d_.])")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:[A-Za-z]|nrs?|art|dhr|mevr|mr|dr|ir|drs|jl|bv|ca|o\.a)$", re.I
)


def paragraphs_of(lines: list[Line]) -> list[list[Line]]:
    """Runs of lines between blank ones; a sentence may run over the end of a page."""
    runs: list[list[Line]] = [[]]
    paged = False
    for line in lines:
        if line.blank:
            paged = paged or line.boundary
            runs += [[]] if runs[-1] else []
            continue
        goes_on = paged and not runs[-1] and runs[1:] and BEGINS_LOWER.match(line.text)
        if goes_on and not SENTENCE_END.search(runs[-2][-1].text):
            runs.pop()
        paged = False
        runs[-1].append(line)
    return [run for run in runs if run]


def questions_by_paragraph(lines: list[Line]) -> tuple[list[Line], list[Section]]:
    """Each paragraph with a question mark as a question, numbered as they come.

    Gives what stands before the first, and the questions; a paragraph without a question mark
    belongs to the question before it, unless members begin to speak there.
    """
    begins = (i for i, x in enumerate(lines) if "?" in x.text or _FACTION.match(x.text))
    start = next(begins, None)
    if start is None:
        return lines, []
    while start > 0 and not lines[start - 1].blank:
        start -= 1
    sections: list[Section] = []
    runs = paragraphs_of(lines[start:])
    if len(runs) == 1 and all(SENTENCE_END.search(line.text) for line in runs[0]):
        runs = [[line] for line in runs[0]]  # A text whose lines are its paragraphs.
    asked = True
    for run in runs:
        asks = any("?" in line.text for line in run)
        if _MEMBERS.match(run[0].text) or (asks and asked) or not sections:
            asked = False
            number = len(sections) + 1
            sections.append(Section(BlockKind.QUESTION, "", (number,), run[0].number, list(run)))
        else:
            sections[-1].lines.extend([Line(run[0].number, ""), *run])
        asked = asked or asks
    return lines[:start], sections


_MEMBERS = re.compile(
    r"\s*(?:(?:De|Deze|Dezelfde|Genoemde|Voornoemde)\s+"
    r"(?!(?:regering|ministers?|staatssecretaris(?:sen)?|bewinds\w+|initiatiefnemers?|indieners?)\b)"
    r"(?:[^\s.]+\s+){0,4}?leden\b|Het\s+lid\s+[A-Z]"
    r"|(?:Ook|Verder|Voorts|Daarnaast|Tevens|Daarbij|Tot\s+slot|Ten\s+slotte)\s+(?:vragen|lezen|willen"
    r"|hebben|zijn|constateren|verzoeken|horen)\s+(?:zij|(?:de|deze|genoemde)\s)"
    r"|Zij\s+(?:vragen|willen|verzoeken)\b)"
)
"""How a paragraph begins in which a report of a written consultation lets its members speak."""
_FACTION = re.compile(r"\s*De\s+leden\s+van\s+de\s+(?:[\w-]+-?fractie|fractie\s+van)\b")
"""The same where it is no heading."""
_OF_MEMBERS = re.compile(r"[^.?!:]{0,120}\b(?:leden|lid|fracties?|[\w-]+-fractie)\b[^.?!:]{0,80}:?")


def members_speak(lines: list[Line]) -> bool:
    """Whether paragraphs let members speak, as a report of a written consultation does."""
    return any(_MEMBERS.match(run[0].text) for run in paragraphs_of(lines))


def asked_above(lines: list[Line], *, below: bool) -> tuple[int, int]:
    """Where the question begins that ends these lines, and the heading above it that names whose it
    is: at the first paragraph in which members speak, or else the last, if it has a question mark.

    `below` says that the lines begin with an answer. Both are the lines' number where none asks.
    """
    runs = paragraphs_of(lines)
    starts = [lines.index(run[0]) for run in runs]
    first = next((i for i in range(int(below), len(runs)) if _MEMBERS.match(runs[i][0].text)), None)
    if first is None:
        asks = len(runs) > below and any("?" in line.text for line in runs[-1])
        return (starts[-1], starts[-1]) if asks else (len(lines), len(lines))
    heading = first
    while heading > below and _OF_MEMBERS.fullmatch(" ".join(x.text for x in runs[heading - 1])):
        heading -= 1
    return starts[heading], starts[first]


def one_question(lines: list[Line]) -> tuple[list[Line], list[Section]]:
    """Running text that ends in a question: what leads up to it, and the question."""
    asks = next((i for i, line in enumerate(lines) if "?" in line.text), None)
    if asks is None:
        return lines, []
    first = next((i + 1 for i in range(asks - 1, -1, -1) if lines[i].blank), 0)
    starts = list(accumulate((len(line.text) + 1 for line in lines[first:asks]), initial=0))
    text = "\n".join(line.text for line in lines[first : asks + 1])
    start = 0
    for match in _BOUNDARY.finditer(text, 0, text.index("?")):
        if not _ABBREVIATED.search(text[max(0, match.start() - 6) : match.start()]):
            start = match.end()
    place = bisect_right(starts, start) - 1
    index, line = first + place, lines[first + place]
    before, after = line.text[: start - starts[place]], line.text[start - starts[place] :]
    front = [*lines[:index], *([line.with_text(before)] if before.strip() else [])]
    question = Section(
        BlockKind.QUESTION, "", (1,), line.number, [line.with_text(after), *lines[index + 1 :]]
    )
    return front, [question]
