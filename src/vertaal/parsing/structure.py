"""The parts of a document in order: front, questions, answers, notices, signature, notes."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from vertaal.parsing.answering import give_numbers
from vertaal.parsing.closing import part_signatures
from vertaal.parsing.front import (
    Piece,
    bulletin_end,
    bulletin_starts,
    last_title,
    read_front,
    received_end,
    signed_above,
)
from vertaal.parsing.genre import LONG
from vertaal.parsing.headings import chapter_starts, label_topics, part_headings
from vertaal.parsing.labels import Label, find_answer_chapter, find_label
from vertaal.parsing.lines import Line
from vertaal.parsing.numbering import (
    number_answers,
    number_further,
    number_lines,
    number_running_text,
)
from vertaal.parsing.repeated import drop_repeated
from vertaal.parsing.sections import Section, cut_sections, worded_labels
from vertaal.parsing.unlabelled import part_answers
from vertaal.parsing.unnumbered import asked_above, one_question, questions_by_paragraph
from vertaal.spacing import squeeze
from vertaal.types import BlockKind, Removal

HEADING = "section heading"


def read_structure(lines: list[Line]) -> tuple[list[Section], list[Removal]]:
    """The sections of the text, every one with its kind and numbers, and headings set apart."""
    edges = [0, *bulletin_starts(lines), len(lines)]
    read = [_read_structure(lines[start:end]) for start, end in pairwise(edges)]
    return [s for sections, _ in read for s in sections], [r for _, said in read for r in said]


def _read_structure(lines: list[Line]) -> tuple[list[Section], list[Removal]]:
    labels = worded_labels(lines)
    _label_received(lines, labels)
    _drop_only(lines, labels)
    _turn_answers(lines, labels)
    removed: list[Removal] = []
    asked = any(label.kind is BlockKind.QUESTION for label in labels.values())
    if asked:
        _drop_early(labels)
    _drop_enclosures(lines, labels)
    if asked:
        sections = cut_sections(lines, labels)
        front = read_front(sections[0].lines)
    else:
        sections, belgian = _without_words(lines, labels)
        front = read_front(sections[0].lines, first_is_title=belgian)
    before = sections[0].lines
    _drop_heading(front, removed)
    sections = _without_headings(sections[1:], removed)
    sections = _inner_titles(sections)
    label_topics(sections)
    give_numbers(sections)
    sections = part_headings(before, part_answers(sections, before))
    sections = _split_answers(sections, removed)
    drop_repeated(sections, removed)
    sections = part_signatures(sections)
    said = [each for each in removed if each.text]
    return _notice_of_front(front, sections) + sections, said


def _label_received(lines: list[Line], labels: dict[int, Label]) -> None:
    """Where 'Antwoord van minister … (ontvangen …)' stands below the questions, it ends them; and
    where no label follows, the answers begin behind it.
    """
    for index, line in enumerate(lines):
        opens = not line.blank and line.text.lstrip()[:1] in "AGN"
        end = received_end(lines, index) if opens else 0
        if not end or end == len(lines):
            continue
        worded = any(i < index and x.kind is BlockKind.QUESTION for i, x in labels.items())
        if worded or bulletin_end(lines, index) or _asks_by_number(lines[:index]):
            labels[index] = Label(BlockKind.OTHER, "", (), 0)
            signed = signed_above(lines, index)
            if signed is not None:
                labels[signed] = Label(BlockKind.SIGNATURE, "", (), 0)
            if not any(i > index and x.kind is BlockKind.ANSWER for i, x in labels.items()):
                labels[end] = Label(BlockKind.ANSWER, "", (), 0)
            return


def _asks_by_number(lines: list[Line]) -> bool:
    """Whether numbers head questions: several, or one at the head of a paragraph that asks."""
    numbered = number_lines(lines, {})
    first = min(numbered, default=0)
    apart = first == 0 or lines[first - 1].blank
    asks = any("?" in line.text for line in lines[first:])
    return len(numbered) > 1 or (bool(numbered) and apart and asks)


def _drop_early(labels: dict[int, Label]) -> None:
    """Take out bare answers above the first question: the subject line of a letter's head."""
    first = _places(labels, BlockKind.QUESTION)[0]
    for index, label in list(labels.items()):
        if index < first and label.kind is BlockKind.ANSWER and not label.numbers:
            del labels[index]


_ENCLOSED = re.compile(r"bijlage", re.I)


def _drop_enclosures(lines: list[Line], labels: dict[int, Label]) -> None:
    """Take out 'Bijlage(n) 1' above the first question or answer: a line of the letter's head, or
    the heading of all that follows.
    """
    begun = (
        index
        for index, line in enumerate(lines)
        if "?" in line.text or (index in labels and labels[index].kind is not BlockKind.OTHER)
    )
    for index in range(next(begun, 0)):
        if index in labels and _ENCLOSED.match(labels[index].text):
            del labels[index]


def _places(labels: dict[int, Label], kind: BlockKind) -> list[int]:
    """The lines with a label of that kind, in order."""
    return [index for index, label in sorted(labels.items()) if label.kind is kind]


def _drop_only(lines: list[Line], labels: dict[int, Label]) -> None:
    """Take out 'Vraag' as the heading of questions whose numbers come back below 'Antwoord'."""
    asked, answers = _places(labels, BlockKind.QUESTION), _places(labels, BlockKind.ANSWER)
    if len(asked) != 1 or len(answers) != 1 or asked > answers:
        return
    [start], [end] = asked, answers
    if (
        labels[start].numbers
        or labels[end].numbers
        or lines[start].text[labels[start].end :].strip()
    ):
        return
    above, below = (
        [label.numbers for label in number_lines(part, {}).values()]
        for part in (lines[start:end], lines[end:])
    )
    if len(above) > 1 and above == below:
        del labels[start]


def _turn_answers(lines: list[Line], labels: dict[int, Label]) -> None:
    """Below 'Antwoorden' and the questions, 'Vraag 1' is the label of what answers it, if all
    questions come back there and no answer has a label of its own.
    """
    answers = _places(labels, BlockKind.ANSWER)
    if len(answers) != 1 or labels[answers[0]].numbers:
        return
    [start] = answers
    questions = _places(labels, BlockKind.QUESTION)
    above = [i for i in questions if i < start]
    again = [i for i in questions if i > start]
    numbered = {} if above else number_lines(lines[:start], {})
    asked = [labels[i] for i in above] or numbered.values()
    numbers = [number for label in asked for number in label.numbers]
    if again and numbers == [number for i in again for number in labels[i].numbers]:
        labels.update(numbered)
        labels.update((i, replace(labels[i], kind=BlockKind.ANSWER)) for i in again)


def _without_words(lines: list[Line], labels: dict[int, Label]) -> tuple[list[Section], bool]:
    """Sections of a document in which no question is called 'Vraag'.

    Says too whether the document runs on: all questions first, under one heading all answers.
    """
    answers = _places(labels, BlockKind.ANSWER)
    if len(answers) > 1:
        counted = labels[answers[0]].text[:1].isdigit()
        numbered = {} if counted else number_lines(lines, labels)
        if numbered and not chapter_starts(lines, numbered, answered=True):
            return cut_sections(lines, {**labels, **numbered}), False
        return _questions_above(cut_sections(lines, labels), counted), False
    end = answers[0] if answers else len(lines)
    # The line on who answered when stands above them, with a label without text.
    end = min((i for i, label in labels.items() if not label.text), default=end)
    running = bool(answers) and not find_answer_chapter(labels[answers[0]].text)
    numbered = number_lines(lines[:end], {})
    chapters = [] if answers else chapter_starts(lines[:end], numbered, answered=False)
    if chapters:
        parted = {index: Label(BlockKind.OTHER, "", (), 0) for index in chapters}
        return _below_headings(cut_sections(lines, {**labels, **parted})), False
    whole = running or any(len(line.text) > LONG for line in lines[:end])
    head, inline = number_running_text(lines[:end]) if whole else (lines, {})
    if len(inline) <= len(numbered) and _asks_by_number(lines[:end]):
        return cut_sections(lines, {**labels, **numbered}), running
    if not inline:
        return _unnumbered(lines, labels, end, running), running
    shift = len(head) - end
    moved = {index + shift: label for index, label in labels.items() if index >= end}
    return cut_sections(head + lines[end:], {**inline, **moved}), running


def _below_headings(sections: list[Section]) -> list[Section]:
    """The chapters, with the heading of each as a paragraph of its own."""
    for section in sections[1:]:
        section.lines[1:1] = [Line(section.line, "")]
    return sections


def _unnumbered(
    lines: list[Line], labels: dict[int, Label], end: int, running: bool
) -> list[Section]:
    sections = cut_sections(
        lines[end:], {i - end: label for i, label in labels.items() if i >= end}
    )
    tail = sections[1:]
    head = cut_sections(lines[:end], {i: label for i, label in labels.items() if i < end})
    front, asked = _front_apart(head[0], running)
    return [front, *asked, *head[1:], *(tail if end < len(lines) else [])]


def _front_apart(section: Section, running: bool) -> tuple[Section, list[Section]]:
    """The front without the questions that follow its last title or signature."""
    pieces = read_front(section.lines, first_is_title=running)
    rest: list[Line] = []
    while pieces and pieces[-1].kind is BlockKind.PREAMBLE:
        rest = pieces.pop().lines + rest
    kept = [line for piece in pieces for line in piece.lines]
    before, asked = one_question(rest) if running else questions_by_paragraph(rest)
    return Section(None, line=section.line, lines=kept + before), asked


def _questions_above(sections: list[Section], counted: bool) -> list[Section]:
    """What is asked above each bare answer, or each that is `counted`, as its question."""
    result = [sections[0]]
    for section in sections[1:]:
        before = result[-1]
        if section.kind is BlockKind.ANSWER and (counted or not section.numbers):
            heading, start = asked_above(before.lines, below=before.kind is BlockKind.ANSWER)
            if heading < start and before.kind is BlockKind.ANSWER:
                named = before.lines[heading:start]
                result.append(Section(BlockKind.OTHER, "", (), named[0].number, named))
            else:
                heading = start
            asked = before.lines[start:]
            if asked:
                numbers = section.numbers
                result.append(Section(BlockKind.QUESTION, "", numbers, asked[0].number, asked))
            before.lines = before.lines[:heading]
        result.append(section)
    return result


_QUESTIONS = re.compile(r"\s*(?=[DV])(?i:(?:de\s+)?vra(?:ag|gen)\s*:?\s*)")


def _drop_heading(front: list[Piece], removed: list[Removal]) -> None:
    """Take the heading 'Vragen' from the last text of the front."""
    if not front or front[-1].kind is not BlockKind.PREAMBLE:
        return
    headings = [i for i, x in enumerate(front[-1].lines) if _QUESTIONS.fullmatch(x.text[:40])]
    if headings:
        line = front[-1].lines[headings[-1]]
        front[-1].lines[headings[-1]] = line.with_text("")
        removed.append(Removal(line.number, line.text.strip(), HEADING))


def _without_headings(sections: list[Section], removed: list[Removal]) -> list[Section]:
    """Take out 'Antwoorden' where it only heads the answers that follow."""
    kept = []
    for section, following in zip(sections, [*sections, None][1:], strict=True):
        heads = following is not None and following.kind is BlockKind.ANSWER
        if heads and section.kind is BlockKind.ANSWER and section.empty and not section.numbers:
            removed.append(Removal(section.line, section.label, HEADING))
        else:
            kept.append(section)
    return kept


def _inner_titles(sections: list[Section]) -> list[Section]:
    """Part the title of a further list of questions from the text before it."""
    result: list[Section] = []
    for section, following in zip(sections, [*sections, None][1:], strict=True):
        result.append(section)
        if following is None or following.kind is not BlockKind.QUESTION:
            continue
        if not following.numbers or following.numbers[0] != 1:
            continue
        start = last_title(section.lines)
        if start is not None:
            title = Section(BlockKind.TITLE, "", (), section.lines[start].number)
            title.lines, section.lines = section.lines[start:], section.lines[:start]
            result.append(title)
    return result


def _split_answers(sections: list[Section], removed: list[Removal]) -> list[Section]:
    """Answers to many questions, cut at the numbers that they repeat."""
    asked = [s for s in sections if s.kind is BlockKind.QUESTION]
    answers = [s for s in sections if s.kind is BlockKind.ANSWER]
    if len(answers) == 1 and not asked and not answers[0].numbers:
        return _counted_answers(sections, answers[0], removed)
    if len(answers) == 1 and (further := _further_answers(answers[0], asked)):
        place = sections.index(answers[0]) + 1
        return [*sections[:place], *further, *sections[place:]]
    alone = len(asked) == 1 and asked[0].label[:1].isdigit()
    result: list[Section] = []
    for section in sections:
        joint = len(section.numbers) > 1 and len(asked) > 1
        if section.kind is BlockKind.ANSWER and (joint or alone) and not _says_numbers(section):
            result += _joint_answers(section, removed)
        else:
            result.append(section)
    return result


def _further_answers(answer: Section, asked: list[Section]) -> list[Section]:
    """The answers to all further questions, which stand in that to the first; it loses them."""
    numbers = tuple(number for section in asked for number in section.numbers)
    if len(asked) < 2 or len(answer.numbers) != 1 or numbers[:1] != answer.numbers:
        return []
    lines, labels = number_further(answer.lines, numbers[1:])
    if not labels:
        return []
    first, *rest = cut_sections(lines, labels)
    answer.lines = first.lines
    return rest


def _says_numbers(answer: Section) -> bool:
    """Whether the label of an answer has the numbers of its questions."""
    printed = find_label(answer.label)
    counted = any(letter.isdigit() for letter in answer.label)
    return bool(printed and printed.numbers) or (counted and not find_answer_chapter(answer.label))


def _joint_answers(answer: Section, removed: list[Removal]) -> list[Section]:
    """The answer, cut at the numbers that it repeats; what stands before the first is no answer,
    unless it says to which questions it is one.
    """
    lines, labels, before = number_answers(answer.lines, answer.numbers)
    if not labels:
        return [answer]
    first, *parts = cut_sections(lines, labels)
    if first.empty:
        removed.append(Removal(answer.line, answer.label, HEADING))
        return parts
    kind = BlockKind.ANSWER if before else BlockKind.OTHER
    return [Section(kind, answer.label, before, answer.line, first.lines), *parts]


def _counted_answers(
    sections: list[Section], answer: Section, removed: list[Removal]
) -> list[Section]:
    """The only answer to questions that stand elsewhere, cut at the numbers that it begins with."""
    labels = number_lines(answer.lines, {})
    if len(labels) < 2 or any(not line.blank for line in answer.lines[: min(labels)]):
        return sections
    labels = {index: replace(label, kind=BlockKind.ANSWER) for index, label in labels.items()}
    place = sections.index(answer)
    removed.append(Removal(answer.line, answer.label, HEADING))
    parts = cut_sections(answer.lines, labels)[1:]
    return [*sections[:place], *parts, *sections[place + 1 :]]


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
            label = squeeze(" ".join(line.text for line in previous.lines))
            result[-1] = Section(BlockKind.OTHER, label, (), previous.line, piece.lines)
            continue
        result.append(Section(piece.kind, piece.label, (), content[0].number, piece.lines))
    return result
