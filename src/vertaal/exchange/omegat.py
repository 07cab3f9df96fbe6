"""Editions as projects of OmegaT, which translates the targets of XLIFF 1.2 and works in TMX."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree

from vertaal.exchange.xliff12_writing import as_xliff12
from vertaal.exchange.xliff_units import advice, groups
from vertaal.memory.tmx import add_unit, new_tmx
from vertaal.spacing import squeeze
from vertaal.types import Edition
from vertaal.xml_writing import serialised

_PLACES = ("source_dir", "target_dir", "tm_dir", "glossary_dir", "glossary_file", "dictionary_dir")
_FILE = "edition.xlf"


def as_project(edition: Edition) -> dict[str, str]:
    """The files of the project, by their path in its folder: the Dutch to be translated, the
    English as it stands as OmegaT's own memory, and the document's terms as glossary.
    """
    return {
        # OmegaT opens no project that lacks one of these folders.
        **{f"{folder}/.keep": "" for folder in ("target", "tm", "dictionary")},
        "omegat.project": _project(),
        f"source/{_FILE}": as_xliff12(edition, blank=True),
        "omegat/project_save.tmx": _memory(edition),
        "glossary/edition.txt": "".join(f"{line}\n" for line in dict.fromkeys(_terms(edition))),
    }


def _project() -> str:
    root = ElementTree.Element("omegat")
    project = ElementTree.SubElement(root, "project", version="1.0")
    for name in _PLACES:
        ElementTree.SubElement(project, name).text = "__DEFAULT__"
    # Our segments are sentences already; OmegaT would part them by rules of its own.
    for name, value in (("source_lang", "NL"), ("target_lang", "EN"), ("sentence_seg", "false")):
        ElementTree.SubElement(project, name).text = value
    ElementTree.SubElement(project, "support_default_translations").text = "true"
    return serialised(root)


def _memory(edition: Edition) -> str:
    """The most frequent English of a sentence goes for all its places; another is tied to its
    place by the sentences before and after it, as OmegaT does with alternative translations.
    """
    root, body = new_tmx(
        {
            "creationtool": "OmegaT",
            "creationtoolversion": "3",
            "segtype": "paragraph",
            "o-tmf": "OmegaT TMX",
        }
    )
    units = [unit for group in groups(edition) for unit, _ in group.units]
    counts: dict[str, Counter[str]] = {}
    for unit in units:
        if unit.target.strip():
            counts.setdefault(unit.source, Counter())[unit.target] += 1
    usual = {source: targets.most_common(1)[0][0] for source, targets in counts.items()}
    for source, target in usual.items():
        add_unit(body, source, target, {})
    sources = ["", *(unit.source for unit in units), ""]
    for at, unit in enumerate(units):
        if unit.target.strip() and unit.target != usual[unit.source]:
            place = {"file": _FILE, "prev": sources[at], "next": sources[at + 2]}
            add_unit(body, unit.source, unit.target, place)
    return serialised(root)


def _terms(edition: Edition) -> Iterator[str]:
    for group in groups(edition):
        for _, terms in group.units:
            for occurrence in terms:
                match = occurrence.match
                asked = [match.surface] if match.keep else match.expected
                for target in asked:
                    cells = (match.term.source, target, advice(occurrence))
                    yield "\t".join(squeeze(cell) for cell in cells)
