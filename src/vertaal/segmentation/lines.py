"""Which line ends of a paragraph part sentences, and which only wrap them; and items of a list that
lost their line end ('te weten:- het Rijk;- de provincies').
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from vertaal.types import Span

_ITEM = re.compile(
    r"[-–—•·▪●○◦*]\s"
    r"|(?:o|§)\s+(?=\S)"
    r"|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s"
)
_GLUED = re.compile(r"(?<=[^\W\d_][;:.])(?=[-–—•·▪●]\s)")
"""Where the line end was lost; no amount ('€ 50.000,- te betalen')."""
_ENDED = re.compile(r"[.?!:;…][\"'”’»)\]]*(?:\d{1,2})?$")
_SHORT_LINE = 45
"""A paragraph whose lines are all shorter than this was broken by its author (an address)."""


def hard_lines(text: str, start: int, end: int) -> list[Span]:
    """Spans of the stretches of `text[start:end]` that no line end parts for good."""
    lines: list[Span] = []
    place = start
    for line in text[start:end].split("\n"):
        if line.strip():
            lines.append((place, place + len(line)))
        place += len(line) + 1
    if not lines:
        return []
    widest = max(last - first for first, last in lines)
    spans = [lines[0]]
    for (first, last), following in pairwise(lines):
        if _parts(text[first:last].strip(), text[slice(*following)].strip(), widest):
            spans.append(following)
        else:
            spans[-1] = (spans[-1][0], following[1])
    return [part for span in spans for part in _items(text, *span)]


def _items(text: str, start: int, end: int) -> Iterator[Span]:
    """`text[start:end]`, parted where the items of a list lost their line end."""
    lost = (hit.start() for hit in _GLUED.finditer(text, start, end))
    return pairwise((start, *lost, end))


def _parts(line: str, following: str, widest: int) -> bool:
    if _ITEM.match(following):
        return True
    if not (following[0].isupper() or following[0].isdigit() or following[0] in "‘“«\"'("):
        return False
    if widest <= _SHORT_LINE:
        return True
    room = len(line) + 1 + len(following.split()[0]) < 0.8 * widest
    return room and (bool(_ENDED.search(line)) or following[0].isupper())
