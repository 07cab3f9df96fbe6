"""A question that stands once more above its answer, as where all answers follow all questions."""

from __future__ import annotations

import re

from vertaal.parsing.lines import Line
from vertaal.parsing.sections import Section
from vertaal.types import BlockKind, QuestionNumber, Removal

REPEATED = "repeated question"
_SHORTEST = 12
"""Letters and digits; 'Waarom?' may be rhetoric."""
_MARKS = re.compile(
    r"(?<=[?!»”’\"'\])])\s?(?:\[\d{1,3}\]|\d{1,3}\)?)(?:,\s?(?:\[\d{1,3}\]|\d{1,3}\)?))*(?=\s|$)"
    r"|^\s*(?:\[\d{1,3}\]|\d{1,3}\))\s*$"
)
"""Of notes, which a repeat has not, or with numbers of its own."""
_CLOSES = frozenset("?.!:;”’»\"')")


def drop_repeated(sections: list[Section], removed: list[Removal]) -> None:
    """Take from an answer's head the whole of its questions, word for word."""
    asked: dict[QuestionNumber, Section] = {}
    for section in sections:
        if section.kind is BlockKind.QUESTION:
            asked.update(dict.fromkeys(section.numbers, section))
        elif section.kind is BlockKind.ANSWER:
            questions = {id(asked[n]): asked[n] for n in section.numbers if n in asked}
            key = "".join(_key(line.text) for each in questions.values() for line in each.lines)
            place = _repeat_end(section.lines, key) if len(key) >= _SHORTEST else None
            if place is not None:
                section.lines = _without(section.lines, *place, removed)


def _key(text: str) -> str:
    return "".join(character for character in _unmarked(text) if character.isalnum()).lower()


def _unmarked(text: str) -> str:
    """The text with spaces in the place of the marks of notes."""
    return _MARKS.sub(lambda marks: " " * len(marks.group()), text)


def _repeat_end(lines: list[Line], key: str) -> tuple[int, int] | None:
    """The line and the offset at which the repeat ends that the lines begin with; None where they
    begin otherwise or hold nothing else.
    """
    for index, line in enumerate(lines):
        mine = _key(line.text)
        if key.startswith(mine) and mine != key:
            key = key[len(mine) :]
            continue
        if not mine.startswith(key):
            return None
        end = len(line.text) if mine == key else _offset(line.text, len(key))
        rest = [line.text[end:], *(each.text for each in lines[index + 1 :])]
        return (index, end) if end and any(text.strip() for text in rest) else None
    return None


def _offset(text: str, count: int) -> int:
    """Where the sentence closes whose last letter is the one counted; 0 where it goes on."""
    end = 0
    text, marked = _unmarked(text), text
    while count:
        count -= len(_key(text[end]))
        end += 1
    last = end
    while text[end : end + 1] in _CLOSES:
        end += 1
    marks = _MARKS.match(marked, end)
    return (marks.end() if marks else end) if end > last and text[end].isspace() else 0


def _without(lines: list[Line], index: int, end: int, removed: list[Removal]) -> list[Line]:
    taken = [*lines[:index], lines[index].with_text(lines[index].text[:end])]
    removed += [Removal(x.number, x.text.strip(), REPEATED) for x in taken if not x.blank]
    rest = lines[index].text[end:]
    return [*([lines[index].with_text(rest)] if rest.strip() else []), *lines[index + 1 :]]
