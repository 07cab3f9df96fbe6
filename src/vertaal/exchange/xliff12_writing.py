"""Editions as XLIFF 1.2 (OASIS, strict), for the many tools that do not read XLIFF 2."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from vertaal.exchange.xliff_units import TOOL, add_text, advice, groups, mark
from vertaal.types import Edition, Occurrence, State, Unit
from vertaal.xml_writing import LANG, SPACE, fit, serialised

CORE = "urn:oasis:names:tc:xliff:document:1.2"
STATES = {
    State.INITIAL: "new",
    State.TRANSLATED: "translated",
    State.REVIEWED: "signed-off",
    State.FINAL: "final",
}
"""Our states as XLIFF 1.2 calls them."""
BLANK = "needs-translation"
"""The state of a target that is its source still."""
TERMS = f"{TOOL} glossary"
"""Who the notes are `from` that hold terms: XLIFF 1.2 knows no glossary, and marks inside the
sentence would part it from the translation memories of the tools."""


def as_xliff12(edition: Edition, *, blank: bool = False) -> str:
    """The edition as one XLIFF 1.2 file: a group a question or answer, a trans-unit a segment.

    Terms and comments are notes. Orphans are left out. `blank` puts the Dutch in place of the
    English, for tools that translate what stands in the target.
    """
    root = ElementTree.Element(_core("xliff"), version="1.2")
    original = edition.provenance.source_name or edition.name
    file = ElementTree.SubElement(
        root,
        _core("file"),
        {
            "original": fit(original),
            "source-language": "nl",
            "target-language": "en",
            "datatype": "plaintext",
        },
    )
    body = ElementTree.SubElement(file, _core("body"))
    for group in groups(edition):
        element = ElementTree.SubElement(
            body, _core("group"), {"id": group.id, "resname": fit(group.name)}
        )
        for unit, terms in group.units:
            _unit(element, unit, terms, blank)
    return serialised(root, {"": CORE})


def _unit(group: ElementTree.Element, unit: Unit, terms: Sequence[Occurrence], blank: bool) -> None:
    text, state = (unit.source, BLANK) if blank else (unit.target, STATES[unit.state])
    element = ElementTree.SubElement(
        group,
        _core("trans-unit"),
        {
            "id": unit.id,
            "approved": "yes" if unit.reviewed and unit.target and not blank else "no",
            SPACE: "preserve",
            "extradata": f"{TOOL} rev={unit.rev} text={mark(unit.target)} state={unit.state}",
        },
    )
    source = ElementTree.SubElement(element, _core("source"), {LANG: "nl"})
    add_text(source, unit.source, _placeholder)
    if text:
        target = ElementTree.SubElement(element, _core("target"), {LANG: "en", "state": state})
        add_text(target, text, _placeholder)
    if unit.note:
        ElementTree.SubElement(element, _core("note")).text = fit(unit.note)
    if terms:
        note = ElementTree.SubElement(
            element, _core("note"), {"from": TERMS, "annotates": "source"}
        )
        note.text = fit("\n".join(dict.fromkeys(_term(each) for each in terms)))


def _term(occurrence: Occurrence) -> str:
    match = occurrence.match
    asked = match.surface if match.keep else " / ".join(match.expected)
    said = advice(occurrence)
    return f"{match.surface} → {asked}" + (f" ({said})" if said else "")


def _placeholder(element: ElementTree.Element, char: str) -> None:
    number = 1 + sum(1 for each in element if each.tag == _core("x"))
    ElementTree.SubElement(element, _core("x"), id=str(number), ctype=f"x-{TOOL}-{ord(char):04X}")


def _core(name: str) -> str:
    return f"{{{CORE}}}{name}"
