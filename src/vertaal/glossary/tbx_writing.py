"""Writes TBX, dialect TBX-Basic, one concept a source term: v3 (ISO 30042:2019, style DCA), and v2
(`martif`) for tools that read nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, indent

from vertaal.errors import InputError
from vertaal.types import MatchMode, Term, TermStatus
from vertaal.xml_writing import LANG, fit, serialised

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
    attributes: Mapping[str, str]
    header: str
    concept: str
    language: str
    term: str


V3 = Version(
    "tbx",
    {"type": "TBX-Basic", "style": "dca", LANG: "nl", "xmlns": "urn:iso:std:iso:30042:ed-2"},
    "tbxHeader",
    "conceptEntry",
    "langSec",
    "termSec",
)
V2 = Version(
    "martif", {"type": "TBX-Basic", LANG: "nl"}, "martifHeader", "termEntry", "langSet", "tig"
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
    root = Element(version.root, dict(version.attributes))
    about = SubElement(SubElement(root, version.header), "fileDesc")
    title, origin = SubElement(about, "titleStmt"), SubElement(about, "sourceDesc")
    body = SubElement(SubElement(root, "text"), "body")
    for number, rows in enumerate(concepts.values(), start=1):
        _add_concept(body, number, rows, version)
    indent(root)
    # Each on the line of what holds it.
    SubElement(title, "title").text = "Glossary"
    SubElement(origin, "p").text = "Dutch to English"
    return serialised(root).encode()


def _add_concept(body: Element, number: int, rows: Sequence[Term], version: Version) -> None:
    first = rows[0]
    concept = SubElement(body, version.concept, id=f"c{number}")
    if first.domain:
        SubElement(concept, "descrip", type="subjectField").text = fit(first.domain)
    dutch, english = (SubElement(concept, version.language, {LANG: code}) for code in ("nl", "en"))
    rule = [] if first.match is MatchMode.LEMMA else [f"{REMARK}{first.match.value}"]
    _add_term(dutch, first.source, "", rule, version)
    for row in rows:
        keep = [f"{REMARK}{row.status.value}"] if row.status is TermStatus.KEEP else []
        notes = [*keep, *([row.note] if row.note else [])]
        _add_term(english, row.target, _STATUS[row.status], notes, version)


def _add_term(
    place: Element, text: str, status: str, notes: Sequence[str], version: Version
) -> None:
    term = SubElement(place, version.term)
    SubElement(term, "term").text = fit(text)
    if status:
        SubElement(term, "termNote", type="administrativeStatus").text = status
    for note in notes:
        SubElement(term, "note").text = fit(note)
