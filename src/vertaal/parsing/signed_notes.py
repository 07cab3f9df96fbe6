"""Notes that stars or small Roman figures mark, taken from the foot of a page or the end."""

from __future__ import annotations

import re

from vertaal.parsing.footnotes import Head, Note, pages_of
from vertaal.parsing.labels import find_label
from vertaal.parsing.lines import Line

_ONES = "i ii iii iv v vi vii viii ix x".split()
_ROMANS = [tens + ones for tens in ("", "x", "xx") for ones in _ONES]
_STARRED = re.compile(r"\s*(\*{1,6})\)?\s*(?=[^\s*])(?![^*]*\*)")
_ROMAN = re.compile(r"\s*([ivx]{1,6})[.)]?\s+(?=[A-ZÀ-Þ\d«“‘\"'(]|https?:|www\.)")
_MARK = re.compile(
    r"(?<=\S)\s?(?<!\*)(\*{1,6})\)?(?=[\s.,;:]|$)|(?<=[.?!,;:»”’\"')])([ivx]{1,6})\b"
)
_LATER = re.compile(r"(?<=[^\W\d_])(x{0,3}(?:i{2,3}|iv|vi{1,3}|ix|xi{1,3}))\b")
"""A figure behind a word: no Dutch word ends in 'ii', as many do in 'i'."""
_MOST_HEADS = 60
"""How many possible notes, from the end of a page, are looked at."""


def take_signed(lines: list[Line], counted: int) -> tuple[list[Line], list[Note]]:
    """The lines without these notes, and the notes, numbered on from the `counted` ones.

    Believed where they fill the page from their first to its end, count up, and are all marked.
    """
    kept: list[Line] = []
    notes: list[Note] = []
    seen: set[str] = set()
    romans = 0
    for page in pages_of(lines):
        heads = _zone(page, seen, romans)
        if heads:
            romans = heads[-1].number if heads[-1].style == "roman" else romans
            edges = [*(head.index for head in heads), len(page)]
            for head, end in zip(heads, edges[1:], strict=True):
                notes.append(head.note(page, end, counted + len(notes) + 1))
            kept += [*page[: edges[0]], *(line for line in page[edges[0] :] if line.boundary)]
        else:
            kept += page
    return kept, notes


def star_end(text: str) -> int:
    """Where the star ends that a note begins with; 0 where there is none."""
    star = _STARRED.match(text[:400])
    return star.end() if star is not None else 0


def _zone(page: list[Line], seen: set[str], romans: int) -> list[Head]:
    """The notes that end a page; `seen` gathers the marks of the pages so far."""
    found = (_head(index, line.text) for index, line in enumerate(page))
    heads = [head for head in found if head is not None][-_MOST_HEADS:]
    for place, head in enumerate(heads):
        chain = heads[place:]
        if _counts_up(chain, 1 if head.style == "star" else romans + 1) and _fills(page, chain):
            above = seen.union(*(_marks_in(line.text) for line in page[: head.index]))
            bullets = any(each.number == 1 for each in heads[:place])
            if {_sign(each) for each in chain} <= above and not bullets:
                seen |= above
                return chain
    seen.update(*(_marks_in(line.text) for line in page))
    return []


def _counts_up(chain: list[Head], first: int) -> bool:
    style = chain[0].style
    return all(
        (head.number, head.style) == (number, style) for number, head in enumerate(chain, first)
    )


def _fills(page: list[Line], chain: list[Head]) -> bool:
    """Whether each paragraph from the first head on begins with a head, and none with a label."""
    start, heads = chain[0].index, {head.index for head in chain}
    opens = (
        index
        for index in range(start, len(page))
        if not page[index].blank and (index == 0 or page[index - 1].blank)
    )
    return (start == 0 or page[start - 1].blank) and not any(
        index not in heads or find_label(page[index].text) for index in opens
    )


def _head(index: int, text: str) -> Head | None:
    star = _STARRED.match(text[:400])
    if star is not None:
        return Head(index, len(star[1]), "star", star.end())
    roman = _ROMAN.match(text[:40])
    if roman is not None and roman[1] in _ROMANS:
        return Head(index, _ROMANS.index(roman[1]) + 1, "roman", roman.end())
    return None


def _sign(head: Head) -> str:
    return "*" * head.number if head.style == "star" else _ROMANS[head.number - 1]


def _marks_in(text: str) -> set[str]:
    marks = {match[1] or match[2] for match in _MARK.finditer(text)}
    return marks | {match[1] for match in _LATER.finditer(text)}
