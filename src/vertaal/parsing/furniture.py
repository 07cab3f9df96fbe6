"""Page furniture set apart: what is printed around the text and belongs to none of it."""

from __future__ import annotations

from collections.abc import Iterable

from vertaal.parsing.beside import take_margins
from vertaal.parsing.fragments import HEADER, cut_fragments
from vertaal.parsing.likeness import key_of
from vertaal.parsing.lines import Line, boundary_at
from vertaal.parsing.printed import take_printed
from vertaal.parsing.running import LONGEST, running_headers
from vertaal.parsing.strays import take_page_numbers, take_quoting, take_strays
from vertaal.types import Removal


def take_furniture(
    lines: list[Line], known: Iterable[str] = ()
) -> tuple[list[Line], list[Removal]]:
    """The lines without page furniture, and what was taken.

    `known` are headers and footers that the format itself keeps apart. All else is learnt from
    the document: short lines that come back page after page, alike up to a misread letter. Only
    the printing of Parliament and the margin of a ministry's letter are known beforehand.
    """
    removed: list[Removal] = []
    lines = take_margins(take_quoting(lines, removed), removed)
    lines = take_printed(lines, removed)
    lines = _take_known(lines, frozenset(key_of(text) for text in known), removed)
    headers = running_headers(lines)
    lines = cut_fragments(lines, headers, removed)
    lines = take_page_numbers(lines, removed)
    return take_strays(lines, removed), removed


def _take_known(lines: list[Line], known: frozenset[str], removed: list[Removal]) -> list[Line]:
    if not known:
        return lines
    kept = []
    for index, line in enumerate(lines):
        key = key_of(line.text) if len(line.text) <= 2 * LONGEST else ""
        if len(key) > 3 and key in known and not _stands_alone(lines, index):
            removed.append(Removal(line.number, line.text.strip(), HEADER))
            kept.append(boundary_at(line))
        else:
            kept.append(line)
    return kept


def _stands_alone(lines: list[Line], index: int) -> bool:
    """Whether a line is a paragraph of its own. A format that keeps its headers apart has none in
    its text: such a paragraph is a title that the header repeats."""
    around = lines[max(0, index - 1) : index] + lines[index + 1 : index + 2]
    return all(line.blank for line in around)
