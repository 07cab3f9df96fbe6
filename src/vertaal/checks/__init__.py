"""The gate before publishing: what a translation must not get wrong, checked by its form.

`CHECKS` and `EDITION_CHECKS` are the tables: name → severity and function, whose docstring is its
manual page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from vertaal.checks.addresses import addresses
from vertaal.checks.consistency import consistency
from vertaal.checks.document import (
    EditionCheck,
    cross_references,
    duplicates,
    terms,
    unconfirmed_terms,
)
from vertaal.checks.fidelity import additions, look_first, omissions, unsure
from vertaal.checks.figures import dates, money, numbers, percentages, references
from vertaal.checks.issue import Issue, PairCheck
from vertaal.checks.marks import brackets, cells, footnote_marks, question_mark, quotes
from vertaal.checks.names import names, parties
from vertaal.checks.negation import negation
from vertaal.checks.opposites import opposites
from vertaal.checks.scans import recognition
from vertaal.checks.spelling import spelling
from vertaal.checks.untranslated import untranslated
from vertaal.checks.wholeness import empty, length, repetition
from vertaal.glossary.gluing import cuts, is_number_after, opened
from vertaal.types import Edition, Finding, Severity

__all__ = ["CHECKS", "EDITION_CHECKS", "Rule", "check", "check_unit", "look_first", "passes"]

Function = TypeVar("Function", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Rule(Generic[Function]):
    """A check and how grave what it finds is."""

    severity: Severity
    function: Function

    @property
    def manual(self) -> str:
        return self.function.__doc__ or ""


CHECKS: dict[str, Rule[PairCheck]] = {
    "empty": Rule(Severity.ERROR, empty),
    "untranslated": Rule(Severity.ERROR, untranslated),
    "spelling": Rule(Severity.WARNING, spelling),
    "repetition": Rule(Severity.ERROR, repetition),
    "length": Rule(Severity.WARNING, length),
    "numbers": Rule(Severity.ERROR, numbers),
    "dates": Rule(Severity.ERROR, dates),
    "percentages": Rule(Severity.ERROR, percentages),
    "money": Rule(Severity.ERROR, money),
    "references": Rule(Severity.ERROR, references),
    "addresses": Rule(Severity.ERROR, addresses),
    "parties": Rule(Severity.ERROR, parties),
    "names": Rule(Severity.WARNING, names),
    "negation": Rule(Severity.WARNING, negation),
    "opposites": Rule(Severity.WARNING, opposites),
    "question_mark": Rule(Severity.ERROR, question_mark),
    "footnote_marks": Rule(Severity.ERROR, footnote_marks),
    "brackets": Rule(Severity.WARNING, brackets),
    "cells": Rule(Severity.WARNING, cells),
    "quotes": Rule(Severity.WARNING, quotes),
}
"""Checks of one sentence and its translation, in the order in which they report."""

EDITION_CHECKS: dict[str, Rule[EditionCheck]] = {
    "terms": Rule(Severity.ERROR, terms),
    "cross_references": Rule(Severity.WARNING, cross_references),
    "duplicates": Rule(Severity.WARNING, duplicates),
    "consistency": Rule(Severity.INFO, consistency),
    "unconfirmed_terms": Rule(Severity.INFO, unconfirmed_terms),
    "unsure": Rule(Severity.INFO, unsure),
    "omissions": Rule(Severity.INFO, omissions),
    "additions": Rule(Severity.INFO, additions),
    "recognition": Rule(Severity.WARNING, recognition),
}
"""Checks that need the whole document."""


def check(edition: Edition) -> tuple[Finding, ...]:
    """All findings of an edition, in the order of its units."""
    found: dict[str, list[Finding]] = {unit.id: [] for unit in edition.units}
    for unit in edition.units:
        found[unit.id] += _unit_findings(unit.id, unit.source, unit.target)
    for name, rule in EDITION_CHECKS.items():
        for segment, issue in rule.function(edition):
            found.setdefault(segment, []).append(_finding(name, rule.severity, segment, issue))
    return tuple(finding for findings in found.values() for finding in findings)


_LONGEST = 3_000
"""Characters of a sentence that are looked at: twice what segmentation lets through."""


def check_unit(source: str, target: str) -> tuple[Finding, ...]:
    """The findings of one sentence and its translation; their `segment` is empty."""
    return tuple(_unit_findings("", source, target))


def passes(name: str, source: str, target: str) -> bool:
    """Has the check called `name` nothing to say about this pair?"""
    return not list(CHECKS[name].function(source, target))


def _unit_findings(segment: str, source: str, target: str) -> Iterable[Finding]:
    # Some checks take time with the square of the length; what people type has no bound.
    source, target = source[:_LONGEST], target[:_LONGEST]
    # As the model reads it ('noggeen'); but a figure behind a word may be the mark of a note.
    lost = [at for at in cuts(source) if not source[at].isdigit() or is_number_after(source, at)]
    apart = opened(source, lost)
    # Of what is not there nothing else need be said.
    present = passes("empty", apart.text, target)
    for name in CHECKS if present else ("empty",):
        rule = CHECKS[name]
        for issue in rule.function(apart.text, target):
            if issue.source_span:
                issue = replace(issue, source_span=apart.back(issue.source_span))
            yield _finding(name, rule.severity, segment, issue)


def _finding(name: str, severity: Severity, segment: str, issue: Issue) -> Finding:
    return Finding(name, severity, segment, issue.message, issue.source_span, issue.target_span)
