"""Whether the place that was found for a term is borne out by the alignment of the words.

That a rare form stands in the target proves by itself that it stands for its term. A common one
('state', 'House') may be there for something else, and where it stands twice, one of the two may.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from vertaal.glossary.verification import occurrences_of, support
from vertaal.types import RENDERED, Link, Occurrence
from vertaal.words import zipf

_SUPPORT = 20
"""Percent of a target word's attention that its source term should have. Of 273 right places 97%
have more; of the places of other terms in the same sentences 99% have less."""

_COMMON = 4.0
"""Zipf frequency from which an English word is common: once in a hundred thousand words."""


def confirm(
    occurrences: Sequence[Occurrence], target: str, links: Sequence[Link]
) -> tuple[Occurrence, ...]:
    """The occurrences with what `links` say of their places; as they are where there are none."""
    return tuple(_confirmed(each, target, links) if links else each for each in occurrences)


def _confirmed(occurrence: Occurrence, target: str, links: Sequence[Link]) -> Occurrence:
    if occurrence.status not in RENDERED or occurrence.match.keep:
        return occurrence
    start, end = occurrence.target_start, occurrence.target_end
    inside = support(links, occurrence.match, start, end)
    if inside >= _SUPPORT:
        return replace(occurrence, confirmed=True)
    if not _is_common(occurrence.found, target):
        return occurrence
    reason = f"'{occurrence.found}' may stand for something else: the words do not align"
    reason = "; ".join(filter(None, (occurrence.reason, reason)))
    return replace(occurrence, confirmed=False, reason=reason)


def _is_common(found: str, target: str) -> bool:
    """Whether finding the form proves little: it stands there twice, or English is full of it."""
    if len(occurrences_of(found, target)) > 1:
        return True
    return len(found.split()) == 1 and zipf(found.lower(), "en", "small") >= _COMMON
