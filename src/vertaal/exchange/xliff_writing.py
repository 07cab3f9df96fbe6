"""Editions as XLIFF 2.1 (OASIS), with the glossary and metadata modules."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from vertaal.exchange.xliff_units import TOOL, add_text, advice, groups, mark
from vertaal.types import Edition, Occurrence, State, Unit
from vertaal.xml_writing import SPACE, fit, serialised

CORE = "urn:oasis:names:tc:xliff:document:2.0"
GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"


def as_xliff(edition: Edition) -> str:
    """The edition as one XLIFF file: a group a question or answer, a unit a segment.

    Terms stand in the source as `mrk` and in the unit's glossary; comments are notes; `subState`
    tells who wrote the target. Orphans are left out.
    """
    root = ElementTree.Element(_core("xliff"), version="2.1", srcLang="nl", trgLang="en")
    original = edition.provenance.source_name or edition.name
    file = ElementTree.SubElement(root, _core("file"), {"id": "f1", "original": fit(original)})
    file.set(SPACE, "preserve")
    for group in groups(edition):
        element = ElementTree.SubElement(
            file, _core("group"), {"id": group.id, "name": fit(group.name)}
        )
        for unit, terms in group.units:
            _unit(element, unit, terms)
    return serialised(root, {"": CORE, "gls": GLOSSARY, "mda": METADATA})


def _unit(group: ElementTree.Element, unit: Unit, terms: Sequence[Occurrence]) -> None:
    element = ElementTree.SubElement(group, _core("unit"), id=unit.id)
    if terms:
        glossary = ElementTree.SubElement(element, f"{{{GLOSSARY}}}glossary")
        for number, occurrence in enumerate(terms, 1):
            _entry(glossary, number, occurrence)
    metadata = ElementTree.SubElement(element, f"{{{METADATA}}}metadata")
    values = ElementTree.SubElement(metadata, f"{{{METADATA}}}metaGroup", category=TOOL)
    # The state again: what the tool makes of the segment's own tells whether it approved anew.
    sent = {"rev": str(unit.rev), "text": mark(unit.target), "state": unit.state.value}
    for kind, value in sent.items():
        ElementTree.SubElement(values, f"{{{METADATA}}}meta", type=kind).text = value
    if unit.note:
        notes = ElementTree.SubElement(element, _core("notes"))
        note = ElementTree.SubElement(notes, _core("note"), id="n1", category="comment")
        note.text = fit(unit.note)
    # The standard wants a target for every state but the first.
    state = unit.state if unit.target else State.INITIAL
    segment = ElementTree.SubElement(
        element,
        _core("segment"),
        {"id": "s1", "state": state.value, "subState": f"{TOOL}:{unit.origin.value}"},
    )
    _marked(ElementTree.SubElement(segment, _core("source")), unit.source, terms)
    if unit.target:
        add_text(ElementTree.SubElement(segment, _core("target")), unit.target, _code_point)


def _entry(glossary: ElementTree.Element, number: int, occurrence: Occurrence) -> None:
    match = occurrence.match
    entry = ElementTree.SubElement(
        glossary, f"{{{GLOSSARY}}}glossEntry", {"id": f"g{number}", "ref": f"#t{number}"}
    )
    ElementTree.SubElement(entry, f"{{{GLOSSARY}}}term").text = fit(match.term.source)
    for expected in match.expected:
        ElementTree.SubElement(entry, f"{{{GLOSSARY}}}translation").text = fit(expected)
    said = advice(occurrence)
    if said or not match.expected:
        definition = ElementTree.SubElement(entry, f"{{{GLOSSARY}}}definition")
        definition.text = fit(said or match.term.source)


def _marked(element: ElementTree.Element, text: str, terms: Sequence[Occurrence]) -> None:
    at = 0
    for number, occurrence in enumerate(terms, 1):
        match = occurrence.match
        add_text(element, text[at : match.start], _code_point)
        mark = ElementTree.SubElement(element, _core("mrk"), id=f"t{number}", type="term")
        if match.keep:
            mark.set("translate", "no")
        add_text(mark, text[match.start : match.end], _code_point)
        at = match.end
    add_text(element, text[at:], _code_point)


def _code_point(element: ElementTree.Element, char: str) -> None:
    ElementTree.SubElement(element, _core("cp"), hex=f"{ord(char):04X}")


def _core(name: str) -> str:
    return f"{{{CORE}}}{name}"
