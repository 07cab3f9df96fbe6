"""Running headers learnt from a document: short lines that come back page after page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from itertools import pairwise

from vertaal.parsing.labels import find_label
from vertaal.parsing.likeness import alike, key_of, suffixes
from vertaal.parsing.lines import BEGINS_LOWER, Line
from vertaal.parsing.printed import SPREAD, is_date, margin_lines
from vertaal.spacing import squeeze

Places = dict[str, list[int]]
"""Keys of lines with the indexes of the lines, in order."""

WHOLE_ONLY = ""
"""The key of header lines whose words may well end a sentence, such as a date."""
NEAR = 8
"""Lines within which the parts of one page's header stand together."""
LONGEST = 80
_SHORT = 40
"""A line that is filled with text is longer."""
_SHORTEST_KEY = 4
_MOST_LABELS = 400


def running_headers(lines: list[Line]) -> Places:
    """The headers of the document, with the lines that are nothing else.

    A header may have no line of its own, where it was always run together with text.
    """
    places: Places = defaultdict(list)
    for index, line in enumerate(lines):
        if len(line.text) <= 2 * LONGEST and _headlike(line.text):
            key = key_of(line.text)
            if len(key) >= _SHORTEST_KEY and not key.isdigit():
                places[key].append(index)
    accepted = _returning(lines, places)
    for key in _behind_labels(lines, places):
        accepted.setdefault(key, places.get(key, []))
    _add_margin(lines, accepted)
    if not accepted:
        return {}
    accepted |= _companions(lines, accepted, places)
    for key in [key for key, found in accepted.items() if found and is_date(lines[found[0]].text)]:
        accepted[WHOLE_ONLY] = sorted({*accepted.get(WHOLE_ONLY, ()), *accepted.pop(key)})
    return accepted


_HEADLIKE = re.compile(r"\s*(?:[^\W_a-zß-ÿ]|[©®@])")
_ITEM = re.compile(r"\s*(?:[-–—•*▪·o]\s|\d{1,3}[.)\]]|[a-z][.)]\s|\[)")
_ASKED = re.compile(r"\?[»”’\"')]*\s?\d{1,2}$")
_SENTENCES = re.compile(r"[a-zß-ÿ]{3}[.?!]\s+[A-ZÀ-Þ]")


def _headlike(text: str) -> bool:
    """Whether a line could be part of a running header: short, no sentence, no label or item."""
    bare = text.strip()
    return (
        3 < len(bare) <= LONGEST
        and bare[-1] not in ".?!:;,"
        and not _ASKED.search(bare[-6:])
        and bool(_HEADLIKE.match(bare))
        and not _ITEM.match(bare)
        and find_label(bare) is None
        and not (_SENTENCES.search(bare) and bare.count(" ") > 7)
    )


def _returning(lines: list[Line], places: Places) -> Places:
    """Lines that come back, with evidence that pages made them come back."""
    print_width = _print_width(lines)
    repeated = {
        key: indexes
        for key, indexes in places.items()
        if len(indexes) > 1
        and not _is_text(lines, indexes, print_width)
        and (
            (indexes[-1] - indexes[0]) / (len(indexes) - 1) >= SPREAD
            or all(_at_page_edge(lines, index) for index in indexes)
        )
    }
    if not repeated:
        return {}
    at = {index: key for key, indexes in repeated.items() for index in indexes}
    company: Counter[tuple[str, str]] = Counter()
    for here, there in pairwise(sorted(at)):
        if at[here] != at[there] and there - here <= 3:
            company[(at[here], at[there])] += 1
    together = {key for pair, times in company.items() if times > 1 for key in pair}
    found = {}
    for key, indexes in repeated.items():
        # The title, which the headers of later pages repeat.
        top = _on_top(lines, indexes[0])
        later = indexes[1:] if top and _OF_TITLE.search(lines[indexes[0]].text) else indexes
        if (
            (key in together and any(_alone(lines, index) for index in indexes))
            or any(_interrupts(lines, index) for index in indexes)
            or (len(indexes) > 2 and _before_labels(lines, indexes))
        ):
            found[key] = later
        elif all(_at_page_edge(lines, index) for index in indexes[top:]):
            found[key] = indexes[top:]
    return found


def _is_text(lines: list[Line], indexes: list[int], print_width: int) -> bool:
    """Whether these like lines are text that comes back, as a question above its answer does."""
    return (
        any(_is_whole_answer(lines, i) or _begins_text(lines, i, print_width) for i in indexes)
        or all(_is_filled(lines, i, print_width) for i in indexes)
        or (len(indexes) == 2 and any(_is_inner(lines, i, print_width) for i in indexes))
    )


_OF_TITLE = re.compile(r"vra(?:ag|gen)\b|antwoord|reactie", re.I)
_UNFINISHED = re.compile(r"[^\W\d_]\s*[-,]?\s*$")


def _neighbour(lines: list[Line], index: int, step: int) -> Line | None:
    for place in range(index + step, index + 12 * step, step):
        if not 0 <= place < len(lines):
            return None
        if not lines[place].blank:
            return lines[place]
    return None


def _interrupts(lines: list[Line], index: int) -> bool:
    """Whether the line stands between two halves of a sentence."""
    if not _alone(lines, index):
        return False
    before, after = _neighbour(lines, index, -1), _neighbour(lines, index, 1)
    if before is None or after is None:
        return False
    return bool(_UNFINISHED.search(before.text[-40:]) and BEGINS_LOWER.match(after.text))


def _is_whole_answer(lines: list[Line], index: int) -> bool:
    """Whether the line is all that stands between two labels."""
    before, after = _neighbour(lines, index, -1), _neighbour(lines, index, 1)
    if before is None or find_label(before.text) is None:
        return False
    return after is None or find_label(after.text) is not None


def _begins_text(lines: list[Line], index: int, print_width: int) -> bool:
    """Whether the line is the first of a sentence that goes on in the next line: below a label, or,
    if it is as wide as the print, below another sentence or a heading.
    """
    before, after = _neighbour(lines, index, -1), lines[index + 1 : index + 2]
    if before is None or not any(BEGINS_LOWER.match(line.text) for line in after):
        return False
    label = find_label(before.text)
    if label is not None and not before.text[label.end :].strip():
        return True
    return _is_filled(lines, index, print_width)


def _is_filled(lines: list[Line], index: int, print_width: int) -> bool:
    """Whether the line is as wide as the print, text goes on right below it, and none above it."""
    before, after = _neighbour(lines, index, -1), lines[index + 1 : index + 2]
    if (
        len(squeeze(lines[index].text)) < print_width
        or before is None
        or not after
        or after[0].blank
    ):
        return False
    return len(before.text.strip()) < print_width or not _UNFINISHED.search(before.text[-40:])


def _is_inner(lines: list[Line], index: int, print_width: int) -> bool:
    """Whether the line is as wide as the print and stands amid other lines."""
    return len(squeeze(lines[index].text)) >= print_width and not _alone(lines, index)


def _print_width(lines: list[Line]) -> int:
    """The least width in characters of a line that is filled with text."""
    widths = sorted(len(line.text.strip()) for line in lines if len(line.text) > _SHORT)
    return int(widths[len(widths) // 2] * 0.75) if widths else _SHORT


def _alone(lines: list[Line], index: int) -> bool:
    """Whether blank lines or the edge of the document part the line (or its block) from text."""
    return _blank_at(lines, index - 1) or _blank_at(lines, index + 1)


def _blank_at(lines: list[Line], index: int) -> bool:
    return not 0 <= index < len(lines) or lines[index].blank


def _at_page_edge(lines: list[Line], index: int) -> bool:
    return any(line.boundary for line in lines[max(0, index - 2) : index + 3])


def _on_top(lines: list[Line], index: int) -> bool:
    """Whether the line is among the first of the document, where it may be its title."""
    return index < 12 and sum(not line.blank for line in lines[:index]) < 3


def _before_labels(lines: list[Line], indexes: list[int]) -> bool:
    """Whether the line stands alone each time, and once at least right above a label.

    A heading inside an answer does not.
    """
    if not all(_blank_at(lines, i - 1) and _blank_at(lines, i + 1) for i in indexes):
        return False
    following = [_neighbour(lines, index, 1) for index in indexes]
    return any(line is None or find_label(line.text) is not None for line in following)


def _behind_labels(lines: list[Line], places: Places) -> set[str]:
    """Headers that follow a label on its line ('Vraag 12 Directie …') and stand elsewhere too."""
    behind: dict[str, int] = {}
    alone = 0
    print_width = _print_width(lines)
    for index, line in enumerate(lines):
        if line.blank or len(line.text) > 2 * LONGEST:
            continue
        label = find_label(line.text)
        if label is None:
            continue
        rest = line.text[label.end :].strip()
        if rest and len(rest) < print_width and _headlike(rest) and len(key_of(rest)) > 6:
            behind.setdefault(key_of(rest), index)
        elif not rest:
            alone += 1
    if not behind or len(behind) > _MOST_LABELS:
        return set()
    found = {
        other
        for rest in behind
        for other in ([rest] if rest in places else places if len(places) < 2000 else [])
        if alike(rest, other)
    }
    if alone >= 3 * len(behind):
        ends = {
            end
            for index, line in enumerate(lines)
            if len(line.text) <= 3 * LONGEST and index not in behind.values()
            for end in suffixes(line.text)
            if len(end) > 6
        }
        found |= {
            rest
            for rest, index in behind.items()
            if rest in ends
            or sum(alike(rest, other) for other in behind) > 1
            or (len(ends) < 20_000 and any(alike(rest, end) for end in ends))
        }
    return found


def _add_margin(lines: list[Line], accepted: Places) -> None:
    for index, telling in margin_lines(lines).items():
        key = key_of(lines[index].text) if telling else WHOLE_ONLY
        accepted[key] = sorted({*accepted.get(key, ()), index})


def _companions(lines: list[Line], accepted: Places, places: Places) -> Places:
    """Further parts of the header: short lines that come back beside the accepted ones."""
    indexes = sorted(index for found in accepted.values() for index in found)
    groups: list[list[int]] = []
    for index in indexes:
        if groups and index - groups[-1][-1] <= NEAR:
            groups[-1].append(index)
        else:
            groups.append([index])
    seen: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for near in range(max(0, group[0] - NEAR), min(len(lines), group[-1] + NEAR + 1)):
            if len(lines[near].text) <= 2 * LONGEST:
                for suffix in suffixes(lines[near].text):
                    seen[suffix].add(number)
    print_width = _print_width(lines)
    found = {
        key: [index for index in places[key] if near_by(indexes, index)]
        for key, numbers in seen.items()
        if len(numbers) > 1
        and key in places
        and key not in accepted
        and len(key) > 6
        and not any(_begins_text(lines, index, print_width) for index in places[key])
    }
    # A line that stands once, between two headers, comes back nowhere.
    return {key: near for key, near in found.items() if len(near) > 1}


def near_by(places: list[int], index: int) -> range:
    """Positions of the sorted places that lie within `NEAR` lines of an index."""
    return range(bisect_left(places, index - NEAR), bisect_right(places, index + NEAR))
