"""Parts of a DOCX package, read and written with the standard library."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from vertaal.publishing.layouts import UNSPLIT
from vertaal.publishing.packages import moment, package, parts
from vertaal.publishing.passages import TAGS
from vertaal.xml_writing import serialised

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {
    "w": W,
    "r": R,
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "o": "urn:schemas-microsoft-com:office:office",
    "v": "urn:schemas-microsoft-com:vml",
    "w10": "urn:schemas-microsoft-com:office:word",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "dcmitype": "http://purl.org/dc/dcmitype/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}

TOOLTIP = 255
"""The longest text that Word shows on pointing at a link."""


def tag(name: str) -> str:
    """'w:p' as ElementTree spells it."""
    prefix, local = name.split(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def parse(content: bytes) -> ET.Element:
    return ET.fromstring(content)


def serialize(root: ET.Element) -> bytes:
    return serialised(root, NAMESPACES).encode()


def finish(data: bytes, *, title: str, date: str, tips: Mapping[str, str]) -> bytes:
    """What pandoc leaves undone: full language tags, the styles of tables and links, widths, rows
    kept whole, properties. `tips` tell, by anchor, what a link has to say when pointed at.
    """
    files = parts(data)
    styles = _style_ids(files["word/styles.xml"])
    for name in ("word/document.xml", "word/footnotes.xml"):
        root = parse(files[name])
        _languages(root)
        _table_styles(root, styles)
        _widths(root)
        _rows(root)
        _links(root, tips)
        files[name] = serialize(root)
    files["docProps/core.xml"] = _properties(files["docProps/core.xml"], title, date)
    return package(files)


def _style_ids(content: bytes) -> dict[str, str]:
    """Id of each table style, by its name."""
    found: dict[str, str] = {}
    for style in parse(content).iter(tag("w:style")):
        name = style.find(tag("w:name"))
        if style.get(tag("w:type")) == "table" and name is not None:
            found[name.get(tag("w:val"), "")] = style.get(tag("w:styleId"), "")
    return found


def _table_styles(root: ET.Element, ids: Mapping[str, str]) -> None:
    """Pandoc writes a custom style's name where Word expects its id. A house style that lacks
    the table's style gets its plain one.
    """
    for element in root.iter(tag("w:tblStyle")):
        name = element.get(tag("w:val"), "")
        element.set(tag("w:val"), ids.get(name) or ids.get("Table Grid") or "TableNormal")


def _widths(root: ET.Element) -> None:
    """Columns as wide as the page's text allows: pandoc reckons with a page of its own."""
    size, margins = (next(root.iter(tag(name)), None) for name in ("w:pgSz", "w:pgMar"))
    if size is None or margins is None:
        return
    width = int(size.get(tag("w:w"), "0")) - sum(
        int(margins.get(tag(side), "0")) for side in ("w:left", "w:right")
    )
    for table in root.iter(tag("w:tbl")):
        columns = list(table.iter(tag("w:gridCol")))
        total = sum(int(column.get(tag("w:w"), "0")) for column in columns)
        if width <= 0 or not total:
            continue
        shares = [round(int(column.get(tag("w:w"), "0")) * width / total) for column in columns]
        for column, share in zip(columns, shares, strict=True):
            column.set(tag("w:w"), str(share))
        for row in table.iter(tag("w:tr")):
            for cell, share in zip(row.iter(tag("w:tc")), shares, strict=False):
                properties = cell.find(tag("w:tcPr"))
                if properties is None:
                    properties = ET.Element(tag("w:tcPr"))
                    cell.insert(0, properties)
                wide = ET.Element(tag("w:tcW"), {tag("w:w"): str(share), tag("w:type"): "dxa"})
                properties.insert(0, wide)


def _languages(root: ET.Element) -> None:
    value = tag("w:val")
    for element in root.iter(tag("w:lang")):
        language = element.get(value, "")
        element.set(value, TAGS.get(language, language))


def _rows(root: ET.Element) -> None:
    for row in root.iter(tag("w:tr")):
        properties = row.find(tag("w:trPr"))
        if properties is None:
            properties = ET.Element(tag("w:trPr"))
            row.insert(0, properties)
        texts = [
            sum(len(text.text or "") for text in cell.iter(tag("w:t")))
            for cell in row.iter(tag("w:tc"))
        ]
        if max(texts, default=0) <= UNSPLIT:
            properties.insert(0, ET.Element(tag("w:cantSplit")))


def _links(root: ET.Element, tips: Mapping[str, str]) -> None:
    """Links inside the document look quieter than those that leave it."""
    for hyperlink in root.iter(tag("w:hyperlink")):
        target = hyperlink.get(tag("w:anchor"), "")
        if not target:
            continue
        if target in tips:
            hyperlink.set(tag("w:tooltip"), tips[target][:TOOLTIP])
        for element in hyperlink.iter(tag("w:rStyle")):
            if element.get(tag("w:val")) == "Hyperlink":
                element.set(tag("w:val"), "InternalLink")


def _properties(content: bytes, title: str, date: str) -> bytes:
    """Core properties with the edition's own date, so that the same edition gives the same file."""
    root = parse(content)
    stamp = moment(date)
    values = {"dc:title": title, "dc:creator": "vertaal"}
    values |= {"dcterms:created": stamp, "dcterms:modified": stamp}
    for name, value in values.items():
        element = root.find(tag(name))
        if element is None:
            element = ET.SubElement(root, tag(name))
        element.text = value
    return serialize(root)
