"""Running headers and footers, which office formats keep outside the body and pandoc leaves out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from vertaal.reading.odt_numbering import TEXT
from vertaal.reading.tidying import tidy
from vertaal.reading.word.names import named
from vertaal.spacing import squeeze

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


_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SVG = "{urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0}"

WORD = Dialect(
    paragraphs=named("p"),
    text=named("t"),
    gaps=named("tab"),
    breaks=named("br", "cr"),
    skipped=frozenset((_FALLBACK,)),
)
OPEN_DOCUMENT = Dialect(
    paragraphs=frozenset((TEXT + "p", TEXT + "h")),
    text=frozenset(),
    gaps=frozenset((TEXT + "s", TEXT + "tab")),
    breaks=frozenset((TEXT + "line-break",)),
    skipped=frozenset((_SVG + "title", _SVG + "desc")),
)


def furniture(regions: Iterable[Element], dialect: Dialect) -> tuple[str, ...]:
    """Every line of the headers and footers in `regions` once, in order.

    A bare page number is left out: in the body a '1' alone may be a question's label.
    """
    lines = (
        squeeze(tidy(line))
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
