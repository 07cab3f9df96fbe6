"""What a check finds in a pair of texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vertaal.types import Span


@dataclass(frozen=True, slots=True)
class Issue:
    """A finding before it is known in which segment it stands."""

    message: str
    source_span: Span | None = None
    target_span: Span | None = None


SegmentIssue = tuple[str, Issue]
"""The id of a segment and what is wrong in it."""

PairCheck = Callable[[str, str], Iterable[Issue]]
"""Takes a Dutch source and its English target."""
