"""Cutting a document into sections: what stands before, each question, each answer, the rest."""

from __future__ import annotations

from dataclasses import dataclass, field

from vertaal.parsing.labels import Label, find_label
from vertaal.parsing.lines import Line
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

    def has_question_mark(self) -> bool:
        return any("?" in line.text for line in self.lines)


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
    return sections


def worded_labels(lines: list[Line]) -> dict[int, Label]:
    """The labels that a word announces ('Vraag 4', 'Antwoord:', 'Mededeling')."""
    labels = {}
    before: str | None = None
    for index, line in enumerate(lines):
        if line.blank:
            before = None
            continue
        label = find_label(line.text, before)
        if label is not None:
            labels[index] = label
        before = None if label is not None else line.text
    return labels
