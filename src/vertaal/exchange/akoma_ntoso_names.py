"""Names in an Akoma Ntoso edition: its namespace, its ids, and its IRIs.

After the Akoma Ntoso Naming Convention Version 1.0 (OASIS): IRIs tell work, expression and
manifestation apart; an `eId` is the path of elements that leads to a part.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote
from xml.etree import ElementTree

from vertaal.dates import DUTCH_MONTH, DUTCH_MONTHS
from vertaal.publishing.notice import document_name
from vertaal.types import Block, BlockKind, Edition
from vertaal.xml_writing import fit

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:vertaal:edition:1"
"""Namespace of what the standard has no place for."""

UNKNOWN_DATE = "0001-01-01"
"""The standard wants a date where an edition may have none."""

# The formula of the genre, in the heading of the questions and in that of the answers.
_DATED = re.compile(
    rf"\b(?P<event>ontvangen|ingezonden)\s+(?:op\s+)?(?P<day>\d{{1,2}})\s+(?P<month>{DUTCH_MONTH})"
    r"\s+(?P<year>\d{4})",
    re.IGNORECASE,
)
_EVENTS = {"ontvangen": "received", "ingezonden": "submitted"}
_ELEMENTS = {BlockKind.QUESTION: ("question", "q"), BlockKind.ANSWER: ("answer", "a")}


@dataclass(frozen=True, slots=True)
class Date:
    """An ISO date and what happened then."""

    date: str
    name: str


def node(
    parent: ElementTree.Element, name: str, text: str = "", /, **attributes: str
) -> ElementTree.Element:
    """Add an element of the standard. A trailing underscore is taken off an attribute's name."""
    named = {key.rstrip("_"): fit(value) for key, value in attributes.items() if value}
    element = ElementTree.SubElement(parent, f"{{{AKN}}}{name}", named)
    if text:
        element.text = fit(text)
    return element


def block_id(block: Block) -> str:
    """'question_4', 'answer_2-3-6', 'preamble': the id of a block inside its component."""
    element, letter = _ELEMENTS.get(block.kind, ("", ""))
    number = block.id.removeprefix(letter) if element else ""
    name = f"{element}_{number}".rstrip("_") if element else block.id
    return re.sub(r"[^\w.-]+", "-", name)


def term_id(entry: str) -> str:
    """'term_3' for the glossary entry 'term-3'."""
    return entry.replace("-", "_")


def edition_date(edition: Edition) -> str:
    return _valid(edition.provenance.date[:10]) or UNKNOWN_DATE


def work_dates(edition: Edition) -> tuple[Date, ...]:
    """When the answers were received and the questions submitted, where the document says so;
    else the day on which the edition was made, under that name.
    """
    found: dict[str, str] = {}
    for block in edition.document.blocks:
        if block.kind not in (BlockKind.QUESTION, BlockKind.ANSWER, BlockKind.FOOTNOTE):
            for name, date in _dates(block.text):
                found.setdefault(name, date)
    dates = [Date(found[name], name) for name in _EVENTS.values() if name in found]
    return tuple(dates) or (Date(edition_date(edition), "edition"),)


def work_iri(edition: Edition, kind: str) -> str:
    """'/akn/nl/debate/written-questions/2024-11-14/ah-tk-20242025-546'."""
    number = quote(re.sub(r"[^\w-]+", "-", document_name(edition)).strip("-") or "edition")
    return f"/akn/nl/{kind}/written-questions/{work_dates(edition)[0].date}/{number}"


def address(text: str) -> str:
    """A web address as a URI: what may not stand in one is written with percent signs."""
    return re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", quote(text, safe="%/:?#@!$&'()*+,;=~"))


def _dates(text: str) -> Iterator[tuple[str, str]]:
    for match in _DATED.finditer(text):
        month = DUTCH_MONTHS.index(match["month"].lower()) + 1
        date = _valid(f"{match['year']}-{month:02}-{int(match['day']):02}")
        if date:
            yield _EVENTS[match["event"].lower()], date


def _valid(text: str) -> str:
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        return ""
