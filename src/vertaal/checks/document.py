"""Checks that need the whole edition: terms, doubled translations, references to questions."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from rapidfuzz import fuzz

from vertaal.checks.issue import Issue, SegmentIssue
from vertaal.parsing.numbers import base
from vertaal.spacing import squeeze
from vertaal.types import CODE, QUESTION_NUMBER, Edition, OccurrenceStatus

EditionCheck = Callable[[Edition], Iterable[SegmentIssue]]


def terms(edition: Edition) -> Iterator[SegmentIssue]:
    """Every glossary term has the rendering that the glossary asks for, and none that it
    forbids. A term inside a compound is a preference, not a requirement, and is not checked.

    Fails where 'kabinet' stands as 'cabinet' though the glossary says 'government'.
    """
    for occurrence in edition.occurrences:
        match = occurrence.match
        if (
            occurrence.status is not OccurrenceStatus.VIOLATED
            or match.soft
            or match.shadowed_by
            or match.term.domain == CODE  # `references` speaks for those.
        ):
            continue
        wanted = " or ".join(f"'{form}'" for form in match.expected[:3])
        found = f", not '{occurrence.found}'" if occurrence.found else ""
        reason = f" ({occurrence.reason})" if occurrence.reason else ""
        message = f"'{match.surface}' asks for {wanted}{found}{reason}"
        yield occurrence.segment, Issue(message, match.span, occurrence.target_span)


def unconfirmed_terms(edition: Edition) -> Iterator[SegmentIssue]:
    """The English that was found for a term was written for it, judging by where the model looked.
    Checked only where the form is so common, or occurs so often, that finding it proves little.

    Fails where 'de politie en de staat' is 'the Police Police and' and both stand for 'politie'.
    """
    for occurrence in edition.occurrences:
        if occurrence.confirmed is False and not occurrence.match.soft:
            match = occurrence.match
            message = (
                f"'{occurrence.found}' was found for '{match.surface}', but may stand for "
                "something else: the words do not align"
            )
            yield occurrence.segment, Issue(message, match.span, occurrence.target_span)


_LONG = 6
"""Words from which on two sentences have no business being translated alike."""


def duplicates(edition: Edition) -> Iterator[SegmentIssue]:
    """Two sentences that have little in common do not have one translation.

    Fails where a target of six words or more stands again under another source.
    """
    seen: dict[str, tuple[str, str]] = {}
    for unit in edition.units:
        target = squeeze(unit.target).casefold()
        if len(target.split()) < _LONG:
            continue
        source = squeeze(unit.source).casefold()
        first_id, first = seen.setdefault(target, (unit.id, source))
        if first_id != unit.id and fuzz.ratio(source, first) < 50:
            yield unit.id, Issue(f"another sentence has this translation: '{first[:60]}'")


_REFERENCE = re.compile(
    rf"\b(?:vraag|vragen)\s+(?P<numbers>{QUESTION_NUMBER}(?:(?:,\s?|\s?[-–]\s?"
    rf"|\s+(?:en|tot|t/m|tot en met)\s+){QUESTION_NUMBER})*)(?P<after>.{{0,30}})",
    re.IGNORECASE,
)
_NUMBER = re.compile(QUESTION_NUMBER, re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"^\s*(?:\(|van (?:de |het )?(?:leden|lid|heer|mevrouw|vorige|eerdere)|uit "
    r"|in (?:de|het|uw|mijn)|d\.d\.|,?\s*(?:ingezonden|gesteld))|^.{0,20}kenmerk",
    re.IGNORECASE,
)


def cross_references(edition: Edition) -> Iterator[SegmentIssue]:
    """A question that the text refers to ('zie het antwoord op vraag 5') is in the document.
    References to questions of another document are left alone where the text says so.

    Fails where a letter with nine questions says 'zie vraag 12'.
    """
    numbers = {
        str(number) for question in edition.document.questions for number in question.numbers
    }
    known = numbers | {number.partition(".")[0] for number in numbers}
    if not known:
        return
    for unit in edition.units:
        for match in _REFERENCE.finditer(unit.source):
            if _ELSEWHERE.match(match["after"]):
                continue
            for number in _NUMBER.finditer(match["numbers"]):
                whole = number[0].rstrip("abcdefgh")
                if not ({number[0], whole} & known or str(base(number[0])) in numbers):
                    start = match.start("numbers") + number.start()
                    span = (start, start + len(number[0]))
                    yield unit.id, Issue(f"there is no question {number[0]} in this document", span)
