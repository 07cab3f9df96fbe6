"""Web and mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from vertaal.addresses import ADDRESS
from vertaal.checks.issue import Issue
from vertaal.types import Span

_ADDRESS = re.compile(ADDRESS)
_IN_ADDRESSES = re.compile(r"[@/]|\.\w")
"""Of which every address has one, and most sentences none."""


@lru_cache(maxsize=16)
def address_spans(text: str) -> tuple[Span, ...]:
    """Where the addresses stand: many checks of a pair ask for them."""
    if not _IN_ADDRESSES.search(text):
        return ()
    return tuple(match.span() for match in _ADDRESS.finditer(text))


def without_addresses(text: str) -> str:
    """`text` with blanks in the place of addresses, so that offsets stay."""
    return blanked(text, address_spans(text))


def blanked(text: str, spans: Iterable[Span]) -> str:
    """`text` with blanks in the place of the spans."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def outside_addresses(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin in no address."""
    spans = address_spans(text)
    for match in pattern.finditer(text):
        if not spans or not any(start <= match.start() < end for start, end in spans):
            yield match


def addresses(source: str, target: str) -> Iterator[Issue]:
    """Web and mail addresses are copied letter by letter, and none is added.

    passes: Zie www.rijksoverheid.nl/jenv. → See www.rijksoverheid.nl/jenv.
    fails: Mail naar info@minbuza.nl. → Mail info@minbuza.com.
    fails: Zie https://nos.nl/artikel/25 → See the article.
    """
    for span in address_spans(source):
        if (address := source[slice(*span)]) not in target:
            yield Issue(f"the address '{address}' is not in the target", span)
    for span in address_spans(target):
        if (address := target[slice(*span)]) not in source:
            yield Issue(f"the address '{address}' is not in the source", None, span)
