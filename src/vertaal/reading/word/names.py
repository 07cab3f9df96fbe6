"""The names of WordprocessingML, and how its elements are looked at."""

from __future__ import annotations

from xml.etree.ElementTree import Element, register_namespace

from vertaal.xml_writing import SPACE

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_STRICT = {
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}": f"{{{W}}}",
    "{http://purl.oclc.org/ooxml/officeDocument/math}": f"{{{M}}}",
}
"""Namespaces of the strict edition of the standard → the usual ones."""

# Pandoc knows elements by these prefixes.
register_namespace("w", W)
register_namespace("m", M)


def w(name: str) -> str:
    return f"{{{W}}}{name}"


def named(*names: str) -> frozenset[str]:
    return frozenset(map(w, names))


PARAGRAPH, RUN, TEXT, TABLE = w("p"), w("r"), w("t"), w("tbl")
PARAGRAPH_PROPERTIES, RUN_PROPERTIES = w("pPr"), w("rPr")
FORMULA_TEXT = f"{{{M}}}t"


def value(element: Element | None, name: str = "val") -> str:
    """An attribute of the element, empty where either is missing."""
    return "" if element is None else element.get(w(name), "")


def of(element: Element | None, path: str) -> str:
    """The value of the element at `path` ('numPr/numId') below `element`."""
    return value(below(element, path))


def below(element: Element | None, path: str) -> Element | None:
    if element is None:
        return None
    return element.find("/".join(map(w, path.split("/"))))


def number(text: str, otherwise: int = 0) -> int:
    """`text` as a number of no more than nine digits."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else otherwise


def switch(element: Element | None) -> bool | None:
    """What an element says that turns something on or off; None where there is none."""
    if element is None:
        return None
    return value(element).lower() not in ("0", "false", "off")


def usual(root: Element) -> Element:
    """`root` with the usual namespaces, where it was saved in the strict edition."""
    for node in root.iter():
        for strict, transitional in _STRICT.items():
            if node.tag.startswith(strict):
                node.tag = transitional + node.tag[len(strict) :]
            for key in [key for key in node.attrib if key.startswith(strict)]:
                node.attrib[transitional + key[len(strict) :]] = node.attrib.pop(key)
    return root


def text_run(text: str) -> Element:
    """A run that holds `text`; each line end in it is a line break."""
    run = Element(RUN)
    for place, line in enumerate(text.split("\n")):
        if place:
            run.append(Element(w("br")))
        characters = Element(TEXT, {SPACE: "preserve"})
        characters.text = line
        run.append(characters)
    return run
