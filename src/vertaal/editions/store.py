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
from vertaal.editions.shapes import misfit
from vertaal.editions.units import load_units, save_units
from vertaal.errors import InputError
from vertaal.files import write_whole
from vertaal.types import (
    ORPHANED,
    Block,
    BlockKind,
    Document,
    Doubt,
    Edition,
    Fidelity,
    Finding,
    MatchMode,
    Occurrence,
    OccurrenceStatus,
    Provenance,
    Removal,
    Repair,
    Scan,
    Segment,
    Severity,
    Term,
    TermMatch,
    TermStatus,
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
        if wrong := misfit(edition, Edition):
            raise TypeError(wrong)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
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
    document = _read_document(structure)
    texts = {block.id: block.text for block in document.blocks}
    segments = tuple(
        Segment(**segment, source=texts[segment["block"]][segment["start"] : segment["end"]])
        for segment in structure["segments"]
    )
    by_id = {unit.id: unit for unit in units if not unit.orphaned}
    known = {segment.id for segment in segments}
    return Edition(
        name=structure["name"],
        document=document,
        segments=segments,
        units=tuple(by_id.get(s.id, Unit(s.id, s.block, s.source)) for s in segments),
        occurrences=tuple(_read_occurrence(value) for value in report["terms"]),
        findings=tuple(_read_finding(value) for value in report["checks"]),
        # After an interrupted build a person's unit may have no segment: no reason to lose it.
        orphans=tuple(
            replace(unit, block=ORPHANED)
            for unit in units
            if unit.orphaned or (unit.touched and unit.id not in known)
        ),
        # Editions of older versions know nothing of it.
        fidelity=tuple(_read_fidelity(value) for value in report.get("fidelity", ())),
        provenance=_read_provenance(report["provenance"]),
    )


def _of_one_writing(edition: Edition, units: Iterable[Unit], read: object) -> bool:
    """Whether units, structure (of the source `read`) and report tell of the same document."""
    lines = {unit.id for unit in units if not unit.orphaned}
    made = edition.provenance
    # Editions of older versions do not tell what was read.
    known = read is None or read == read_mark(made.version, made.source_digest)
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


def read_provenance(folder: Path) -> dict[str, Any]:
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
        return dict(value["provenance"])
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


def _read_document(structure: dict[str, Any]) -> Document:
    return Document(
        blocks=tuple(
            Block(
                id=block["id"],
                kind=BlockKind(block["kind"]),
                text=block["text"],
                label=block["label"],
                numbers=tuple(block["numbers"]),
                line=block["line"],
            )
            for block in structure["blocks"]
        ),
        reference=structure["reference"],
        removed=tuple(Removal(**removal) for removal in structure["removed"]),
        repaired=tuple(Repair(**repair) for repair in structure["repaired"]),
        scan=_read_scan(structure.get("scan")),
    )


def _read_provenance(value: dict[str, Any]) -> Provenance:
    # Editions of older versions do not tell who signed.
    names = {"reviewers": tuple(value["reviewers"]), "signers": tuple(value.get("signers", ()))}
    return Provenance(**{**value, **names})


def _read_scan(value: dict[str, Any] | None) -> Scan | None:
    if value is None:
        return None
    doubts = tuple(Doubt(**doubt) for doubt in value["doubts"])
    pages, unread = tuple(value["pages"]), tuple(value["unread"])
    return Scan(value["engine"], pages, value["confidence"], doubts, unread)


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


def _read_occurrence(value: dict[str, Any]) -> Occurrence:
    row = dict(value["term"])
    row["status"], row["match"] = TermStatus(row["status"]), MatchMode(row["match"])
    match = TermMatch(
        start=value["start"],
        end=value["end"],
        surface=value["surface"],
        term=Term(**row),
        expected=tuple(value["expected"]),
        forbidden=tuple(value["forbidden"]),
        keep=value["keep"],
        soft=value["soft"],
        shadowed_by=value["shadowed_by"],
    )
    return Occurrence(
        segment=value["segment"],
        match=match,
        status=OccurrenceStatus(value["status"]),
        found=value["found"],
        target_start=value["target_start"],
        target_end=value["target_end"],
        reason=value["reason"],
        confirmed=value.get("confirmed"),
    )


def _read_fidelity(value: dict[str, Any]) -> Fidelity:
    spans = {
        key: tuple((start, end) for start, end in value[key]) for key in ("uncovered", "unfounded")
    }
    return Fidelity(**{**value, **spans})


def _read_finding(value: dict[str, Any]) -> Finding:
    def span(pair: Sequence[int] | None) -> tuple[int, int] | None:
        return None if pair is None else (pair[0], pair[1])

    return Finding(
        check=value["check"],
        severity=Severity(value["severity"]),
        segment=value["segment"],
        message=value["message"],
        source_span=span(value["source_span"]),
        target_span=span(value["target_span"]),
    )
