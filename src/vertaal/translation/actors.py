"""Who does what to whom: 'Nederland spreekt Israël aan' is not 'Israel is speaking to the
Netherlands'.

Dutch may begin with the object, and a small model takes a name for it now and then. Names have no
case; where a sentence begins with one, and a noun stands right behind the verb, the name is the
subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vertaal.translation.proper_nouns import is_name
from vertaal.types import Occurrence, Translation

_CLAUSE = re.compile(
    r"(?:(?:De|Het|Ook)\s)?(?P<first>[A-Z][\w-]+)(?:\s[A-Z][\w-]+)*(?:\s(?:in|te|uit|van)\s[A-Z][\w-]+)?"
    r"\s(?!(?:als|en|in|met|of|tegen|uit|van|voor)\s)[a-zà-ÿ]+\s"
    r"(?:(?:ook|nu|nog|al|weer)\s)*(?:(?:de|het|een)\s(?=\w)|(?=[A-Z]))(?P<second>[\w-]+)"
)
_BY = re.compile(r"\b(?:by|from|in)\s(?:the\s)?$", re.IGNORECASE)
"""What stands before who does it in a passive sentence ('is asked by')."""


def turned(source: str, translation: Translation, found: Sequence[Occurrence]) -> bool:
    """Whether what stands behind the verb has become the subject in the place of a name."""
    clause = _CLAUSE.match(source)
    if not clause:
        return False
    word, target = clause["first"], translation.target
    named = {o.match.start for o in found if o.match.term.source[:1].isupper()}
    if not (clause.start("first") in named or is_name(word) or word.isupper()):
        return False
    placed = {o.match.start: o.target_start for o in found}

    def place(name: str) -> int:
        span = clause.span(name)
        links = [(percent, at) for a, b, at, _, percent in translation.links if (a, b) == span]
        return max(placed.get(span[0], target.find(clause[name])), max(links, default=(0, -1))[1])

    first, second = place("first"), place("second")
    return 0 <= second < first and not _BY.search(target, 0, first)
