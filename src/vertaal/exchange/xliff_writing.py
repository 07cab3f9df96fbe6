"""Editions as XLIFF 2.1 (OASIS), with the glossary and metadata modules."""

from __future__ import annotations

from itertools import groupby
from xml.etree import ElementTree

from vertaal.memory.xml import SPACE, fit, serialised, unfit
from vertaal.publishing.labels import dutch_label
from vertaal.types import Edition, Occurrence, State, Unit

CORE = "urn:oasis:names:tc:xliff:document:2.0"
GLOSSARY = "urn:oasis:names:tc:xliff:glossary:2.0"
METADATA = "urn:oasis:names:tc:xliff:metadata:2.0"
CATEGORY = "vertaal"
"""Of the metadata that tells on which revision a translator's file is based."""


def as_xliff(edition: Edition) -> str:
    """The edition as one XLIFF file: a group a question or answer, a unit a segment.

    Terms stand in the source as `mrk` and in the unit's glossary; comments are notes; `subState`
    tells who wrote the target. Orphans are left out.
    """
    ElementTree.register_namespace("", CORE)
    ElementTree.register_namespace("gls", GLOSSARY)
    ElementTree.register_namespace("mda", METADATA)
    root = ElementTree.Element(_core("xliff"), version="2.1", srcLang="nl", trgLang="en")
    original = edition.provenance.source_name or edition.name
    file = ElementTree.SubElement(root, _core("file"), {"id": "f1", "original": fit(original)})
    file.set(SPACE, "preserve")
    terms: dict[str, list[Occurrence]] = {}
    for occurrence in edition.occurrences:
        if not occurrence.match.shadowed_by:
            terms.setdefault(occurrence.segment, []).append(occurrence)
    labels = {block.id: dutch_label(block).text for block in edition.document.blocks}
    # A block whose segments are not all next to each other would need its id twice.
    used: dict[str, int] = {}
    for block, units in groupby(edition.units, key=lambda unit: unit.block):
        used[block] = used.get(block, 0) + 1
        group = ElementTree.SubElement(
            file,
            _core("group"),
            {
                "id": block if used[block] == 1 else f"{block}.{used[block]}",
                "name": fit(labels.get(block, block)),
            },
        )
        for unit in units:
            _unit(group, unit, terms.get(unit.id, []))
    return serialised(root)


def _unit(group: ElementTree.Element, unit: Unit, terms: list[Occurrence]) -> None:
    element = ElementTree.SubElement(group, _core("unit"), id=unit.id)
    marks = _apart(terms)
    if marks:
        glossary = ElementTree.SubElement(element, f"{{{GLOSSARY}}}glossary")
        for number, occurrence in enumerate(marks, 1):
            _entry(glossary, number, occurrence)
    metadata = ElementTree.SubElement(element, f"{{{METADATA}}}metadata")
    values = ElementTree.SubElement(metadata, f"{{{METADATA}}}metaGroup", category=CATEGORY)
    ElementTree.SubElement(values, f"{{{METADATA}}}meta", type="rev").text = str(unit.rev)
    if unit.note:
        notes = ElementTree.SubElement(element, _core("notes"))
        note = ElementTree.SubElement(notes, _core("note"), id="n1", category="comment")
        note.text = fit(unit.note)
    # The standard wants a target for every state but the first.
    state = unit.state if unit.target else State.INITIAL
    segment = ElementTree.SubElement(
        element,
        _core("segment"),
        {"id": "s1", "state": state.value, "subState": f"{CATEGORY}:{unit.origin.value}"},
    )
    _marked(ElementTree.SubElement(segment, _core("source")), unit.source, marks)
    if unit.target:
        _text(ElementTree.SubElement(segment, _core("target")), unit.target)


def _entry(glossary: ElementTree.Element, number: int, occurrence: Occurrence) -> None:
    match = occurrence.match
    entry = ElementTree.SubElement(
        glossary, f"{{{GLOSSARY}}}glossEntry", {"id": f"g{number}", "ref": f"#t{number}"}
    )
    ElementTree.SubElement(entry, f"{{{GLOSSARY}}}term").text = fit(match.term.source)
    for expected in match.expected:
        ElementTree.SubElement(entry, f"{{{GLOSSARY}}}translation").text = fit(expected)
    advice = "; ".join(
        [*(f"not '{each}'" for each in match.forbidden), *filter(None, [match.term.note])]
    )
    if advice or not match.expected:
        definition = ElementTree.SubElement(entry, f"{{{GLOSSARY}}}definition")
        definition.text = fit(advice or match.term.source)


def _apart(terms: list[Occurrence]) -> list[Occurrence]:
    """The terms in order of place, none overlapping the one before."""
    kept: list[Occurrence] = []
    for occurrence in sorted(terms, key=lambda o: (o.match.start, -o.match.end)):
        if not kept or occurrence.match.start >= kept[-1].match.end:
            kept.append(occurrence)
    return kept


def _marked(element: ElementTree.Element, text: str, marks: list[Occurrence]) -> None:
    at = 0
    for number, occurrence in enumerate(marks, 1):
        match = occurrence.match
        _text(element, text[at : match.start])
        mark = ElementTree.SubElement(element, _core("mrk"), id=f"t{number}", type="term")
        _text(mark, text[match.start : match.end])
        at = match.end
    _text(element, text[at:])


def _text(element: ElementTree.Element, text: str) -> None:
    """Add text at the end; a control character that XML cannot hold becomes a `cp` element."""
    run = ""
    for char in text:
        if unfit(char):
            _append(element, run)
            ElementTree.SubElement(element, _core("cp"), hex=f"{ord(char):04X}")
            run = ""
        else:
            run += char
    _append(element, run)


def _append(element: ElementTree.Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _core(name: str) -> str:
    return f"{{{CORE}}}{name}"
