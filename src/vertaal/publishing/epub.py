"""The EPUB writer: the tree cut into chapters by pandoc, then finished as a package.

A book's page may be as narrow as a phone, so the layout that has columns is set without them.
"""

from __future__ import annotations

from dataclasses import replace
from importlib import resources
from typing import Any

from vertaal import pandoc_library
from vertaal.publishing import epubxml, tree
from vertaal.publishing.front import CONTENTS
from vertaal.publishing.layouts import Layout
from vertaal.publishing.passages import TAGS, Book
from vertaal.publishing.tree import Node


def write(book: Book, layout: Layout) -> bytes:
    """The book."""
    book = replace(book, true_notes=book.numbered(layout.language))
    body = (layout.flowing or layout.body)(book)
    metadata = {
        "title": tree.clean(layout.title(book)),
        "lang": TAGS[layout.language],
        "toc-title": CONTENTS[layout.language][0],
        "identifier": epubxml.identifier(book.edition, layout.name),
    }
    sheet = resources.files("vertaal.publishing") / "data" / "book.css"
    with resources.as_file(sheet) as style:
        data = pandoc_library.write(
            tree.document(_chapters(body), metadata),
            "epub3",
            [
                f"--css={style}",
                "--split-level=1",
                "--toc-depth=2",
                "--epub-title-page=false",
                "--wrap=none",
            ],
        )
    return epubxml.finish(data, book.edition, layout)


def _chapters(body: list[Any]) -> list[Node]:
    """The tree with a heading of the first level where a chapter, a file of its own, begins: at
    the title, and at every part outside the text of a letter. What stands above the title comes
    below it.
    """
    t = tree.types()
    first = next(index for index, node in enumerate(body) if isinstance(node, t.Header))
    title, nodes = body[first], [*body[:first], *body[first + 1 :]]
    return [title, *(_raised(node) for node in nodes)]


def _raised(node: Any) -> Node:
    t = tree.types()
    if isinstance(node, t.Header):
        level, attributes, content = node
        return t.Header(level - 1, attributes, content)
    if isinstance(node, t.Div):
        attributes, content = node
        return t.Div(attributes, [each for child in content for each in _lowered(child)])
    return node


def _lowered(node: Any) -> list[Node]:
    """A heading inside a section: of the second level, its two languages parted by a dot, the ways
    to the other half below it: they are no part of what the table of contents shows.
    """
    t = tree.types()
    if not isinstance(node, t.Header):
        return [node]
    _, attributes, content = node
    ways = [item for item in content if isinstance(item, t.Link) and "jump" in item[0][1]]
    label = [item for item in content if item not in ways]
    if ways:
        label.pop()  # the space before them
    sides = tree.sides(label)
    if len(sides) > 1:
        label = [sides[0], *tree.words(" · "), *sides[1:]]
    heading = t.Header(2, attributes, label)
    return [heading, tree.div([tree.plain(ways)], "jumps")] if ways else [heading]
