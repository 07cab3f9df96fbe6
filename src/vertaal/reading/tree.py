"""From a pandoc tree to plain paragraphs: what a person would type who copies the page.

Nodes are told by the name of their class, so that no module but the door to pandoc knows the
library; the shapes are those of pandoc-types 1.23.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from vertaal.cells import BORDER, EMPTY
from vertaal.reading.answer_tables import HEAD, LABELLED, Row, columns_of, labelled_rows
from vertaal.reading.list_marks import COUNTS, UNMARKED
from vertaal.reading.through_pandoc import BRACKETS
from vertaal.reading.tidying import OWN_MARK, tidy
from vertaal.types import Removal

_SHOWN = ("title", "subtitle", "author", "date", "abstract")
"""The metadata that stand above the text, in this order."""
_WIDEST = 100
"""Columns of a table in which a cell of more rows is looked at."""
Node = Any
"""A node of pandoc's tree, made by classes that exist only at run time."""


@dataclass(slots=True)
class _Walk:
    """One walk through a tree: gathers the notes and remembers how lines end."""

    soft_break: str
    labelling: bool = False
    """Whether the rows of a table of questions and answers get the labels that a letter has."""
    unlabelled: bool = False
    """Whether there is a table that could be labelled."""
    notes: list[tuple[int, str]] = field(default_factory=list)
    marked: list[str] = field(default_factory=list)
    """The notes with marks of their own."""
    heads: list[str] = field(default_factory=list)
    """The names of the columns of tables of questions and answers."""


@dataclass(frozen=True, slots=True)
class Plain:
    """The paragraphs of a tree, parted by blank lines; its footnotes by number: those with marks of
    their own come after those that the program counts; and what has no text in it.
    """

    text: str
    notes: tuple[tuple[int, str], ...]
    removed: tuple[Removal, ...]


def plain_text(tree: Node, *, soft_break: str, with_metadata: bool) -> Plain:
    """What stands in `tree`.

    `soft_break` stands where the source broke a line for its own looks. `with_metadata` puts back
    the title, author and date that pandoc takes out of the body of an office document.
    """
    walk = _Walk(soft_break)
    text = _whole(tree, walk, with_metadata)
    if walk.unlabelled and not LABELLED.search(text):
        walk = _Walk(soft_break, labelling=True)
        text = _whole(tree, walk, with_metadata)
    notes = (*walk.notes, *enumerate(walk.marked, len(walk.notes) + 1))
    return Plain(text, notes, tuple(Removal(0, tidy(head), HEAD) for head in walk.heads))


def _whole(tree: Node, walk: _Walk, with_metadata: bool) -> str:
    meta, blocks = tree
    paragraphs = _metadata(meta[0], walk) if with_metadata else []
    return "\n\n".join(paragraphs + _blocks(blocks, walk))


def other_metadata(tree: Node) -> tuple[str, ...]:
    """What else the head of the document says: 'kenmerk: 2024Z1'."""
    walk = _Walk(" ")
    entries = tree[0][0].items()
    said = ((key, " ".join(_meta_value(value, walk))) for key, value in entries)
    return tuple(f"{key}: {text}" for key, text in said if key not in _SHOWN)


def _metadata(entries: dict[str, Node], walk: _Walk) -> list[str]:
    paragraphs: list[str] = []
    for key in _SHOWN:
        if key in entries:
            paragraphs += _meta_value(entries[key], walk)
    return paragraphs


def _meta_value(value: Node, walk: _Walk) -> list[str]:
    kind = type(value).__name__
    if kind == "MetaList":
        return [line for item in value[0] for line in _meta_value(item, walk)]
    if kind == "MetaMap":
        pairs = value[0].items()
        return [f"{key}: {line}" for key, item in pairs for line in _meta_value(item, walk)]
    if kind == "MetaBlocks":
        return _blocks(value[0], walk)
    text = _inlines(value[0], walk) if kind == "MetaInlines" else str(value[0])
    return _paragraph(text)


def _paragraph(text: str) -> list[str]:
    """The text as a paragraph, or as more where lines are left empty in it."""
    lines = "\n".join(line.strip() for line in text.split("\n"))
    parts = (part.strip("\n") for part in lines.split("\n\n"))
    return [part for part in parts if part]


def _blocks(blocks: list[Node], walk: _Walk) -> list[str]:
    return [
        paragraph
        for block in blocks
        if (reader := _BLOCKS.get(type(block).__name__)) is not None
        for paragraph in reader(block, walk)
    ]


def _text_block(block: Node, walk: _Walk) -> list[str]:
    return _paragraph(_inlines(block[0], walk))


def _header(block: Node, walk: _Walk) -> list[str]:
    return _paragraph(_inlines(block[2], walk))


def _line_block(block: Node, walk: _Walk) -> list[str]:
    return _paragraph("\n".join(_inlines(line, walk) for line in block[0]))


def _code_block(block: Node, walk: _Walk) -> list[str]:
    return [text for part in block[1].split("\n\n") for text in _paragraph(part)]


def _bullets(block: Node, walk: _Walk) -> list[str]:
    return [line for item in block[0] for line in _item("-", item, walk)]


def _numbered(block: Node, walk: _Walk, bracket: str = "") -> list[str]:
    start, style, delimiter = block[0]
    form = _FORMS.get(bracket or type(delimiter).__name__, "{}.")
    count = COUNTS.get(_STYLES.get(type(style).__name__, ""), str)
    return [
        line
        for number, item in enumerate(block[1], start)
        for line in _item(form.format(count(number)), item, walk)
    ]


def _division(block: Node, walk: _Walk) -> list[str]:
    """Its blocks; a list in one that is called after a bracket is numbered with that."""
    classes, blocks = block[0][1], block[1]
    if classes == [UNMARKED] and len(blocks) == 1:
        items = blocks[0][1] if type(blocks[0]).__name__ == "OrderedList" else blocks[0][0]
        return [paragraph for item in items for paragraph in _blocks(item, walk)]
    if len(classes) == len(blocks) == 1 and type(blocks[0]).__name__ == "OrderedList":
        return _numbered(blocks[0], walk, classes[0] if classes[0] in BRACKETS else "")
    return _blocks(blocks, walk)


def _item(mark: str, item: list[Node], walk: _Walk) -> list[str]:
    paragraphs = _blocks(item, walk)
    return [f"{mark} {paragraphs[0]}", *paragraphs[1:]] if paragraphs else []


_FORMS = dict(zip(BRACKETS, ("{})", "({})"), strict=True))
_STYLES = {"LowerAlpha": "a", "UpperAlpha": "A", "LowerRoman": "i", "UpperRoman": "I"}


def _definitions(block: Node, walk: _Walk) -> list[str]:
    paragraphs: list[str] = []
    for term, meanings in block[0]:
        paragraphs += _paragraph(_inlines(term, walk))
        for meaning in meanings:
            paragraphs += _blocks(meaning, walk)
    return paragraphs


def _table(block: Node, walk: _Walk) -> list[str]:
    """A row whose cells hold a line each is a paragraph, its cells parted by tabs; a row with
    longer cells (a page laid out as a table) gives their paragraphs one after another."""
    _, caption, _, head, bodies, foot = block
    rows = list(head[1])
    for body in bodies:
        rows += [*body[2], *body[3]]
    rows += foot[1]
    paragraphs = _blocks(caption[1], walk)
    grid = _grid(rows, walk)
    used = {column for row in grid for column, cell in row if cell}
    columns = columns_of(grid[0]) if grid else None
    labelled = labelled_rows(grid)
    walk.unlabelled = walk.unlabelled or columns is not None
    for place, row in enumerate(grid):
        cells = [cell for _, cell in row if cell]
        if not place and columns is not None and (walk.labelling or _has_labels(grid[1:])):
            walk.heads.append(" ".join(text for cell in cells for text in cell))
        elif columns is not None and walk.labelling:
            paragraphs += columns.read(row)
        elif place not in labelled and all(len(x) == 1 and "\n" not in x[0] for x in cells):
            # A figure may not move to the column of an empty cell before it.
            last = max((column for column, cell in row if cell), default=-1)
            shown = [x[0] if x else EMPTY for column, x in row if column in used and column <= last]
            # A dash with a tab behind it would be the mark of a list.
            border = BORDER if shown[:1] == [EMPTY] else "\t"
            paragraphs += _paragraph(border.join(shown))
        else:
            paragraphs += [text for cell in cells for text in cell]
    return paragraphs


def _has_labels(rows: list[Row]) -> bool:
    """Whether each row begins with a label of its own: 'Vraag 1: …'."""
    firsts = [next((cell[0] for _, cell in row if cell), "") for row in rows]
    return bool(firsts) and all(map(LABELLED.match, firsts))


def _grid(rows: list[Node], walk: _Walk) -> list[Row]:
    """The cells of each row, as paragraphs, with the column in which each begins; empty ones where
    a merged cell goes on, for the figures behind it to stay in their columns."""
    grid: list[Row] = []
    taken: dict[int, int] = {}
    """Column → how many rows more a cell from above takes there."""
    for row in rows:
        column = 0
        line: Row = []
        below = {place: left - 1 for place, left in taken.items() if left > 1}
        for cell in row[1]:
            while column in taken:
                line.append((column, []))
                column += 1
            height, end = _span(cell[2]), column + _span(cell[3])
            line.append((column, _blocks(cell[4], walk)))
            line += [(more, []) for more in range(column + 1, min(end, _WIDEST))]
            if height > 1:
                below |= dict.fromkeys(range(column, min(end, _WIDEST)), height - 1)
            column = end
        taken = below
        grid.append(line)
    return grid


def _span(node: Node) -> int:
    return int(node[0] if hasattr(node, "__getitem__") else node)


_BLOCKS: dict[str, Callable[[Node, _Walk], list[str]]] = {
    "Plain": _text_block,
    "Para": _text_block,
    "Header": _header,
    "LineBlock": _line_block,
    "CodeBlock": _code_block,
    "BlockQuote": lambda block, walk: _blocks(block[0], walk),
    "BulletList": _bullets,
    "OrderedList": _numbered,
    "DefinitionList": _definitions,
    "Table": _table,
    "Div": _division,
    "Figure": lambda block, walk: _blocks(block[2], walk) + _blocks(block[1][1], walk),
}


def _inlines(inlines: list[Node], walk: _Walk) -> str:
    text = ""
    before = ""
    for node in inlines:
        name = type(node).__name__
        if name in _AROUND:
            piece = _inlines(node[_AROUND[name]], walk)
        else:
            piece = _INLINES[name](node, walk) if name in _INLINES else ""
        kind = _kind_ahead(node)
        if text[-1:].isdigit() and piece[:1].isdigit() and kind in _RAISED:
            # 'artikel 3' with note 1 must not become 'artikel 31', nor 10 to the sixth '106'.
            piece = (" " if before == kind == "Note" else "^") + piece
        text += piece
        before = kind
    return text


_RAISED = ("Note", "Superscript")
_AROUND = {
    **dict.fromkeys(("Link", "Span", "Cite"), 1),
    **dict.fromkeys(("Emph", "Strong", "Underline", "SmallCaps"), 0),
    **dict.fromkeys(("Strikeout", "Superscript", "Subscript"), 0),
}
"""Inlines that hold others, and where."""


def _kind_ahead(node: Node) -> str:
    """What the text of a node begins with."""
    kind = type(node).__name__
    while kind not in _RAISED and (place := _AROUND.get(kind)) is not None and node[place]:
        node = node[place][0]
        kind = type(node).__name__
    return kind


def _note(node: Node, walk: _Walk) -> str:
    number = len(walk.notes) + 1
    walk.notes.append((number, ""))
    body = "\n".join(_blocks(node[0], walk))
    if body.startswith(OWN_MARK):
        del walk.notes[number - 1]
        walk.marked.append(body.removeprefix(OWN_MARK))
        return ""
    walk.notes[number - 1] = (number, body)
    return str(number)


def _quoted(node: Node, walk: _Walk) -> str:
    opening, closing = "‘’" if type(node[0]).__name__ == "SingleQuote" else "“”"
    return opening + _inlines(node[1], walk) + closing


_INLINES: dict[str, Callable[[Node, _Walk], str]] = {
    "Str": lambda node, walk: str(node[0]),
    "Space": lambda node, walk: " ",
    "SoftBreak": lambda node, walk: walk.soft_break,
    "LineBreak": lambda node, walk: "\n",
    "Code": lambda node, walk: str(node[1]),
    "Math": lambda node, walk: str(node[1]),
    "Note": _note,
    "Quoted": _quoted,
}
