"""One language alone, set as a letter."""

from __future__ import annotations

from collections.abc import Sequence

from vertaal.publishing import front, headings, inlines, tree
from vertaal.publishing.labels import NAMES
from vertaal.publishing.marks import Mark
from vertaal.publishing.notice import notice
from vertaal.publishing.passages import Book, Language, Part, anchor
from vertaal.publishing.tree import Inline, Node
from vertaal.types import Block, BlockKind

UNTITLED = (BlockKind.PREAMBLE, BlockKind.SIGNATURE)
"""Kinds that a letter prints without a heading."""


def english(book: Book) -> list[Node]:
    return [
        *front.title(book, ("en",), "English edition"),
        front.notice_box(book),
        *front.contents(book, "en"),
        *_text(book, "en"),
        *front.colophon(book),
    ]


def dutch(book: Book) -> list[Node]:
    return [
        *front.title(book, ("nl",), "Nederlandse tekst"),
        *front.contents(book, "nl"),
        *_text(book, "nl"),
    ]


def _text(book: Book, language: Language) -> list[Node]:
    setter = _Setter(book, language)
    following = [*(part.block for part in book.text[1:]), None]
    return [
        *(setter.section(part, after) for part, after in zip(book.text, following, strict=False)),
        *([] if book.true_notes else setter.notes()),
    ]


class _Setter:
    """Sets the parts of one book in one language."""

    def __init__(self, book: Book, language: Language) -> None:
        self.book = book
        self.language: Language = language
        self.mixed = language == "en" and notice(book.edition).mixed
        self.bodies = {part.block.id: part for part in book.of(BlockKind.FOOTNOTE)}

    def section(self, part: Part, after: Block | None) -> Node:
        block = part.block
        content: list[Node] = []
        titled = block.kind not in UNTITLED and (block.label or block.kind is not BlockKind.OTHER)
        if titled:
            content.append(self.heading(block, after))
        content += [tree.paragraph(self.sentences(part, i)) for i in range(len(part.shown))]
        name = f"{'section ' if titled else ''}{block.kind.value}"
        return tree.div(content, name, attributes={"lang": self.language})

    def heading(self, block: Block, after: Block | None) -> Node:
        content = headings.label(self.book, block, self.language)
        answers = self.book.links.answered.get(block.id, ())
        if answers and (after is None or after.id != answers[0]):
            content += [tree.types().Space(), *headings.jumps(self.book, block, self.language)]
        return tree.header(2, content, anchor(block.id, self.language))

    def sentences(self, part: Part, index: int, lead: Sequence[Inline] = ()) -> list[Inline]:
        content = inlines.sentences(
            part.shown[index],
            self.language,
            terms=False,
            mixed=self.mixed,
            note=self.note if self.book.true_notes else inlines.linked_note,
        )
        return [*lead, *content]

    def note(self, mark: Mark, language: Language) -> Inline:
        part = self.bodies[mark.href]
        return tree.note([tree.paragraph(self.sentences(part, i)) for i in range(len(part.shown))])

    def notes(self) -> list[Node]:
        """The footnotes as a list, for a format that has no true ones."""
        parts = self.book.of(BlockKind.FOOTNOTE)
        if not parts:
            return []
        name = NAMES[BlockKind.FOOTNOTE][self.language == "en"]
        content = [tree.header(2, tree.words(name), anchor("footnotes", self.language))]
        for part in parts:
            mark = inlines.note_number(part.block, self.language)
            for index in range(len(part.shown)):
                lead = [] if index else [mark, tree.types().Space()]
                content.append(tree.paragraph(self.sentences(part, index, lead)))
        return [tree.div(content, "section footnotes", attributes={"lang": self.language})]
