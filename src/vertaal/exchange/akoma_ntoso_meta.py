"""What an Akoma Ntoso edition says of itself: identification, links, references, provenance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from urllib.parse import quote
from xml.etree import ElementTree

from vertaal.exchange.akoma_ntoso_names import (
    OWN,
    Date,
    block_id,
    edition_date,
    node,
    term_id,
    work_dates,
    work_iri,
)
from vertaal.publishing.notice import document_name
from vertaal.publishing.passages import Book, Language
from vertaal.types import Edition
from vertaal.xml_writing import fit

CODES: dict[Language, str] = {"nl": "nld", "en": "eng"}
"""ISO 639-2 codes, which the naming convention asks for."""
BOTH = "mul"

ASKER, ANSWERER, MAKER = "statenGeneraal", "regering", "vertaal"
_ORGANISATIONS = {
    ASKER: ("staten-generaal", "Staten-Generaal"),
    ANSWERER: ("regering", "Regering"),
    MAKER: ("vertaal", "vertaal"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A document in the file: the prefix of its ids, its kind and its language ('' for both)."""

    prefix: str
    kind: str
    language: Language | None

    def id(self, name: str) -> str:
        return f"{self.prefix}__{name}" if self.prefix else name

    @property
    def code(self) -> str:
        return CODES[self.language] if self.language else BOTH


def meta(parent: ElementTree.Element, place: Place, book: Book) -> None:
    """Add the `meta` of a document. Its parts stand in the order that the schema asks for."""
    element = node(parent, "meta")
    source = f"#{place.id(MAKER)}"
    _identification(element, place, book.edition, source)
    if place.language:
        _links(element, place, book, source)
    _references(element, place, book, source)
    if not place.language:
        _provenance(element, book.edition, source)


def _identification(
    parent: ElementTree.Element, place: Place, edition: Edition, source: str
) -> None:
    iri = work_iri(edition, place.kind)
    made = Date(edition_date(edition), "edition")
    dutch = place.language == "nl"
    original = (place.id(ASKER), place.id(ANSWERER))
    element = node(parent, "identification", source=source)

    work = node(element, "FRBRWork")
    _core(work, iri, "/!main", work_dates(edition), original if place.language else ())
    node(work, "FRBRcountry", value="nl")
    node(work, "FRBRnumber", value=document_name(edition))

    expression = node(element, "FRBRExpression")
    dates = work_dates(edition) if dutch else (made,)
    authors = original if dutch else (place.id(MAKER),)
    _core(expression, f"{iri}/{place.code}@", "/!main", dates, authors)
    if place.language == "en":
        master = f"{iri}/nld@"
        node(expression, "FRBRauthoritative", value="false")
        node(expression, "FRBRmasterExpression", href=master, showAs="Dutch original")
    for code in [place.code] if place.language else CODES.values():
        node(expression, "FRBRlanguage", language=code)
    if place.language == "en":
        node(
            expression,
            "FRBRtranslation",
            href=f"{iri}/nld@",
            fromLanguage="nld",
            authoritative="false",
            by=source,
        )

    manifestation = node(element, "FRBRManifestation")
    _core(manifestation, f"{iri}/{place.code}@", "/!main.xml", (made,), (place.id(MAKER),), ".xml")
    node(manifestation, "FRBRformat", value="application/akn+xml")


def _core(
    parent: ElementTree.Element,
    iri: str,
    main: str,
    dates: Sequence[Date],
    authors: Sequence[str],
    suffix: str = "",
) -> None:
    node(parent, "FRBRthis", value=iri + main)
    node(parent, "FRBRuri", value=iri + suffix)
    for date in dates:
        node(parent, "FRBRdate", date=date.date, name=date.name)
    for author in authors or (MAKER,):
        node(parent, "FRBRauthor", href=f"#{author}")


def _links(parent: ElementTree.Element, place: Place, book: Book, source: str) -> None:
    """Which question each answer answers, also where its heading names none."""
    ids = {block.id: place.id(block_id(block)) for block in book.edition.document.blocks}
    pairs = [
        (ids[answer.id], ids[question])
        for answer in book.edition.document.answers
        for question in dict.fromkeys(book.links.asked[answer.id].values())
    ]
    if pairs:
        references = node(node(parent, "analysis", source=source), "otherReferences", source=source)
        for answer, question in pairs:
            node(references, "implicitReference", for_=f"#{answer}", href=f"#{question}")


def _references(parent: ElementTree.Element, place: Place, book: Book, source: str) -> None:
    element = node(parent, "references", source=source)
    if place.language == "en":
        iri = f"{work_iri(book.edition, place.kind)}/nld@"
        name = document_name(book.edition)
        node(element, "original", eId=place.id("original"), href=iri, showAs=name)
    for name, (slug, shown) in _ORGANISATIONS.items():
        if place.language or name == MAKER:
            href = f"/akn/ontology/organization/nl/{slug}"
            node(element, "TLCOrganization", eId=place.id(name), href=href, showAs=shown)
    if place.language:
        for entry in book.terms:
            node(
                element,
                "TLCTerm",
                eId=place.id(term_id(entry.id)),
                href=f"/akn/ontology/term/nl/{quote(fit(entry.term.source), safe='')}",
                showAs=entry.term.source if place.language == "nl" else entry.rendering,
            )


def _provenance(parent: ElementTree.Element, edition: Edition, source: str) -> None:
    element = node(parent, "proprietary", source=source)
    for name, value in asdict(edition.provenance).items():
        for each in value if isinstance(value, tuple) else (value,):
            if each not in ("", None):
                ElementTree.SubElement(element, f"{{{OWN}}}{name}").text = fit(str(each))
