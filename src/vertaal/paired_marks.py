"""Marks that come in pairs, brackets and quotation marks, and those that lost their partner."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vertaal.types import Span

_MARK = re.compile(
    r"""
      (?<![\w(])(?P<number>(?:\d{1,2}|[a-z]|[ivx]{2,4})\))    # 'a)' begins a point of a list
    | (?<=\w)['’‘](?=\w) | (?<!\w)['’‘](?=[stnmk]\b|\d\d)     # an apostrophe
    | (?P<opening>[(\[«“„]|(?<![^\s(\[«“/–_-])["'‘](?=\S))
    | (?P<closing>[)\]»”’"'])
    """,
    re.VERBOSE,
)
_SHAPES = {")": "(", "]": "[", "»": "«", "”": "“", "„": "“", "’": "‘", "'": "‘"}
"""The mark that opens what another closes; signs that are read as their like."""
BRACKETS, QUOTATION = "([", '"'
"""What a pair may be: brackets of a shape, or a quotation of any."""
CLOSING = {"(": ")", "[": "]", "«": "»", "“": "”", "„": "”", "‘": "’", '"': '"', "'": "'"}


@dataclass(frozen=True, slots=True)
class Pair:
    """A mark and its partner; -1 for one that is not there."""

    opening: int
    closing: int
    mark: str

    @property
    def kind(self) -> str:
        """Its opening bracket, or a quotation mark: a translation may quote in another way."""
        return self.mark if self.mark in BRACKETS else QUOTATION

    @property
    def whole(self) -> bool:
        return min(self.opening, self.closing) >= 0

    @property
    def at(self) -> int:
        """Where it is, if it stands alone."""
        return max(self.opening, self.closing)

    def holds(self, word: Span) -> bool:
        return self.opening < word[0] and word[1] <= self.closing


def pairs(text: str) -> Iterator[Pair]:
    """The pairs in `text`, each when it ends, and those without a partner."""
    open_: list[tuple[int, str]] = []
    for hit in _MARK.finditer(text):
        mark = hit["opening"] or hit["closing"] or (hit["number"] or "")[-1:]
        shape = _SHAPES.get(mark, mark)
        if hit["opening"]:
            open_.append((hit.start(), shape))
        elif before := [each for each in open_ if each[1] == shape]:
            open_.remove(before[-1])
            yield Pair(before[-1][0], hit.end() - 1, shape)
        elif hit["closing"] and shape != "‘":  # it may be an apostrophe
            yield Pair(-1, hit.start(), shape)
    yield from (Pair(at, -1, shape) for at, shape in open_)


def unpaired(source: str, target: str) -> list[Pair]:
    """What has no partner in `target`, though all of its kind have theirs in `source`."""
    odd = [pair for pair in pairs(target) if not pair.whole]
    if not odd:
        return []
    excused = {pair.kind for pair in pairs(source) if not pair.whole}
    return [pair for pair in odd if pair.kind not in excused]
