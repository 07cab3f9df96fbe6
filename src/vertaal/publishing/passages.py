"""An edition laid out for reading: its parts, their paragraphs, the sentences on both sides."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from vertaal.cells import BAR
from vertaal.publishing import footnotes, references
from vertaal.publishing.labels import LABELS
from vertaal.publishing.marks import Mark, Marked, MarkKind, nest, web_addresses
from vertaal.publishing.notice import stand_in
from vertaal.publishing.terms import Entry, entries, key, visible
from vertaal.spacing import squeeze, trimmed
from vertaal.types import (
    Block,
    BlockKind,
    Edition,
    Occurrence,
    OccurrenceStatus,
    Origin,
    Segment,
    State,
    TermStatus,
    Unit,
    overlap,
)

Language = Literal["nl", "en"]
LANGUAGES: tuple[Language, Language] = ("nl", "en")
TAGS = {"nl": "nl-NL", "en": "en-GB"}
"""Language of a side → the tag that proofing tools and readers know."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence on one side. `before` is the white space or text that parts it from the last
    one; `segment` is empty for text that no segment covers.
    """

    text: str
    segment: str = ""
    marks: tuple[Mark, ...] = ()
    before: str = ""
    state: State = State.INITIAL
    origin: Origin = Origin.MT

    @property
    def notes(self) -> list[Mark]:
        """The marks of its footnotes, in order."""
        return sorted(
            (mark for mark in self.marks if mark.kind is MarkKind.NOTE), key=lambda m: m.start
        )

    @property
    def unmarked(self) -> str:
        """The text without these."""
        text = self.text
        for mark in reversed(self.notes):
            text = text[: mark.start] + text[mark.end :]
        return text

    @property
    def cells(self) -> list[Sentence]:
        """The row of a table cut at the borders of its cells, but for those inside a mark."""
        inside = [(mark.start, mark.end) for mark in self.marks]
        bars = [bar.span() for bar in BAR.finditer(self.text)]
        bars = [bar for bar in bars if not any(overlap(bar, each) for each in inside)]
        edges = [(0, 0), *bars, (len(self.text), len(self.text))]
        return [self._part(before[1], after[0]) for before, after in pairwise(edges)]

    def _part(self, start: int, end: int) -> Sentence:
        start, end = trimmed(self.text, start, end)
        marks = tuple(
            replace(mark, start=mark.start - start, end=mark.end - start)
            for mark in self.marks
            if start <= mark.start and mark.end <= end
        )
        return replace(self, text=self.text[start:end], marks=marks)


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph in Dutch and in English."""

    dutch: tuple[Sentence, ...]
    english: tuple[Sentence, ...]

    def side(self, language: Language) -> tuple[Sentence, ...]:
        return self.dutch if language == "nl" else self.english


EMPTY = Passage((), ())
"""Stands for the text of a part that has none, so that its heading has something below it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A block with its paragraphs."""

    block: Block
    passages: tuple[Passage, ...]

    @property
    def shown(self) -> tuple[Passage, ...]:
        """The paragraphs as they are set: never none, since links lead here."""
        return self.passages or (EMPTY,)


@dataclass(frozen=True, slots=True)
class Book:
    """All that a layout needs: the edition's parts in order, its links and its terms."""

    edition: Edition
    parts: tuple[Part, ...]
    links: references.Links
    terms: tuple[Entry, ...]
    true_notes: bool = False
    """Set the notes as footnotes of the format itself."""

    @property
    def text(self) -> tuple[Part, ...]:
        """The parts that make up the running text; a heading alone is one."""
        apart = (BlockKind.TITLE, BlockKind.FOOTNOTE)
        headed = (BlockKind.QUESTION, BlockKind.ANSWER, BlockKind.OTHER)
        return tuple(
            part
            for part in self.parts
            if part.block.kind in headed or (part.passages and part.block.kind not in apart)
        )

    def of(self, kind: BlockKind) -> tuple[Part, ...]:
        return tuple(part for part in self.parts if part.block.kind is kind)

    def title(self, language: Language) -> str:
        """The title as a document's properties name it, or what stands in for one."""
        texts = [
            sentence.unmarked
            for part in self.of(BlockKind.TITLE)
            for passage in part.passages
            for sentence in passage.side(language)
        ]
        return squeeze(" ".join(texts)) or stand_in(self.edition, language)

    def label(self, block: Block, language: Language) -> Marked:
        """The block's label; the numbers in an answer's lead to the questions."""
        label, asked = LABELS[language](block), self.links.asked.get(block.id, {})
        marks = [
            Mark(start, end, MarkKind.REFERENCE, anchor(asked[number], language))
            for start, end, number in label.numbers
            if number in asked
        ]
        return nest(label.text, marks)

    def numbered(self, language: Language) -> bool:
        """Whether the footnotes are 1, 2, 3 … and each has its mark, in that order, in the running
        text on one side: a word processor that counts its notes itself then arrives at the same
        numbers.
        """
        marked = [
            mark.title
            for part in self.text
            for passage in part.passages
            for sentence in passage.side(language)
            for mark in sentence.notes
        ]
        count = len(self.of(BlockKind.FOOTNOTE))
        return marked == [str(number) for number in range(1, count + 1)]


def anchor(identifier: str, language: Language = "en") -> str:
    """The id under which a block can be linked to, on one side."""
    safe = re.sub(r"[^\w.-]+", "-", identifier)
    return f"nl-{safe}" if language == "nl" else safe


def book(edition: Edition) -> Book:
    units = {unit.id: unit for unit in edition.units}
    linked = references.links(edition.document)
    found = entries(edition)
    occurrences: dict[str, list[Occurrence]] = defaultdict(list)
    for occurrence in filter(visible, edition.occurrences):
        occurrences[occurrence.segment].append(occurrence)
    notes = edition.document.of(BlockKind.FOOTNOTE)
    apart = {note.id for note in notes}
    noted = footnotes.marks((s for s in edition.segments if s.block not in apart), notes)
    by_block: dict[str, list[Segment]] = defaultdict(list)
    for segment in edition.segments:
        by_block[segment.block].append(segment)
    weaver = _Weaver(units, linked, found, occurrences, noted)
    return Book(
        edition,
        tuple(
            Part(block, weaver.passages(block, by_block[block.id]))
            for block in edition.document.blocks
        ),
        linked,
        tuple(found.values()),
    )


@dataclass(frozen=True, slots=True)
class _Weaver:
    units: dict[str, Unit]
    links: references.Links
    entries: dict[tuple[str, str, TermStatus], Entry]
    occurrences: dict[str, list[Occurrence]]
    notes: dict[str, list[footnotes.NoteMark]]

    def passages(self, block: Block, segments: list[Segment]) -> tuple[Passage, ...]:
        seen: dict[Language, set[str]] = {"nl": set(), "en": set()}
        result: list[Passage] = []
        offset = 0
        for paragraph in block.paragraphs:
            end = offset + len(paragraph)
            inside = sorted(
                (s for s in segments if offset <= s.start and s.end <= end), key=lambda s: s.start
            )
            result.append(self._passage(block, offset, end, inside, seen))
            offset = end + len("\n\n")
        return tuple(result)

    def _passage(
        self,
        block: Block,
        start: int,
        end: int,
        segments: list[Segment],
        seen: dict[Language, set[str]],
    ) -> Passage:
        dutch: list[Sentence] = []
        english: list[Sentence] = []
        position = start
        for segment in segments:
            before = block.text[position : segment.start]
            if before.strip():
                dutch.append(Sentence(before.strip(), before=" " if dutch else ""))
                before = " "
            unit = self.units.get(segment.id) or Unit(segment.id, block.id, segment.source)
            source_marks = self._marks(block, segment, segment.source, "nl", seen["nl"])
            dutch.append(Sentence(segment.source, segment.id, source_marks, before, unit.state))
            target_marks = self._marks(block, segment, unit.target, "en", seen["en"])
            english.append(
                Sentence(
                    unit.target, segment.id, target_marks, before or " ", unit.state, unit.origin
                )
            )
            position = segment.end
        rest = block.text[position:end]
        if rest.strip():
            dutch.append(Sentence(rest.strip(), before=" " if dutch else ""))
        return Passage(tuple(dutch), tuple(english))

    def _marks(
        self, block: Block, segment: Segment, text: str, language: Language, seen: set[str]
    ) -> tuple[Mark, ...]:
        notes = self.notes.get(segment.id, [])
        if language == "en":
            notes = footnotes.target_marks(text, notes)
        found = [
            Mark(note.start, note.end, MarkKind.NOTE, note.note, note.number) for note in notes
        ]
        if not text:
            return tuple(found)
        found += [*web_addresses(text, found), *self._references(block, text, language)]
        found += self._terms(segment, language, seen)
        return tuple(found)

    def _references(self, block: Block, text: str, language: Language) -> list[Mark]:
        found: list[Mark] = []
        for named in references.cross_references(text, language):
            question = self.links.question(named.number, block.id)
            answer = self.links.answer(named.number, block.id)
            place = (answer or question) if named.to_answer else question
            if place and place != block.id:
                found.append(
                    Mark(named.start, named.end, MarkKind.REFERENCE, anchor(place, language))
                )
        return found

    def _terms(self, segment: Segment, language: Language, seen: set[str]) -> list[Mark]:
        found: list[Mark] = []
        for occurrence in self.occurrences.get(segment.id, ()):
            entry = self.entries[key(occurrence.match.term)]
            start, end = occurrence.match.start, occurrence.match.end
            if language == "en":
                start, end = occurrence.target_start, occurrence.target_end
                if start < 0 or end <= start:
                    continue
            violated = occurrence.status is OccurrenceStatus.VIOLATED
            title = entry.title + (" – not rendered so here" if violated else "")
            kind = MarkKind.VIOLATED if violated else MarkKind.TERM
            found.append(Mark(start, end, kind, entry.id, title, entry.id in seen))
            seen.add(entry.id)
        return found
