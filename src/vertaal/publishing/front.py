"""What stands before and after the text: title, notice, contents, glossary entries, colophon."""

from __future__ import annotations

from collections.abc import Sequence

from vertaal.publishing import inlines, tree
from vertaal.publishing.labels import LABELS, english_label, short_label
from vertaal.publishing.notice import facts, notice, stand_in
from vertaal.publishing.passages import Book, Language, anchor
from vertaal.publishing.terms import Entry
from vertaal.publishing.tree import Inline, Node, Row
from vertaal.types import Block, BlockKind, OccurrenceStatus

TERM_WIDTHS = (0.3, 0.3, 0.4)
FACT_WIDTHS = (0.25, 0.75)


def title(book: Book, languages: Sequence[Language], kicker: str) -> list[Node]:
    """The title in the first language as heading, in the second below it."""
    main, *others = languages
    nodes: list[Node] = [tree.div([tree.paragraph(tree.words(kicker))], "kicker")]
    nodes.append(
        tree.header(
            1, _title(book, main) or tree.words(stand_in(book.edition, main)), "title", "title"
        )
    )
    for language in others:
        if content := _title(book, language):
            nodes.append(
                tree.div([tree.paragraph(content)], "subtitle", attributes={"lang": language})
            )
    return nodes


def notice_box(book: Book) -> Node:
    """What the English is, calmly, before anything else is read."""
    said = notice(book.edition)
    status, *rest = said.sentences
    strong = tree.types().Strong(tree.words(status))
    return tree.div(
        [tree.paragraph([strong, *tree.words(" " + " ".join(rest))])],
        "notice reviewed" if said.complete else "notice",
    )


CONTENTS: dict[Language, tuple[str, str, str]] = {
    "nl": ("Inhoud", "Vragen", "Antwoorden"),
    "en": ("Contents", "Questions", "Answers"),
}


def contents(book: Book, language: Language) -> list[Node]:
    """The numbers of the questions and the answers, each a link; nothing for a single one."""
    name, questions, answers = CONTENTS[language]
    lines = [
        _numbers(line, blocks, language)
        for line, blocks in (
            (questions, book.edition.document.questions),
            (answers, book.edition.document.answers),
        )
        if len(blocks) > 1
    ]
    if not lines:
        return []
    return [
        tree.html(f'<nav aria-label="{name}">'),
        tree.div([tree.paragraph(line) for line in lines], "contents"),
        tree.html("</nav>"),
    ]


def glossary(book: Book) -> list[Node]:
    """The entries that marked terms lead to."""
    if not book.terms:
        return []
    rows: list[Row] = [
        [
            (tree.plain([_target(entry)]), {"lang": "nl"}),
            (tree.plain(_rendering(entry)), {"lang": "en"}),
            (tree.plain(_places(entry)), {"lang": "en"}),
        ]
        for entry in book.terms
    ]
    head = [
        (tree.plain(tree.words(name)), {"scope": "col"})
        for name in ("Dutch term", "English rendering", "Used in")
    ]
    explanation = (
        "Terms with a dotted line in the text follow the glossary. Q is a question, A an answer."
    )
    return [
        tree.header(2, tree.words("Glossary terms"), "glossary"),
        tree.div([tree.paragraph(tree.words(explanation))], "explanation"),
        tree.table(head, rows, TERM_WIDTHS, "terms", {"aria-labelledby": "glossary"}),
    ]


def colophon(book: Book) -> list[Node]:
    rows: list[Row] = [
        [(tree.plain(tree.words(name)), {"scope": "row"}), (tree.plain(_value(value)), {})]
        for name, value in facts(book.edition)
    ]
    return [
        tree.header(2, tree.words("About this edition"), "colophon"),
        tree.table(None, rows, FACT_WIDTHS, "facts", {"aria-labelledby": "colophon"}, heads=1),
    ]


def _value(text: str) -> list[Inline]:
    content = tree.words(text)
    return [tree.link(content, text, "url")] if text.startswith("https://") else content


def _title(book: Book, language: Language) -> list[Inline]:
    result: list[Inline] = []
    for part in book.of(BlockKind.TITLE):
        for passage in part.passages:
            if result:
                result.append(tree.types().Space())
            result += inlines.sentences(
                passage, language, terms=False, mixed=notice(book.edition).mixed
            )
    return result


def _numbers(name: str, blocks: tuple[Block, ...], language: Language) -> list[Inline]:
    line = tree.words(f"{name}:")
    for index, block in enumerate(blocks):
        line += tree.words(" · " if index else " ")
        text = short_label(block, language) or LABELS[language](block).text
        href = f"#{anchor(block.id, language)}"
        line.append(tree.link(tree.words(text.replace(" ", "\u00a0")), href))
    return line


def _target(entry: Entry) -> Inline:
    return tree.span(tree.words(entry.term.source), entry.id)


def _rendering(entry: Entry) -> list[Inline]:
    content = tree.words(entry.rendering)
    if entry.term.note:
        content += [tree.line_break(), tree.span(tree.words(entry.term.note), "", "remark")]
    if missed := entry.statuses[OccurrenceStatus.VIOLATED]:
        total = entry.statuses.total()
        content += [
            tree.line_break(),
            tree.span(
                tree.words(f"not rendered so in {missed} of {total} places"), "", "remark missed"
            ),
        ]
    return content


_INITIALS = {BlockKind.QUESTION: "Q", BlockKind.ANSWER: "A"}


def _places(entry: Entry) -> list[Inline]:
    content: list[Inline] = []
    for block in entry.blocks:
        if block.kind is BlockKind.TITLE:
            href, text = "title", "Title"
        else:
            href = anchor(block.id)
            initial = _INITIALS.get(block.kind, "")
            text = (
                f"{initial}\u00a0{short_label(block, 'en')}"
                if initial
                else english_label(block).text
            )
        if content:
            content += tree.words("; ")
        content.append(tree.link(tree.words(text.replace(" ", "\u00a0")), f"#{href}"))
    return content
