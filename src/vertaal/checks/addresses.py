"""Web and mail addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vertaal.checks.issue import Issue

ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>«»\"‘’“”]*[^\s<>«»\"‘’“”.,;:!?)]"
    r"|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"
    r"|\b[a-z][\w-]{0,62}(?:\.[\w-]{1,63}){0,6}\.(?:nl|com|org|eu|be|net)\b"
    r"(?:/[^\s<>«»\"‘’“”]*[^\s<>«»\"‘’“”.,;:!?)])?"
)


def outside_addresses(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin in no address."""
    places = [match.span() for match in ADDRESS.finditer(text)]
    for match in pattern.finditer(text):
        if not any(start <= match.start() < end for start, end in places):
            yield match


def addresses(source: str, target: str) -> Iterator[Issue]:
    """Web and mail addresses are copied letter by letter, and none is added.

    passes: Zie www.rijksoverheid.nl/jenv. → See www.rijksoverheid.nl/jenv.
    fails: Mail naar info@minbuza.nl. → Mail info@minbuza.com.
    fails: Zie https://nos.nl/artikel/25 → See the article.
    """
    for match in ADDRESS.finditer(source):
        if match.group() not in target:
            yield Issue(f"the address '{match.group()}' is not in the target", match.span())
    for match in ADDRESS.finditer(target):
        if match.group() not in source:
            yield Issue(f"the address '{match.group()}' is not in the source", None, match.span())
