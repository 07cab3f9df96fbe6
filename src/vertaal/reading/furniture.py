"""Running headers and footers, which office formats keep outside the body and pandoc leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vertaal.reading.extract import tidy

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


@dataclass(frozen=True, slots=True)
class Dialect:
    """The element names of one XML vocabulary. `text` is where characters may stand; empty means
    in any element that is not skipped."""

    paragraphs: frozenset[str]
    text: frozenset[str]
    gaps: frozenset[str]
    breaks: frozenset[str]
    skipped: frozenset[str]


def _named(space: str, *names: str) -> frozenset[str]:
    return frozenset(f"{{{space}}}{name}" for name in names)


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_SVG = "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"

WORD = Dialect(
    paragraphs=_named(_W, "p"),
    text=_named(_W, "t"),
    gaps=_named(_W, "tab"),
    breaks=_named(_W, "br", "cr"),
    skipped=_named(_MC, "Fallback"),
)
OPEN_DOCUMENT = Dialect(
    paragraphs=_named(_TEXT, "p", "h"),
    text=frozenset(),
    gaps=_named(_TEXT, "s", "tab"),
    breaks=_named(_TEXT, "line-break"),
    skipped=_named(_SVG, "title", "desc"),
)


def furniture(regions: Iterable[Element], dialect: Dialect) -> tuple[str, ...]:
    """Every line of the headers and footers in `regions` once, in order.

    A bare page number is left out: in the body a '1' alone may be a question's label.
    """
    lines = (
        " ".join(tidy(line).split())
        for region in regions
        for node in region.iter()
        if node.tag in dialect.paragraphs
        for line in "".join(_own_text(node, dialect)).split("\n")
    )
    return tuple(dict.fromkeys(line for line in lines if line and not line.isdigit()))


def _own_text(node: Element, dialect: Dialect) -> Iterator[str]:
    """The characters of a paragraph without those of paragraphs inside it (text frames)."""
    if not dialect.text or node.tag in dialect.text:
        yield node.text or ""
    for child in node:
        if child.tag in dialect.gaps:
            yield " "
        elif child.tag in dialect.breaks:
            yield "\n"
        elif child.tag not in dialect.paragraphs | dialect.skipped:
            yield from _own_text(child, dialect)
        if not dialect.text:
            yield child.tail or ""
