"""An EPUB package as pandoc leaves it, finished: metadata, page titles, languages, landmarks.

EPUB 3.3 with the discovery metadata of EPUB Accessibility 1.1. Nobody has evaluated a single
edition against that standard, so none claims to conform to it.
"""

from __future__ import annotations

import copy
import uuid
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from vertaal.publishing.disclosure import SCHEMA, statements, summary
from vertaal.publishing.layouts import Layout
from vertaal.publishing.notice import document_name
from vertaal.publishing.packages import moment, package, parts
from vertaal.publishing.passages import TAGS
from vertaal.publishing.tree import clean
from vertaal.spacing import squeeze
from vertaal.types import Edition
from vertaal.xml_writing import LANG, serialised

_OPF = "http://www.idpf.org/2007/opf"
_DC = "http://purl.org/dc/elements/1.1/"
_XHTML = "http://www.w3.org/1999/xhtml"
_OPS = "http://www.idpf.org/2007/ops"

_PACKAGE = "EPUB/content.opf"
_NAVIGATION = "EPUB/nav.xhtml"

ACCESSIBILITY = (
    ("accessMode", "textual"),
    ("accessModeSufficient", "textual"),
    ("accessibilityFeature", "displayTransformability"),
    ("accessibilityFeature", "readingOrder"),
    ("accessibilityFeature", "structuralNavigation"),
    ("accessibilityFeature", "tableOfContents"),
    ("accessibilityHazard", "none"),
    (
        "accessibilitySummary",
        "Text without images. A table of contents, headings and links lead to every question and "
        "answer, and every passage says which language it is in.",
    ),
)
"""Properties of schema.org."""

OWN = "urn:vertaal:disclosure:1:"

LANDMARKS = {
    "text": ("bodymatter", "Text"),
    "glossary": ("glossary", "Glossary terms"),
    "colophon": ("colophon", "About this edition"),
}
"""Id of a heading → what it is to a reading system. A letter's text begins with its title."""


def identifier(edition: Edition, layout: str) -> str:
    """Stays the same however often the edition is published."""
    name = f"vertaal:{document_name(edition)}:{edition.provenance.source_digest}:{layout}"
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, name)}"


def finish(data: bytes, edition: Edition, layout: Layout) -> bytes:
    files = parts(data)
    chapters = [name for name in files if name.startswith("EPUB/text/")]
    pages = {name: ET.fromstring(files[name]) for name in (*chapters, _NAVIGATION)}
    for page in pages.values():
        _finish_page(page)
    _navigation(pages[_NAVIGATION], {name: pages[name] for name in chapters})
    for name, page in pages.items():
        xhtml = serialised(page, {"": _XHTML, "epub": _OPS}, doctype="<!DOCTYPE html>\n")
        files[name] = xhtml.encode()
    opf = ET.fromstring(files[_PACKAGE])
    _metadata(opf, edition, layout)
    files[_PACKAGE] = serialised(opf, {"": _OPF, "dc": _DC}).encode()
    return package(files, stored=("mimetype",))


def _finish_page(page: ET.Element) -> None:
    """The page's own title, languages as XML and HTML each name them, no empty style."""
    head = page.find(_x("head"))
    assert head is not None
    for style in head.findall(_x("style")):
        head.remove(style)
    heading = next((e for e in page.iter(_x("h1"))), None)
    title = head.find(_x("title"))
    if heading is not None and title is not None:
        named = copy.deepcopy(heading)
        _drop_note_marks(named)
        title.text = squeeze("".join(named.itertext()))
    for element in page.iter():
        if language := element.get("lang"):
            element.set(LANG, language)


def _navigation(page: ET.Element, chapters: dict[str, ET.Element]) -> None:
    """Headings in the contents keep their words and languages alone; landmarks are added."""
    body = page.find(_x("body"))
    assert body is not None
    _drop_note_marks(body)
    for element in body.iter(_x("span")):
        for name in ("id", "class", "data-segment", "data-state", "data-origin"):
            element.attrib.pop(name, None)
    names = {"id": "landmarks", "hidden": "hidden", "lang": "en", LANG: "en"}
    landmarks = ET.SubElement(body, _x("nav"), names | {f"{{{_OPS}}}type": "landmarks"})
    listed = ET.SubElement(landmarks, _x("ol"))
    for kind, name, href in _landmarks(chapters):
        link = ET.SubElement(ET.SubElement(listed, _x("li")), _x("a"))
        link.attrib |= {"href": href, f"{{{_OPS}}}type": kind}
        link.text = name


def _drop_note_marks(root: ET.Element) -> None:
    """A name has no footnotes, though the heading that it is taken from has."""
    for parent in list(root.iter()):
        before: ET.Element | None = None
        for child in list(parent):
            if child.tag != _x("sup"):
                before = child
                continue
            parent.remove(child)
            if before is None:
                parent.text = (parent.text or "") + (child.tail or "")
            else:
                before.tail = (before.tail or "") + (child.tail or "")


def _landmarks(chapters: dict[str, ET.Element]) -> Iterator[tuple[str, str, str]]:
    found = {
        identifier: name.removeprefix("EPUB/")
        for name, page in chapters.items()
        for element in page.iter()
        if (identifier := element.get("id", "")) in (*LANDMARKS, "title")
    }
    if "text" not in found and "title" in found:
        yield "bodymatter", "Text", f"{found['title']}#title"
    for identifier, (kind, name) in LANDMARKS.items():
        if identifier in found:
            yield kind, name, f"{found[identifier]}#{identifier}"


def _metadata(opf: ET.Element, edition: Edition, layout: Layout) -> None:
    metadata = opf.find(f"{{{_OPF}}}metadata")
    assert metadata is not None
    for element in list(metadata):
        if element.tag not in (f"{{{_DC}}}identifier", f"{{{_DC}}}title"):
            metadata.remove(element)
    stamp = moment(edition.provenance.date)
    for language in layout.languages:
        _dc(metadata, "language", TAGS[language])
    _dc(metadata, "source", document_name(edition))
    _dc(metadata, "date", stamp[:10])
    _meta(metadata, "dcterms:modified", stamp)
    opf.set("prefix", f"vertaal: {OWN}")
    for name, value in statements(edition, layout).items():
        _meta(metadata, SCHEMA.get(name, f"vertaal:{name}"), value)
    _dc(metadata, "description", summary(edition, layout))
    if "en" in layout.languages:
        maker = _dc(metadata, "contributor", f"vertaal {edition.provenance.version}".strip())
        maker.set("id", "translator")
        role = {"refines": "#translator", "property": "role", "scheme": "marc:relators"}
        ET.SubElement(metadata, f"{{{_OPF}}}meta", role).text = "trl"
    for name, value in ACCESSIBILITY:
        _meta(metadata, f"schema:{name}", value)


def _dc(metadata: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(metadata, f"{{{_DC}}}{name}")
    element.text = clean(text)
    return element


def _meta(metadata: ET.Element, name: str, text: str) -> None:
    ET.SubElement(metadata, f"{{{_OPF}}}meta", {"property": name}).text = clean(text)


def _x(name: str) -> str:
    return f"{{{_XHTML}}}{name}"
