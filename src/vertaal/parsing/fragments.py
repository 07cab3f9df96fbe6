"""Running headers taken out: as lines of their own, and as fragments at the end of other lines."""

from __future__ import annotations

import re

from vertaal.parsing.labels import find_label
from vertaal.parsing.likeness import alike, suffixes
from vertaal.parsing.lines import Line, boundary_at
from vertaal.parsing.running import LONGEST, WHOLE_ONLY, Places, near_by
from vertaal.types import Removal

HEADER = "running header"
_MOST_FUZZY = 40
"""How many different headers are looked for with misread letters."""


def cut_fragments(lines: list[Line], headers: Places, removed: list[Removal]) -> list[Line]:
    """The lines without the headers; a fragment goes only where more than its words speak for it.

    That is: it follows a label, it makes the line longer than the print, a page ends close by, or
    another part of the header stands close by.
    """
    if not headers:
        return lines
    whole = {index for indexes in headers.values() for index in indexes}
    keys = sorted((key for key in headers if key != WHOLE_ONLY), key=len, reverse=True)
    hits = [(index, key) for key, indexes in headers.items() for index in indexes]
    tails = _exact_tails(lines, whole, keys)
    hits = sorted([*hits, *((index, key) for index, (_, key) in tails.items())])
    beside = [index for index, _ in hits]
    for index, line in enumerate(lines):
        if index in whole or index in tails or not _may_hold(line):
            continue
        if near_by(beside, index) or find_label(line.text) is not None:
            tail = _likeness(line.text, keys[:_MOST_FUZZY])
            if tail is not None:
                tails[index] = tail
    hits = sorted([*hits, *((index, key) for index, (_, key) in tails.items())])
    beside = [index for index, _ in hits]
    width = _usual_width(lines)
    kept: list[Line] = []
    for index, line in enumerate(lines):
        if index in whole:
            removed.append(Removal(line.number, line.text.strip(), HEADER))
            kept.append(boundary_at(line))
            continue
        start, key = tails.get(index, (0, ""))
        company = any(hits[place][1] != key for place in near_by(beside, index))
        if key and (
            _forced(lines, index, start, width)
            or ((company or _page_ends(lines, index)) and not _needed(lines, index, start))
        ):
            removed.append(Removal(line.number, line.text[start:].strip(), HEADER))
            kept.append(line.with_text(line.text[:start]) if start else boundary_at(line))
            continue
        kept.append(line)
    return kept


def _may_hold(line: Line) -> bool:
    return not line.blank and len(line.text) <= 3 * LONGEST


def _exact_tails(lines: list[Line], whole: set[int], keys: list[str]) -> dict[int, tuple[int, str]]:
    """Lines that end in a header: where it begins, and which one it is."""
    tails = {}
    for index, line in enumerate(lines):
        if index not in whole and _may_hold(line):
            ends = suffixes(line.text)
            key = next((key for key in keys if ends.get(key)), None)
            if key is not None:
                tails[index] = (ends[key], key)
    return tails


_OFFICE = re.compile(r"(?:de\s+)?(?:minister|staatssecretaris)\b", re.I)
"""Who signs or is spoken of: 'Minister van Zee', below or beside 'Ministerie van Zee'."""


def _likeness(text: str, keys: list[str]) -> tuple[int, str] | None:
    """Where a misread header begins that ends this line (0: it is the line), and which one."""
    for suffix, start in sorted(suffixes(text).items(), key=lambda item: item[1]):
        if len(suffix) > 6:
            office = _OFFICE.match(text, start) is not None
            for key in keys:
                if alike(suffix, key) and not (office and key.startswith("ministerie")):
                    return start, key
    return None


def _forced(lines: list[Line], index: int, start: int, width: int) -> bool:
    """Whether the fragment cannot be text: it follows a label, or leaves the print's width."""
    text = lines[index].text
    label = find_label(text[:start])
    if label is not None and not text[label.end : start].strip():
        return True
    return len(text.rstrip()) > width


def _page_ends(lines: list[Line], index: int) -> bool:
    return any(line.boundary for line in lines[max(0, index - 3) : index + 4])


_ARTICLE = re.compile(r"\b(?:het|de|een|dit|dat|deze|die|ons|onze|uw|mijn|ieder|elk)\s*$", re.I)


def _needed(lines: list[Line], index: int, start: int) -> bool:
    """Whether the sentence asks for the words: an article before them, and it goes on below."""
    following = next((line.text for line in lines[index + 1 : index + 2]), "").strip()
    return following[:1].islower() and bool(_ARTICLE.search(lines[index].text[:start]))


def _usual_width(lines: list[Line]) -> int:
    """The width in characters that all but a few lines keep to."""
    widths = sorted(len(line.text.rstrip()) for line in lines if not line.blank)
    return widths[int(len(widths) * 0.97)] + 2 if widths else 0
