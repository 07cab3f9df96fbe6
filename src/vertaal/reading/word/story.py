"""A story of a Word document (its body, its notes) made plain, so that pandoc reads all of it.

Word keeps more than one version of the same text, puts text inside of other text, and wraps it in
elements that pandoc passes over with all they hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from vertaal.reading.word.names import (
    FORMULA_TEXT,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    TABLE,
    TEXT,
    below,
    named,
    number,
    of,
    switch,
    text_run,
    value,
    w,
)

_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_WRAPPERS = named(
    *("ins", "moveTo", "sdt", "sdtContent", "fldSimple", "customXml", "smartTag", "dir", "bdo"),
    "hyperlink",
)
_LEFT_OUT = named(
    *("del", "moveFrom", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr", "fldData"),
)
"""What a tracked change took away, and settings."""
_DELETED = w("del")
_ROW = w("tr")
_RUBY, _RUBY_BASE, _RUBY_READING = w("ruby"), w("rubyBase"), w("rt")
_BETWEEN = named("bookmarkStart", "bookmarkEnd", "proofErr")
_PROPERTIES = named("pPr", "rPr", "tblPr", "trPr", "tcPr")
_PICTURES = named("drawing", "pict", "object")
_BOX = w("txbxContent")
_FIELD, _INSTRUCTIONS = w("fldChar"), named("instrText", "delInstrText")
_NOTES = named("footnoteReference", "endnoteReference")
_SYMBOL = w("sym")
_SYMBOL_FONTS = frozenset(("symbol", "wingdings", "wingdings 2", "wingdings 3", "webdings"))
"""Fonts whose characters pandoc knows."""
_PRIVATE = range(0xF000, 0xF100)
"""Where the characters of a symbol font have their numbers."""
_MOST_COLUMNS = 1_000
"""Of a table; Word allows 63."""


def make_plain(root: Element) -> None:
    """Leave every text in `root` once, in paragraphs that no other paragraph holds."""
    root.extend(_settle(root))
    _drop_instructions(root)
    for container in [node for node in root.iter() if node.find(PARAGRAPH) is not None]:
        _join_deleted_ends(container)
    for table in root.iter(TABLE):
        _fit_grid(table)
    for paragraph in root.iter(PARAGRAPH):
        paragraph[:] = [part for child in paragraph for part in _parted(child)]
    for run in root.iter(RUN):
        _write_out_signs(run)


def deletions(node: Element) -> Iterator[list[Element]]:
    """What tracked changes took away below `node`: the parts that follow each other together."""
    together: list[Element] = []
    for child in node:
        if child.tag == _DELETED:
            together.append(child)
            continue
        if child.tag in _BETWEEN:
            continue
        if together:
            yield together
            together = []
        if _is_deleted_row(child):
            yield from ([paragraph] for paragraph in child.iter(PARAGRAPH))
            continue
        yield from deletions(_shown(child) if child.tag == _ALTERNATIVES else child)
    if together:
        yield together


def _is_deleted_row(node: Element) -> bool:
    return node.tag == _ROW and below(node, "trPr/del") is not None


def _flat(node: Element) -> Iterator[Element]:
    """The children of `node` without what is only wrapped around them."""
    for child in node:
        if child.tag == _ALTERNATIVES:
            yield from _flat(_shown(child))
        elif child.tag in _WRAPPERS:
            yield from _flat(child)
        elif child.tag not in _LEFT_OUT and not _is_deleted_row(child):
            yield child


def _shown(alternatives: Element) -> Element:
    """The version that Word shows: the first that has text; the others say the same again."""
    versions = list(alternatives) or [alternatives]
    texts = (TEXT, _SYMBOL, FORMULA_TEXT)
    for version in versions:
        if any(node.tag in texts for node in version.iter()):
            return version
    return versions[0]


def _settle(node: Element) -> list[Element]:
    """Take wrappers and pictures out of `node`; what text boxes hold goes behind the paragraph
    that they hang on. Gives the paragraphs of boxes that hang on none in `node`.
    """
    kept: list[Element] = []
    loose: list[Element] = []
    for child in _flat(node):
        if child.tag in _PICTURES:
            loose += _boxed(child)
            continue
        kept.append(child)
        if child.tag not in _PROPERTIES:
            (kept if child.tag == PARAGRAPH else loose).extend(_settle(child))
    node[:] = kept
    return loose


def _boxed(picture: Element) -> list[Element]:
    """The paragraphs and tables in the text boxes of a picture, a shape or a group of shapes."""
    blocks: list[Element] = []
    for child in _flat(picture):
        if child.tag == _BOX:
            loose = _settle(child)
            blocks += [*child, *loose]
        else:
            blocks += _boxed(child)
    return blocks


def _drop_instructions(root: Element) -> None:
    """Leave of every field its result alone.

    What stands before the result tells how to make it, the results of other fields included. A
    field without an end is none: its text stays. Of a form field to choose in, the choice is the
    result.
    """
    dropped: set[int] = set()
    chosen: set[int] = set()
    instructions: list[list[Element]] = []  # Of the fields that are open, the innermost last.
    told: list[Element] | None = None  # Those of the outermost that has no result yet.
    runs = list(root.iter(RUN))
    for run in runs:
        for child in run:
            if child.tag in _INSTRUCTIONS:
                dropped.add(id(child))
            if child.tag != _FIELD:
                if told is not None and child.tag != RUN_PROPERTIES:
                    told.append(child)
                continue
            kind = value(child, "fldCharType")
            if kind == "begin":
                instructions.append([])
                if told is None:
                    told = instructions[-1]
                    if choice := _choice(child):
                        chosen.add(id(told))
                        child.tag, child.text, child[:] = TEXT, choice, []
                        continue
            elif kind == "separate" and instructions and told is instructions[-1]:
                told = told if id(told) in chosen else None
            elif kind == "end" and instructions:
                ended = instructions.pop()
                told = None if told is ended else told
                chosen.discard(id(ended))
                dropped.update(map(id, ended))
            dropped.add(id(child))
    for run in runs:
        run[:] = [child for child in run if id(child) not in dropped]


def _choice(field: Element) -> str:
    """What a drop-down list or a box to tick shows."""
    choices = below(field, "ffData/ddList")
    if choices is not None:
        default = number(of(choices, "default"))
        place = number(of(choices, "result"), default)
        return dict(enumerate(map(value, choices.findall(w("listEntry"))))).get(place, "")
    box = below(field, "ffData/checkBox")
    if box is None:
        return ""
    said = (switch(below(box, name)) for name in ("checked", "default"))
    # The model keeps these; of the signs of a ticked and an empty box it makes others.
    return "[x]" if next((each for each in said if each is not None), False) else "[ ]"


def _join_deleted_ends(container: Element) -> None:
    """Join a paragraph whose end a tracked change took away to the one that follows."""
    kept: list[Element] = []
    carried: list[Element] = []
    for child in container:
        if child.tag == PARAGRAPH and _end_is_deleted(child):
            carried += [each for each in child if each.tag != PARAGRAPH_PROPERTIES]
            continue
        if child.tag == PARAGRAPH:
            place = 1 if child.find(PARAGRAPH_PROPERTIES) is not None else 0
            child[place:place] = carried
            carried = []
        elif child.tag == TABLE and carried:
            kept.append(_paragraph_of(carried))
            carried = []
        kept.append(child)
    if carried:
        kept.append(_paragraph_of(carried))
    container[:] = kept


def _end_is_deleted(paragraph: Element) -> bool:
    mark = paragraph.find(f"{PARAGRAPH_PROPERTIES}/{RUN_PROPERTIES}")
    return mark is not None and any(mark.find(w(name)) is not None for name in ("del", "moveFrom"))


def _paragraph_of(content: list[Element]) -> Element:
    paragraph = Element(PARAGRAPH)
    paragraph[:] = content
    return paragraph


def _fit_grid(table: Element) -> None:
    """Give a table as many columns as its rows have: pandoc leaves cells beyond them out."""
    widest = 0
    for row in table.findall(w("tr")):
        cells = (max(1, number(of(cell, "tcPr/gridSpan"))) for cell in row.findall(w("tc")))
        around = (number(of(row, f"trPr/{side}")) for side in ("gridBefore", "gridAfter"))
        widest = max(widest, sum(cells) + sum(around))
    grid = table.find(w("tblGrid"))
    if grid is None:
        grid = Element(w("tblGrid"))
        table.insert(1 if table.find(w("tblPr")) is not None else 0, grid)
    columns = max(len(grid), min(widest, _MOST_COLUMNS))
    grid[:] = [Element(w("gridCol"), {w("w"): "1000"}) for _ in range(columns)]


def _parted(run: Element) -> list[Element]:
    """A run that holds a note's mark and text, as runs that hold one of them: of such a run pandoc
    reads the mark alone. And one with a reading above its signs as runs of both."""
    if run.tag == RUN and run.find(_RUBY) is not None:
        return _beside(run)
    if run.tag != RUN or not any(child.tag in _NOTES for child in run):
        return [run]
    properties = run.findall(RUN_PROPERTIES)
    parts: list[Element] = []
    for child in run:
        if child.tag != RUN_PROPERTIES:
            parts.append(Element(RUN))
            parts[-1][:] = [*properties, child]
    return parts


def _beside(run: Element) -> list[Element]:
    """The parts of a run, a reading that is set above signs in brackets behind them."""
    parts: list[Element] = []
    for child in run:
        if child.tag == _RUBY:
            parts += child.findall(f"{_RUBY_BASE}/{RUN}")
            reading = child.findall(f"{_RUBY_READING}/{RUN}")
            parts += [text_run(" ("), *reading, text_run(")")] if reading else []
        elif child.tag != RUN_PROPERTIES:
            parts.append(Element(RUN))
            parts[-1].append(child)
    return parts


def _write_out_signs(run: Element) -> None:
    """Make signs that pandoc does not read into those that it reads."""
    for child in run:
        if child.tag == w("cr"):
            child.tag = w("br")
        elif child.tag == w("ptab"):
            child.tag = w("tab")
        elif child.tag == _SYMBOL and (sign := _ordinary(child)):
            child.tag, child.text = TEXT, sign


def _ordinary(symbol: Element) -> str:
    """The character of a symbol, if its font is none of those that pandoc knows."""
    try:
        code = int(value(symbol, "char"), 16)
    except ValueError:
        return ""
    if code in _PRIVATE:
        if value(symbol, "font").lower() in _SYMBOL_FONTS:
            return ""
        code -= _PRIVATE.start
    # An XML document holds no control characters and no halves of a pair.
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0xFFFE else ""
