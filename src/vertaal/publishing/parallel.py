"""Dutch left, English right, paragraph by paragraph.

Every part is a table of its own, whose header row is the part's label in both languages: a
reader, and a screen reader in each cell, is told 'Question 2', and where a part runs over the
page its label comes along.
"""

from __future__ import annotations

from itertools import chain

from vertaal.publishing import front, inlines, tree
from vertaal.publishing.labels import NAMES, Label, dutch_label, english_label
from vertaal.publishing.notice import notice
from vertaal.publishing.passages import Book, Language, Part, anchor, note_anchor
from vertaal.publishing.tree import Cell, Node, Row
from vertaal.types import Block, BlockKind

LANGUAGES: tuple[Language, Language] = ("nl", "en")
HALVES = (0.5, 0.5)

CLASSES: dict[BlockKind, str] = {
    BlockKind.QUESTION: "question",
    BlockKind.ANSWER: "answer",
    BlockKind.SIGNATURE: "signature",
}
"""Kind → class of its table; everything else is plain `text`."""

JUMPS: dict[Language, tuple[str, str]] = {"nl": ("antwoord", "vraag"), "en": ("answer", "question")}


def body(book: Book) -> list[Node]:
    mixed = notice(book.edition).mixed
    parts = [
        part
        for part in book.parts
        if part.block.kind not in (BlockKind.TITLE, BlockKind.FOOTNOTE) and part.passages
    ]
    return [
        *front.title(book, ("en", "nl"), "Dutch–English parallel edition"),
        front.notice_box(book),
        *front.contents(book),
        tree.header(2, tree.words("Parallel text"), "text"),
        tree.html(
            '<div class="columns" aria-hidden="true">'
            '<span lang="nl">Nederlands</span><span lang="en">English</span></div>'
        ),
        *chain.from_iterable(section(book, part, mixed) for part in parts),
        *notes(book, mixed),
        *front.glossary(book),
        *front.colophon(book),
    ]


def section(book: Book, part: Part, mixed: bool) -> list[Node]:
    block = part.block
    name = CLASSES.get(block.kind, "text")
    rows = [
        [
            (
                "",
                [tree.paragraph(inlines.sentences(passage, language, mixed=mixed))],
                {"lang": language},
            )
            for language in LANGUAGES
        ]
        for passage in part.passages
    ]
    head = [heading(book, block, language) for language in LANGUAGES]
    return [
        tree.div(
            [tree.table(head, rows, HALVES, name, {"aria-labelledby": anchor(block.id)})],
            f"section {name}",
        )
    ]


def heading(book: Book, block: Block, language: Language) -> Cell:
    """The label, with its numbers leading to the questions, and the way to the answer."""
    value = dutch_label(block) if language == "nl" else english_label(block)
    places = dict(book.links.asked.get(block.id, ())) if block.kind is BlockKind.ANSWER else {}
    content: list[Node] = [
        tree.header(3, inlines.label(value, places, language), anchor(block.id, language))
    ]
    answers = book.links.answered.get(block.id, ())
    if answers:
        word = JUMPS[language][0]
        content.append(
            tree.div(
                [
                    tree.plain(
                        [tree.link(tree.words(f"→ {word}"), f"#{anchor(answers[0], language)}")]
                    )
                ],
                "jump",
            )
        )
    return ("", content, {"lang": language, "scope": "col"})


def notes(book: Book, mixed: bool) -> list[Node]:
    """The footnotes, aligned, at the end; their marks in the text lead here."""
    parts = book.of(BlockKind.FOOTNOTE)
    if not parts:
        return []
    names: dict[Language, str] = dict(zip(LANGUAGES, NAMES[BlockKind.FOOTNOTE], strict=True))
    head: Row = [
        (
            "",
            [
                tree.header(
                    3, inlines.label(Label(names[lang]), {}, lang), anchor("footnotes", lang)
                )
            ],
            {"lang": lang, "scope": "col"},
        )
        for lang in LANGUAGES
    ]
    rows = [_note_row(part, index, mixed) for part in parts for index in range(len(part.passages))]
    return [
        tree.div(
            [tree.table(head, rows, HALVES, "footnotes", {"aria-labelledby": "footnotes"})],
            "section footnotes",
        )
    ]


def _note_row(part: Part, index: int, mixed: bool) -> Row:
    cells: list[Cell] = []
    for language in LANGUAGES:
        content = inlines.sentences(part.passages[index], language, mixed=mixed)
        if index == 0:
            number = "".join(str(n) for n in part.block.numbers)
            name = anchor(note_anchor(number or part.block.id), language)
            content = [
                tree.span(tree.words(number), name, "note-number"),
                *tree.words(" "),
                *content,
            ]
        cells.append(("", [tree.paragraph(content)], {"lang": language}))
    return cells
