"""XML from outside, parsed without trust: no entity is expanded and nothing else is opened."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from vertaal.errors import InputError
from vertaal.xml_writing import LANG


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
    except OSError as error:
        raise InputError.of_system("read", error, path, "Check the name.") from error
    except (ValueError, LookupError) as error:
        raise InputError(
            f"cannot be read ({error}).", path=path, remedy="Save it as UTF-8."
        ) from error


def local(element: Any) -> str:
    """An element's name without its namespace; empty for a comment."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Any, name: str) -> Iterator[Any]:
    return (child for child in element if local(child) == name)


def descendants(element: Any, *names: str) -> Iterator[Any]:
    """The element itself, too, where it has one of the names."""
    return (each for each in element.iter() if local(each) in names)


def words(element: Any, instead: Callable[[Any], str | None]) -> str:
    """The text in an element, at any depth. `instead` says what is taken in place of an element's
    content, or None.
    """
    # Without recursion: Python allows a thousand levels, and a file may have more.
    found = [element.text or ""]
    left: list[Any] = [*reversed(element)]
    while left:
        each = left.pop()
        if isinstance(each, str):
            found.append(each)
            continue
        left.append(each.tail or "")
        given = instead(each)
        if given is None:
            found.append(each.text or "")
            left.extend(reversed(each))
        else:
            found.append(given)
    return "".join(found)


def language(element: Any) -> str:
    """The language that the element names, without its region."""
    return without_region(element.get(LANG) or element.get("lang") or "")


def without_region(code: str) -> str:
    """'nl' for 'nl-NL' and 'NL_nl'."""
    return code.strip().replace("_", "-").partition("-")[0].casefold()
