"""Pages as recognition gives them, printed word by word for the tests."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vertaal.reading.scans.boxes import Box, Glyph, Page, TextLine, Word, around

SIZE = 20.0
"""The x-height of the running text; a glyph is 20 wide, a space 16."""
WIDTH, HEIGHT = 2480.0, 3508.0


def line(text: str, left: float, base: float, size: float = SIZE, sure: float = 0.96) -> TextLine:
    words, at = [], left
    for token in text.split(" "):
        glyphs = []
        for character in token:
            tall = size if character in "acemnorsuvwxz" else 1.4 * size
            glyphs.append(Glyph(character, Box(at, base - tall, at + size, base), 0.99))
            at += size
        words.append(Word(tuple(glyphs), around([glyph.box for glyph in glyphs]), sure))
        at += 0.8 * size
    return TextLine(tuple(words))


def raise_glyph(printed: TextLine, word: int, glyph: int, confidence: float = 0.9) -> TextLine:
    """The line with one glyph small and high above the baseline."""
    old = printed.words[word].glyphs[glyph]
    box = Box(old.box.left, printed.base - 28, old.box.left + 10, printed.base - 14)
    glyphs = list(printed.words[word].glyphs)
    glyphs[glyph] = replace(old, box=box, confidence=confidence)
    words = list(printed.words)
    words[word] = replace(words[word], glyphs=tuple(glyphs))
    return TextLine(tuple(words))


def page(number: int, lines: Sequence[TextLine], rules: Sequence[Box] = ()) -> Page:
    return Page(number, WIDTH, HEIGHT, tuple(lines), tuple(rules))


def paragraph(texts: Sequence[str], top: float, left: float = 330.0) -> list[TextLine]:
    """Lines of running text at the usual step of 50."""
    return [line(text, left, top + 50 * index) for index, text in enumerate(texts)]
