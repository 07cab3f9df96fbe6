"""Both languages, paragraph by paragraph: side by side, or one below the other.

Side by side, every part is a table of its own below its heading: a row is one paragraph in both
languages, so that a screen reader reads the Dutch and then the English of it, and no row can drift
from its partner.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vertaal.publishing import front, headings, inlines, rows, tree
from vertaal.publishing.labels import NAMES
from vertaal.publishing.notice import notice
from vertaal.publishing.passages import LANGUAGES, Book, Language, Part, Passage, anchor
from vertaal.publishing.tree import Inline, Node, Row
from vertaal.types import BlockKind

PARALLEL = "Dutch–English parallel edition"
HALVES = (0.5, 0.5)
COLUMNS: dict[Language, str] = {"nl": "Nederlands", "en": "English"}
COLUMN_BAR = (
    '<div class="columns" aria-hidden="true">'
    + "".join(f'<span lang="{language}">{name}</span>' for language, name in COLUMNS.items())
    + "</div>"
)
"""Names the columns while one scrolls; a screen reader has the tables' own headers."""

CLASSES: dict[BlockKind, str] = {
    BlockKind.QUESTION: "question",
    BlockKind.ANSWER: "answer",
    BlockKind.SIGNATURE: "signature",
    BlockKind.FOOTNOTE: "footnotes",
}
"""Kind → class of its section; everything else is plain `text`."""

Pair = Sequence[list[Inline]]
"""A paragraph in Dutch and in English."""
Setter = Callable[[list[Pair], str, str], list[Node]]
"""Sets the paragraphs of a section, given its class and the id of its heading."""


def parallel(book: Book) -> list[Node]:
    """Dutch left, English right."""
    text = [tree.html(COLUMN_BAR), *_sections(book, _columns)]
    return _frame(book, PARALLEL, "Parallel text", text)


def flowing(book: Book) -> list[Node]:
    """The parallel edition for pages too narrow for two columns: a pair below the other."""
    return _frame(book, PARALLEL, "Parallel text", _sections(book, _stack))


def stacked(book: Book) -> list[Node]:
    """Each paragraph in Dutch, its English below it: for proofreading."""
    return _frame(book, "Dutch–English edition for proofreading", "Text", _sections(book, _stack))


def _frame(book: Book, kicker: str, heading: str, text: list[Node]) -> list[Node]:
    return [
        *front.title(book, ("en", "nl"), kicker),
        front.notice_box(book),
        *front.contents(book, "en"),
        tree.header(2, tree.words(heading), "text"),
        *text,
        *front.glossary(book),
        *front.colophon(book),
    ]


def _sections(book: Book, setter: Setter) -> list[Node]:
    mixed = notice(book.edition).mixed
    sections: list[Node] = []
    for part in book.text:
        name = CLASSES.get(part.block.kind, "text")
        content = setter(_pairs(part, mixed), name, anchor(part.block.id))
        sections.append(tree.div([*headings.both(book, part.block), *content], f"section {name}"))
    if notes := book.of(BlockKind.FOOTNOTE):
        # All of them together, at the end: their marks in the text lead here.
        pairs = [pair for part in notes for pair in _note_pairs(part, mixed)]
        nl, en = NAMES[BlockKind.FOOTNOTE]
        head = headings.pair(
            "footnotes", {"nl": tree.words(nl), "en": tree.words(en)}, {"nl": [], "en": []}
        )
        content = setter(pairs, "footnotes", "footnotes")
        sections.append(tree.div([*head, *content], "section footnotes"))
    return sections


def _pairs(part: Part, mixed: bool) -> list[Pair]:
    pairs: list[Pair] = []
    for passages, of_table in rows.runs(part.shown, LANGUAGES):
        sides = [
            _rows(passages, language, mixed)
            if of_table
            else [inlines.sentences(passage, language, mixed=mixed) for passage in passages]
            for language in LANGUAGES
        ]
        pairs += map(list, zip(*sides, strict=True))
    return pairs


def _rows(passages: Sequence[Passage], language: Language, mixed: bool) -> list[list[Inline]]:
    cells = [rows.cells(passage, language) for passage in passages]
    shares = rows.shares(cells)
    return [inlines.row(row, shares, language, mixed=mixed) for row in cells]


def _note_pairs(part: Part, mixed: bool) -> list[Pair]:
    pairs = _pairs(part, mixed)
    for language, side in zip(LANGUAGES, pairs[0], strict=True):
        side[:0] = [inlines.note_number(part.block, language), tree.types().Space()]
    return pairs


def _columns(pairs: list[Pair], name: str, heading: str) -> list[Node]:
    head: Row = [
        (
            tree.plain([tree.span(tree.words(COLUMNS[language]), "", "visually-hidden")]),
            {"lang": language, "scope": "col"},
        )
        for language in LANGUAGES
    ]
    body: list[Row] = [
        [
            (tree.paragraph(side), {"lang": language})
            for language, side in zip(LANGUAGES, pair, strict=True)
        ]
        for pair in pairs
    ]
    return [
        tree.table(head, body, HALVES, name, {"aria-labelledby": headings.label_anchor(heading)})
    ]


def _stack(pairs: list[Pair], name: str, heading: str) -> list[Node]:
    return [
        tree.div(
            [
                tree.div([tree.paragraph(side)], f"{name} side", attributes={"lang": language})
                for language, side in zip(LANGUAGES, pair, strict=True)
            ],
            "pair",
        )
        for pair in pairs
    ]
