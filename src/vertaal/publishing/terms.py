"""The glossary entries at work in an edition: one list, to which every marked term leads."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from vertaal.types import Block, Edition, Occurrence, OccurrenceStatus, Term, TermStatus


@dataclass(frozen=True, slots=True)
class Entry:
    """A glossary row that the edition uses. `id` is its anchor; `blocks` say where it is used."""

    id: str
    term: Term
    statuses: Counter[OccurrenceStatus]
    blocks: tuple[Block, ...]

    @property
    def rendering(self) -> str:
        return "kept as it is" if self.term.status is TermStatus.KEEP else self.term.target

    @property
    def title(self) -> str:
        """What a marked occurrence tells of its entry."""
        text = f"Glossary: {self.term.source} → {self.rendering}"
        return f"{text} ({self.term.note})" if self.term.note else text


def key(term: Term) -> tuple[str, str, TermStatus]:
    return (term.source, term.target, term.status)


def visible(occurrence: Occurrence) -> bool:
    """Whether an occurrence is shown: a shadowed one gave its place to a longer term."""
    return occurrence.status is not OccurrenceStatus.SHADOWED


def entries(edition: Edition) -> dict[tuple[str, str, TermStatus], Entry]:
    """Entries by `key`, in alphabetical order of the Dutch."""
    block_of = {segment.id: segment.block for segment in edition.segments}
    shown = [occurrence for occurrence in edition.occurrences if visible(occurrence)]
    grouped: dict[tuple[str, str, TermStatus], list[Occurrence]] = {}
    for occurrence in shown:
        grouped.setdefault(key(occurrence.match.term), []).append(occurrence)
    result: dict[tuple[str, str, TermStatus], Entry] = {}
    for number, name in enumerate(sorted(grouped, key=lambda k: (k[0].casefold(), k)), start=1):
        group = grouped[name]
        used = {block_of.get(occurrence.segment) for occurrence in group}
        result[name] = Entry(
            f"term-{number}",
            group[0].match.term,
            Counter(occurrence.status for occurrence in group),
            tuple(block for block in edition.document.blocks if block.id in used),
        )
    return result
