"""What a person should compare with the scan, where the Dutch was read from one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from vertaal.checks.issue import Issue, SegmentIssue
from vertaal.types import Block, Doubt, Edition, Span, Unit

_POOR = 0.8
"""Mean confidence under which no page can be trusted: a clean scan has 0.95."""


def recognition(edition: Edition) -> Iterator[SegmentIssue]:
    """What character recognition was sure of needs no look; what it doubted does, numbers above
    all. Silent for documents that were not scanned.

    Fails where '2024Z11859' was read with a certainty of 61%.
    """
    scan = edition.document.scan
    if scan is None:
        return
    for page in scan.unread:
        yield "", Issue(f"page {page} is a picture that was not read: Tesseract is not installed")
    if scan.pages and scan.confidence < _POOR:
        yield (
            "",
            Issue(
                f"the scan is poor (mean confidence {scan.confidence:.0%}): compare all of it with "
                "the original, or scan it again at 300 dots per inch"
            ),
        )
    units: dict[str, list[Unit]] = defaultdict(list)
    for unit in edition.units:
        units[unit.block].append(unit)
    blocks = sorted(edition.document.blocks, key=lambda block: -block.line)
    seen: set[tuple[str, str]] = set()
    for doubt in scan.doubts:
        found = _place(doubt, blocks, units)
        if found is None or (found[0], doubt.text) in seen:
            continue
        seen.add((found[0], doubt.text))
        sure = f" ({doubt.confidence:.0%} sure)" if doubt.confidence else ""
        message = f"page {doubt.page} of the scan: is it really '{doubt.text}'?{sure}"
        yield found[0], Issue(message, found[1])


def _place(
    doubt: Doubt, blocks: Sequence[Block], units: dict[str, list[Unit]]
) -> tuple[str, Span | None] | None:
    """The segment and the place in it; None where the word is in no text."""
    # A word cut at the end of a line has lost its hyphen since.
    text = re.compile(r"(?<!\w)" + re.escape(doubt.text.rstrip("-")))
    for block in blocks:
        if not 0 < block.line <= doubt.line:
            continue
        for unit in units[block.id]:
            if match := text.search(unit.source):
                return unit.id, match.span()
        if block.line == doubt.line and units[block.id]:
            return units[block.id][0].id, None
    return None
