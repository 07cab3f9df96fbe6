"""Answers without a label, each right below its question: told by the question's mark."""

from __future__ import annotations

import re

from vertaal.parsing.lines import Line
from vertaal.parsing.sections import ASKS, Section
from vertaal.parsing.unnumbered import paragraphs_of
from vertaal.types import BlockKind

_ANSWERED = re.compile(r"\b(?:be)?antwoord", re.I)
_REQUESTED = re.compile(
    r"\b(?:(?:ik|wij)\s+(?:verzoek|stel|wens)|(?:verzoek|stel|wens)(?:t|en|len)?\s+(?:ik|wij|u|het)"
    r"|gelieve|tegemoet|graag\s+(?:een|uw|schriftelijk|antwoord)\b|binnen\s+\S+\s+(?:dagen|weken))",
    re.I,
)
"""How a letter that asks speaks of the answers that it waits for."""
_FEWEST = 2
_SHARE = 0.8
"""How many of the questions must have such an answer."""


def part_answers(sections: list[Section], front: list[Line]) -> list[Section]:
    """The questions with their answers apart, where the front gives answers and none has a label:
    what stands below the last of a question's paragraphs that end in a question mark.
    """
    asked = [section for section in sections if section.kind is BlockKind.QUESTION]
    if any(section.kind is BlockKind.ANSWER for section in sections) or len(asked) < _FEWEST:
        return sections
    said = (" ".join(line.text for line in run) for run in paragraphs_of(front))
    if not any(_ANSWERED.search(text) and not _REQUESTED.search(text) for text in said):
        return sections
    places = {id(section): _answer_start(section) for section in asked}
    if sum(place is not None for place in places.values()) < _SHARE * len(asked):
        return sections
    result: list[Section] = []
    for section in sections:
        result.append(section)
        place = places.get(id(section))
        if place is not None:
            lines = section.lines[place:]
            section.lines = section.lines[:place]
            result.append(Section(BlockKind.ANSWER, "", section.numbers, lines[0].number, lines))
    return result


def _answer_start(section: Section) -> int | None:
    """The first line below the paragraphs that ask, or in one of which only the beginning asks,
    below what asks; None where nothing stands there.
    """
    asking = False
    for run in paragraphs_of(section.lines):
        asked = max((i for i, line in enumerate(run, 1) if ASKS.search(line.text)), default=0)
        if asked < len(run) and (asking or asked):
            return section.lines.index(run[0 if asking else asked])
        asking = asking or asked > 0
    return None
