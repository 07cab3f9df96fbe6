"""Footnote bodies at the foot of a page or at the end of a document, taken out of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from vertaal.parsing.front import received_end
from vertaal.parsing.genre import WIDEST
from vertaal.parsing.labels import find_label
from vertaal.parsing.lines import BEGINS_LOWER, Line, cut
from vertaal.parsing.marks import SENTENCE_END, Marks
from vertaal.types import BlockKind


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: its number, the mark as printed, and the lines of its body without the mark."""

    number: int
    mark: str
    line: int
    lines: tuple[Line, ...]

    def with_line(self, line: Line) -> Note:
        """The note, its body gone on with."""
        return replace(self, lines=(*self.lines, line))


@dataclass(frozen=True, slots=True)
class Head:
    """A line that could begin a note: its index, number, style and where the body begins."""

    index: int
    number: int
    style: str
    end: int

    def note(self, page: list[Line], end: int, number: int) -> Note:
        """The note of that number which goes on to the line `end` of its page."""
        first = page[self.index]
        body = [first.with_text(first.text[self.end :]), *page[self.index + 1 : end]]
        mark = first.text[: self.end].strip()
        return Note(number, mark, first.number, tuple(line for line in body if not line.blank))


@dataclass(frozen=True, slots=True)
class _Zone:
    """The notes of a page: each head with the line after its body."""

    heads: tuple[Head, ...]
    ends: tuple[int, ...]


_BEGINS = r"[A-ZÀ-Þ«“‘\"'(]|https?:|www\.|(?:de|het)\s[A-ZÀ-Þ]|[\w-]{2,30}\.(?:nl|be|com|org|eu)\b"
"""How a note begins: with a newspaper such as 'de Volkskrant' or 'nos.nl' too."""
_BEGINS_NOTE = re.compile(rf"\s*(?:{_BEGINS})")
_STYLES = (
    ("bracket", re.compile(r"\s*\[(\d{1,3})\]\s*(?=\S)")),
    ("paren", re.compile(r"\s*(\d{1,3})\)\s*(?=[^\s\d])")),
    ("glued", re.compile(r"\s*(\d{1,3}?)(?=[^\W\d_]{2}|[«“‘\"'(]|[A-Z]\.)")),
    ("spaced", re.compile(rf"\s*(\d{{1,3}})\s+(?={_BEGINS})")),
)
_LISTED = ("bracket", "paren")
_INSIDE = (
    ("bracket", re.compile(r"(?<=\s)\[(\d{1,3})\]\s*(?=\S)")),
    ("paren", re.compile(rf"(?<=\s)(\d{{1,3}})\)\s+(?={_BEGINS})")),
    ("glued", re.compile(rf"(?<=\s)(\d{{1,3}})(?={_BEGINS})(?=.[^\W\d_])")),
    ("spaced", re.compile(rf"(?<=\s)(\d{{1,3}})\s(?={_BEGINS})")),
)
"""Where notes begin in a line that holds a whole page."""
_LONGEST_BODY = 25
_LONGEST_FOOT = 200
"""Lines at the end of a page that are searched for marks that stand alone."""
_MOST_HEADS = 200
"""How many possible heads, from the end of a page, are looked at."""
_MOST_LINES = 500_000
"""A text without pages is gone through anew for each group of notes in it, until so many lines."""


def take_notes(lines: list[Line]) -> tuple[list[Line], list[Note]]:
    """The lines without footnote bodies, and the notes in the order of the document."""
    kept: list[Line] = []
    notes: list[Note] = []
    marks = Marks()
    opening, kind_of = cache(_opening), cache(_kind_of)
    highest = 0
    ended = said = False
    left = _MOST_LINES
    used: set[str] = set()
    run_together = any(len(line.text) > WIDEST for line in lines)
    worded = any(kind_of(line.text) is BlockKind.QUESTION for line in lines)
    for page in pages_of(_whole_heads(lines)):
        last = not page[-1].boundary
        if ended and notes:
            page = _run_on(page, notes, opening, said)
        marks.turn_to(page)
        page = _whole_foot(page, marks) if worded and not last else page
        opened = _open_last(page, marks, highest + 1) if run_together else page
        if opened is not page:
            page = opened
            marks.look_again(page)
        found: list[Note] = []
        while (
            zone := _find_zone(page, opening, kind_of, marks, highest + 1, used, last)
        ) is not None:
            ended = not found and all(line.blank for line in page[zone.ends[-1] :])
            found += _notes(page, zone)
            highest = max(highest, zone.heads[-1].number)
            used.add(zone.heads[0].style)
            page = _without(page, zone)
            left -= len(page)
            if not last or left < 0:
                break
            marks.look_again(page)
        content = [line.text for line in page if not line.blank]
        if content:
            ended = ended and bool(found)
            said = bool(SENTENCE_END.search(content[-1]))
        notes.extend(sorted(found, key=lambda note: note.line))
        kept.extend(page)
    return kept, notes


_MARK_ALONE = re.compile(r"\s*\[?\d{1,3}[\])]?\s*")


_ADDRESS = re.compile(r"\s*(?:https?:|www\.)", re.I)


def _whole_heads(lines: list[Line]) -> list[Line]:
    """The lines, with a mark and the web address that was too long to stand beside it together."""
    whole: list[Line] = []
    for line in lines:
        above = whole[-1].text if whole else ""
        if _ADDRESS.match(line.text) and _MARK_ALONE.fullmatch(above):
            whole[-1] = whole[-1].with_text(f"{above.rstrip()} {line.text.lstrip()}")
        else:
            whole.append(line)
    return whole


def _whole_foot(page: list[Line], marks: Marks) -> list[Line]:
    """The page, with each mark that stands alone and the note below it put together, if nothing but
    notes that are marked in the text ends the page.
    """
    foot: list[Line] = []
    start = end = len(page)
    for index in range(len(page) - 1, max(0, len(page) - _LONGEST_FOOT), -1):
        line = page[index]
        if not _MARK_ALONE.fullmatch(line.text):
            continue
        body = [each for each in page[index + 1 : end] if not each.blank]
        said = " ".join(each.text for each in body)
        if not _BEGINS_NOTE.match(said) or "?" in said or len(body) > _LONGEST_BODY:
            break
        if any(find_label(each.text) for each in body):
            break
        if not marks.has("spaced", int(line.text.strip(" []()")), index):
            break
        whole = line.with_text(f"{line.text.rstrip()} {body[0].text.lstrip()}")
        foot = [whole, *body[1:], *foot]
        end = index
        if page[index - 1].blank or _SENTENCE_END.search(page[index - 1].text):
            start, kept = index, foot
    return [*page[:start], *kept, page[-1]] if start < len(page) else page


def pages_of(lines: list[Line]) -> list[list[Line]]:
    """The lines of each page; a boundary closes its page."""
    pages: list[list[Line]] = [[]]
    for line in lines:
        pages[-1].append(line)
        if line.boundary:
            pages.append([])
    return [page for page in pages if page]


def _run_on(page: list[Line], notes: list[Note], opening: _Opening, said: bool) -> list[Line]:
    """The page without what ends the last note of the page before on top of it: a web address, or
    where the text there was `said` to its end, the rest of a sentence.
    """
    start = end = next((index for index, line in enumerate(page) if not line.blank), 0)
    if _ADDRESS.match(page[start].text.lstrip(" (<")):
        end += 1
    elif said and BEGINS_LOWER.match(page[start].text):
        while end < len(page) and not page[end].blank and not opening(page[end].text):
            end += 1
    for line in page[start:end]:
        notes[-1] = notes[-1].with_line(line)
    return page[:start] + page[end:]


def _opening(text: str) -> tuple[int, str, int] | None:
    """The number, style and length of a note's mark that the line begins with."""
    indent = len(text) - len(text.lstrip())
    if not text[indent : indent + 12].lstrip("[")[:1].isdigit():
        return None
    for style, pattern in _STYLES:
        match = pattern.match(text[: indent + 40])
        if match is not None and "\t" not in text[match.end() :].strip():  # no row of a table
            return int(match[1]), style, match.end()
    return None


_Opening = Callable[[str], tuple[int, str, int] | None]
_KindOf = Callable[[str], BlockKind | None]


def _find_zone(
    page: list[Line],
    opening: _Opening,
    kind_of: _KindOf,
    marks: Marks,
    expected: int,
    used: set[str],
    last: bool,
) -> _Zone | None:
    found = ((index, opening(line.text)) for index, line in enumerate(page))
    heads = [Head(index, *head) for index, head in found if head is not None][-_MOST_HEADS:]
    labels = _labels(page, kind_of) if heads else {}
    begun = list(labels)
    for place in range(len(heads) - 1, -1, -1):
        chain = _chain_back(heads, place)
        after = bisect_right(begun, chain[0].index)
        end = begun[after] if after < len(begun) else len(page)
        if end <= chain[-1].index:
            continue
        if last and chain[0].style == "spaced" and _announced(page, chain):
            continue
        listed = chain[0].style in _LISTED and labels.get(end, BlockKind.OTHER) is BlockKind.OTHER
        closing = last and (end == len(page) or listed) and _closes(page, chain, end)
        if not _credible(page, chain, marks, expected, used, last, closing):
            continue
        end = _zone_end(page, chain[-1].index, end, last)
        limits = (*(head.index for head in chain[1:]), end)
        closed = end < len(page) and page[end].boundary
        ends = limits if closed else _body_ends(page, chain, limits)
        return _Zone(tuple(chain), ends)
    return None


def _chain_back(heads: list[Head], place: int) -> list[Head]:
    """The notes that count down before this one, in its own style, in the order of the page."""
    chain = [heads[place]]
    for head in reversed(heads[:place]):
        if chain[-1].index - head.index > _LONGEST_BODY:
            break
        if head.style == chain[-1].style and head.number == chain[-1].number - 1:
            chain.append(head)
    return chain[::-1]


_ANSWERS = re.compile(r"\s*(?:[\w]+\s)?(?:antwoord|mededeling|uitstelbericht)\b", re.I)


def _labels(page: list[Line], kind_of: _KindOf) -> dict[int, BlockKind]:
    """What begins at lines of a page, so that no note goes on there."""
    found: dict[int, BlockKind] = {}
    for index, line in enumerate(page):
        kind = kind_of(line.text)
        if kind is BlockKind.PREAMBLE:
            kind = BlockKind.OTHER if received_end(page, index) else None
        if kind is not None:
            found[index] = kind
    return found


def _kind_of(text: str) -> BlockKind | None:
    """The kind of the label that a line begins with; of a preamble, where it may say who answered
    when.
    """
    label = find_label(text)
    if label is not None:
        return label.kind
    return BlockKind.PREAMBLE if _ANSWERS.match(text[:60]) else None


def _credible(
    page: list[Line],
    chain: list[Head],
    marks: Marks,
    expected: int,
    used: set[str],
    last: bool,
    closing: bool,
) -> bool:
    """Whether the heads are notes: numbered on from the notes before, and marked in the text, or,
    where marks were lost, `closing` the document. They begin anew on their own page, or where they
    are the first in brackets.
    """
    first, style = chain[0], chain[0].style
    restarts = first.number == 1 != expected
    if first.number != expected and not restarts:
        return False
    listed = style in _LISTED
    seen = marks.here if restarts and not (listed and style not in used) else marks.has
    marked = sum(seen(style, head.number, first.index) for head in chain)
    apart = first.index == 0 or page[first.index - 1].blank
    if listed:
        return marked > 0 and (apart or not last or (closing and marked == len(chain)))
    if style == "glued":
        return marked > 0
    if closing and apart and first.number == 1:
        return True
    return marked * 2 >= len(chain) and (not last or marked == len(chain))


def _closes(page: list[Line], chain: list[Head], end: int) -> bool:
    """Whether nothing but notes stands from the first head to the line `end`: no questions with a
    bare number, no chapters.
    """
    if any(page[head.index].text.rstrip().endswith("?") for head in chain):
        return False
    limits = (*(head.index for head in chain[1:]), end)
    bodies = (
        (_body_end(page, x.index, limit), limit) for x, limit in zip(chain, limits, strict=True)
    )
    return all(line.blank for done, limit in bodies for line in page[done:limit])


def _announced(page: list[Line], chain: list[Head]) -> bool:
    """Whether the text above says that a list follows: 'de volgende maatregelen:', or is a label
    without its text: 'Antwoord'.
    """
    lines = (line.text for line in reversed(page[: chain[0].index]) if not line.blank)
    above = next(lines, "").rstrip()
    label = find_label(above)
    return above.endswith(":") or (label is not None and label.end == len(above))


def _zone_end(page: list[Line], index: int, limit: int, last: bool) -> int:
    """The line after the last body: at the limit, the page's end, or (at the end) a blank line."""
    index += 1
    text_end = next((n for n in range(len(page), 0, -1) if not page[n - 1].blank), 0)
    while index < limit:
        line = page[index]
        if line.boundary:
            return index
        if line.blank and (last or index >= text_end):
            while index < len(page) - 1 and page[index].blank and not page[index].boundary:
                index += 1
            return index
        index += 1
    return index


def _body_ends(page: list[Line], chain: list[Head], limits: tuple[int, ...]) -> tuple[int, ...]:
    """Where each body ends that no page end closes; a bracketed list runs on to its next head."""
    listed = chain[0].style in _LISTED
    last = len(chain) - 1
    return tuple(
        limit if listed and place < last else _body_end(page, head.index, limit)
        for place, (head, limit) in enumerate(zip(chain, limits, strict=True))
    )


_FINISHED = re.compile(r"[.)»”\]\d]\s*$|(?<!\S)[^\s/]*+/\S*+\s*$")
_SENTENCE_END = re.compile(r"[.?!:;»”’\"')\d]\s*$")


def _body_end(page: list[Line], start: int, limit: int) -> int:
    """Where the text goes on below a note that nothing but its own end closes."""
    before = next(
        (line.text for line in reversed(page[max(0, start - 4) : start]) if line.text), ""
    )
    open_sentence = bool(before.strip()) and not _SENTENCE_END.search(before)
    for index in range(start + 1, limit):
        line = page[index]
        if line.blank:
            return index
        resumes = bool(BEGINS_LOWER.match(line.text)) if open_sentence else False
        if resumes and _FINISHED.search(page[index - 1].text):
            return index
    return limit


def _notes(page: list[Line], zone: _Zone) -> list[Note]:
    heads = zip(zone.heads, zone.ends, strict=True)
    return [head.note(page, end, head.number) for head, end in heads]


def _without(page: list[Line], zone: _Zone) -> list[Line]:
    kept: list[Line] = []
    done = 0
    for head, end in zip(zone.heads, zone.ends, strict=True):
        kept.extend(page[done : head.index])
        done = end
    return kept + page[done:]


def _open_last(page: list[Line], marks: Marks, expected: int) -> list[Line]:
    """Begin a line at each note in the last line of a page, into which lines were run together."""
    index = len(page) - 1
    while index >= 0 and page[index].blank:
        index -= 1
    if index < 0 or (not page[-1].boundary and index != len(page) - 1):
        return page
    places = _inside(page[index], expected, marks, index)
    return page[:index] + cut(page[index], places) + page[index + 1 :] if places else page


def _inside(line: Line, expected: int, marks: Marks, index: int) -> list[int]:
    for style, pattern in _INSIDE:
        found = [(match.start(), int(match[1])) for match in pattern.finditer(line.text)]
        starts = [place for place, (_, number) in enumerate(found) if number == expected]
        for start in reversed(starts[-20:]):
            chain = [found[start]]
            for offset, number in found[start + 1 :]:
                if number == chain[-1][1] + 1:
                    chain.append((offset, number))
            above = Marks()
            above.turn_to([line.with_text(line.text[: chain[0][0]])])
            marked = [n for _, n in chain if above.has(style, n, 1) or marks.has(style, n, index)]
            if marked[:1] == [expected]:
                return [offset for offset, number in chain if number in marked]
    return []
