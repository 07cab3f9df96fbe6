"""Cutting a document into sections: what stands before, each question, each answer, the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from vertaal.parsing.initials import find_initials
from vertaal.parsing.labels import (
    Context,
    Label,
    find_answer_chapter,
    find_asked_above,
    find_bare_answer,
    find_counted,
    find_given_below,
    find_label,
)
from vertaal.parsing.lines import Line
from vertaal.parsing.numbers import NUMBERS, read_numbers
from vertaal.parsing.outline import follows
from vertaal.types import BlockKind, QuestionNumber


@dataclass(slots=True)
class Section:
    """A labelled stretch of lines. `kind` None: what stands before the first label."""

    kind: BlockKind | None
    label: str = ""
    numbers: tuple[QuestionNumber, ...] = ()
    line: int = 0
    lines: list[Line] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        return all(line.blank for line in self.lines)


def cut_sections(lines: list[Line], labels: dict[int, Label]) -> list[Section]:
    """The sections that the labels (by index of their line) begin; the first has no label."""
    sections = [Section(None, line=lines[0].number if lines else 1)]
    for index, line in enumerate(lines):
        label = labels.get(index)
        if label is None:
            sections[-1].lines.append(line)
            continue
        sections.append(Section(label.kind, label.text, label.numbers, line.number))
        rest = line.text[label.end :]
        if rest.strip():
            sections[-1].lines.append(line.with_text(rest))
            if label.heads:
                sections[-1].lines.append(Line(line.number, ""))
    return sections


def worded_labels(lines: list[Line]) -> dict[int, Label]:
    """The labels that a word announces ('Vraag 4', 'Antwoord:', 'Mededeling')."""
    labels = {}
    counted = _asked_above(lines) or _counted_questions(lines)
    before, apart, asked = "", True, False
    quoted = _quoted(lines)
    for index, line in enumerate(lines):
        if line.blank:
            apart = apart or not line.boundary
            continue
        context = Context(before, apart)
        label = counted.get(index) or find_label(line.text, context)
        label = None if index in quoted else label
        awaited = asked or ASKS.search(before[-12:])
        if label is None and awaited:
            label = find_bare_answer(line.text, context)
        if label is None and awaited and not _runs_on(lines, index):
            label = find_given_below(line.text)
        if label is None or (not asked and _goes_on(lines, index, label)):
            before, apart = line.text, False
            continue
        labels[index] = label
        asked = label.kind is BlockKind.QUESTION
        before, apart = line.text[label.end :], not line.text[label.end :].strip()
    if all(label.kind is not BlockKind.QUESTION for label in labels.values()):
        labels |= find_initials(lines)  # 'Antwoorden' may stand above as a heading
    answers = [label for label in labels.values() if label.kind is BlockKind.ANSWER]
    questions = sum(label.kind is BlockKind.QUESTION for label in labels.values())
    if not answers or (questions != 1 and len(answers) == 1 and not answers[0].numbers):
        labels |= _answers_to(lines)
    if all(label.kind is BlockKind.OTHER for label in labels.values()):
        labels |= _counted_answers(lines) or _answer_chapter(lines)
    return labels


_QUOTES = re.compile(r"(?:^|[\s(])[«“„‘\"'](?:Vraag|Antwoord)\b")
_CLOSES = re.compile(r"[»”’\"'](?![^\W\d_])")
_LONGEST_QUOTE = 20
"""Lines."""


def _quoted(lines: list[Line]) -> set[int]:
    """Lines of a quotation that begins with a label, down to the one that closes it."""
    quoted: set[int] = set()
    for start, line in enumerate(lines):
        found = _QUOTES.search(line.text) if start not in quoted else None
        if found and not _CLOSES.search(line.text, found.end()):
            ends = range(start + 1, min(len(lines), start + _LONGEST_QUOTE))
            end = next((i for i in ends if _CLOSES.search(lines[i].text)), start)
            quoted.update(range(start + 1, end + 1))
    return quoted


def _answer_chapter(lines: list[Line]) -> dict[int, Label]:
    """The chapter of a report with all answers; a list of contents above may name it too."""
    found = ((index, find_answer_chapter(line.text)) for index, line in enumerate(lines))
    return dict([(index, label) for index, label in found if label is not None][-1:])


_TO = re.compile(rf"\s*(?P<label>Ad\.?\s+(?P<list>{NUMBERS})\s?[:.)]*)(?=\s|$)")


def _answers_to(lines: list[Line]) -> dict[int, Label]:
    """Labels that count up where no answer has another: 'Ad 1.'"""
    labels: dict[int, Label] = {}
    latest: QuestionNumber = 0
    for index, line in enumerate(lines):
        match = _TO.match(line.text)
        numbers = read_numbers(match["list"]) if match else ()
        if match and follows(numbers[0], latest):
            labels[index] = Label(BlockKind.ANSWER, match["label"].strip(), numbers, match.end())
            latest = numbers[-1]
    return labels if len(labels) > 1 else {}


def _counted(lines: list[Line]) -> dict[int, Label]:
    """Labels with their number before them, by their line: '1. Vraag: …', '1. Antwoord: …'."""
    found = ((index, find_counted(line.text)) for index, line in enumerate(lines))
    return {index: label for index, label in found if label is not None}


def _asked_above(lines: list[Line]) -> dict[int, Label]:
    """The lines that say who asks what stands below, if they are several, and answers no more."""
    found = ((i, find_asked_above(x.text)) for i, x in enumerate(lines) if x.text[:9].strip())
    labels = {index: label for index, label in found if label is not None}
    if len(labels) < 2:
        return {}
    answers = sum(
        label is not None and label.kind is BlockKind.ANSWER
        for label in (find_label(line.text) for line in lines)
    )
    return labels if answers <= len(labels) else {}


def _counted_questions(lines: list[Line]) -> dict[int, Label]:
    """Counted labels of questions, which count up, and of their answers. One question alone has a
    colon, or else it is a chapter.
    """
    labels: dict[int, Label] = {}
    latest: QuestionNumber = 0
    for index, label in _counted(lines).items():
        if label.kind is BlockKind.QUESTION and follows(label.numbers[0], latest):
            latest = label.numbers[0]
        elif label.kind is BlockKind.QUESTION or label.numbers[0] != latest:
            continue
        labels[index] = label
    first = next(iter(labels.values()), None)
    return labels if first and (latest != 1 or first.text.endswith(":")) else {}


def _counted_answers(lines: list[Line]) -> dict[int, Label]:
    """Counted labels of answers alone, from one up: '1. Antwoord van het kabinet'."""
    labels = {i: each for i, each in _counted(lines).items() if each.kind is BlockKind.ANSWER}
    counted = [label.numbers for label in labels.values()]
    up = [(number,) for number in range(1, len(labels) + 1)]
    return labels if len(labels) > 1 and counted == up else {}


ASKS = re.compile(r"\?[\s»”’\"')\]\d*_]*$")
_OF_TITLE = re.compile(r"\s*(?:van|op|aan)\s")
_RUNS_ON = re.compile(r"\s*[a-zß-ÿ(]")


def _runs_on(lines: list[Line], index: int) -> bool:
    """Whether the next line goes on with this one: '(ontvangen 3 mei)', 'mede namens …'."""
    return any(_RUNS_ON.match(line.text) for line in lines[index + 1 : index + 2])


def _goes_on(lines: list[Line], index: int, label: Label) -> bool:
    """Whether the line is the first of a title: 'Antwoorden', and 'op de vragen van …' below."""
    if label.numbers or label.text.endswith(":") or lines[index].text[label.end :].strip():
        return False
    return any(_OF_TITLE.match(line.text) for line in lines[index + 1 : index + 2])
