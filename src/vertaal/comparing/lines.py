"""A comparison as lines of text, for a terminal or a file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby

from vertaal.comparing.differences import Comparison, Difference, Kind
from vertaal.comparing.words import Piece, Stretch

Paint = Callable[[Piece, str], str]
"""Sets a stretch of words apart."""

_SIGNS = {Kind.ADDED: "+", Kind.REMOVED: "-", Kind.MOVED: ">", Kind.CHANGED: "~"}
_MARKS = {Piece.SAME: "{}", Piece.REMOVED: "[-{}-]", Piece.ADDED: "{{+{}+}}"}
# Struck and red, underlined and green: the colour alone says nothing.
_COLOURS = {
    Piece.SAME: "{}",
    Piece.REMOVED: "\x1b[9;31m{}\x1b[0m",
    Piece.ADDED: "\x1b[4;32m{}\x1b[0m",
}
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def marked(piece: Piece, text: str) -> str:
    """`[-removed-]` and `{+added+}`, as `git diff --word-diff` prints them."""
    return _MARKS[piece].format(text)


def coloured(piece: Piece, text: str) -> str:
    """The same in the colours of a terminal."""
    return _COLOURS[piece].format(text)


def as_lines(comparison: Comparison, paint: Paint) -> Iterator[str]:
    """Each difference under the heading of its question or answer, and the counts."""
    yield f"--- {_safe(comparison.before)}"
    yield f"+++ {_safe(comparison.after)}"
    for label, group in groupby(comparison.differences, key=lambda each: each.label):
        yield ""
        yield _safe(label)
        for difference in group:
            yield from _lines(difference, paint)
    yield ""
    yield comparison.summary


def _lines(difference: Difference, paint: Paint) -> Iterator[str]:
    origin = f" (from {_safe(difference.origin)})" if difference.origin else ""
    yield f"{_SIGNS[difference.kind]} {difference.kind} {_safe(difference.unit.id)}{origin}"
    yield f"    nl: {_line(difference.source_words, paint)}"
    yield f"    en: {_line(difference.words, paint)}"


def _line(stretches: tuple[Stretch, ...], paint: Paint) -> str:
    def safe(piece: Piece, words: str) -> str:
        return paint(piece, _safe(words))

    return "".join(stretch.set_apart(safe) for stretch in stretches).strip()


def _safe(text: str) -> str:
    """The text without characters that would steer a terminal."""
    return _CONTROL.sub("\ufffd", text)
