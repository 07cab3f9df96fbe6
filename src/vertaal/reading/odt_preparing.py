"""ODT made ready for pandoc, which knows no frames and few fields, numbers no list but from one,
and shows what is hidden.

The body is rewritten: text of frames and shapes stands behind the paragraph that they hang from,
fields are their text, items of lists are paragraphs that begin with their number. What is hidden is
taken out and handed back.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from vertaal.reading.list_marks import BULLET
from vertaal.reading.odt_numbering import STYLE, TEXT, ListCount, Numbering, number_of
from vertaal.reading.tidying import COMMENT, DELETED, HIDDEN
from vertaal.spacing import squeeze
from vertaal.types import Removal

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

INDEX = "table of contents"
PAGE = "page number"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def _text(names: str) -> frozenset[str]:
    return frozenset(TEXT + name for name in names.split())


_PARAGRAPHS = _text("p h")
_CHANGES = TEXT + "tracked-changes"
_UNTOUCHED = _text("tracked-changes sequence-decls variable-decls user-field-decls") | {
    _OFFICE + "forms"
}
_INDEXES = _text(
    "table-of-content alphabetical-index illustration-index table-index object-index user-index"
    " bibliography"
)
_KNOWN = _text(
    "span a s tab line-break soft-page-break note bookmark bookmark-start bookmark-end bookmark-ref"
    " reference-mark reference-mark-start reference-mark-end reference-ref change change-start"
    " change-end"
)
"""What pandoc makes text of, or nothing where there is none."""
_WITHOUT_TEXT = _text("label script hidden-paragraph")
_WORD = re.compile(r"[^\W\d_]{3,} ")
_LONGEST_PAGE_NUMBER = 25
_SKIPPED_DRAWN = frozenset(_DRAW + name for name in ("object", "object-ole", "applet", "plugin"))


def prepare(data: bytes, content: Element, styles: Element | None) -> tuple[bytes, list[Removal]]:
    """The package `data` with its body, `content`, rewritten; and what was taken out of it."""
    from xml.etree.ElementTree import tostring

    roots = [content] if styles is None else [styles, content]
    walk = _Walk(_hidden_styles(roots), Numbering.of(roots))
    for body in content.iter(_OFFICE + "text"):
        body[:] = walk.blocks(body)
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in dict.fromkeys(old.namelist()):
            if name == "content.xml":
                new.writestr(name, tostring(content, encoding="utf-8", xml_declaration=True))
            elif name == "mimetype" or name.endswith(".xml"):
                new.writestr(name, old.read(name))
    return packed.getvalue(), walk.removed


def _hidden_styles(roots: list[Element]) -> frozenset[str]:
    """The names of the styles whose text is not shown, by themselves or by their parents."""
    shown: dict[str, bool] = {}
    parents: dict[str, str] = {}
    for style in (each for root in roots for each in root.iter(STYLE + "style")):
        name = style.get(STYLE + "name", "")
        parents[name] = style.get(STYLE + "parent-style-name", "")
        for properties in style.iter(STYLE + "text-properties"):
            display = properties.get(TEXT + "display")
            if display is not None:
                shown[name] = display != "none"

    def hidden(name: str) -> bool:
        for _ in range(20):
            if name in shown or name not in parents:
                break
            name = parents[name]
        return not shown.get(name, True)

    return frozenset(name for name in parents if hidden(name))


@dataclass(slots=True)
class _Walk:
    """One walk through a body."""

    hidden_styles: frozenset[str]
    numbering: Numbering
    removed: list[Removal] = field(default_factory=list)
    cells: int = 0
    """How many cells of tables the walk is in."""

    def blocks(self, parent: Element) -> list[Element]:
        """What the blocks in `parent` become."""
        return [block for child in parent for block in self._block(child)]

    def _block(self, block: Element) -> list[Element]:
        tag = block.tag
        if tag in _UNTOUCHED:
            if tag == _CHANGES:
                self._tell_deletions(block)
            return [block]
        if self._is_hidden(block):
            return self._without(block, HIDDEN)
        if tag in _INDEXES:
            return self._without(block, INDEX)
        if tag in _PARAGRAPHS:
            if any(each.get(TEXT + "is-hidden") == "true" for each in _hiding(block)):
                return self._without(block, HIDDEN)
            behind = self._inlines(block)
            if tag == TEXT + "h":
                _begin_with(block, self.numbering.of_heading(block))
            return [block, *behind]
        if tag == TEXT + "list":
            return self._list(block, self.numbering.counter(block), 1)
        if tag == TEXT + "numbered-paragraph":
            level = number_of(block.get(TEXT + "level"), 1)
            return self._item(block, self.numbering.counter(block), level)
        if tag.startswith(_DRAW):
            return self._drawn(block)
        self.cells += tag == _TABLE + "table-cell"
        block[:] = self.blocks(block)
        self.cells -= tag == _TABLE + "table-cell"
        return _rows(block) if tag == _TABLE + "table" and self.cells else [block]

    def _list(self, block: Element, counter: ListCount, level: int) -> list[Element]:
        counter = counter.styled(block.get(TEXT + "style-name"))
        return [each for item in block for each in self._item(item, counter, level)]

    def _item(self, item: Element, counter: ListCount, level: int) -> list[Element]:
        """The paragraphs of an item, the first of which begins with the item's number."""
        blocks: list[Element] = []
        label = ""
        lists = 0
        for child in item:
            if child.tag == TEXT + "list":
                if lists and blocks:
                    counter.restart(level + 1)
                lists += 1
                blocks += self._list(child, counter, level + 1)
            elif child.tag not in _PARAGRAPHS:
                blocks += self._block(child)
            elif self._is_hidden(child):
                blocks += self._without(child, HIDDEN)
            else:
                if not label and item.tag != TEXT + "list-header":
                    start = item.get(TEXT + "start-value")
                    label = counter.label(level, start) or " "
                    behind = self._inlines(child)
                    if label != BULLET or "".join(child.itertext()).strip():
                        _begin_with(child, label)
                else:
                    behind = self._inlines(child)
                blocks += [child, *behind]
        return blocks

    def _drawn(self, shape: Element) -> list[Element]:
        """The text of a frame or shape, and of those in it."""
        blocks: list[Element] = []
        for child in _drawn_text(shape):
            blocks += self._without(child, PAGE) if _is_page_number(child) else self._block(child)
        return blocks

    def _inlines(self, parent: Element) -> list[Element]:
        """Rewrite what stands in a line; the blocks that belong behind its paragraph."""
        behind: list[Element] = []
        kept: list[Element] = []
        texts = [[parent.text or ""]]
        for child in list(parent):
            if self._stays(child, behind):
                kept.append(child)
                texts.append([])
            # The characters behind what does not stay do.
            texts[-1].append(child.tail or "")
        parent.text, *tails = map("".join, texts)
        for child, tail in zip(kept, tails, strict=True):
            child.tail = tail
        parent[:] = kept
        return behind

    def _stays(self, child: Element, behind: list[Element]) -> bool:
        """Rewrite a part of a line, and say whether it stays there."""
        tag = child.tag
        if tag.startswith(_DRAW):
            behind += self._drawn(child)
            return False
        if tag in _WITHOUT_TEXT:
            return False
        if tag == _OFFICE + "annotation" or self._is_hidden(child):
            self._without(child, HIDDEN if tag.startswith(TEXT) else COMMENT)
            return False
        if tag == TEXT + "note":
            for part in child:
                if part.tag == TEXT + "note-body":
                    part[:] = self.blocks(part)
            return True
        if tag == TEXT + "ruby-text":
            child.text = f" ({child.text or ''})"
        if tag not in _KNOWN:
            child.tag = TEXT + "span"
            child.attrib.clear()
        behind += self._inlines(child)
        return True

    def _is_hidden(self, node: Element) -> bool:
        if node.tag in (TEXT + "section", TEXT + "hidden-text"):
            display = node.get(TEXT + "display")
            return display == "none" or node.get(TEXT + "is-hidden") == "true"
        return (node.tag in _PARAGRAPHS or node.tag == TEXT + "span") and node.get(
            TEXT + "style-name"
        ) in self.hidden_styles

    def _tell_deletions(self, changes: Element) -> None:
        for deletion in changes.iter(TEXT + "deletion"):
            for block in deletion:
                if block.tag != _OFFICE + "change-info":
                    self._without(block, DELETED)

    def _without(self, node: Element, reason: str) -> list[Element]:
        text = squeeze(" ".join(node.itertext()))
        if text:
            self.removed.append(Removal(0, text, reason))
        return []


def _hiding(paragraph: Element) -> Iterator[Element]:
    return paragraph.iter(TEXT + "hidden-paragraph")


def _drawn_text(shape: Element) -> Iterator[Element]:
    for child in shape:
        if child.tag in _SKIPPED_DRAWN:
            continue
        if child.tag.startswith(_DRAW):
            yield from child if child.tag == _DRAW + "text-box" else _drawn_text(child)
        elif child.tag.startswith(TEXT) or child.tag.endswith("}table"):
            yield child


def _is_page_number(block: Element) -> bool:
    """Whether a paragraph in a frame is no more than 'Pagina 2 van 7'."""
    return (
        block.tag in _PARAGRAPHS
        and next(block.iter(TEXT + "page-number"), None) is not None
        and len("".join(block.itertext()).strip()) < _LONGEST_PAGE_NUMBER
    )


def _rows(table: Element) -> list[Element]:
    """The paragraphs of a table in a table, which pandoc drops: one for a row of short cells."""
    blocks: list[Element] = []
    for row in table.iter(_TABLE + "table-row"):
        cells = [list(cell) for cell in row if len(cell) and cell.tag == _TABLE + "table-cell"]
        if len(cells) > 1 and all(len(cell) == 1 and cell[0].tag in _PARAGRAPHS for cell in cells):
            line = cells[0][0].makeelement(TEXT + "p", {})
            for (cell,) in cells:
                if len(line):
                    line.append(line.makeelement(TEXT + "tab", {}))
                cell.tag = TEXT + "span"
                cell.attrib.clear()
                cell.tail = None
                line.append(cell)
            blocks.append(line)
        else:
            blocks += [block for cell in cells for block in cell]
    return blocks


def _begin_with(paragraph: Element, label: str) -> None:
    """Put a label before the text; one of words ('Vraag 1') has a line of its own."""
    if not label.strip():
        return
    rest = (paragraph.text or "").lstrip()
    if not _WORD.search(label):
        paragraph.text = f"{label} {rest}"
        return
    paragraph.text = label
    line_break = paragraph.makeelement(TEXT + "line-break", {})
    line_break.tail = rest
    paragraph.insert(0, line_break)
