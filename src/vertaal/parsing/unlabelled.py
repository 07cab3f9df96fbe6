"""Answers without a label, each right below or behind its question: told by the question's mark."""

from __future__ import annotations

import re

from vertaal.parsing.lines import Line
from vertaal.parsing.numbering import LONE, number_answers
from vertaal.parsing.numbers import read_numbers
from vertaal.parsing.sections import ASKS, Section, cut_sections
from vertaal.parsing.unnumbered import paragraphs_of
from vertaal.types import BlockKind, QuestionNumber

_ANSWERED = re.compile(r"\b(?:be)?antwoord|\bveelgestelde\s+vragen\b", re.I)
_REQUESTED = re.compile(
    r"\b(?:(?:ik|wij)\s+(?:verzoek|stel|wens)|(?:verzoek|stel|wens)(?:t|en|len)?\s+(?:ik|wij|u|het)"
    r"|gelieve|tegemoet|graag\s+(?:een|uw|schriftelijk|antwoord)\b|binnen\s+\S+\s+(?:dagen|weken))",
    re.I,
)
"""How a letter that asks speaks of the answers that it waits for."""
_ANSWERED_BEHIND = re.compile(r".*\?[»”’\"')\]]*\s+(?=[«‹“‘„\"'’(€]*\s?[A-ZÀ-Þ\d])")
"""A question with its answer behind it on the line: 'Is dat waar? Ja.'"""
_FEWEST = 2
_SHARE, _LEAST = 0.8, 0.5
"""How many of the questions must have such an answer, but for those that only ask; and of all."""


def part_answers(sections: list[Section], front: list[Line]) -> list[Section]:
    """The questions with their answers apart, where the front gives answers and none has a label:
    those below the last question that repeat the numbers of all, or of each question what stands
    behind its number, where that stands once more, or else what stands below the last of a
    question's paragraphs that end in a question mark, or behind the last question mark of its first
    paragraph that has one.
    """
    asked = [section for section in sections if section.kind is BlockKind.QUESTION]
    if any(section.kind is BlockKind.ANSWER for section in sections) or len(asked) < _FEWEST:
        return sections
    said = (" ".join(line.text for line in run) for run in paragraphs_of(front))
    if not any(_ANSWERED.search(text) and not _REQUESTED.search(text) for text in said):
        return sections
    if not any("?" in line.text for section in asked for line in section.lines):
        for section in asked:  # The questions stand in another letter.
            section.kind = BlockKind.ANSWER
        return sections
    if (rest := _all_below(asked)) is not None:
        return [*sections, *rest]
    places: dict[int, tuple[int, int, str] | None] = {}
    for find in (_number_again, _answer_start):
        places = {id(section): find(section) for section in asked}
        placed = sum(place is not None for place in places.values())
        joined = sum(map(_only_asks, asked[:-1]))
        if placed >= max(_SHARE * (len(asked) - joined), _LEAST * len(asked)):
            break
    else:
        return sections
    return _parted(sections, places)


def _parted(
    sections: list[Section], places: dict[int, tuple[int, int, str] | None]
) -> list[Section]:
    """The sections, cut where answers begin (by the identity of their section): at a line, a place
    in it, and the label that stands there.
    """
    result: list[Section] = []
    open_: tuple[QuestionNumber, ...] = ()
    for section in sections:
        result.append(section)
        open_ += section.numbers if section.kind is BlockKind.QUESTION else ()
        place = places.get(id(section))
        if place is not None or not _only_asks(section):
            numbers, open_ = open_, ()
        if place is not None:
            at, offset, label = place
            line = section.lines[at]
            lines = [line.with_text(line.text[offset + len(label) :]), *section.lines[at + 1 :]]
            section.lines = section.lines[:at]
            if offset:
                section.lines.append(line.with_text(line.text[:offset]))
            number = lines[0].number
            result.append(Section(BlockKind.ANSWER, label.strip(), numbers, number, lines))
    return result


def _only_asks(section: Section) -> bool:
    """Whether each paragraph asks, so that the next answer may be to this question too."""
    runs = paragraphs_of(section.lines)
    return all(ASKS.search(run[-1].text) for run in runs)


def _all_below(asked: list[Section]) -> list[Section] | None:
    """The answers below the last question, where they repeat the numbers of all; it loses them."""
    last = asked[-1].lines
    numbers = tuple(number for section in asked for number in section.numbers)
    again = _again(asked)
    start = next((i for i, x in enumerate(last) if i and again.match(x.text)), len(last))
    lines, labels, _ = number_answers(last[start:], numbers)
    answered = [number for label in labels.values() for number in label.numbers]
    if sorted(map(str, answered)) != sorted(map(str, numbers)):
        return None
    asked[-1].lines = last[:start]
    return cut_sections(lines, labels)[1:]


def _again(asked: list[Section]) -> re.Pattern[str]:
    """Where the label of one of the questions stands once more."""
    labels = "|".join(re.escape(section.label) for section in asked)
    return re.compile(rf"(?:^\s*|(?<=[?»”’\"')\]])\s+)(?:{labels})(?=\s|$)")


def _number_again(section: Section) -> tuple[int, int, str] | None:
    """The line, the place in it, and the number of a question that stands once more, above or
    before its answer and behind its question mark; above, others may stand before it ('3 en 4').
    """
    if not section.label[:1].isdigit():
        return None
    again = _again([section])
    asks = False
    for at, line in enumerate(section.lines):
        if asks and (several := LONE.match(line.text)):
            numbers = read_numbers(several["list"])
            if len(numbers) > 1 and numbers[-1:] == section.numbers[-1:]:
                return at, 0, several.group()
        match = again.search(line.text, 0 if asks else (line.text.find("?") + 1) or len(line.text))
        if match:
            return at, match.start(), match.group()
        asks = asks or "?" in line.text
    return None


def _answer_start(section: Section) -> tuple[int, int, str] | None:
    """The first line below the paragraphs that ask, or in one of which only the beginning asks,
    below what asks; or else the line and the place in it behind a question. None where nothing
    stands there.
    """
    asking = False
    runs = paragraphs_of(section.lines)
    for run in runs:
        asked = max((i for i, line in enumerate(run, 1) if ASKS.search(line.text)), default=0)
        if asked < len(run) and (asking or asked):
            return section.lines.index(run[0 if asking else asked]), 0, ""
        asking = asking or asked > 0
    if _only_asks(section):
        return None
    first = next((run for run in runs if any("?" in line.text for line in run)), [])
    for line in reversed(first):
        if behind := _ANSWERED_BEHIND.match(line.text):
            return section.lines.index(line), behind.end(), ""
    return None
