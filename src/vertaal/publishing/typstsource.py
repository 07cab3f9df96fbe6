"""The tree as pandoc is to write it for Typst: classes and languages become calls of the functions
in `page.typ`.

Tables are written out, since the label of a part is to become the header row of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from vertaal.publishing import tree
from vertaal.publishing.layouts import UNSPLIT
from vertaal.publishing.passages import LANGUAGES
from vertaal.publishing.tree import Inline, Node

DIVISIONS = (
    *("kicker", "subtitle", "notice", "contents", "explanation", "signature"),
    *("question", "answer", "footnotes", "pair"),
)
SPANS = ("note-number", "remark", "missing", "unreviewed")
"""Classes that `page.typ` has a function for, under the same name."""


def source(body: Iterable[Any]) -> list[Node]:
    return [each for node in body for each in _node(node)]


def _node(node: Any) -> Iterator[Node]:
    t = tree.types()
    if isinstance(node, t.Header):
        level, (identifier, _, _), content = node
        if sides := tree.sides(content):
            # A label inside a heading would end it.
            yield _raw(f"#[#metadata(none) <{sides[0][0][0]}>]")
            labels = [
                _wrapped(f"text(..speech.{dict(s[0][2])['lang']})", _inlines(s[1])) for s in sides
            ]
            content = [*labels[0], *tree.words(" · "), *labels[1]]
        else:
            content = _inlines(content)
        yield t.Header(level, (identifier, [], []), content)
    elif isinstance(node, t.Div):
        yield from _division(node)
    elif isinstance(node, t.Table):
        yield from _list(node)
    elif isinstance(node, (t.Para, t.Plain)):
        yield type(node)(_inlines(node[0]))


def _division(node: Any) -> Iterator[Node]:
    t = tree.types()
    (_, classes, attributes), content = node
    if "jumps" in classes:
        return
    tables = [child for child in content if isinstance(child, t.Table)]
    if "section" in classes and tables and tree.sides(content[0][2]):
        yield from _pairs(content[0], tables[0], classes[-1])
        return
    language = dict(attributes).get("lang", "")
    calls = [name for name in DIVISIONS if name in classes]
    if "side" in classes:
        calls = [f'side("{language}")']
    elif "pair" in classes:
        calls = [f"pair(breakable: {_breakable(side[1] for side in content)})"]
    elif "section" in classes and tree.sides(content[0][2]):
        calls = []
    yield from _called(calls, [*_language(language), *source(content)])


def _called(calls: list[str], content: list[Node]) -> list[Node]:
    """`content` as the argument of the first of `calls`, or in a scope of its own."""
    name = calls[0] if calls else ""
    return [_raw(f"#{name}["), *content, _raw("]")]


def _language(language: str) -> list[Node]:
    return [_raw(f"#set text(..speech.{language})")] if language else []


def _pairs(header: Any, table: Any, kind: str) -> Iterator[Node]:
    """A part side by side; its labels are the header row."""
    level, (identifier, _, _), content = header
    labels = tree.sides(content)
    names = labels[0][0][0], identifier
    # Not repeated: PDF/UA has no place for the links of a heading that is there a second time.
    yield _raw(f'#pairs("{kind}", table.header(repeat: false,')
    for language, label, name in zip(LANGUAGES, labels, names, strict=True):
        quiet = [_raw("#set heading(bookmarked: false)")] if language == "nl" else []
        heading = tree.types().Header(level, (name, [], []), _inlines(label[1]))
        yield from (_raw("["), *_language(language), *quiet, heading, _raw("],"))
    yield _raw("),")
    for row in _rows(table):
        breakable = _breakable(cell[-1] for cell in row)
        for cell in row:
            yield _raw(f"table.cell(breakable: {breakable})[")
            yield from (*_language(dict(cell[0][2]).get("lang", "")), *source(cell[-1]))
            yield _raw("],")
    yield _raw(")")


def _list(table: Any) -> Iterator[Node]:
    """The glossary's entries as a table; the facts of the edition, which have heads to their rows
    instead of their columns, as a list of terms.
    """
    t = tree.types()
    (_, classes, _), _, columns, (_, head), *_ = table
    if "facts" in classes:
        yield _raw("#facts(")
        for name, value in ((cell[-1][0][0] for cell in row) for row in _rows(table)):
            fact = [_markup("terms.item["), *_inlines(name), _markup("]["), *_inlines(value)]
            yield t.Plain([*fact, _markup("],")])
        yield _raw(")")
        return
    widths = ", ".join(str(width[0]) for _, width in columns)
    yield _raw(f"#listing(({widths}),")
    if head:
        yield _raw("table.header(")
        yield from _cells(head[0][1])
        yield _raw("),")
    for row in _rows(table):
        yield from _cells(row)
    yield _raw(")")


def _cells(row: Iterable[Any]) -> Iterator[Node]:
    for cell in row:
        yield _raw("[")
        yield from (*_language(dict(cell[0][2]).get("lang", "")), *source(cell[-1]))
        yield _raw("],")


def _rows(table: Any) -> list[list[Any]]:
    return [row[1] for body in table[4] for row in body[3]]


def _breakable(texts: Iterable[Any]) -> str:
    return "true" if any(_length(text) > UNSPLIT for text in texts) else "false"


def _length(content: Iterable[Any]) -> int:
    t = tree.types()
    return sum(
        len(item[0]) if isinstance(item, t.Str) else 1
        for node in content
        for item in _leaves(node[0])
    )


def _leaves(content: Iterable[Any]) -> Iterator[Any]:
    t = tree.types()
    for item in content:
        if isinstance(item, (t.Span, t.Link)):
            yield from _leaves(item[1])
        else:
            yield item


def _inlines(content: Iterable[Any]) -> list[Inline]:
    return [each for item in content for each in _inline(item)]


def _inline(item: Any) -> list[Inline]:
    t = tree.types()
    if isinstance(item, t.Span):
        return _span(item)
    if isinstance(item, t.Link):
        (_, classes, _), inside, target = item
        if "jump" in classes:
            return []
        link = _ended(t.Link(("", [], []), _inlines(inside), target))
        return _wrapped("violated", link) if "violated" in classes else link
    if isinstance(item, t.Note):
        return _ended(t.Note(source(item[0])))
    if isinstance(item, t.Superscript):
        # What stands in a context is no part of the bookmark that a heading becomes.
        return _wrapped("context ", [t.Superscript(_inlines(item[0]))])
    if isinstance(item, t.Strong):
        return _ended(t.Strong(_inlines(item[0])))
    return [item]


def _span(item: Any) -> list[Inline]:
    (identifier, classes, attributes), inside = item
    content = _inlines(inside)
    for name in SPANS:
        if name in classes:
            content = _wrapped(name, content)
    if language := dict(attributes).get("lang"):
        content = _wrapped(f"text(..speech.{language})", content)
    if identifier and "sentence" not in classes:
        # The label goes to what stands before it.
        return [tree.span(content, identifier)]
    return content


def _wrapped(call: str, content: list[Inline]) -> list[Inline]:
    return [_markup(f"#{call}["), *content, _markup("];")]


def _ended(call: Inline) -> list[Inline]:
    """What becomes a call, closed: behind one, '.Als' would be a field of it."""
    return [call, _markup(";")]


def _markup(text: str) -> Inline:
    t = tree.types()
    return t.RawInline(t.Format("typst"), text)


def _raw(text: str) -> Node:
    t = tree.types()
    return t.RawBlock(t.Format("typst"), text)
