"""Page furniture: running headers and footers, whole lines or fragments at a line's end.

What is furniture is learnt from the document itself: short lines that come back page after page,
alike up to a misread letter. Only the printing of Parliament is known beforehand (`genre`).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable
from itertools import pairwise

from vertaal.parsing import genre
from vertaal.parsing.labels import find_label
from vertaal.parsing.likeness import alike, key_of, suffixes
from vertaal.parsing.lines import Line, cut
from vertaal.types import Removal

HEADER, STRAY, PAGE = "running header", "stray mark", "page number"
NEAR = 8
"""Lines within which the parts of one page's header stand together."""
LONGEST = 80
MOST_FUZZY = 40
"""How many different headers are looked for with misread letters."""
SPREAD = 8
"""Least mean distance in lines between two returns of a running header."""


def take_furniture(
    lines: list[Line], known: Iterable[str] = ()
) -> tuple[list[Line], list[Removal]]:
    """The lines without page furniture, and what was taken."""
    removed: list[Removal] = []
    lines = _take_printed(lines, removed)
    lines = _take_known(lines, frozenset(key_of(text) for text in known), removed)
    lines = _take_repeated(lines, removed)
    lines = _take_page_numbers(lines, removed)
    return _take_strays(lines, removed), removed


def _boundary(line: Line) -> Line:
    return Line(line.number, "", boundary=True)


def _take_printed(lines: list[Line], removed: list[Removal]) -> list[Line]:
    kept: list[Line] = []
    under_head = False
    for whole in lines:
        spans = genre.furniture_within(whole.text)
        taken = {span[0] for span in spans}
        offset = 0
        for line in cut(whole, (place for span in spans for place in span)) if spans else [whole]:
            offset = whole.text.find(line.text, offset) if spans else 0
            if line.blank:
                kept.append(line)
                continue
            printed = offset in taken if spans else genre.is_furniture(line.text)
            if printed or (under_head and genre.is_number_of_head(line.text)):
                removed.append(Removal(line.number, line.text.strip(), HEADER))
                kept.append(_boundary(line))
                under_head = genre.is_head(line.text)
            else:
                kept.append(line)
                under_head = False
            offset += len(line.text)
    return kept


def _take_known(lines: list[Line], known: frozenset[str], removed: list[Removal]) -> list[Line]:
    if not known:
        return lines
    kept = []
    for line in lines:
        key = key_of(line.text) if len(line.text) <= 2 * LONGEST else ""
        if len(key) > 3 and key in known and not find_label(line.text):
            removed.append(Removal(line.number, line.text.strip(), HEADER))
            kept.append(_boundary(line))
        else:
            kept.append(line)
    return kept


_HEADLIKE = re.compile(r"\s*[^\W_a-zß-ÿ]|\s*[©®@]")
_ITEM = re.compile(r"\s*(?:[-–—•*▪·o]\s|\d{1,3}[.)\]]|[a-z][.)]\s|\[)")


def _headlike(text: str) -> bool:
    """Whether a line could be part of a running header: short, no sentence, no label or item."""
    bare = text.strip()
    return (
        3 < len(bare) <= LONGEST
        and bare[-1] not in ".?!:;,"
        and bool(_HEADLIKE.match(bare))
        and not _ITEM.match(bare)
        and find_label(bare) is None
    )


def _take_repeated(lines: list[Line], removed: list[Removal]) -> list[Line]:
    places: dict[str, list[int]] = defaultdict(list)
    for index, line in enumerate(lines):
        if len(line.text) <= 2 * LONGEST and _headlike(line.text):
            key = key_of(line.text)
            if len(key) > 3 and not key.isdigit():
                places[key].append(index)
    accepted = _running(lines, places)
    glued = _glued_to_labels(lines, places)
    for key in glued:
        accepted.setdefault(key, places[key])
    if not accepted:
        return lines
    whole = {index for indexes in accepted.values() for index in indexes}
    accepted |= _companions(lines, accepted, places)
    whole |= {index for indexes in accepted.values() for index in indexes}
    return _cut_tails(lines, whole, accepted, removed)


def _running(lines: list[Line], places: dict[str, list[int]]) -> dict[str, list[int]]:
    """Lines that come back: together with others, or in the middle of sentences, or at pages."""
    repeated = {
        key: indexes
        for key, indexes in places.items()
        if len(indexes) > 1 and (indexes[-1] - indexes[0]) / (len(indexes) - 1) >= SPREAD
    }
    if not repeated:
        return {}
    at = {index: key for key, indexes in repeated.items() for index in indexes}
    company: Counter[tuple[str, str]] = Counter()
    for here, there in pairwise(sorted(at)):
        if at[here] != at[there] and there - here <= 3:
            company[(at[here], at[there])] += 1
    together = {key for pair, times in company.items() if times > 1 for key in pair}
    return {
        key: indexes
        for key, indexes in repeated.items()
        if key in together
        or any(_interrupts(lines, index) for index in indexes)
        or all(_at_page_edge(lines, index) for index in indexes)
        or (len(indexes) > 2 and all(_alone(lines, index) for index in indexes))
    }


_UNFINISHED = re.compile(r"[^\W\d_]\s*[-,]?\s*$")
_LOWER = re.compile(r"\s*[a-zß-ÿ]")


def _neighbour(lines: list[Line], index: int, step: int) -> Line | None:
    index += step
    while 0 <= index < len(lines) and lines[index].blank:
        index += step
    return lines[index] if 0 <= index < len(lines) else None


def _interrupts(lines: list[Line], index: int) -> bool:
    before, after = _neighbour(lines, index, -1), _neighbour(lines, index, 1)
    if before is None or after is None or not _alone(lines, index):
        return False
    return bool(_UNFINISHED.search(before.text[-40:]) and _LOWER.match(after.text))


def _alone(lines: list[Line], index: int) -> bool:
    return _blank_at(lines, index - 1) and _blank_at(lines, index + 1)


def _blank_at(lines: list[Line], index: int) -> bool:
    return not 0 <= index < len(lines) or lines[index].blank


def _at_page_edge(lines: list[Line], index: int) -> bool:
    around = lines[max(0, index - 2) : index + 3]
    return any(line.boundary for line in around)


def _glued_to_labels(lines: list[Line], places: dict[str, list[int]]) -> set[str]:
    """Header lines that elsewhere follow a label on its line ('Vraag 12 Directie …')."""
    found = set()
    for line in lines:
        if line.blank or len(line.text) > 2 * LONGEST:
            continue
        label = find_label(line.text)
        if label is None:
            continue
        rest = key_of(line.text[label.end :])
        if len(rest) > 6:
            if rest in places:
                found.add(rest)
            else:
                found |= {key for key in places if alike(rest, key)} if len(places) < 400 else set()
    return found


def _companions(
    lines: list[Line], accepted: dict[str, list[int]], places: dict[str, list[int]]
) -> dict[str, list[int]]:
    """Further parts of the header: line ends that come back beside the accepted ones."""
    seen: dict[str, set[int]] = defaultdict(set)
    indexes = sorted(index for found in accepted.values() for index in found)
    groups: list[list[int]] = []
    for index in indexes:
        if groups and index - groups[-1][-1] <= NEAR:
            groups[-1].append(index)
        else:
            groups.append([index])
    for number, group in enumerate(groups):
        for near in range(max(0, group[0] - NEAR), min(len(lines), group[-1] + NEAR)):
            if len(lines[near].text) <= 2 * LONGEST:
                for suffix in suffixes(lines[near].text):
                    seen[suffix].add(number)
    found = {
        key: places[key]
        for key, numbers in seen.items()
        if len(numbers) > 1 and key in places and key not in accepted and len(key) > 6
    }
    beside = {key: [i for i in found[key] if _near(indexes, i)] for key in found}
    return {key: near for key, near in beside.items() if near}


def _near(places: list[int], index: int) -> range:
    """Which of the sorted places lie within `NEAR` lines of an index."""
    return range(bisect_left(places, index - NEAR), bisect_right(places, index + NEAR))


def _cut_tails(
    lines: list[Line],
    whole: set[int],
    accepted: dict[str, list[int]],
    removed: list[Removal],
) -> list[Line]:
    keys = sorted(accepted, key=len, reverse=True)
    tails = {
        index: (start, key)
        for index, line in enumerate(lines)
        if index not in whole and not line.blank
        for start, key in _tail(line.text, keys)
    }
    hits = sorted(
        [(index, key) for key, found in accepted.items() for index in found]
        + [(index, key) for index, (_, key) in tails.items()]
    )
    at = [index for index, _ in hits]
    width = _usual_width(lines)
    kept: list[Line] = []
    for index, line in enumerate(lines):
        if index in whole:
            removed.append(Removal(line.number, line.text.strip(), HEADER))
            kept.append(_boundary(line))
            continue
        start, key = tails.get(index, (0, ""))
        if start and (
            _believed(lines, index, start, width)
            or any(hits[place][1] != key for place in _near(at, index))
        ):
            removed.append(Removal(line.number, line.text[start:].strip(), HEADER))
            kept.append(line.with_text(line.text[:start]))
            continue
        kept.append(line)
    return kept


def _tail(text: str, keys: list[str]) -> list[tuple[int, str]]:
    """Where a header fragment begins at the end of a line, with the header it resembles."""
    if len(text) > 3 * LONGEST:
        return []
    ends = suffixes(text)
    for key in keys:
        if ends.get(key):
            return [(ends[key], key)]
    for suffix, start in ends.items():
        if start and len(suffix) > 6:
            for key in keys[:MOST_FUZZY]:
                if alike(suffix, key):
                    return [(start, key)]
    return []


def _believed(
    lines: list[Line],
    index: int,
    start: int,
    width: int,
) -> bool:
    text = lines[index].text
    label = find_label(text[:start])
    if label is not None and not text[label.end : start].strip():
        return True
    if len(text.rstrip()) > width:
        return True
    return any(line.boundary for line in lines[max(0, index - 3) : index + 4])


def _usual_width(lines: list[Line]) -> int:
    """The width in characters that all but a few lines keep to."""
    widths = sorted(len(line.text.rstrip()) for line in lines if not line.blank)
    return widths[int(len(widths) * 0.97)] + 2 if widths else 0


_NUMBER_LINE = re.compile(r"\s*[-–—]?\s*(\d{1,3})\s*[-–—]?\s*")


def _take_page_numbers(lines: list[Line], removed: list[Removal]) -> list[Line]:
    """Lone numbers beside a form feed that count pages, and one on top of the document."""
    page = 1
    first = next((i for i, line in enumerate(lines) if not line.blank), None)
    lone = {i for i, line in enumerate(lines) if _NUMBER_LINE.fullmatch(line.text)}
    taken: set[int] = set()
    if first in lone and not lone - {first}:
        taken.add(first)
    feeds = [i for i, line in enumerate(lines) if line.boundary]
    for feed in feeds:
        for step in (-1, 1):
            index = feed + step
            while 0 <= index < len(lines) and lines[index].blank and not lines[index].boundary:
                index += step
            match = _NUMBER_LINE.fullmatch(lines[index].text) if index in lone else None
            if match is not None and int(match[1]) == page + (step > 0) and _is_feed(lines, feed):
                taken.add(index)
        page += _is_feed(lines, feed)
    if not taken:
        return lines
    kept = []
    for index, line in enumerate(lines):
        if index in taken:
            removed.append(Removal(line.number, line.text.strip(), PAGE))
            kept.append(_boundary(line))
        else:
            kept.append(line)
    return kept


def _is_feed(lines: list[Line], index: int) -> bool:
    return lines[index].boundary and lines[index].text == ""


_STRAY_END = re.compile(r"(?<=\s)[)\]}|~^_*•·¦]+\s*$")
_STRAY_LINE = re.compile(r"\s*[^\w\s]{1,3}\s*")


def _take_strays(lines: list[Line], removed: list[Removal]) -> list[Line]:
    """Lone marks that a scan leaves at the end of a line, or on a line of their own."""
    kept: list[Line] = []
    for index, line in enumerate(lines):
        text = line.text
        if _STRAY_LINE.fullmatch(text):
            removed.append(Removal(line.number, text.strip(), STRAY))
            kept.append(line.with_text(""))
            continue
        match = _STRAY_END.search(text[-12:]) if len(text) <= 3 * LONGEST else None
        if match is not None:
            start = len(text) - len(text[-12:]) + match.start()
            mark = text[start:].strip()
            if mark.strip(")") or not _opened(lines, index, start):
                removed.append(Removal(line.number, mark, STRAY))
                kept.append(line.with_text(text[:start]))
                continue
        kept.append(line)
    return kept


def _opened(lines: list[Line], index: int, start: int) -> bool:
    """Whether a bracket is open at this place of the paragraph."""
    text = lines[index].text[:start]
    before = index - 1
    while before >= 0 and index - before < 12 and not lines[before].blank:
        text = lines[before].text + "\n" + text
        before -= 1
    return text.count("(") > text.count(")")
