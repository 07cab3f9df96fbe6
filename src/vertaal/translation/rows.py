"""Rows of tables, and titles of web pages: each cell is translated by itself, and what stands
between the cells stays as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from vertaal.cells import BAR
from vertaal.paired_marks import pairs
from vertaal.spacing import trimmed
from vertaal.translation.alignment import shifted
from vertaal.translation.requests import Request, part
from vertaal.types import Link, Span, Translation


def cells_of(request: Request) -> list[Span]:
    """The places of the cells in a source; its own where no bar parts it. A bar inside a term, a
    quotation or brackets is none.
    """
    source = request.source
    bars = [bar.span() for bar in BAR.finditer(source)]
    if bars:  # Few sources have one: the others need no look at what encloses it.
        whole = [(pair.opening, pair.closing) for pair in pairs(source) if pair.opening >= 0]
        whole += [match.span for match in request.matches]
        bars = [bar for bar in bars if not any(start <= bar[0] < end for start, end in whole)]
    if not bars:
        return [(0, len(source))]
    edges = [(0, 0), *bars, (len(source), len(source))]
    found = [trimmed(source, before[1], after[0]) for before, after in pairwise(edges)]
    return [cell for cell in found if cell[0] < cell[1]] or [(0, len(source))]


def in_cells(request: Request) -> list[Request]:
    """The cells of a source as requests of their own."""
    return [part(request, *cell) for cell in cells_of(request)]


def in_row(request: Request, made: Sequence[Translation]) -> Translation:
    """The translation of a source from those of its cells; its score is that of the worst."""
    target, links, at = "", list[Link](), 0
    for (start, end), each in zip(cells_of(request), made, strict=True):
        target += request.source[at:start]
        links += shifted(each.links, start, len(target))
        target += each.target
        at = end
    return Translation(
        target + request.source[at:],
        min(each.score for each in made),
        any(each.forced for each in made),
        tuple(links),
    )
