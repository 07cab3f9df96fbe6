"""The raised numbers in the text that send a reader to a note, where recognition stumbled.

They are the smallest print of a page and come out as '*', '!' or '?'. A glyph is taken for a mark
only where a note found at the foot of the page still lacks its mark and a closer look at the glyph
gives that very number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from vertaal.reading.scans.boxes import Box, Glyph, TextLine, Word
from vertaal.reading.scans.notes import Reread, raised

_AFTER = frozenset(".,;:)]?!»”’\"'")
_SUSPECTS = frozenset("?!*°'’‘\"”“^®©™@lIiYV1")
_UNSURE = 0.97
_MOST = 12
"""Glyphs that are looked at again for one note."""


@dataclass(frozen=True, slots=True)
class MarkRead:
    """A glyph (`line`, `word`, `glyph`: indexes) that is the mark `text`, misread as `read`."""

    line: int
    word: int
    glyph: int
    text: str
    read: str


def set_words(line: TextLine, size: float, marks: Sequence[MarkRead] = ()) -> list[str]:
    """The words of the line, with its note marks as found and parted from digits before them."""
    by_word = {mark.word: mark for mark in marks}
    return [
        _set_word(line, word, size, by_word.get(index)) for index, word in enumerate(line.words)
    ]


def _set_word(line: TextLine, word: Word, size: float, mark: MarkRead | None) -> str:
    text = ""
    for index, glyph in enumerate(word.glyphs):
        shown = mark.text if mark is not None and mark.glyph == index else glyph.text
        # 'artikel 3' with note 1 must not become 'artikel 31'.
        high = shown[0].isdigit() and raised(glyph, line, size)
        before = word.glyphs[index - 1] if index else None
        if high and before and before.text.isdigit() and not raised(before, line, size):
            text += " "
        text += shown
    return text


def find_marks(
    lines: Sequence[TextLine], notes: Sequence[int], page: int, size: float, reread: Reread
) -> tuple[tuple[MarkRead, ...], tuple[int, ...]]:
    """The misread marks of these notes in the lines of a page's text, and the notes that have no
    mark at all.
    """
    missing = [note for note in notes if not _has(lines, note, size)]
    if not missing:
        return (), ()
    found: list[MarkRead] = []
    suspects = sorted(_suspects(lines, size), key=lambda suspect: suspect[3].confidence)[:_MOST]
    for place, word, index, glyph in sorted(suspects, key=lambda suspect: suspect[:3]):
        high = raised(glyph, lines[place], size)
        box = glyph.box
        # A mark that ran together with the full stop after it fills the height of a capital.
        upper = box if high else Box(box.left, box.top, box.right, box.top + 0.6 * box.height)
        again = reread(page, upper)
        if again and again == str(missing[0]):
            text = again if high else again + "."
            found.append(MarkRead(place, word, index, text, glyph.text))
            missing.pop(0)
            if not missing:
                break
    return tuple(found), tuple(missing)


def _has(lines: Sequence[TextLine], note: int, size: float) -> bool:
    digits = str(note)
    for line in lines:
        for word in line.words:
            high = "".join(g.text if raised(g, line, size) else " " for g in word.glyphs)
            if digits in high.replace(",", " ").split():
                return True
    return False


def _suspects(lines: Sequence[TextLine], size: float) -> Iterator[tuple[int, int, int, Glyph]]:
    for place, line in enumerate(lines):
        for number, word in enumerate(line.words):
            for index in range(len(word.glyphs) - 1, 0, -1):
                glyph = word.glyphs[index]
                if glyph.text in _SUSPECTS and (
                    raised(glyph, line, size) or glyph.confidence < _UNSURE
                ):
                    yield place, number, index, glyph
                if glyph.text not in _AFTER:
                    break
