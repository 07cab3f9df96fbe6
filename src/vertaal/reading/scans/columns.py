"""The lines of a page in reading order, and what stands in the margin beside them.

Recognition runs lines of neighbouring columns together. Here they are cut at the gutters: places
at which several lines begin and which next to no line crosses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from vertaal.parsing.labels import find_label
from vertaal.reading.scans.boxes import Page, TextLine, Word

_GAP = 1.6
"""Between two words, in x-heights: what is wider may part columns. A space has 0.8."""
_CROSSING = 0.12
"""Share of a page's lines that may run across a gutter: a heading over two columns."""
_LONG = 0.4
"""Share of the page's width from which on a line is one of running text."""
_COLUMN = 0.3
"""Share of the text's width that a column of running text has at least."""


@dataclass(frozen=True, slots=True)
class Layout:
    """`body` and `margin` in reading order. `x_height` is that of the running text."""

    page: Page
    body: tuple[TextLine, ...]
    margin: tuple[TextLine, ...]
    x_height: float
    left: float
    right: float
    """The edges of the running text."""


def lay_out(pages: Sequence[Page]) -> tuple[Layout, ...]:
    """The layout of every page; what one page cannot show, the others do."""
    usual = _x_height(line for page in pages for line in page.lines)
    pieces = [[piece for line in page.lines for piece in _split(line, usual)] for page in pages]
    edges = [_edges(page, found) for page, found in zip(pages, pieces, strict=True)]
    known = [pair for pair in edges if pair is not None]
    width = median([page.width for page in pages]) if pages else 0.0
    lefts, rights = [left for left, _ in known] or [0.0], [right for _, right in known] or [width]
    common = (median(lefts), median(rights))
    return tuple(
        _layout(page, found, _believed(pair, common, usual), usual)
        for page, found, pair in zip(pages, pieces, edges, strict=True)
    )


def _believed(
    edges: tuple[float, float] | None, common: tuple[float, float], size: float
) -> tuple[float, float]:
    """The edges of a page; lines that ran into the margin put its right edge too far out."""
    if edges is None:
        return common
    left, right = edges
    return left, right if right < common[1] + 2 * size else common[1]


def _x_height(lines: Iterable[TextLine]) -> float:
    """The x-height of most letters."""
    sizes = [line.x_height for line in lines if line.x_height for _ in range(len(line.text))]
    return median(sizes) if sizes else 20.0


def _split(line: TextLine, size: float) -> list[TextLine]:
    """The line cut at its wide gaps."""
    words = sorted(line.words, key=lambda word: word.box.left)
    pieces: list[list[Word]] = [words[:1]]
    for before, word in pairwise(words):
        if word.box.left - before.box.right > _GAP * size:
            pieces.append([])
        pieces[-1].append(word)
    return [TextLine(tuple(piece)) for piece in pieces]


def _edges(page: Page, pieces: list[TextLine]) -> tuple[float, float] | None:
    """Left and right edge of the running text; None where too little runs."""
    long = [piece.box for piece in pieces if piece.box.width > _LONG * page.width]
    if len(long) < 3:
        return None
    lefts, rights = sorted(box.left for box in long), sorted(box.right for box in long)
    return lefts[len(long) // 10], rights[-1 - len(long) // 20]


def _layout(page: Page, pieces: list[TextLine], edges: tuple[float, float], size: float) -> Layout:
    left, right = edges
    inside: list[TextLine] = []
    margin: list[TextLine] = []
    gutter = _margin_edge(pieces, right, size)
    for piece in pieces:
        words = [word for word in piece.words if word.box.left < gutter]
        beyond = piece.words[len(words) :]
        apart = not beyond and piece.box.right < left - 0.5 * size and not _hangs(piece)
        if words:
            (margin if apart else inside).append(TextLine(tuple(words)))
        if beyond:
            margin.append(TextLine(beyond))
    middle = _gutter(inside, (left, right), size)
    body = _rows(inside, size) if middle is None else _two_columns(inside, middle, size)
    return Layout(page, tuple(body), tuple(_rows(margin, size)), size, left, right)


def _margin_edge(pieces: list[TextLine], right: float, size: float) -> float:
    """Where a margin begins at the right of the running text; infinite where there is none."""
    beyond = [piece.box.left for piece in pieces if piece.box.left > right + 0.5 * size]
    return min(beyond) if beyond else float("inf")


def _hangs(piece: TextLine) -> bool:
    """Whether what stands left of the text belongs to it: a label, a number, a bullet."""
    return len(piece.text) < 4 or piece.text[0].isdigit() or find_label(piece.text) is not None


def _gutter(pieces: list[TextLine], edges: tuple[float, float], size: float) -> float | None:
    """Where the second of two columns of running text begins; None where there is one."""
    width = edges[1] - edges[0]
    starts = sorted(piece.box.left for piece in pieces)
    best: tuple[int, float] | None = None
    for start in starts:
        if not edges[0] + _COLUMN * width < start < edges[1] - _COLUMN * width:
            continue
        here = [p for p in pieces if abs(p.box.left - start) < 0.5 * size]
        crossing = [
            p for p in pieces if p.box.left < start - size and p.box.right > start - 0.3 * size
        ]
        before = [
            p
            for p in pieces
            if p.box.right < start and p.box.right - p.box.left > 0.6 * _COLUMN * width
        ]
        if min(len(here), len(before)) < 6 or len(crossing) > _CROSSING * len(pieces):
            continue
        if best is None or len(here) > best[0]:
            best = len(here), start - 0.3 * size
    return best[1] if best else None


def _two_columns(pieces: list[TextLine], gutter: float, size: float) -> list[TextLine]:
    """Left column, then right column; a line across both parts what is above from what is below."""
    across = _rows([p for p in pieces if p.box.left < gutter - size and p.box.right > gutter], size)
    tops = [float("-inf"), *(line.box.top for line in across), float("inf")]
    ordered: list[TextLine] = []
    for number, (top, bottom) in enumerate(pairwise(tops)):
        if number:
            ordered.append(across[number - 1])
        within = [p for p in pieces if top < p.box.top < bottom]
        sides: tuple[Callable[[TextLine], bool], ...] = (
            lambda p: p.box.right <= gutter,
            lambda p: p.box.left >= gutter - size and p.box.right > gutter,
        )
        for side in sides:
            ordered += _rows([p for p in within if side(p)], size)
    return ordered


def _rows(pieces: list[TextLine], size: float) -> list[TextLine]:
    """The pieces from top to bottom, those on one baseline joined into a line."""
    rows: list[list[TextLine]] = []
    for piece in sorted(pieces, key=lambda piece: piece.base):
        beside = rows and abs(median([p.base for p in rows[-1]]) - piece.base) < 0.6 * size
        free = beside and not any(
            piece.box.left < other.box.right - 0.5 * size
            and other.box.left < piece.box.right - 0.5 * size
            for other in rows[-1]
        )
        if free:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [
        TextLine(
            tuple(
                word
                for piece in sorted(row, key=lambda piece: piece.box.left)
                for word in piece.words
            )
        )
        for row in rows
    ]
