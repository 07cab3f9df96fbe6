"""One language alone, set as a letter."""

from __future__ import annotations

from itertools import chain

from vertaal.publishing import front, inlines, tree
from vertaal.publishing.labels import NAMES, dutch_label, english_label
from vertaal.publishing.notice import notice
from vertaal.publishing.passages import Book, Language, Part, anchor, note_anchor
from vertaal.publishing.tree import Inline, Node
from vertaal.types import Block, BlockKind

UNTITLED = (BlockKind.PREAMBLE, BlockKind.SIGNATURE)
"""Kinds that a letter prints without a heading."""

LABELS = {"nl": dutch_label, "en": english_label}


def english(book: Book) -> list[Node]:
    return [
        *front.title(book, ("en",), "English edition"),
        front.notice_box(book),
        *front.contents(book),
        *text(book, "en"),
        *front.colophon(book),
    ]


def text(book: Book, language: Language) -> list[Node]:
    mixed = language == "en" and notice(book.edition).mixed
    numbers = [str(n) for part in book.of(BlockKind.FOOTNOTE) for n in part.block.numbers]
    # A writer numbers its notes itself: they are true footnotes only where that comes out right.
    true_notes = (
        numbers == [str(n) for n in range(1, len(numbers) + 1)] and set(numbers) == book.noted
    )
    setter = _Setter(book, language, mixed, true_notes)
    parts = [
        part
        for part in book.parts
        if part.block.kind not in (BlockKind.TITLE, BlockKind.FOOTNOTE) and part.passages
    ]
    following = [*(part.block for part in parts[1:]), None][: len(parts)]
    return [
        *chain.from_iterable(
            setter.section(part, after) for part, after in zip(parts, following, strict=True)
        ),
        *([] if true_notes else setter.notes()),
    ]


class _Setter:
    """Sets the parts of one book in one language."""

    def __init__(self, book: Book, language: Language, mixed: bool, true_notes: bool) -> None:
        self.book = book
        self.language: Language = language
        self.mixed = mixed
        self.true_notes = true_notes
        self.bodies = {
            str(number): part
            for part in book.of(BlockKind.FOOTNOTE)
            for number in part.block.numbers
        }

    def section(self, part: Part, after: Block | None) -> list[Node]:
        block = part.block
        content: list[Node] = []
        if block.kind not in UNTITLED and (block.label or block.kind is not BlockKind.OTHER):
            content.append(self.heading(block, after))
        content += [tree.paragraph(self.sentences(part, i)) for i in range(len(part.passages))]
        return [
            tree.div(content, f"section {block.kind.value}", attributes={"lang": self.language})
        ]

    def heading(self, block: Block, after: Block | None) -> Node:
        links = self.book.links
        places = dict(links.asked.get(block.id, ())) if block.kind is BlockKind.ANSWER else {}
        content = inlines.label(LABELS[self.language](block), places, self.language)
        answers = links.answered.get(block.id, ())
        if answers and (after is None or after.id != answers[0]):
            word = {"nl": "antwoord", "en": "answer"}[self.language]
            href = f"#{anchor(answers[0], self.language)}"
            content += [
                tree.types().Space(),
                tree.link([tree.span(tree.words(f"→ {word}"), "", "jump")], href),
            ]
        return tree.header(2, content, anchor(block.id, self.language))

    def sentences(self, part: Part, index: int) -> list[Inline]:
        return inlines.sentences(
            part.passages[index],
            self.language,
            terms=False,
            mixed=self.mixed,
            note=self.note if self.true_notes else inlines.linked_note,
        )

    def note(self, number: str, language: Language) -> Inline:
        part = self.bodies[number]
        return tree.note(
            [tree.paragraph(self.sentences(part, i)) for i in range(len(part.passages))]
        )

    def notes(self) -> list[Node]:
        parts = self.book.of(BlockKind.FOOTNOTE)
        if not parts:
            return []
        name = NAMES[BlockKind.FOOTNOTE][self.language == "en"]
        content: list[Node] = [tree.header(2, tree.words(name), anchor("footnotes", self.language))]
        for part in parts:
            number = "".join(str(n) for n in part.block.numbers)
            mark = tree.span(
                tree.words(number),
                anchor(note_anchor(number or part.block.id), self.language),
                "note-number",
            )
            for index in range(len(part.passages)):
                lead = [] if index else [mark, tree.types().Space()]
                content.append(tree.paragraph([*lead, *self.sentences(part, index)]))
        return [tree.div(content, "section footnotes", attributes={"lang": self.language})]
