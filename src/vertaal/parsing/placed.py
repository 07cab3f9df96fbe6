"""Lines that a reader who saw the page has set apart: furniture and footnotes by their place."""

from __future__ import annotations

from collections.abc import Iterable

from vertaal.parsing.footnotes import Note
from vertaal.parsing.lines import Line, boundary_at
from vertaal.types import Placed, Removal


def take_placed(
    lines: list[Line], placed: Iterable[Placed]
) -> tuple[list[Line], list[Removal], list[Note]]:
    """The lines without those that are placed, the furniture among these, and the notes."""
    places = {place.line: place for place in placed}
    kept: list[Line] = []
    removed: list[Removal] = []
    notes: list[Note] = []
    for line in lines:
        place = places.get(line.number)
        if place is None or line.blank:
            kept.append(line)
            continue
        kept.append(boundary_at(line))
        if not place.note:
            removed.append(Removal(line.number, line.text.strip(), place.reason))
        elif place.mark or not notes:
            mark, body = line.text[: place.mark], line.with_text(line.text[place.mark :])
            notes.append(Note(place.note, mark, line.number, (body,)))
        else:
            notes[-1] = notes[-1].with_line(line)
    return kept, removed, notes
