"""Lines of text, translated one for one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from vertaal.glossary import Matcher
from vertaal.segmentation import split
from vertaal.spacing import squeeze
from vertaal.translation.requests import request
from vertaal.translation.translator import Translator, proof
from vertaal.types import Occurrence, Span

_CELL = re.compile(r"(?:^|(?<=\t))[^\t]*")


@dataclass(frozen=True, slots=True)
class Line:
    """A translated line. `score` is that of its worst sentence; occurrences count from the line's
    start in both languages.
    """

    source: str
    target: str
    score: float
    occurrences: tuple[Occurrence, ...]


def translate_lines(lines: Sequence[str], matcher: Matcher, worker: Translator) -> Iterator[Line]:
    """One translation a line, in order. A line is translated by sentence; tabs part cells, and
    stay.
    """
    rows = [_cells(line) for line in lines]
    asked = [
        request(line[start:end], matcher)
        for line, cells in zip(lines, rows, strict=True)
        for parts in cells
        for start, end in parts
    ]
    made = zip(asked, worker.translate(asked), strict=True)
    for number, (line, cells) in enumerate(zip(lines, rows, strict=True), 1):
        target, proofs, scores = "", list[Occurrence](), [0.0]
        for column, parts in enumerate(cells):
            target += "\t" * bool(column)
            for start, _ in parts:
                each, translation = next(made)
                target += " " * (target[-1:] not in ("", "\t"))
                for found in proof(f"{number}", each, translation):
                    proofs.append(_moved(found, start, len(target)))
                target += squeeze(translation.target)
                scores.append(translation.score)
        yield Line(line, target, min(scores), tuple(proofs))


def _cells(line: str) -> list[list[Span]]:
    """The spans of the sentences, cell by cell."""
    cells = [(cell.start(), cell.group()) for cell in _CELL.finditer(line)]
    return [[(at + start, at + end) for start, end in split(cell)] for at, cell in cells]


def _moved(found: Occurrence, source: int, target: int) -> Occurrence:
    match = replace(found.match, start=found.match.start + source, end=found.match.end + source)
    if found.target_start < 0:
        return replace(found, match=match)
    return replace(
        found,
        match=match,
        target_start=found.target_start + target,
        target_end=found.target_end + target,
    )
