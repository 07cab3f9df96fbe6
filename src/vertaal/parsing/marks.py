"""Footnote marks: the bare or bracketed number that stands after a word for a note."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import cache

from vertaal.parsing.lines import Line

_PAREN = re.compile(r"(?<![\d(])(\d{1,3})\)")
_STYLED = (
    ("bracket", re.compile(r"\[(\d{1,3})\]")),
    ("paren", _PAREN),
    ("bare", re.compile(r"(?<=[^\W\d_])(\d{1,3})(?=[\s.,;:?!)»”’]|$)")),
    ("bare", re.compile(r"(?<=[.?!:;»”’)\]\"'])(\d{1,3})(?=\s|[,.]?\s\d|,\d|[.,;]|$)")),
    ("bare", re.compile(r"(?<=[^\W\d_][»”’\"'])(\d{1,3})(?=[?!])")),
    ("bare", re.compile(r"(?<=\d\^)(\d{1,3})(?=[\s.,;:?!)»”’]|$)")),
    ("bare", re.compile(r"(?<=\d,\s)(\d{1,3})(?=\s|[.,;]|$)")),
    ("bare", re.compile(r"(?<=[?.!»”’)]\d\s)(\d{1,3})(?=\s|[.,;]|$)")),
)
_AT_LINE = (
    re.compile(r"^\s*(\d{1,3})(?=[.,;:]?\s*$|[.,;:]?\s+[^\W\d_(«“‘])"),
    re.compile(r"^\s*\d{1,3},?\s+(\d{1,3})\s*$"),
    re.compile(r"(?<=\s)(\d{1,3})\s*$"),
)
SENTENCE_END = re.compile(r"[.?!][»”’\"')\]]*\s?\[?\d{0,3}[\])]?\s*$")
"""Of a sentence, with or without the mark of a note."""
_BARE_STYLES = ("glued", "spaced")


class Marks:
    """Which marks the text so far has shown: on the pages before, and on this page up to a line."""

    def __init__(self) -> None:
        self._before: set[tuple[str, int]] = set()
        self._here: dict[tuple[str, int], int] = {}
        # A text without pages is turned to anew for each group of notes in it.
        self._marks_of: Callable[[str], tuple[tuple[str, int], ...]] = cache(_marks_of)

    def turn_to(self, page: list[Line]) -> None:
        """Go to the next page: its marks are `here`, those of the page before join the others."""
        self._before |= self._here.keys()
        self.look_again(page)

    def look_again(self, page: list[Line]) -> None:
        """The marks of the same page, of which some lines have gone."""
        self._here = {}
        for index, line in enumerate(page):
            for mark in self._marks_of(line.text):
                self._here.setdefault(mark, index)

    def has(self, style: str, number: int, line: int) -> bool:
        """Whether the mark stands on an earlier page or, here, above the line."""
        return self.here(style, number, line) or _key(style, number) in self._before

    def here(self, style: str, number: int, line: int) -> bool:
        return self._here.get(_key(style, number), line) < line


def _key(style: str, number: int) -> tuple[str, int]:
    return ("bare" if style in _BARE_STYLES else style, number)


def _marks_of(text: str) -> tuple[tuple[str, int], ...]:
    of_text = _of_text(text)
    marks = [
        (style, int(m[1]))
        for style, pattern in _STYLED
        for m in pattern.finditer(text)
        if style != "paren" or m.start() not in of_text
    ]
    at_line = (pattern.search(text) for pattern in _AT_LINE)
    return (*marks, *(("bare", int(found[1])) for found in at_line if found is not None))


def _of_text(text: str) -> set[int]:
    """Where '1)' begins an item or ends what stands in brackets: '(zie vraag 1)'."""
    indent, end = len(text) - len(text.lstrip()), len(text.rstrip())
    places = set()
    depth = counted = 0
    for match in _PAREN.finditer(text):
        start = match.start()
        depth += text.count("(", counted, start) - text.count(")", counted, start)
        counted = start
        if depth > 0 or (start == indent and match.end() < end):
            places.add(start)
    return places


def is_mark_line(text: str, notes: Collection[int]) -> bool:
    """Whether a line holds nothing but marks of known notes ('2 3')."""
    numbers = text.replace(",", " ").split()
    return (
        bool(numbers)
        and len(numbers) < 5
        and all(number.isdecimal() and int(number[:4]) in notes for number in numbers)
    )


_OPENING_MARK = re.compile(r"\s*(\d{1,3})(?:[,;:]?\s|[.,;:]$)")


def opens_with_mark(text: str, notes: Collection[int]) -> bool:
    """Whether a line begins with the mark of a known note that belongs to the line before."""
    match = _OPENING_MARK.match(text)
    return match is not None and int(match[1]) in notes
