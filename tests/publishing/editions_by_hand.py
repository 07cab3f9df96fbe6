"""Builds editions by hand, from blocks as in `data/letter.json`."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

from vertaal.types import (
    Block,
    BlockKind,
    Document,
    Edition,
    Occurrence,
    OccurrenceStatus,
    Provenance,
    Segment,
    State,
    Term,
    TermMatch,
    TermStatus,
    Unit,
)

DATA = Path(__file__).parent / "data"


def _block(spec: dict[str, Any]) -> tuple[Block, list[Segment], list[Unit]]:
    text = ""
    segments: list[Segment] = []
    units: list[Unit] = []
    for number, paragraph in enumerate(spec["paragraphs"]):
        text += "\n\n" if number else ""
        for index, (dutch, english) in enumerate(paragraph):
            text += " " if index else ""
            identifier = f"{spec['id']}-{number}-{index}"
            start = len(text)
            text += dutch
            segments.append(Segment(identifier, spec["id"], number, start, len(text), dutch))
            units.append(Unit(identifier, spec["id"], dutch, english, State.TRANSLATED))
    block = Block(
        spec["id"],
        BlockKind(spec["kind"]),
        text,
        spec.get("label", ""),
        tuple(spec.get("numbers", ())),
    )
    return block, segments, units


def _occurrences(specs: list[dict[str, Any]], units: list[Unit]) -> list[Occurrence]:
    found: list[Occurrence] = []
    for spec in specs:
        term = Term(
            spec["source"],
            spec["target"],
            TermStatus(spec.get("status", "preferred")),
            note=spec.get("note", ""),
        )
        for unit in units:
            renderings = "|".join(map(re.escape, spec["renderings"]))
            targets = list(re.finditer(renderings, unit.target))
            for match in re.finditer("|".join(map(re.escape, spec["surfaces"])), unit.source):
                asked = TermMatch(
                    match.start(), match.end(), match[0], term, tuple(spec["renderings"])
                )
                if targets:
                    target = targets.pop(0)
                    found.append(
                        Occurrence(
                            unit.id,
                            asked,
                            OccurrenceStatus.SATISFIED,
                            target[0],
                            target.start(),
                            target.end(),
                        )
                    )
                else:
                    found.append(Occurrence(unit.id, asked, OccurrenceStatus.VIOLATED))
    return found


def edition(spec: dict[str, Any]) -> Edition:
    made = [_block(block) for block in spec["blocks"]]
    units = [unit for _, _, found in made for unit in found]
    return Edition(
        spec.get("name", "letter"),
        Document(tuple(block for block, _, _ in made), reference=spec.get("reference")),
        tuple(segment for _, found, _ in made for segment in found),
        tuple(units),
        tuple(_occurrences(spec.get("terms", []), units)),
        provenance=Provenance(
            version="0.1.0",
            model="nl-en",
            model_digest="sha256:4f1c29aa77e0b0d5",
            engine="marian",
            decoding="beam 4",
            glossary_digest="9d8e6b1c22f0aa31",
            date="2026-11-25T14:03:00+00:00",
            source_name="bz0_BZDOC-693942081-24.txt",
            source_digest="77aa01bc9f",
        ),
    )


def reviewed(edition: Edition, count: int, *names: str) -> Edition:
    """The same edition with its first `count` units reviewed."""
    units = tuple(
        replace(unit, state=State.REVIEWED) if index < count else unit
        for index, unit in enumerate(edition.units)
    )
    share = count / len(units)
    return replace(
        edition,
        units=units,
        provenance=replace(
            edition.provenance, reviewed_share=share, reviewers=names, review_date="2026-12-01"
        ),
    )
