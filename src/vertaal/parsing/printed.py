"""Furniture known from the genre: Parliament's printing, the margin of a ministry's letter."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import takewhile

from vertaal.dates import DUTCH_MONTH
from vertaal.parsing import genre
from vertaal.parsing.labels import find_label
from vertaal.parsing.likeness import key_of
from vertaal.parsing.lines import Line, boundary_at, cut
from vertaal.types import Removal

PRINTED = "printed header or footer"
_HEADING = re.compile(
    r"\s*(?:datum|pagina|bladnummer"
    r"|(?:ons|onze|uw|[o0©]n[sz]e?)?\s?(?:kenmerk|referentie)|uw\s+brief|zaaknummer)\s*:?\s*",
    re.I,
)
_ENCLOSED = re.compile(r"\s*bijlage(?:n|\(n\))\s*:?\s*", re.I)
_COUNT = re.compile(r"\s*(?:\d{1,2}|geen|diverse)\s*", re.I)
"""How many enclosures a letter has, below 'Bijlage(n)'."""
_LISTED = re.compile(r"\s*(?:[-–•*]|\d{1,2}[.)])\s")
_ADDRESSEE = re.compile(r"\b(?:voorzitter|griffier|leden)\s+(?:van\s+de|der)\s*$", re.I)
"""How a letter's address runs into 'Tweede Kamer der Staten-Generaal', which pages bear too."""
_MOST_ADDRESSEE = 60
_PAGE = r"(?:pagina|bladzijde|blz\.|page)\s\d{1,3}"
_TOTAL = r"\s?(?:van|/|of)\s?\d{1,3}"
_BESIDE, _GAP = r"[\s|•·-]+", r"(?: {3,}|\t|\s\|\s)"
_PAGED = re.compile(
    rf"(?P<before>\S.{{0,120}}?)(?:{_BESIDE}{_PAGE}{_TOTAL}|{_GAP}{_PAGE})"
    rf"|{_PAGE}(?:{_TOTAL}{_BESIDE}|{_GAP})(?P<after>\S.{{0,120}})",
    re.I,
)
"""A header on one line with the number of its page. 'Rapport A, blz. 4' is a note."""
_LONGEST_HEADER = 200
SPREAD = 8
"""Least mean distance in lines between two returns of a running header."""
_DATE = re.compile(rf"\s*\d{{1,2}}\s+(?:{DUTCH_MONTH})\s+\d{{4}}\s*", re.I)
_VALUE = re.compile(rf"{_DATE.pattern}|\s*[A-Z0-9][\w./() -]{{0,38}}\d[\w./()-]*\s*", re.I)

_NAMED = re.compile(
    r"\s*(?![^\s]{1,3}[.)])(?:(?:en|van|voor)\s+)?[^\W_a-zß-ÿ].{0,58}[^\s.?!:;,]\s*"
)


def is_date(text: str) -> bool:
    return len(text) < 60 and bool(_DATE.fullmatch(text))


def is_margin_heading(text: str) -> bool:
    """Whether a line is 'Ons kenmerk' or the like, with or without its number glued on."""
    match = _HEADING.match(text[:60])
    return match is not None and not re.search(r"[a-zß-ÿ]", text[match.end() :])


def take_printed(lines: list[Line], removed: list[Removal]) -> list[Line]:
    """The lines without what is furniture by the genre's fixed phrases."""
    kept: list[Line] = []
    under_head = False
    above = ""
    paged = _paged(lines)
    for line in _opened(lines):
        addressed = bool(_ADDRESSEE.search(above))
        above = line.text[-_MOST_ADDRESSEE:]
        if line.blank:
            kept.append(line)
            continue
        number = under_head and genre.is_number_of_head(line.text)
        header = _header(line.text) in paged
        if not addressed and (number or header or genre.is_furniture(line.text)):
            removed.append(Removal(line.number, line.text.strip(), PRINTED))
            kept.append(boundary_at(line))
            under_head = genre.is_head(line.text)
        else:
            kept.append(line)
            under_head = False
    return kept


def _paged(lines: list[Line]) -> set[str]:
    """What stands on one line with the number of the page ('Pagina 2 van 5'), a page apart."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if header := _header(line.text):
            places[header].append(index)
    return {
        header
        for header, found in places.items()
        if len({lines[index].text.strip() for index in found}) > 1
        and found[-1] - found[0] >= SPREAD * (len(found) - 1)
    }


def _header(text: str) -> str:
    """The key of what stands beside the number of a page; empty where that is missing."""
    match = _PAGED.fullmatch(text[:_LONGEST_HEADER].strip())
    return key_of(match["before"] or match["after"]) if match else ""


def _opened(lines: list[Line]) -> list[Line]:
    """Lines that hold whole pages, cut at the furniture inside them."""
    opened: list[Line] = []
    for line in lines:
        spans = genre.furniture_within(line.text)
        opened.extend(cut(line, (place for span in spans for place in span)) if spans else [line])
    return opened


def margin_lines(lines: list[Line]) -> dict[int, bool]:
    """Lines of a letter's margin ('Onze referentie', and the code or date under it).

    Maps the index of each to whether its words could stand in no sentence, as a date could.
    """
    found: dict[int, bool] = {}
    heading = False
    for index, line in enumerate(lines):
        if line.blank:
            continue
        short = len(line.text.strip()) < 60
        if heading and short and _VALUE.fullmatch(line.text):
            found[index] = not is_date(line.text)
        if short and _ENCLOSED.fullmatch(line.text):
            found |= _enclosures(lines, index)
        heading = short and bool(_HEADING.fullmatch(line.text))
        if heading:
            found[index] = True
            found |= dict.fromkeys(_topping(lines, index), False)
    return found


def _enclosures(lines: list[Line], index: int) -> dict[int, bool]:
    """'Bijlage(n)' and the number below it; without one 'Bijlagen' is no line of the margin."""
    below = next(
        (i for i in range(index + 1, min(len(lines), index + 3)) if not lines[i].blank), index
    )
    if _COUNT.fullmatch(lines[below].text[:20]):
        return {index: True, below: False}
    listed = below > index and _LISTED.match(lines[below].text)
    return {index: True} if "(" in lines[index].text and not listed else {}


_MOST_TOPPING = 4
_UNIT = re.compile(r"\s*(?:Directie|Directoraat|DG|Afdeling|Ministerie\s+van)\b", re.I)


def _topping(lines: list[Line], index: int) -> list[int]:
    """The lines from a page's top to this one, if they name who writes: 'Directie Jeugd'. Where no
    page ends, those right above it that name a unit of a ministry.
    """
    above: list[int] = []
    for place in range(index - 1, -1, -1):
        line = lines[place]
        if line.boundary:
            return above
        if line.blank:
            continue
        if len(above) == _MOST_TOPPING or not _NAMED.fullmatch(line.text) or find_label(line.text):
            break
        above.append(place)
    return list(takewhile(lambda place: _UNIT.match(lines[place].text), above))
