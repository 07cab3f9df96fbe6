"""The parts of a Word document, found in a package and put into a new one."""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Callable, Iterable, Mapping
from xml.etree.ElementTree import Element, tostring

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATION = f"{{{_RELATIONS}}}Relationship"


def part_names(
    package: zipfile.ZipFile, main: str, xml: Callable[[str], Element]
) -> dict[str, str]:
    """The names of the parts that belong to the part `main`, by what they are ('styles')."""
    related = _related(package, main, xml)
    folder, names = posixpath.dirname(main), package.namelist()
    kinds = ("styles", "numbering", "footnotes", "endnotes", "comments")
    found = {kind: related.get(kind, posixpath.join(folder, f"{kind}.xml")) for kind in kinds}
    return {kind: name for kind, name in found.items() if name in names}


def inserted_files(
    package: zipfile.ZipFile, main: str, xml: Callable[[str], Element]
) -> tuple[str, ...]:
    """The names of the files that Word shows in the text of the part `main` as if it held them."""
    return tuple(
        relation.get("Target", "")
        for relation in _relations_of(package, main, xml)
        if relation.get("Type", "").endswith("/aFChunk")
    )


def main_part(package: zipfile.ZipFile, xml: Callable[[str], Element]) -> str:
    """The name of the part that holds the text: most programs call it word/document.xml."""
    related = _related(package, "", xml)
    return related.get("officeDocument", "word/document.xml")


def _relations_of(
    package: zipfile.ZipFile, part: str, xml: Callable[[str], Element]
) -> Iterable[Element]:
    """What the package says of the parts that belong to a part, or with '' to the whole."""
    folder, name = posixpath.split(part)
    rels = posixpath.join(folder, "_rels", f"{name}.rels")
    return xml(rels).iter(_RELATION) if rels in package.namelist() else ()


def _related(package: zipfile.ZipFile, part: str, xml: Callable[[str], Element]) -> dict[str, str]:
    """The XML parts that belong to a part, by the last word of their relation."""
    found: dict[str, str] = {}
    for relation in _relations_of(package, part, xml):
        target = posixpath.join("/", posixpath.dirname(part), relation.get("Target", ""))
        target = posixpath.normpath(target)[1:]
        # The sizes of other parts were not looked at as those of XML are.
        if relation.get("TargetMode") != "External" and target.endswith(".xml"):
            found.setdefault(relation.get("Type", "").rpartition("/")[2], target)
    return found


def packed(stories: Mapping[str, Element]) -> bytes:
    """A package of the document and its notes."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_STORED) as package:
        package.writestr("[Content_Types].xml", _content_types(stories))
        package.writestr("_rels/.rels", _relations({"officeDocument": "word/document.xml"}))
        notes = {name: f"{name}.xml" for name in stories if name != "document"}
        package.writestr("word/_rels/document.xml.rels", _relations(notes))
        for name, root in stories.items():
            package.writestr(f"word/{name}.xml", tostring(root, "utf-8", xml_declaration=True))
    return whole.getvalue()


def _content_types(stories: Mapping[str, Element]) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.'
        f'{"document.main" if name == "document" else name}+xml"/>'
        for name in stories
    )
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(targets: Mapping[str, str]) -> str:
    relations = "".join(
        f'<Relationship Id="{kind}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for kind, target in targets.items()
    )
    return f'<Relationships xmlns="{_RELATIONS}">{relations}</Relationships>'
