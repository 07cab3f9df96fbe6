"""Where a translation went wrong, and how it may go on from there.

A translation that is right but for one word need not be searched for again from its beginning: what
stands before that word is kept, the word is set right, and the model carries on, as in interactive
translation (Foster, Isabelle and Plamondon 1997). The place is the target word that aligns with the
source word.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vertaal.glossary import english_forms, verify
from vertaal.translation.loops import loop
from vertaal.translation.requests import Request
from vertaal.types import Link, OccurrenceStatus, TermMatch, Translation

_SURE = 25
"""Percent of a target word's attention from which it may be taken to stand for a source word."""

_FORMS = 4
"""Forms of a rendering that are tried at one place."""


@dataclass(frozen=True, slots=True)
class Start:
    """A beginning to carry on from, and what may not be written on its way: a loop's first word
    for the second time, with all from the first.
    """

    text: str
    never: str = ""


def starts(request: Request, translation: Translation) -> list[Start]:
    """Beginnings of the translation up to its first fault, set right; none where no place is known.

    The first, because what follows will be another text.
    """
    faults = sorted(_faults(request, translation), key=lambda fault: fault[0])
    return [start for at, found in faults[:1] for start in found]


def _faults(request: Request, translation: Translation) -> Iterator[tuple[int, list[Start]]]:
    target, links = translation.target, translation.links
    if found := loop(target):
        yield found.start, [Start(target[: found.end], target[found.start : found.again])]
    for occurrence in verify("", request.bound, target, links):
        if occurrence.status is not OccurrenceStatus.VIOLATED:
            continue
        at = occurrence.target_start if occurrence.found else _place(occurrence.match, links)
        if at >= 0:
            before = target[:at]
            forms = [
                form[:1].upper() + form[1:] if not at else form for form in _forms(occurrence.match)
            ]
            if forms:
                yield at, [Start(before + form) for form in forms]


def _forms(match: TermMatch) -> list[str]:
    if match.keep:
        # Another spelling would cost as much as another sentence.
        return list(match.expected[:1])
    forms = [form for rendering in match.expected for form in english_forms(rendering)]
    return list(dict.fromkeys(forms))[:_FORMS]


def _place(match: TermMatch, links: tuple[Link, ...]) -> int:
    """Where the first target word begins that aligns with the match; -1 where none does."""
    own = [link for link in links if link[0] < match.end and match.start < link[1]]
    most = max((link[4] for link in own), default=0)
    if most < _SURE:
        return -1
    return min(link[2] for link in own if link[4] >= max(_SURE, 0.6 * most))
