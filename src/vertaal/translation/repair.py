"""Where a translation went wrong, and how it may go on from there.

A translation that is right but for one word need not be searched for again from its beginning: what
stands before that word is kept, the word is set right, and the model carries on, as in interactive
translation (Foster, Isabelle and Plamondon 1997). The place is the target word that aligns with the
source word. Where a name or a figure was but misspelt, what follows may stand too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import takewhile

from vertaal.glossary import english_forms
from vertaal.paired_marks import CLOSING, Pair, pairs, unpaired
from vertaal.translation.actors import disagreeing
from vertaal.translation.alignment import TOKEN, chief
from vertaal.translation.articles import CALLED
from vertaal.translation.choosing import verified
from vertaal.translation.inventions import invented
from vertaal.translation.loops import loop
from vertaal.translation.requests import Request
from vertaal.types import (
    Link,
    Occurrence,
    OccurrenceStatus,
    Span,
    TermMatch,
    Translation,
    overlap,
)

_SURE = 25
"""Percent of a target word's attention from which it may be taken to stand for a source word."""

_FAINT = 10
"""The same for a figure in the target that stands for no other figure of the source."""

_MISSPELT = 0.6
"""How like a name or figure what was written for it must be, from 0 to 1, to be it misspelt."""

_FORMS = 4
"""Forms of a rendering that are tried at one place."""

_GOES_ON = re.compile(r"\s|[,.;:?!)\]’”\"]|$")
"""What may stand behind a closing bracket or quotation mark."""

_FIGURE = re.compile(r"\d(?:[\d.,–-]*\d)?")


@dataclass(frozen=True, slots=True)
class Start:
    """A beginning to carry on from, and what may not be written on its way: a loop's first word
    for the second time, with all from the first. `mended` is the whole translation with a name or
    figure set right that was but misspelt, or with a mark put back.
    """

    text: str
    never: str = ""
    mended: Translation | None = None


def starts(request: Request, translation: Translation) -> list[Start]:
    """Beginnings of the translation up to its first fault, set right; none where no place is known.

    The first, because what follows will be another text.
    """
    faults = sorted(_faults(request, translation), key=lambda fault: fault[0])
    return [start for at, found in faults[:1] for start in found]


def _faults(request: Request, translation: Translation) -> Iterator[tuple[int, list[Start]]]:
    target = translation.target
    if found := loop(target):
        yield found.start, [Start(target[: found.end], target[found.start : found.again])]
    occurrences = verified(request, translation)
    taken = [
        (each.target_start, each.target_end)
        for each in occurrences
        if each.status is not OccurrenceStatus.VIOLATED
    ]
    for occurrence in occurrences:
        if occurrence.status is not OccurrenceStatus.VIOLATED:
            continue
        match = occurrence.match
        at, end = _where(occurrence, translation, taken)
        if at > 0 and target[at - 1] == "€" and "€" in match.expected[0]:
            at -= 1  # The sign is part of what is asked for: '-€4 million'.
        if at >= 0:
            forms = _forms(match, target[at:end])
            forms = [form[:1].upper() + form[1:] if not at else form for form in forms]
            if forms:
                misspelt = match.keep and _alike(target[at:end], forms[0])
                mended = _mended(translation, at, end, forms[0]) if misspelt else None
                yield at, [Start(target[:at] + form, mended=mended) for form in forms]
    yield from _made_up(request, translation)
    if turned_at := disagreeing(request.source, translation):
        at, subject = turned_at
        yield at, [Start(target[:at] + subject)]
    for lone in unpaired(request.source, target):
        at, mark = _partner(lone, request.source, translation)
        if at >= 0:
            fits = lone.opening < 0 or _GOES_ON.match(target, at)
            mended = _mended(translation, at, at, mark) if fits else None
            yield at, [Start(target[:at] + mark, mended=mended)]


def _made_up(request: Request, translation: Translation) -> Iterator[tuple[int, list[Start]]]:
    """Where a word is made up for a name of the source, which is written for it."""
    source, target = request.source, translation.target
    wanted = (form for match in request.bound for form in match.expected)
    stands_for = chief(translation.links)
    for hit in invented(source, target, wanted):
        start, end = next(
            (stands_for[word] for word in stands_for if overlap(word, hit.span())), (0, 0)
        )
        name = source[start:end]
        if start and name[:1].isupper() and name not in target:
            mended = _mended(translation, *hit.span(), name)
            yield hit.start(), [Start(target[: hit.start()] + name, mended=mended)]


def _partner(lone: Pair, source: str, translation: Translation) -> tuple[int, str]:
    """Where the mark that `lone` lacks belongs in the target, and the mark; -1 where that is not
    certain. It belongs next to the word that stands for the last (or the first) of those that the
    pair encloses in the source, if what it then encloses in the target stands for these alone.
    """
    target, forward = translation.target, lone.opening >= 0
    mark = CLOSING[target[lone.at]] if forward else lone.mark
    stands_for = chief(translation.links)
    words = sorted(word for word in stands_for if (word[0] > lone.at) == forward)
    words = words if forward else words[::-1]
    whole = _whole(lone, source, target, stands_for[words[0]]) if words else None
    if whole is None:
        return -1, mark
    within = [hit.span() for hit in TOKEN.finditer(source, whole.opening, whole.closing)]
    last = within[-1 if forward else 0]
    inside = [whole.holds(stands_for[word]) for word in words]
    begun = next((i for i, word in enumerate(words) if stands_for[word] == last), len(words))
    ended = begun + sum(1 for _ in takewhile(lambda word: stands_for[word] == last, words[begun:]))
    if begun == ended or 2 * sum(inside[:ended]) < ended or any(inside[ended : ended + 1]):
        return -1, mark
    start, end = words[ended - 1]
    if forward:
        sign = source[last[1] : whole.closing].strip()
        at = end + len(sign) * target.startswith(sign, end)
        enclosed = target[lone.at + 1 : at]
    else:
        sign = source[whole.opening + 1 : last[0]]
        at = start - len(sign) * target.endswith(sign, 0, start)
        enclosed = target[at : lone.at]
    return (-1 if unpaired("", enclosed) else at), mark


def _whole(lone: Pair, source: str, target: str, first: Span) -> Pair | None:
    """The pair in the source whose like has lost a mark in the target: by its place among as many
    that open, else the innermost around the word with which it begins.
    """
    ours, theirs = (
        sorted(
            (pair for pair in pairs(text) if pair.kind == lone.kind and pair.opening >= 0),
            key=lambda pair: pair.opening,
        )
        for text in (source, target)
    )
    if lone in theirs and len(ours) == len(theirs):
        return ours[theirs.index(lone)]
    around = [pair for pair in ours if pair.holds(first)]
    return around[-1] if around else None


def _alike(written: str, wanted: str) -> bool:
    """Whether the one is the other misspelt (difflib's ratio), not another word in its place; a
    figure is another one misspelt, and so is a section an article.
    """
    if any(kind.fullmatch(written) and kind.fullmatch(wanted) for kind in (_FIGURE, CALLED)):
        return True
    return SequenceMatcher(None, written, wanted, autojunk=False).ratio() >= _MISSPELT


def _mended(translation: Translation, at: int, end: int, form: str) -> Translation:
    """The translation with `form` from `at` to `end`, where its words align as they did."""
    target, moved = translation.target, len(form) - (end - at)
    links = dict[tuple[int, int, int, int], int]()
    for a, b, c, d, percent in translation.links:
        if overlap((c, d), (at, end)):
            c, d = at, at + len(form)
        elif c >= end:
            c, d = c + moved, d + moved
        links[a, b, c, d] = max(percent, links.get((a, b, c, d), 0))
    return replace(
        translation,
        target=target[:at] + form + target[end:],
        links=tuple((*place, percent) for place, percent in links.items()),
    )


def _forms(match: TermMatch, written: str) -> list[str]:
    """What is tried in place of what was written."""
    if match.keep and CALLED.fullmatch(written):
        many = "s " in written
        return [form for form in match.expected if ("s " in form) is many][:1]
    if match.keep:
        # Another spelling would cost as much as another sentence.
        return list(match.expected[:1])
    forms = [form for rendering in match.expected for form in english_forms(rendering)]
    return list(dict.fromkeys(forms))[:_FORMS]


def _where(occurrence: Occurrence, translation: Translation, taken: Sequence[Span]) -> Span:
    """What stands in the target for a match that was violated; (-1, -1) where nothing does."""
    match, links = occurrence.match, translation.links
    if occurrence.found:
        return occurrence.target_start, occurrence.target_end
    if match.keep and CALLED.fullmatch(match.expected[0]):
        return _called(match, translation.target, taken)
    if match.keep and match.surface[0].isdigit():
        stray = _stray(match, links, translation.target, taken)
        if stray[0] >= 0:
            return stray
    return _place(match, links)


def _called(match: TermMatch, target: str, taken: Sequence[Span]) -> Span:
    """Where the target calls the article by another name; (-1, -1) where it does not."""
    number = match.expected[0].split()[-1]
    for hit in CALLED.finditer(target):
        if hit.group().split()[-1] == number and not any(overlap(hit.span(), s) for s in taken):
            return hit.span()
    return -1, -1


def _place(match: TermMatch, links: Sequence[Link]) -> Span:
    """From the first to the last target word that aligns with the match, with those right before
    them that stand for nothing else; (-1, -1) for none.
    """
    own = [link for link in links if match.overlaps(*link[:2])]
    most = max((link[4] for link in own), default=0)
    if most < _SURE:
        return -1, -1
    sure = [link for link in own if link[4] >= max(_SURE, 0.6 * most)]
    start, end = min(link[2] for link in sure), max(link[3] for link in sure)
    stands_for = chief(links)
    before = sorted((word for word in stands_for if word[1] <= start), reverse=True)
    own_words = takewhile(lambda word: match.overlaps(*stands_for[word]), before)
    return min([start, *(word[0] for word in own_words)]), end


def _stray(match: TermMatch, links: Sequence[Link], target: str, taken: Sequence[Span]) -> Span:
    """The figure in the target that aligns with the match best, of those that stand for nothing
    else ('332 and 332' for '332 en 739'); (-1, -1) for none.
    """
    found = (_FAINT - 1, -1, -1)
    for hit in _FIGURE.finditer(target):
        place = hit.span()
        if any(overlap(place, span) for span in taken):
            continue
        weight = max(
            (p for a, b, c, d, p in links if match.overlaps(a, b) and overlap(place, (c, d))),
            default=0,
        )
        found = max(found, (weight, *place), key=lambda each: each[0])
    return found[1:]
