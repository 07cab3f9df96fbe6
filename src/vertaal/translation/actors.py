"""Who does what to whom: 'Nederland spreekt Israël aan' is not 'Israel is speaking to the
Netherlands'.

Dutch may begin with the object, and a small model takes a name for it now and then. Names have no
case; where a sentence begins with one, and a noun stands right behind the verb, the name is the
subject. Where the verb is singular and one noun plural, the other is the subject: 'de gemeenten die
de provincie steunt' do not support it.
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
_SINGULAR = r"(?:(?:de|het)\s(?P<second>[a-zà-ÿ-]+)|(?P<name>[A-Z][\w-]+))"
_VERB = r"(?P<verb>(?!heeft\b|wordt\b|moet\b|gaat\b|laat\b|niet\b|met\b)[a-zà-ÿ]+t)"
_AGREEING = (
    re.compile(rf"\b[a-zà-ÿ-]+(?:en|s)\sdie\s{_SINGULAR}\s{_VERB}(?=[,.;?])"),
    re.compile(
        rf"\b(?:[Ww]elke|[Hh]oeveel)\s(?:[a-zà-ÿ]+e\s)?[a-zà-ÿ-]+(?:en|s)\s{_VERB}\s{_SINGULAR}"
    ),
)
"""A plural, a singular verb and a singular, which is the subject."""
_SURE = 20
"""Percent of a target word's attention from which it may stand for a word."""
_NO_OBJECT = re.compile(r"\b(?:about|at|by|for|from|in|of|on|through|to|under|with)\b")
_RELATIVE = re.compile(r"(?:who|whom|that|which)\s$")


def disagreeing(source: str, translation: Translation) -> tuple[int, str] | None:
    """Where the target begins to make an object of the noun that the verb agrees with, and what
    has to stand there.
    """
    target = translation.target
    for clause in (hit for pattern in _AGREEING for hit in pattern.finditer(source)):
        group = "second" if clause["second"] else "name"
        if clause[group].endswith(("en", "s")) and " het " not in clause.group():
            continue
        verb, subject = (
            [
                link[2:4]
                for link in translation.links
                if link[:2] == clause.span(g) and link[4] >= _SURE
            ]
            for g in ("verb", group)
        )
        if not verb or not subject:
            continue
        at, start = min(verb)[0], min(subject)[0]
        if max(verb) >= min(subject) or _NO_OBJECT.search(target, max(verb)[0], start):
            continue
        start -= 4 * target.endswith("the ", 0, start)
        noun = target[start : max(subject)[1]]
        if " die " in clause.group():
            relative = _RELATIVE.search(target[:at])
            return (relative.start() if relative else at), f"that {noun}"
        return at, f"does {noun}"
    return None


def turned(source: str, translation: Translation, found: Sequence[Occurrence]) -> bool:
    """Whether what stands behind the verb has become the subject in the place of a name, or an
    object that of a noun that the verb agrees with.
    """
    if disagreeing(source, translation):
        return True
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
