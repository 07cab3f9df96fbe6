"""Fixed phrases of the genre: the furniture that Parliament prints around its text."""

from __future__ import annotations

import re

_YEAR = r"vergaderjaar\s+\d{4}\s*[-–—/]\s*\d{2,4}"
_PIECES = (
    r"(?:Tweede|Eerste)\s+Kamer\s+der\s+Staten-?\s?Generaal\s*\d?(?!\w)",
    rf"{_YEAR}\s+(?:Aanhangsel\s+(?:van\s+de\s+|tot\s+het\s+verslag\s+van\s+de\s+)?Handelingen"
    r"(?:\s+van\s+de\s+(?:Tweede|Eerste)\s+Kamer(?:\s+der\s+Staten-Generaal)?)?"
    r"|Vragen\s+gesteld\s+door\s+de\s+leden\s+der\s+Kamer)",
    r"Vragen\s+gesteld\s+door\s+de\s+leden\s+der\s+Kamer,\s+met\s+de\s+daarop\s+door\s+de"
    r"(?:\s+regering\s+gegeven\s+antwoorden)?",
    r"regering\s+gegeven\s+antwoorden",
    r"(?:ah|kv|kst|nds|blg|h)-(?:(?:tk|ek)-)?\d[\dA-Za-z.-]*",
    r"ISSN\s+\d{4}\s*-\s*\d{3}[\dX]",
    r"[’'‘`]?s-Gravenhage,?\s+\d{4}",
    rf"(?:Tweede|Eerste)\s+Kamer,\s+{_YEAR},\s+"
    r"(?:Aanhangsel|Vragen|\d{2}\s?\d{3}[^,]{0,20},\s+(?:nr\.\s?\d{1,4}|[A-Z]{1,3}))(?:\s+\d{1,3}(?!\d))?",
    r"QRVA\s+\d{1,3}\s+\d{1,4}(?:\s+\d\d-\d\d-\d{4})?",
    r"KAMER\s.{0,20}ZITTING\s+VAN\s+DE\s+\d+e\s+ZITTINGSPERIODE",
    r"(?:\d{4}\s+)*CHAMBRE\s.{0,20}SESSION\s+DE\s+LA\s+\d+e\s+L[EÉ]GISLATURE",
    r"(?:pagina|blad|bladzijde)\s+\d{0,4}\s*(?:van|/)\s*\d{1,4}",
    r"[-–—]?\s*(?:pagina|blad|bladzijde)\s+\d{1,4}\s*[-–—]?",
    r"AH\s?\d{1,5}",
)
_PIECE = "|".join(f"(?:{piece})" for piece in _PIECES)
_WHOLE = re.compile(rf"\s*(?:(?:{_PIECE})[\s|]*)+", re.I)
_HEAD = re.compile(
    r"\s*(?:regering\s+gegeven\s+antwoorden|QRVA\s+\d+\s+\d+|.*Aanhangsel\s+van\s+de\s+Handelingen)\s*",
    re.I,
)
_FOOT = re.compile(
    rf"(?:(?:ah|kv)-tk-[\dA-Z-]{{1,40}}\s*)?(?:ISSN\s+\d{{4}}\s*-\s*\d{{3}}[\dX]\s*)?"
    rf"(?:[’'‘`]?s-Gravenhage,?\s+\d{{4}}\s*)?"
    rf"(?:Tweede|Eerste)\s+Kamer,\s+{_YEAR},\s+(?:Aanhangsel|Vragen)(?:\s+(?P<page>\d{{1,3}})(?!\d)|\s*$)",
    re.I,
)
_FRONT = re.compile(
    rf"\s*(?:Tweede|Eerste)\s+Kamer\s+der\s+Staten-?\s?Generaal\s?\d?\s+{_YEAR}\s+"
    r"(?:Aanhangsel\s+van\s+de\s+Handelingen\s+)?"
    r"(?:Vragen\s+gesteld\s+door\s+de\s+leden\s+der\s+Kamer"
    r"(?:,\s+met\s+de\s+daarop\s+door\s+de\s+regering\s+gegeven\s+antwoorden)?\s+)?"
    r"(?:\d{1,5}(?=\s))?",
    re.I,
)
_REFERENCE_ALONE = re.compile(r"\s*(?:20\d\d\s?Z\s?\d{4,6}|\d{1,5}|\d\d-\d\d-\d{4})\s*")
WIDEST = 150
"""A line longer than this many characters is no line of print: it may be a paragraph."""
LONG = 400
"""A line longer than this many characters holds more than a printed line."""


def is_furniture(text: str) -> bool:
    """Whether a line is nothing but printed page furniture."""
    return len(text) < LONG and bool(_WHOLE.fullmatch(text))


def is_head(text: str) -> bool:
    """Whether a line closes the printed head of an Aanhangsel, under which its number stands."""
    return len(text) < LONG and bool(_HEAD.fullmatch(text))


def is_number_of_head(text: str) -> bool:
    return bool(_REFERENCE_ALONE.fullmatch(text))


def furniture_within(text: str) -> list[tuple[int, int]]:
    """Spans of page furniture in a line that holds whole pages, its page numbers counting up."""
    if len(text) < LONG:
        return []
    spans = []
    head = _FRONT.match(text)
    if head is not None:
        spans.append(head.span())
    page = 1
    for match in _FOOT.finditer(text):
        if int(match["page"] or page) == page:
            spans.append(match.span())
            page += 1
    return spans
