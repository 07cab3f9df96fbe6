"""What the versions of XLIFF have in common: an edition as groups of units with their terms."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from xml.etree import ElementTree

from vertaal.publishing.labels import dutch_label
from vertaal.spacing import squeeze
from vertaal.types import Edition, Occurrence, Unit
from vertaal.xml_writing import append, unfit

TOOL = "vertaal"
"""How we mark what we wrote into a file beside the texts: revisions, origins, terms."""


def mark(text: str) -> str:
    """Goes out with a text, and tells whether it comes back as it was, blanks apart."""
    return hashlib.sha256(squeeze(text).encode("utf-8")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Group:
    """The units of a question or answer, each with its terms in order, none overlapping."""

    id: str
    name: str
    units: tuple[tuple[Unit, tuple[Occurrence, ...]], ...]


def groups(edition: Edition) -> Iterator[Group]:
    """The edition's units, orphans left out, group by group in document order."""
    terms: dict[str, list[Occurrence]] = {}
    for occurrence in edition.occurrences:
        if not occurrence.match.shadowed_by:
            terms.setdefault(occurrence.segment, []).append(occurrence)
    labels = {block.id: dutch_label(block).text for block in edition.document.blocks}
    # A block whose segments are not all next to each other would need its id twice.
    used: dict[str, int] = {}
    for block, units in groupby(edition.units, key=lambda unit: unit.block):
        used[block] = used.get(block, 0) + 1
        yield Group(
            block if used[block] == 1 else f"{block}.{used[block]}",
            labels.get(block, block),
            tuple((unit, _apart(terms.get(unit.id, []))) for unit in units),
        )


def _apart(terms: list[Occurrence]) -> tuple[Occurrence, ...]:
    kept: list[Occurrence] = []
    for occurrence in sorted(terms, key=lambda o: (o.match.start, -o.match.end)):
        if not kept or occurrence.match.start >= kept[-1].match.end:
            kept.append(occurrence)
    return tuple(kept)


def advice(occurrence: Occurrence) -> str:
    """What the glossary says of a term beside its renderings."""
    match = occurrence.match
    return "; ".join(
        [*(f"not '{each}'" for each in match.forbidden), *filter(None, [match.term.note])]
    )


def add_text(
    element: ElementTree.Element,
    text: str,
    stand_in: Callable[[ElementTree.Element, str], object],
) -> None:
    """Add text at the end; for a character that XML cannot hold `stand_in` adds an element."""
    run = ""
    for char in text:
        if unfit(char):
            append(element, run)
            stand_in(element, char)
            run = ""
        else:
            run += char
    append(element, run)
