"""XML from outside, parsed without trust: no entity is expanded and nothing else is opened."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from vertaal.errors import InputError

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_UNFIT = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def parse(path: Path) -> Any:
    """The root element of the file. Raises `InputError` for what is no XML, declares entities or
    reaches outside itself.
    """
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import ParseError, fromstring

    try:
        return fromstring(path.read_bytes(), forbid_dtd=False, forbid_entities=True)
    except DefusedXmlException as error:
        raise InputError(
            "declares entities or points outside itself, which is refused.",
            path=path,
            remedy="Remove the entity declarations from its DOCTYPE.",
        ) from error
    except ParseError as error:
        raise InputError(
            f"is no well-formed XML ({error}).",
            path=path,
            line=error.position[0],
            remedy="Export it again.",
        ) from error
    except (OSError, ValueError, LookupError) as error:
        raise InputError(
            f"cannot be read ({error}).", path=path, remedy="Check the name and the encoding."
        ) from error


def local(element: Any) -> str:
    """An element's name without its namespace; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Any, name: str) -> Iterator[Any]:
    return (child for child in element if local(child) == name)


def descendants(element: Any, name: str) -> Iterator[Any]:
    return (child for child in element.iter() if local(child) == name)


def fit(text: str) -> str:
    """The text without the control characters that XML 1.0 cannot hold."""
    return _UNFIT.sub("", text)


def unfit(char: str) -> bool:
    return bool(_UNFIT.match(char))


def serialised(root: Any) -> str:
    """The whole file, with its declaration."""
    from xml.etree import ElementTree

    body = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'
