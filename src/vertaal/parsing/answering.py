"""Which questions an answer answers."""

from __future__ import annotations

from vertaal.parsing.numbers import base
from vertaal.parsing.sections import Section
from vertaal.types import BlockKind, QuestionNumber


def give_numbers(sections: list[Section]) -> None:
    """Number the questions that carry none, and give every bare answer its questions.

    A bare answer takes the questions since the answer before it that no other answer names; where
    there are none, the questions further above that are still open.
    """
    _number_questions(sections)
    for group in _groups(sections):
        named = {
            number
            for section in group
            if section.kind is BlockKind.ANSWER
            for number in section.numbers
        }
        above: list[QuestionNumber] = []
        unanswered: list[QuestionNumber] = []
        last: tuple[QuestionNumber, ...] = ()
        for section in group:
            if section.kind is BlockKind.QUESTION:
                above.extend(section.numbers)
            elif section.kind is BlockKind.ANSWER:
                if not section.numbers:
                    free = tuple(number for number in above if number not in named)
                    section.numbers = free or tuple(above) or tuple(unanswered) or last
                    unanswered = [] if not above else unanswered
                else:
                    unanswered.extend(number for number in above if number not in named)
                last = section.numbers
                above = []


def _number_questions(sections: list[Section]) -> None:
    latest = 0
    for section in sections:
        if section.kind is not BlockKind.QUESTION:
            continue
        if not section.numbers:
            section.numbers = (latest + 1,)
        latest = base(section.numbers[-1])


def _groups(sections: list[Section]) -> list[list[Section]]:
    """Runs of sections in which no question number comes back: one list of questions each."""
    groups: list[list[Section]] = [[]]
    seen: set[QuestionNumber] = set()
    for section in sections:
        if section.kind is BlockKind.QUESTION:
            if seen & set(section.numbers) and base(section.numbers[0]) == 1:
                groups.append([])
                seen = set()
            seen |= set(section.numbers)
        groups[-1].append(section)
    return groups
