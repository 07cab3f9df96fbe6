"""Editions as files: beside the units (`units`) stand `document.json` and `report.json`.

`document.json` holds the structure that the units have their places in, `report.json` the proof
(terms, findings) and the provenance.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from vertaal.editions.folder import NO_EDITION, REPORT, STRUCTURE
from vertaal.editions.shapes import of_json
from vertaal.editions.units import load_units, save_units
from vertaal.errors import InputError
from vertaal.files import write_whole
from vertaal.types import (
    ORPHANED,
    Document,
    Edition,
    Fidelity,
    Finding,
    Occurrence,
    Provenance,
    Segment,
    Unit,
)

_AGAIN = "Build the edition again; what people wrote in edition.jsonl is kept."
_END = 16 * 1024
"""Bytes at the end of a report that hold its provenance, unless very many have reviewed it."""


def save(edition: Edition, folder: Path) -> None:
    """Write the edition's units and structure, each file whole."""
    # The units first: where the second writing fails, they know already where they belong.
    save_units((*edition.units, *edition.orphans), folder)
    write_whole(folder / STRUCTURE, _structure(edition))


def save_report(edition: Edition, folder: Path, fingerprint: str = "") -> None:
    """Write `report.json`. `fingerprint` tells the next build that nothing has changed."""
    report: dict[str, Any] = {
        "terms": [occurrence_json(occurrence) for occurrence in edition.occurrences],
        "checks": [asdict(finding) for finding in edition.findings],
        "fidelity": [asdict(signals) for signals in edition.fidelity],
        "provenance": asdict(edition.provenance),
        "fingerprint": fingerprint,
    }
    write_whole(folder / REPORT, json.dumps(report, ensure_ascii=False, indent=1) + "\n")


def load(folder: Path, *, whole: bool = False) -> Edition:
    """The edition in `folder`. Raises `InputError` where a file is missing or damaged; with
    `whole`, for what is given to others, also where they are not of one writing.
    """
    structure = read_json(folder / STRUCTURE)
    report = read_json(folder / REPORT)
    units = load_units(folder)
    try:
        edition = _edition(structure, report, units)
    except (KeyError, TypeError, ValueError) as error:
        raise InputError(
            f"its files do not fit together ({type(error).__name__}: {error}).",
            path=folder,
            remedy=_AGAIN,
        ) from error
    if whole and not _of_one_writing(edition, units, structure.get("read")):
        raise InputError(
            "was not written to its end: its files tell of two states of its document.",
            path=folder,
            remedy=_AGAIN,
        )
    return edition


def _edition(structure: dict[str, Any], report: dict[str, Any], units: Sequence[Unit]) -> Edition:
    document = of_json(Document, structure)
    texts = {block.id: block.text for block in document.blocks}
    segments = tuple(
        of_json(Segment, {**part, "source": texts[part["block"]][part["start"] : part["end"]]})
        for part in structure["segments"]
    )
    by_id = {unit.id: unit for unit in units if not unit.orphaned}
    known = {segment.id for segment in segments}
    return Edition(
        name=of_json(str, structure["name"]),
        document=document,
        segments=segments,
        units=tuple(by_id.get(s.id, Unit(s.id, s.block, s.source)) for s in segments),
        occurrences=tuple(of_json(Occurrence, {**term, "match": term}) for term in report["terms"]),
        findings=of_json(tuple[Finding, ...], report["checks"]),
        # After an interrupted build a person's unit may have no segment: no reason to lose it.
        orphans=tuple(
            replace(unit, block=ORPHANED)
            for unit in units
            if unit.orphaned or (unit.touched and unit.id not in known)
        ),
        provenance=of_json(Provenance, report["provenance"]),
        fidelity=of_json(tuple[Fidelity, ...], report["fidelity"]),
    )


def _of_one_writing(edition: Edition, units: Iterable[Unit], read: object) -> bool:
    """Whether units, structure (of the source `read`) and report tell of the same document."""
    lines = {unit.id for unit in units if not unit.orphaned}
    made = edition.provenance
    known = read == read_mark(made.version, made.source_digest)
    return known and lines == {segment.id for segment in edition.segments}


def read_json(path: Path) -> dict[str, Any]:
    """A JSON object from a file of an edition. Raises `InputError`."""
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError.of_system("read", error, path, NO_EDITION) from error
    except (ValueError, RecursionError) as error:
        raise InputError(
            f"is damaged ({error}).", path=path, remedy="Build the edition again."
        ) from error
    if not isinstance(value, dict):
        raise InputError("is not a JSON object.", path=path, remedy="Build the edition again.")
    return value


def read_provenance(folder: Path) -> Provenance:
    """What `report.json` says under "provenance". That stands at the end, as `save_report` writes
    it: to read all of every report of an archive takes minutes. Raises `InputError`.
    """
    path = folder / REPORT
    try:
        with path.open("rb") as file:
            file.seek(max(0, file.seek(0, os.SEEK_END) - _END))
            end = file.read()
        # No text holds a line break in JSON, and no key within a value so little space before it.
        value = json.loads(b"{" + end[end.index(b'\n "provenance": {') :])
    except (OSError, ValueError, RecursionError):
        value = read_json(path)
    try:
        return of_json(Provenance, value["provenance"])
    except (KeyError, TypeError, ValueError) as error:
        raise InputError("is damaged.", path=path, remedy="Build the edition again.") from error


def read_mark(version: str, source_digest: str) -> str:
    """What `document.json` notes under "read": by which version which bytes were read."""
    return f"{version} {source_digest}"


def _structure(edition: Edition) -> str:
    document = edition.document
    value = {
        "name": edition.name,
        "read": read_mark(edition.provenance.version, edition.provenance.source_digest),
        "reference": document.reference,
        "blocks": [asdict(block) for block in document.blocks],
        "segments": [
            {
                "id": segment.id,
                "block": segment.block,
                "paragraph": segment.paragraph,
                "start": segment.start,
                "end": segment.end,
            }
            for segment in edition.segments
        ],
        "removed": [asdict(removal) for removal in document.removed],
        "repaired": [asdict(repair) for repair in document.repaired],
        **({"scan": asdict(document.scan)} if document.scan else {}),
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def occurrence_json(occurrence: Occurrence) -> dict[str, Any]:
    match = occurrence.match
    return {
        "segment": occurrence.segment,
        "source": match.term.source,
        "surface": match.surface,
        "expected": list(match.expected),
        "found": occurrence.found,
        "status": occurrence.status,
        "reason": occurrence.reason,
        "confirmed": occurrence.confirmed,
        "start": match.start,
        "end": match.end,
        "target_start": occurrence.target_start,
        "target_end": occurrence.target_end,
        "forbidden": list(match.forbidden),
        "keep": match.keep,
        "soft": match.soft,
        "shadowed_by": match.shadowed_by,
        "term": {name: cell for name, cell in asdict(match.term).items() if name != "others"},
    }
