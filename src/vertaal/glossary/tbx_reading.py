"""Reads TBX: v2 (TBX-Basic, `martif`, as IATE exports it) and v3 (ISO 30042:2019, DCA and DCT)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vertaal.errors import InputError
from vertaal.glossary.csv_rows import Problem, Rows, clean, make_term
from vertaal.glossary.tbx_writing import REMARK
from vertaal.types import TermStatus
from vertaal.xml_reading import descendants, language, local, parse

_CONCEPTS = ("conceptEntry", "termEntry")
_CONCEPT_TAG = re.compile(rb"<(?:\w+:)?(?:conceptEntry|termEntry)[\s>]")
_LANGUAGES = ("langSec", "langSet")
_TERMS = ("termSec", "tig", "ntig")
_STATUS_TYPES = ("administrativeStatus", "normativeAuthorization")
# administrativeStatus of both versions, and its elder 'normativeAuthorization'.
STATUS = {
    "preferredTerm-admn-sts": TermStatus.PREFERRED,
    "preferredTerm": TermStatus.PREFERRED,
    "preferred": TermStatus.PREFERRED,
    "standardizedTerm": TermStatus.PREFERRED,
    "admittedTerm-admn-sts": TermStatus.ADMITTED,
    "admittedTerm": TermStatus.ADMITTED,
    "admitted": TermStatus.ADMITTED,
    "legalTerm-admn-sts": TermStatus.ADMITTED,
    "regulatedTerm-admn-sts": TermStatus.ADMITTED,
    "deprecatedTerm-admn-sts": TermStatus.FORBIDDEN,
    "deprecatedTerm": TermStatus.FORBIDDEN,
    "deprecated": TermStatus.FORBIDDEN,
    "obsolete": TermStatus.FORBIDDEN,
    "supersededTerm-admn-sts": TermStatus.FORBIDDEN,
    "supersededTerm": TermStatus.FORBIDDEN,
}


def read_tbx(path: Path) -> Rows:
    """A row for each pair of a Dutch and an English term of one concept. The first English term
    that the file neither admits nor deprecates is the preferred one, further ones are admitted.

    Raises `InputError` for a file that is no TBX, and for one that declares entities or reaches
    outside itself.
    """
    root = parse(path)
    rows: list[Any] = []
    concepts = list(descendants(root, *_CONCEPTS))
    for concept, line in zip(concepts, _lines(path, len(concepts)), strict=True):
        rows.extend(_pairs(concept, path, line))
    if not rows and local(root) not in ("tbx", "martif"):
        raise InputError(
            f"is no TBX: its root is '{local(root)}'.",
            path=path,
            line=1,
            remedy="A TBX file has the root 'tbx' or 'martif'.",
        )
    problems = tuple(row for row in rows if isinstance(row, Problem))
    return Rows(tuple(row for row in rows if not isinstance(row, Problem)), problems)


def _lines(path: Path, concepts: int) -> list[int]:
    """The line on which each concept begins; 1 where comments make them hard to tell."""
    data = path.read_bytes()
    lines = []
    line, end = 1, 0
    for found in _CONCEPT_TAG.finditer(data):
        line += data.count(b"\n", end, found.start())
        end = found.start()
        lines.append(line)
    return lines if len(lines) == concepts else [1] * concepts


def _pairs(concept: Any, path: Path, line: int) -> Iterator[Any]:
    domain = clean(_said(concept, ("descrip",), ("subjectField",)))
    note = _note(concept)
    sources = list(_terms(concept, "nl"))
    targets = list(_terms(concept, "en"))
    name = concept.get("id") or "without id"
    if not sources or not targets:
        lacking = "Dutch" if not sources else "English"
        yield Problem(str(path), line, f"concept '{name}' has no {lacking} term.")
        return
    for source, source_section in sources:
        settled = False
        for target, section in targets:
            said = _said(section, ("termNote", "admin", "descrip"), _STATUS_TYPES)
            status = STATUS.get(said)
            if status is None:
                status = TermStatus.ADMITTED if settled else TermStatus.PREFERRED
            settled = settled or status is TermStatus.PREFERRED
            if _customary(section, "keep"):
                status = TermStatus.KEEP
            yield make_term(
                {
                    "source": source,
                    "target": target,
                    "status": status.value,
                    "match": _match_rule(source_section),
                    "domain": domain,
                    "note": _note(section) or note,
                },
                file=str(path),
                line=line,
            )


def _match_rule(section: Any) -> str:
    return next((rule for rule in ("exact-case", "exact") if _customary(section, rule)), "")


def _customary(section: Any, value: str) -> bool:
    """Whether the section carries the remark that `tbx_writing` leaves."""
    return f"{REMARK}{value}" in _notes(section)


def _notes(section: Any) -> tuple[str, ...]:
    return tuple(clean("".join(node.itertext())) for node in section if local(node) == "note")


def _note(section: Any) -> str:
    return next((note for note in _notes(section) if not note.startswith(REMARK)), "")


def _terms(concept: Any, wanted: str) -> Iterator[tuple[str, Any]]:
    for section in descendants(concept, *_LANGUAGES):
        if language(section) != wanted:
            continue
        for holder in descendants(section, *_TERMS):
            for node in holder.iter():
                if local(node) == "term":
                    yield clean("".join(node.itertext())), holder


def _said(section: Any, elements: tuple[str, ...], types: tuple[str, ...]) -> str:
    """The value of a data category, in either style: `<termNote type="x">` or `<basic:x>`."""
    for node in section.iter():
        name = local(node)
        if (name in elements and node.get("type") in types) or name in types:
            return "".join(node.itertext()).strip()
    return ""
