"""The DOCX writer: the tree with Word's styles named in it, written by pandoc, then finished."""

from __future__ import annotations

import os
import tempfile
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

from vertaal import pandoc_library
from vertaal.errors import InputError
from vertaal.publishing import reference, tree, wordxml
from vertaal.publishing.disclosure import statements, summary
from vertaal.publishing.layouts import Layout
from vertaal.publishing.passages import LANGUAGES, TAGS, Book
from vertaal.publishing.tree import Node

PARAGRAPH_STYLES: dict[str, str] = {
    "kicker": "Kicker",
    "subtitle": "Subtitle",
    "notice": "Notice",
    "contents": "Contents",
    "explanation": "Explanation",
    "signature": "Signature",
    "question": "Question",
    "answer": "Answer",
    "footnotes": "Footnote Text",
}
"""Class of a division → style of its paragraphs."""

TABLE_STYLES: dict[str, str] = {
    "question": "Parallel Question",
    "answer": "Parallel Answer",
    "text": "Parallel Text",
    "signature": "Parallel Text",
    "footnotes": "Parallel Text",
    "terms": "List Table",
    "facts": "List Table",
    "figures": "List Table",
}
"""Class of a table → its style."""

CELL_STYLES: dict[str, str] = {
    "question": "Question",
    "answer": "Answer",
    "text": "Text",
    "signature": "Text",
    "footnotes": "Note",
}
"""Class of a table → style of its paragraphs, to which the language is added: 'Question NL'."""

SPAN_STYLES: dict[str, str] = {
    "note-number": "Note Number",
    "remark": "Remark",
    "jump": "Jump",
    "missing": "Missing",
}
"""Class of a span → character style."""


def write(book: Book, layout: Layout, reference_doc: Path | None) -> bytes:
    """The document, styled by `reference_doc` where a ministry has one of its own.

    Raises `InputError` if that is no DOCX.
    """
    edition = book.edition
    title = tree.clean(book.title(layout.language))
    book = replace(book, true_notes=book.numbered(layout.language))
    metadata = {
        "lang": TAGS[layout.language],
        "subject": layout.description(book),
        "description": summary(edition, layout),
        "keywords": ", ".join(layout.keywords),
    } | {f"vertaal:{name}": value for name, value in statements(edition, layout).items()}
    document = tree.document([_styled(node) for node in layout.body(book)], metadata)
    with tempfile.TemporaryDirectory() as folder:
        if reference_doc is not None:
            _check(reference_doc)
        else:
            reference_doc = Path(folder) / "reference.docx"
            reference_doc.write_bytes(reference.build(layout.columns))
        data = pandoc_library.write(
            document, "docx", [f"--reference-doc={os.path.abspath(reference_doc)}"]
        )
    tips = {entry.id: tree.clean(entry.title) for entry in book.terms}
    return wordxml.finish(data, title=title, date=edition.provenance.date, tips=tips)


def _check(reference_doc: Path) -> None:
    try:
        with zipfile.ZipFile(reference_doc) as package:
            package.getinfo("word/styles.xml")
    except (OSError, KeyError, zipfile.BadZipFile) as error:
        raise InputError(
            "is not a DOCX that styles can be taken from.",
            path=reference_doc,
            remedy="Save the reference document as .docx in your word processor.",
        ) from error


def _styled(node: Any) -> Node:
    """A node with custom styles in place of classes, and Word's levels of heading."""
    t = tree.types()
    if isinstance(node, t.Header):
        return _heading(node)
    if isinstance(node, t.Div):
        return _division(node)
    if isinstance(node, t.Table):
        return _table(node)
    if isinstance(node, (t.Para, t.Plain)):
        # Pandoc gives plain text its own style, Compact, whatever stands around it.
        return t.Para(_inlines(node[0]))
    return node


def _heading(node: Any) -> Node:
    """The page's heading is Word's Title; the levels below it move up by one."""
    level, (identifier, classes, attributes), content = node
    if level == 1:
        title = tree.paragraph([tree.span(_inlines(content), identifier)])
        return tree.div([title], attributes={"custom-style": "Title"})
    return tree.types().Header(level - 1, (identifier, classes, attributes), _inlines(content))


def _division(node: Any) -> Node:
    (identifier, classes, attributes), content = node
    if "section" in classes:
        content = _with_headline(content)
    style = next((PARAGRAPH_STYLES[name] for name in classes if name in PARAGRAPH_STYLES), None)
    if "side" in classes:
        kind = "Stacked Question" if "question" in classes else "Stacked"
        style = f"{kind} {dict(attributes)['lang'].upper()}"
    t = tree.types()
    inside = [_styled(child) for child in content]
    if style and any(isinstance(child, t.Table) for child in content):
        # A style of the whole would be that of the tables' paragraphs too.
        named = {"custom-style": style}
        inside = [
            tree.div([child], attributes=named) if isinstance(child, t.Para) else child
            for child in inside
        ]
    elif style:
        attributes = [*attributes, ("custom-style", style)]
    return t.Div((identifier, classes, attributes), inside)


def _with_headline(content: list[Any]) -> list[Any]:
    """A heading in two languages where Word can use it: as the header row of its table, which is
    repeated on every page, or else as one line, 'Vraag 1 · Question 1'.
    """
    t = tree.types()
    header, *rest = content
    sides = tree.sides(header[2])
    if len(sides) != len(LANGUAGES):
        return content
    labels = sides[0], sides[1]
    ways: list[list[Any]] = [[], []]
    if isinstance(rest[0], t.Div) and "jumps" in rest[0][0][1]:
        (nl, _, en), *rest = rest[0][1][0][0], *rest[1:]
        ways = [nl[1], en[1]]
    if isinstance(rest[0], t.Table):
        return [_with_header_row(rest[0], header, labels, ways)]
    line = [labels[0], *tree.words(" · "), labels[1], *_after_space(ways[1])]
    return [t.Header(header[0], header[1], line), *rest]


def _with_header_row(
    table: Any, header: Any, labels: tuple[Any, Any], ways: list[list[Any]]
) -> Any:
    t = tree.types()
    level, (identifier, *_), _ = header
    attr, caption, columns, (head_attr, (row,)), *rest = table
    cells = [
        t.Cell(
            *cell[:-1],
            [t.Header(level, (name, [], []), [*label[1], *_after_space(way)])],
        )
        for cell, label, way, name in zip(
            row[1], labels, ways, (labels[0][0][0], identifier), strict=True
        )
    ]
    return t.Table(attr, caption, columns, t.TableHead(head_attr, [t.Row(row[0], cells)]), *rest)


def _after_space(content: list[Any]) -> list[Any]:
    return [tree.types().Space(), *content] if content else []


def _table(node: Any) -> Node:
    t = tree.types()
    (_, classes, _), caption, columns, (head_attr, head_rows), bodies, foot = node
    name = next((name for name in classes if name in TABLE_STYLES), "text")
    return t.Table(
        ("", classes, [("custom-style", TABLE_STYLES[name])]),
        caption,
        columns,
        t.TableHead(head_attr, [_row(row, name) for row in head_rows]),
        [
            t.TableBody(attr, heads, [_row(r, name) for r in first], [_row(r, name) for r in rows])
            for attr, heads, first, rows in bodies
        ],
        foot,
    )


def _row(row: Any, table: str) -> Any:
    attr, cells = row
    return tree.types().Row(attr, [_cell(cell, table) for cell in cells])


def _cell(cell: Any, table: str) -> Any:
    attr, alignment, rows, columns, content = cell
    attributes = dict(attr[2])
    language = attributes.get("lang", "")
    style = CELL_STYLES.get(table, "")
    inner = {"custom-style": f"{style} {language.upper()}" if style else "Table Text"}
    if language:
        inner["lang"] = language
    return tree.types().Cell(
        attr,
        alignment,
        rows,
        columns,
        [tree.div([_styled(node) for node in _filled(content)], attributes=inner)],
    )


def _filled(content: list[Any]) -> list[Any]:
    """Pandoc gives no style, and so a height of its own, to a cell that holds nothing."""
    t = tree.types()
    empty = len(content) == 1 and isinstance(content[0], t.Plain) and not content[0][0]
    return [t.Plain([t.Str("")])] if empty else content


def _inlines(content: list[Any]) -> list[Any]:
    t = tree.types()
    result: list[Any] = []
    for item in content:
        if isinstance(item, t.Span):
            (identifier, classes, attributes), inside = item
            if "sentence" in classes:
                # A bookmark for each sentence would bury those that lead somewhere.
                identifier = ""
            style = next((SPAN_STYLES[name] for name in classes if name in SPAN_STYLES), None)
            if style:
                attributes = [*attributes, ("custom-style", style)]
            inside = _inlines(inside)
            if "unreviewed" in classes:
                inside.append(
                    tree.span(tree.words("°"), "", attributes={"custom-style": "Unreviewed"})
                )
            result.append(t.Span((identifier, classes, attributes), inside))
        elif isinstance(item, t.Link):
            (identifier, classes, attributes), inside, target = item
            inside = _inlines(inside)
            if "term" in classes:
                style = "Term Missed" if "violated" in classes else "Term"
                inside = [tree.span(inside, "", attributes={"custom-style": style})]
            result.append(t.Link((identifier, classes, attributes), inside, target))
        elif isinstance(item, t.Note):
            result.append(t.Note([_styled(node) for node in item[0]]))
        elif isinstance(item, (t.Superscript, t.Strong)):
            result.append(type(item)(_inlines(item[0])))
        else:
            result.append(item)
    return result
