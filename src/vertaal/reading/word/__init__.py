"""Word documents made ready for pandoc, in memory.

Pandoc reads a document for its structure and leaves out what has no place in that: labels made by
numbering, text around a box, most wrappers. Here only the characters that Word prints matter. So
the package that pandoc gets is made anew: paragraphs, tables and notes with their text, and no
styles (of which it makes a title, a date, a list …), numbering or pictures.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from vertaal.reading.list_marks import BULLET
from vertaal.reading.tidying import COMMENT, DELETED, HIDDEN, OWN_MARK, tidy
from vertaal.reading.word.names import (
    FORMULA_TEXT,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    below,
    text_run,
    usual,
    value,
    w,
)
from vertaal.reading.word.numbering import Numbering
from vertaal.reading.word.packing import packed
from vertaal.reading.word.story import deletions, make_plain
from vertaal.reading.word.styles import YES, Styles
from vertaal.spacing import squeeze
from vertaal.types import Removal

__all__ = ["Parts", "Prepared", "prepare"]

_NOTES = {w("footnoteReference"): w("footnote"), w("endnoteReference"): w("endnote")}
_DELETED_TEXT = w("delText")
_TEXTS = (TEXT, FORMULA_TEXT)
_SIGNS = frozenset((w("sym"), *_NOTES))
_WRITTEN = {w("tab"): " ", w("br"): " ", w("noBreakHyphen"): "-"}


@dataclass(frozen=True, slots=True)
class Parts:
    """The roots of a document's parts; each is changed while it is prepared."""

    document: Element
    styles: Element | None = None
    numbering: Element | None = None
    footnotes: Element | None = None
    endnotes: Element | None = None
    comments: Element | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """A package for pandoc, and what is not in it: hidden and deleted text, and comments."""

    data: bytes
    removed: tuple[Removal, ...]


@dataclass(slots=True)
class _Preparing:
    styles: Styles
    numbering: Numbering
    notes: dict[tuple[str, str], Element] = field(default_factory=dict)
    removed: list[Removal] = field(default_factory=list)

    def story(self, root: Element) -> None:
        self.numbering.start_anew()
        for paragraph in root.iter(PARAGRAPH):
            self._paragraph(paragraph)

    def _paragraph(self, paragraph: Element) -> None:
        properties = paragraph.find(PARAGRAPH_PROPERTIES)
        styles = self.styles.of_paragraph(properties)
        self._take_hidden(paragraph, styles)
        has_text = any(map(_is_text, paragraph.iter()))
        label = None
        # A paragraph that is hidden to its end is not counted.
        if has_text or not self.styles.hide(below(properties, "rPr"), styles):
            label = self.numbering.next_label(properties, styles)
        if label is not None and (has_text or label.text != BULLET):
            written = text_run(label.text + ("\n" if label.words else " "))
            paragraph.insert(0 if properties is None else 1, written)
        if properties is not None:
            # A drop cap belongs to the paragraph behind it.
            properties[:] = [child for child in properties if child.tag == w("framePr")]
        for each in paragraph.iter(RUN_PROPERTIES):
            # Symbols are told by their font; raised figures are no part of the number before.
            height = self.styles.height(each)
            each[:] = [child for child in each if child.tag == w("rFonts")]
            if height is not None:
                each.append(height)

    def _take_hidden(self, paragraph: Element, styles: list[Element]) -> None:
        kept: list[Element] = []
        taken = ""
        for child in paragraph:
            if child.tag == RUN and self.styles.hide(child.find(RUN_PROPERTIES), styles):
                taken += self._text_of(child)
            else:
                kept.append(child)
        if len(kept) < len(paragraph):
            paragraph[:] = kept
        self._remove(taken, HIDDEN)

    def deleted(self, together: list[Element]) -> None:
        self._remove("".join(map(self._text_of, together)), DELETED)

    def marked(self, root: Element) -> None:
        """Tell of the notes that the text has a mark of its own for, in place of a number."""
        for each in root.iter():
            if each.tag in _NOTES and value(each, "customMarkFollows").lower() in YES:
                note = self.notes.get((_NOTES[each.tag], value(each, "id")))
                paragraph = None if note is None else note.find(PARAGRAPH)
                if paragraph is not None:
                    place = 0 if paragraph.find(PARAGRAPH_PROPERTIES) is None else 1
                    paragraph.insert(place, text_run(OWN_MARK))

    def comments(self, root: Element) -> None:
        for comment in root:
            paragraphs = comment.iter(PARAGRAPH)
            self._remove(" ".join(self._text_of(each) for each in paragraphs), COMMENT)

    def _remove(self, text: str, reason: str) -> None:
        text = squeeze(tidy(text))
        if text:
            self.removed.append(Removal(0, text, reason))

    def _text_of(self, node: Element) -> str:
        text = ""
        for each in node.iter():
            if each.tag in (TEXT, _DELETED_TEXT):
                text += each.text or ""
            elif each.tag in _NOTES:
                note = self.notes.pop((_NOTES[each.tag], value(each, "id")), None)
                text += "" if note is None else f" ({self._text_of(note).strip()}) "
            else:
                text += _WRITTEN.get(each.tag, "")
        return text


def _is_text(node: Element) -> bool:
    return node.tag in _SIGNS or (node.tag in _TEXTS and bool((node.text or "").strip()))


def prepare(parts: Parts) -> Prepared:
    stories = {
        name: usual(root)
        for name in ("document", "footnotes", "endnotes")
        if (root := getattr(parts, name)) is not None
    }
    styles = Styles(None if parts.styles is None else usual(parts.styles))
    numbering = Numbering(None if parts.numbering is None else usual(parts.numbering), styles)
    preparing = _Preparing(styles, numbering)
    taken = [each for root in stories.values() for each in deletions(root)]
    for name, root in stories.items():
        make_plain(root)
        if name != "document":
            preparing.notes.update({(note.tag, value(note, "id")): note for note in root})
    for root in stories.values():
        preparing.story(root)
    preparing.marked(stories["document"])
    for together in taken:
        preparing.deleted(together)
    if parts.comments is not None:
        preparing.comments(usual(parts.comments))
    return Prepared(packed(stories), tuple(preparing.removed))
