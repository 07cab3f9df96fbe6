"""Headings of questions and answers, each leading to the other."""

from __future__ import annotations

from collections.abc import Mapping

from vertaal.publishing import inlines, tree
from vertaal.publishing.labels import LABELS, short_label
from vertaal.publishing.passages import LANGUAGES, Book, Language, anchor
from vertaal.publishing.tree import Inline, Node
from vertaal.types import Block, BlockKind

WORDS: dict[Language, tuple[str, str]] = {"nl": ("vraag", "antwoord"), "en": ("question", "answer")}


def label(book: Book, block: Block, language: Language) -> list[Inline]:
    return inlines.linked(book.label(block, language), language)


def jumps(book: Book, block: Block, language: Language) -> list[Inline]:
    """The way to the other half, where the label does not show it: '↓ answer', '↑ question 1'."""
    question, answer = WORDS[language]
    if block.kind is BlockKind.QUESTION:
        ids = book.links.answered.get(block.id, ())
        named = {other.id: short_label(other, language) for other in book.edition.document.answers}
        return [
            _jump(
                book, block, each, f"{answer} {named[each]}" if len(ids) > 1 else answer, language
            )
            for each in ids
        ]
    asked = book.links.asked.get(block.id, {})
    if any(number in asked for _, _, number in LABELS[language](block).numbers):
        return []
    return [
        _jump(book, block, identifier, f"{question} {number}", language)
        for number, identifier in asked.items()
    ]


def both(book: Book, block: Block) -> list[Node]:
    """The heading of a block in both languages."""
    return pair(
        anchor(block.id),
        {language: label(book, block, language) for language in LANGUAGES},
        {language: jumps(book, block, language) for language in LANGUAGES},
    )


def pair(
    identifier: str,
    labels: Mapping[Language, list[Inline]],
    ways: Mapping[Language, list[Inline]],
) -> list[Node]:
    """One heading that holds two labels, and beside it the ways to the other half."""
    space = tree.types().Space()

    def sides(content: Mapping[Language, list[Inline]], *names: str) -> list[Inline]:
        nl, en = (
            tree.span(content[language], name, "side", {"lang": language})
            for language, name in zip(LANGUAGES, names, strict=True)
        )
        return [nl, space, en]

    names = anchor(identifier, "nl"), label_anchor(identifier)
    nodes: list[Node] = [tree.header(3, sides(labels, *names), identifier)]
    if any(ways.values()):
        nodes.append(tree.div([tree.plain(sides(ways, "", ""))], "jumps"))
    return nodes


def label_anchor(identifier: str) -> str:
    """Id of the English label alone: pandoc gives the heading's own id to the whole section."""
    return f"label-{identifier}"


def _jump(book: Book, block: Block, target: str, name: str, language: Language) -> Inline:
    order = [other.id for other in book.edition.document.blocks]
    arrow = "↓" if order.index(target) > order.index(block.id) else "↑"
    content = tree.span(tree.words(f"{arrow} {name}".replace(" ", "\u00a0")), "", "jump")
    return tree.link([content], f"#{anchor(target, language)}", "jump")
