"""What closes a letter: those who sign below the last answer, and how they take leave."""

from __future__ import annotations

from vertaal.parsing.lines import Line
from vertaal.parsing.sections import Section
from vertaal.parsing.signatures import (
    LONGEST_SIGNATURE,
    farewell_start,
    signature_end,
    signature_start,
)
from vertaal.types import BlockKind


def part_signatures(sections: list[Section]) -> list[Section]:
    """Part the closing signatures from the last answer, below which annexes may stand."""
    for place in range(len(sections) - 1, -1, -1):
        section = sections[place]
        start, closing = _closing(section.lines)
        if closing:
            section.lines = section.lines[:start]
            return [*sections[: place + 1], *closing, *sections[place + 1 :]]
        if section.kind is not BlockKind.OTHER:
            break
    return sections


def _closing(lines: list[Line]) -> tuple[int, list[Section]]:
    """Where the closing of a text begins, and its parts: how they take leave, if they do, and the
    signatures, the first with place and date above it. No parts where nobody signs.
    """
    for index in range(max(1, len(lines) - LONGEST_SIGNATURE), len(lines)):
        signed = [] if lines[index].blank else _signatures(lines, index)
        if signed:
            start = signature_start(lines, index)
            signed[0].line, signed[0].lines[:0] = lines[start].number, lines[start:index]
            leave = farewell_start(lines, start)
            said = lines[leave:start]
            if any(not line.blank for line in said):
                signed.insert(0, Section(BlockKind.OTHER, "", (), said[0].number, said))
            return leave, signed
    return len(lines), []


def _signatures(lines: list[Line], index: int) -> list[Section]:
    """The signatures that fill the lines from here to their end; none where other text follows."""
    found = []
    while index < len(lines):
        if lines[index].blank:
            index += 1
            continue
        end = signature_end(lines, index)
        if not end:
            return []
        found.append(Section(BlockKind.SIGNATURE, "", (), lines[index].number, lines[index:end]))
        index = end
    return found
