"""One language alone, set as a letter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vertaal.publishing import front, headings, inlines, rows, tree
from vertaal.publishing.labels import NAMES
from vertaal.publishing.marks import Mark
from vertaal.publishing.notice import notice
from vertaal.publishing.passages import Book, Language, Part, Passage, Sentence, anchor
from vertaal.publishing.tree import Inline, Node, Row
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
        content += self.paragraphs(part)
        name = f"{'section ' if titled else ''}{block.kind.value}"
        return tree.div(content, name, attributes={"lang": self.language})

    def paragraphs(self, part: Part) -> Iterator[Node]:
        """Its paragraphs; rows below each other are set as the table that they were."""
        for passages, of_table in rows.runs(part.shown, (self.language,)):
            if of_table:
                yield self.table([rows.cells(passage, self.language) for passage in passages])
            else:
                yield from (tree.paragraph(self.sentences(passage)) for passage in passages)

    def table(self, cells: Sequence[Sequence[Sentence]]) -> Node:
        shares = rows.shares(cells)
        head, *body = [self.row(row, len(shares)) for row in cells]
        if rows.headed(cells):
            return tree.table(head, body, shares, "figures")
        return tree.table(None, [head, *body], shares, "figures")

    def row(self, cells: Sequence[Sentence], columns: int) -> Row:
        last = len(cells) - 1
        contents = [
            inlines.one(
                cell,
                self.language,
                terms=False,
                mixed=self.mixed and column == last,
                note=self.note_writer,
                targets=not column,
            )
            for column, cell in enumerate(cells)
        ]
        contents += [[] for _ in range(columns - len(cells))]
        return [(tree.plain(content), {}) for content in contents]

    @property
    def note_writer(self) -> inlines.NoteWriter:
        return self.note if self.book.true_notes else inlines.linked_note

    def heading(self, block: Block, after: Block | None) -> Node:
        content = headings.label(self.book, block, self.language)
        answers = self.book.links.answered.get(block.id, ())
        if answers and (after is None or after.id != answers[0]):
            content += [tree.types().Space(), *headings.jumps(self.book, block, self.language)]
        return tree.header(2, content, anchor(block.id, self.language))

    def sentences(self, passage: Passage, lead: Sequence[Inline] = ()) -> list[Inline]:
        content = inlines.sentences(
            passage,
            self.language,
            terms=False,
            mixed=self.mixed,
            note=self.note_writer,
        )
        return [*lead, *content]

    def note(self, mark: Mark, language: Language) -> Inline:
        part = self.bodies[mark.href]
        return tree.note([tree.paragraph(self.sentences(passage)) for passage in part.shown])

    def notes(self) -> list[Node]:
        """The footnotes as a list, for a format that has no true ones."""
        parts = self.book.of(BlockKind.FOOTNOTE)
        if not parts:
            return []
        name = NAMES[BlockKind.FOOTNOTE][self.language == "en"]
        content = [tree.header(2, tree.words(name), anchor("footnotes", self.language))]
        for part in parts:
            mark = inlines.note_number(part.block, self.language)
            for index, passage in enumerate(part.shown):
                lead = [] if index else [mark, tree.types().Space()]
                content.append(tree.paragraph(self.sentences(passage, lead)))
        return [tree.div(content, "section footnotes", attributes={"lang": self.language})]
