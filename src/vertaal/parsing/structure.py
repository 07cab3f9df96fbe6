"""The parts of a document in order: front, questions, answers, notices, signature, notes."""

from __future__ import annotations

import re

from vertaal.parsing.answering import give_numbers
from vertaal.parsing.front import Piece, read_front, signature_end
from vertaal.parsing.labels import Label
from vertaal.parsing.lines import Line
from vertaal.parsing.numbering import number_answers, number_lines, number_running_text
from vertaal.parsing.sections import Section, cut_sections, worded_labels
from vertaal.parsing.unnumbered import one_question, questions_by_paragraph
from vertaal.types import BlockKind, Removal

HEADING = "section heading"


def read_structure(lines: list[Line]) -> tuple[list[Section], list[Removal]]:
    """The sections of the text, every one with its kind and numbers, and headings set apart."""
    labels = worded_labels(lines)
    removed: list[Removal] = []
    if any(label.kind is BlockKind.QUESTION for label in labels.values()):
        sections = cut_sections(lines, labels)
        front = read_front(sections[0].lines)
    else:
        sections, belgian = _without_words(lines, labels)
        front = read_front(sections[0].lines, first_is_title=belgian)
    sections = sections[1:]
    give_numbers(sections)
    sections = _split_answers(sections, removed)
    sections = _sign(sections)
    return _notice_of_front(front, sections) + sections, removed


def _without_words(lines: list[Line], labels: dict[int, Label]) -> tuple[list[Section], bool]:
    """Sections of a document in which no question is called 'Vraag'.

    Says too whether the document runs on: all questions first, under one heading all answers.
    """
    answers = [i for i, label in sorted(labels.items()) if label.kind is BlockKind.ANSWER]
    if len(answers) > 1:
        numbered = number_lines(lines, labels)
        if numbered:
            return cut_sections(lines, {**labels, **numbered}), False
        return _questions_above(cut_sections(lines, labels)), False
    end = answers[0] if answers else len(lines)
    running = bool(answers)
    numbered = number_lines(lines[:end], {})
    if len(numbered) > 1 or not running:
        if numbered:
            return cut_sections(lines, {**labels, **numbered}), running
        return _unnumbered(lines, labels, end, running), running
    head, inline = number_running_text(lines[:end])
    if not inline:
        return _unnumbered(lines, labels, end, running), running
    shift = len(head) - end
    moved = {index + shift: label for index, label in labels.items() if index >= end}
    early = {index: label for index, label in labels.items() if index < end}
    if early:
        moved |= {}
    return cut_sections(head + lines[end:], {**inline, **moved}), running


def _unnumbered(
    lines: list[Line], labels: dict[int, Label], end: int, running: bool
) -> list[Section]:
    sections = cut_sections(
        lines[end:], {i - end: label for i, label in labels.items() if i >= end}
    )
    tail = sections[1:]
    head = cut_sections(lines[:end], {i: label for i, label in labels.items() if i < end})
    find = one_question if running else questions_by_paragraph
    front, asked = _front_apart(head[0], find)
    return [front, *asked, *head[1:], *(tail if end < len(lines) else [])]


def _front_apart(section: Section, find: object) -> tuple[Section, list[Section]]:
    assert callable(find)
    pieces = read_front(section.lines, first_is_title=find is one_question)
    rest: list[Line] = []
    while pieces and pieces[-1].kind is BlockKind.PREAMBLE:
        rest = pieces.pop().lines + rest
    kept = [line for piece in pieces for line in piece.lines]
    before, asked = find(rest)
    return Section(None, line=section.line, lines=kept + before), asked


def _questions_above(sections: list[Section]) -> list[Section]:
    """The last paragraph with a question mark above each bare answer, as its question."""
    result = [sections[0]]
    for section in sections[1:]:
        before = result[-1]
        if section.kind is BlockKind.ANSWER and not section.numbers:
            start = _last_question(before.lines)
            if start is not None:
                asked = before.lines[start:]
                before.lines = before.lines[:start]
                result.append(Section(BlockKind.QUESTION, "", (), asked[0].number, asked))
        result.append(section)
    return result


def _last_question(lines: list[Line]) -> int | None:
    end = len(lines)
    while end and lines[end - 1].blank:
        end -= 1
    start = end
    while start and not lines[start - 1].blank:
        start -= 1
    return start if any("?" in line.text for line in lines[start:end]) else None


def _split_answers(sections: list[Section], removed: list[Removal]) -> list[Section]:
    """One answer to many questions, cut at the numbers that it repeats."""
    asked = [s for s in sections if s.kind is BlockKind.QUESTION]
    result: list[Section] = []
    for section in sections:
        if section.kind is not BlockKind.ANSWER or len(section.numbers) < 2 or len(asked) < 2:
            result.append(section)
            continue
        if any(character.isdigit() for character in section.label):
            result.append(section)
            continue
        lines, labels, before = number_answers(section.lines, section.numbers)
        if not labels:
            result.append(section)
            continue
        parts = cut_sections(lines, labels)
        if parts[0].empty:
            removed.append(Removal(section.line, section.label, HEADING))
        else:
            kind = BlockKind.ANSWER if before else BlockKind.OTHER
            result.append(Section(kind, section.label, before, section.line, parts[0].lines))
        result.extend(parts[1:])
    return result


def _sign(sections: list[Section]) -> list[Section]:
    """Part a closing signature from the last answer."""
    if not sections:
        return sections
    lines = sections[-1].lines
    for index in range(max(0, len(lines) - 16), len(lines)):
        if lines[index].blank:
            continue
        end = signature_end(lines, index)
        if end and all(line.blank for line in lines[end:]) and index > 0:
            signature = Section(BlockKind.SIGNATURE, "", (), lines[index].number, lines[index:end])
            sections[-1].lines = lines[:index]
            return [*sections, signature]
    return sections


_NOTICE = re.compile(r"\s*(?:nadere\s+)?(?:mededeling|uitstelbericht)\b", re.I)


def _notice_of_front(front: list[Piece], sections: list[Section]) -> list[Section]:
    """The front as sections; the text under 'Mededeling van …' is a notice, no preamble."""
    result: list[Section] = []
    for piece in front:
        content = [line for line in piece.lines if not line.blank]
        if not content:
            continue
        previous = result[-1] if result else None
        if (
            piece.kind is BlockKind.PREAMBLE
            and previous is not None
            and previous.kind is BlockKind.OTHER
            and _NOTICE.match(previous.lines[0].text)
            and not sections
        ):
            label = " ".join(" ".join(line.text for line in previous.lines).split())
            result[-1] = Section(BlockKind.OTHER, label, (), previous.line, piece.lines)
            continue
        result.append(Section(piece.kind, piece.label, (), content[0].number, piece.lines))
    return result
