"""XML as it is written."""

from __future__ import annotations

import re
from collections.abc import Mapping
from threading import Lock
from xml.etree import ElementTree

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def fit(text: str) -> str:
    """The text without the characters that XML 1.0 cannot hold."""
    return _UNFIT.sub("", text)


def unfit(char: str) -> bool:
    return bool(_UNFIT.match(char))


def append(element: ElementTree.Element, text: str) -> None:
    """Add text behind all that the element holds."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


_SERIALISING = Lock()


def serialised(
    root: ElementTree.Element, namespaces: Mapping[str, str] | None = None, *, doctype: str = ""
) -> str:
    """The whole file, with its declaration. `namespaces` go by prefix, '' for that without one."""
    # ElementTree has one table of prefixes, and documents are written side by side.
    with _SERIALISING:
        for prefix, uri in (namespaces or {}).items():
            ElementTree.register_namespace(prefix, uri)
        body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{doctype}{body}\n'
