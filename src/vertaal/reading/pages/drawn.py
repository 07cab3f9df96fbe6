"""What a page of a PDF draws: pieces of text with their places, and the rules around cells."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from vertaal.reading.pages.widths import Widths, widths_of

Matrix = list[float]
Point = tuple[float, float]

_STROKES = frozenset((b"S", b"s", b"B", b"B*", b"b", b"b*"))
_FILLS = frozenset((b"f", b"F", b"f*"))
_SHOWS = frozenset((b"Tj", b"TJ", b"'", b'"'))
_THIN = 3.0
"""Points: what is filled and no thicker is a rule."""
_SLANT = 1.0
_MOST_RULES = 20_000


class Rule(NamedTuple):
    """A line across the page (`upright`: down it) at `at`, from `start` to `end`, in points."""

    upright: bool
    at: float
    start: float
    end: float


class Span(NamedTuple):
    """A stretch of a line of print, `y` above the foot of the page."""

    left: float
    right: float
    y: float


@dataclass(slots=True, eq=False)
class Piece:
    """Text that was drawn in one go on the line `y` above the foot of the page.

    `mark` is the number of the marked content that it belongs to. `spans` are the places of all
    that was shown in it; of turned text and of that in forms there are none.
    """

    text: str
    y: float
    size: float
    mark: int | None = None
    spans: tuple[Span, ...] = ()


class _Shown(NamedTuple):
    mark: int | None
    start: Point
    parts: list[Any]
    spacing: float


def _moved(matrix: Matrix, x: float, y: float) -> Point:
    return (
        x * matrix[0] + y * matrix[2] + matrix[4],
        x * matrix[1] + y * matrix[3] + matrix[5],
    )


@dataclass(slots=True)
class Drawn:
    """Collects what `pypdf` meets on one page."""

    pieces: list[Piece] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    _path: list[list[Point]] = field(default_factory=list)
    _marks: list[int | None] = field(default_factory=lambda: [None])
    _shown: list[_Shown] = field(default_factory=list)
    _spacing: list[float] = field(default_factory=lambda: [0.0])
    """Between characters; the last is in force."""
    _fonts: dict[int, tuple[object, Widths]] = field(default_factory=dict)
    _gap: str = ""
    _forms: int = 0
    """In how many forms we are: their places are their own."""

    def before(self, operator: bytes, operands: list[Any], matrix: Matrix, text: Matrix) -> None:
        if operator == b"Do":
            self._forms += 1
        elif operator in _SHOWS:
            shown = operands[0] if operands and isinstance(operands[0], list) else operands[-1:]
            start = _moved(matrix, text[4], text[5])
            self._shown.append(_Shown(self._marks[-1], start, shown, self._spacing[-1]))
        elif operator in (b"BDC", b"BMC"):
            mark = _mark(operands)
            self._marks.append(self._marks[-1] if mark is None else mark)
        elif operator == b"EMC":
            _end(self._marks)
        elif operator == b"q":
            self._spacing.append(self._spacing[-1])
        elif operator == b"Q":
            _end(self._spacing)
        elif operator == b"Tc":
            self._spacing[-1] = _number(operands)
        elif not self._forms:
            with suppress(TypeError, ValueError, IndexError):  # Operands that make no sense.
                self._draw(operator, operands, matrix)

    def after(self, operator: bytes, *_: object) -> None:
        if operator == b"Do":
            self._forms -= 1

    def text(self, text: str, matrix: Matrix, place: Matrix, font: Any, size: float) -> None:
        shown, self._shown = self._shown, []
        if not text.strip() and "\n" not in text:
            self._gap += text
            return
        _, y = _moved(matrix, place[4], place[5])
        turned = _moved([*matrix[:4], 0.0, 0.0], place[0], place[1])
        height = _moved([*matrix[:4], 0.0, 0.0], place[2], place[3])[1]
        upright = not self._forms and turned[0] > 0 and abs(turned[1]) < turned[0] / 50
        widths = self._widths(font)
        spans = (
            Span(
                part.start[0],
                part.start[0] + turned[0] * _advance(part, widths, size),
                part.start[1],
            )
            for part in shown
            if upright
        )
        marks = {part.mark for part in shown}
        mark = marks.pop() if len(marks) == 1 else None
        self.pieces.append(Piece(self._gap + text, y, abs(size * height), mark, tuple(spans)))
        self._gap = ""

    def _widths(self, font: Any) -> Widths:
        known = self._fonts.get(id(font))
        if known is None:
            known = self._fonts[id(font)] = (font, widths_of(font))
        return known[1]

    def _draw(self, operator: bytes, operands: list[Any], matrix: Matrix) -> None:
        if operator == b"re":
            x, y, width, height = map(float, operands)
            corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))
            self._path.append([_moved(matrix, *corner) for corner in corners])
        elif operator == b"m":
            self._path.append([_moved(matrix, *map(float, operands))])
        elif operator == b"l":
            self._path[-1].append(_moved(matrix, *map(float, operands)))
        elif operator == b"h":
            self._path[-1].append(self._path[-1][0])
        elif operator in (b"c", b"v", b"y"):  # What has curves is no rule.
            self._path[-1] = []
        elif operator in _STROKES or operator in _FILLS:
            if len(self.rules) < _MOST_RULES:
                self.rules += (rule for part in self._path for rule in _rules(part, operator))
            self._path = []
        elif operator == b"n":
            self._path = []


def _advance(shown: _Shown, widths: Widths, size: float) -> float:
    """How far what was shown moves the pen, in units of the text."""
    way = 0.0
    for part in shown.parts:
        if isinstance(part, bytes):
            way += widths.of(part) * size / 1000 + shown.spacing * len(widths.codes(part))
        elif isinstance(part, (int, float)):
            way -= float(part) * size / 1000
    return way


def _end(states: list[Any]) -> None:
    """Go back to the state before; the first has none."""
    del states[max(1, len(states) - 1) :]


def _number(operands: list[Any]) -> float:
    return float(operands[0]) if operands and isinstance(operands[0], (int, float)) else 0.0


def _mark(operands: list[Any]) -> int | None:
    properties = operands[1] if len(operands) > 1 else None
    mark = properties.get("/MCID") if isinstance(properties, dict) else None
    return int(mark) if isinstance(mark, int) else None


def _rules(path: list[Point], operator: bytes) -> list[Rule]:
    if not path:
        return []
    if operator in _FILLS:
        left, right = min(x for x, _ in path), max(x for x, _ in path)
        foot, top = min(y for _, y in path), max(y for _, y in path)
        if min(right - left, top - foot) > _THIN:
            return []
        if right - left > top - foot:
            path = [(left, (foot + top) / 2), (right, (foot + top) / 2)]
        else:
            path = [((left + right) / 2, foot), ((left + right) / 2, top)]
    found = []
    for (x, y), (to_x, to_y) in pairwise(path):
        if abs(to_x - x) <= _SLANT < abs(to_y - y):
            found.append(Rule(True, x, min(y, to_y), max(y, to_y)))
        elif abs(to_y - y) <= _SLANT < abs(to_x - x):
            found.append(Rule(False, y, min(x, to_x), max(x, to_x)))
    return found
