"""Small constructors for pandoc's document model. All text that a reader sees goes through here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from vertaal import pandoc_library
from vertaal.xml_writing import fit

Inline = Any
"""A `pandoc.types.Inline`; the library is loaded late, so its types have no static name."""
Node = Any
"""A `pandoc.types.Block`."""
Cell = tuple[Node, Mapping[str, str]]
"""Content and attributes of a table's cell."""
Row = Sequence[Cell]


def types() -> Any:
    return pandoc_library.load().types


def attr(
    identifier: str = "", classes: str = "", attributes: Mapping[str, str] | None = None
) -> tuple[str, list[str], list[tuple[str, str]]]:
    return (identifier, classes.split(), list((attributes or {}).items()))


def clean(text: str) -> str:
    """The text without what XML cannot hold, which pandoc passes on; a form feed is white space."""
    return fit(text.replace("\f", " "))


def words(text: str) -> list[Inline]:
    """`text` with its white space folded, a no-break space kept."""
    t = types()
    result: list[Inline] = []
    for piece in re.split(r"([ \t\r\n]+)", clean(text)):
        if not piece:
            continue
        result.append(t.Space() if piece.isspace() and "\u00a0" not in piece else t.Str(piece))
    return result


def span(
    content: Sequence[Inline],
    identifier: str = "",
    classes: str = "",
    attributes: Mapping[str, str] | None = None,
) -> Inline:
    return types().Span(attr(identifier, classes, attributes), list(content))


def link(
    content: Sequence[Inline],
    href: str,
    classes: str = "",
    title: str = "",
    attributes: Mapping[str, str] | None = None,
) -> Inline:
    return types().Link(attr("", classes, attributes), list(content), (href, clean(title)))


def sides(heading: Iterable[Any]) -> list[Any]:
    """The labels in both languages, where a heading has two."""
    span = types().Span
    return [item for item in heading if isinstance(item, span) and "side" in item[0][1]]


def raised(content: Sequence[Inline]) -> Inline:
    return types().Superscript(list(content))


def note(content: Sequence[Node]) -> Inline:
    return types().Note(list(content))


def line_break() -> Inline:
    return types().LineBreak()


def paragraph(content: Iterable[Inline]) -> Node:
    return types().Para(list(content))


def plain(content: Iterable[Inline]) -> Node:
    return types().Plain(list(content))


def header(level: int, content: Iterable[Inline], identifier: str, classes: str = "") -> Node:
    return types().Header(level, attr(identifier, classes), list(content))


def div(
    content: Iterable[Node], classes: str = "", attributes: Mapping[str, str] | None = None
) -> Node:
    return types().Div(attr("", classes, attributes), list(content))


def html(text: str) -> Node:
    """Markup that only HTML gets to see; the other writers pass it by."""
    return types().RawBlock(types().Format("html"), text)


def table(
    head: Row | None,
    rows: Iterable[Row],
    widths: Sequence[float],
    classes: str = "",
    attributes: Mapping[str, str] | None = None,
    heads: int = 0,
) -> Node:
    """A table with a header row that repeats; `widths` are shares of the text's width, `heads`
    the number of columns that head their row.
    """
    t = types()

    def row(cells: Row) -> Any:
        return t.Row(
            attr(),
            [
                t.Cell(
                    attr("", "", attributes),
                    t.AlignDefault(),
                    t.RowSpan(1),
                    t.ColSpan(1),
                    [content],
                )
                for content, attributes in cells
            ],
        )

    return t.Table(
        attr("", classes, attributes),
        t.Caption(None, []),
        [(t.AlignDefault(), t.ColWidth_(width)) for width in widths],
        t.TableHead(attr(), [row(head)] if head else []),
        [t.TableBody(attr(), t.RowHeadColumns(heads), [], [row(cells) for cells in rows])],
        t.TableFoot(attr(), []),
    )


def document(
    content: Sequence[Node], metadata: Mapping[str, str], markup: Mapping[str, str] | None = None
) -> Any:
    """A whole document; `markup` is metadata that is HTML already."""
    t = types()
    strings = {name: t.MetaString(clean(value)) for name, value in metadata.items()}
    raw = {
        name: t.MetaInlines([t.RawInline(t.Format("html"), value)])
        for name, value in (markup or {}).items()
    }
    return t.Pandoc(t.Meta(strings | raw), list(content))
