"""Writes TBX, dialect TBX-Basic, one concept a source term: v3 (ISO 30042:2019, style DCA), and v2
(`martif`) for tools that read nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape

from vertaal.errors import InputError
from vertaal.types import MatchMode, Term, TermStatus
from vertaal.xml_writing import fit

REMARK = "vertaal: "
_STATUS = {
    TermStatus.PREFERRED: "preferredTerm-admn-sts",
    TermStatus.ADMITTED: "admittedTerm-admn-sts",
    TermStatus.FORBIDDEN: "deprecatedTerm-admn-sts",
    TermStatus.KEEP: "preferredTerm-admn-sts",
}


@dataclass(frozen=True, slots=True)
class Version:
    """The names that a version of TBX gives to the same things."""

    root: str
    attributes: str
    header: str
    concept: str
    language: str
    term: str


V3 = Version(
    "tbx",
    'type="TBX-Basic" style="dca" xml:lang="nl" xmlns="urn:iso:std:iso:30042:ed-2"',
    "tbxHeader",
    "conceptEntry",
    "langSec",
    "termSec",
)
V2 = Version(
    "martif", 'type="TBX-Basic" xml:lang="nl"', "martifHeader", "termEntry", "langSet", "tig"
)


def tbx(terms: Sequence[Term], version: Version) -> bytes:
    """The terms as TBX. What the standard has no category for (match rules, the status keep) is
    written as a note that `read_tbx` understands, so a round trip loses nothing.

    Raises `InputError` where there is no term: a TBX without a concept is not valid.
    """
    if not terms:
        raise InputError("There is no term to write as TBX.")
    concepts: dict[tuple[str, str, MatchMode], list[Term]] = {}
    for term in terms:
        concepts.setdefault((term.source, term.domain, term.match), []).append(term)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f"<{version.root} {version.attributes}>",
        f"  <{version.header}>",
        "    <fileDesc>",
        "      <titleStmt><title>Glossary</title></titleStmt>",
        "      <sourceDesc><p>Dutch to English</p></sourceDesc>",
        "    </fileDesc>",
        f"  </{version.header}>",
        "  <text>",
        "    <body>",
    ]
    for number, rows in enumerate(concepts.values(), start=1):
        lines.extend(_concept(number, rows, version))
    lines.extend(["    </body>", "  </text>", f"</{version.root}>", ""])
    return "\n".join(lines).encode("utf-8")


def _concept(number: int, rows: Sequence[Term], version: Version) -> list[str]:
    first = rows[0]
    rule = [] if first.match is MatchMode.LEMMA else [f"{REMARK}{first.match.value}"]
    subject = (
        [f'        <descrip type="subjectField">{_text(first.domain)}</descrip>']
        if first.domain
        else []
    )
    return [
        f'      <{version.concept} id="c{number}">',
        *subject,
        f'        <{version.language} xml:lang="nl">',
        *_term(first.source, "", rule, version),
        f"        </{version.language}>",
        f'        <{version.language} xml:lang="en">',
        *(line for row in rows for line in _target(row, version)),
        f"        </{version.language}>",
        f"      </{version.concept}>",
    ]


def _target(row: Term, version: Version) -> list[str]:
    keep = [f"{REMARK}{row.status.value}"] if row.status is TermStatus.KEEP else []
    notes = [*keep, *([row.note] if row.note else [])]
    return _term(row.target, _STATUS[row.status], notes, version)


def _term(text: str, status: str, notes: Sequence[str], version: Version) -> list[str]:
    category = f'<termNote type="administrativeStatus">{status}</termNote>'
    return [
        f"          <{version.term}>",
        f"            <term>{_text(text)}</term>",
        *([f"            {category}"] if status else []),
        *(f"            <note>{_text(note)}</note>" for note in notes),
        f"          </{version.term}>",
    ]


def _text(value: str) -> str:
    return escape(fit(value))
