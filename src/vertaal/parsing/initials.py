"""Labels of one letter: 'V1:' and 'A1:', 'Q 1.' and 'A 1.', or 'V:' and 'A:'."""

from __future__ import annotations

import re

from vertaal.parsing.labels import Context, Label
from vertaal.parsing.lines import Line
from vertaal.parsing.numbers import LETTERED_NUMBERS, base, read_numbers
from vertaal.types import BlockKind, QuestionNumber

_LIST = rf"{LETTERED_NUMBERS}(?:\s*(?:,|en|&|/|t/m|[-–])\s*(?P=letter)\s?{LETTERED_NUMBERS})*"
_LABEL = re.compile(
    rf"\s*(?P<label>(?P<letter>[VQA])(?:\s?(?P<list>{_LIST}))?(?P<stop>\s?[:.)]+|\s[-–—](?=\s))?)"
    r"(?P<rest>\s.*|$)",
    re.S,
)
_OPENS = re.compile(r"\s*(?:[«‹“‘„\"'’(]*[A-ZÀ-Þ\d]|$)")


def find_initials(lines: list[Line]) -> dict[int, Label]:
    """The labels, where questions count up and every answer is to questions that are still open.

    A road, too, is a letter and a number: alone, neither questions nor answers are believed.
    """
    labels: dict[int, Label] = {}
    asked: list[QuestionNumber] = []
    unanswered: set[QuestionNumber] = set()
    letter, before, apart = "", "", True
    for index, line in enumerate(lines):
        if line.blank:
            apart = True
            continue
        match = _LABEL.match(line.text)
        context = Context(before, apart)
        before, apart = line.text, False
        if match is None or not _believable(match, context):
            continue
        numbers = read_numbers((match["list"] or "").replace(match["letter"], ""))
        last = next(reversed(labels.values()), None)
        if match["letter"] == "A":
            open_above = last is not None and last.kind is BlockKind.QUESTION
            if not (set(numbers) <= unanswered if numbers else open_above):
                continue
            unanswered.difference_update(numbers or asked)
        else:
            if match["letter"] != (letter or match["letter"]) or not _follows(numbers, asked, last):
                continue
            letter = match["letter"]
            asked.extend(numbers)
            unanswered.update(numbers)
        kind = BlockKind.ANSWER if match["letter"] == "A" else BlockKind.QUESTION
        labels[index] = Label(kind, match["label"], numbers, match.start("rest"))
    return labels if len({label.kind for label in labels.values()}) > 1 else {}


def _believable(match: re.Match[str], context: Context) -> bool:
    if ":" in (match["stop"] or ""):
        return True
    return bool(match["list"] and context.ended and _OPENS.match(match["rest"]))


def _follows(
    numbers: tuple[QuestionNumber, ...], asked: list[QuestionNumber], last: Label | None
) -> bool:
    """Whether the question comes next; where the first has no number, none has."""
    if not numbers:
        return not asked
    latest = base(asked[-1]) if asked else 0
    again = bool(asked) and base(numbers[0]) == latest and numbers[0] not in asked
    return (last is None or bool(asked)) and (again or base(numbers[0]) == latest + 1)
