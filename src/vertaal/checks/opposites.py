"""Words that became their opposite."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib import resources

from vertaal.checks.issue import Issue
from vertaal.checks.negation import denials

_HARDLY = re.compile(
    r"\b(?:nauwelijks|amper|hardly|barely|scarcely|almost|fail\w*|lack\w*)\b", re.IGNORECASE
)
"""'Nauwelijks mogelijk' is almost impossible, 'onvoldoende' often 'failed … sufficiently'."""

_Member = tuple[re.Pattern[str], re.Pattern[str]]
"""How Dutch and English say one of the things that exclude each other."""


def opposites(source: str, target: str) -> Iterator[Issue]:
    """Nothing becomes what it excludes: 'gedaald' risen, 'meer dan' fewer than, 'onmogelijk'
    possible, 'maandag' Tuesday, 'per maand' per year. Nothing is said where the one side denies
    and the other does not: 'niet mogelijk' is impossible.

    passes: De prijs daalt en stijgt. → Prices rise and fall.
    passes: Dat is niet wenselijk. → That is undesirable.
    passes: Er zijn duizenden slachtoffers. → There are thousands of victims.
    fails: Het aantal is gedaald. → The number has risen.
    fails: Er zijn minder dan 50 gevallen. → There are more than 50 cases.
    fails: Dit is onvoldoende onderzocht. → This has been sufficiently investigated.
    """
    if denials(source, target) or _HARDLY.search(source) or _HARDLY.search(target):
        return
    for group in _groups():
        ours = [(member, found) for member in group if (found := member[0].search(source))]
        if not ours or any(member[1].search(target) for member, _ in ours):
            continue
        _, here = ours[0]
        there = next((found for _, english in group if (found := english.search(target))), None)
        if there:
            yield Issue(f"'{here.group()}' became '{there.group()}'", here.span(), there.span())


@cache
def _groups() -> tuple[tuple[_Member, ...], ...]:
    table = resources.files("vertaal.checks").joinpath("opposites.tsv").read_text("utf-8")
    lines = (line for line in table.splitlines() if not line.startswith("#"))
    groups: list[list[_Member]] = [[]]
    for line in lines:
        if line:
            dutch, english = map(_pattern, line.split("\t"))
            groups[-1].append((dutch, english))
        else:
            groups.append([])
    return tuple(map(tuple, groups))


def _pattern(words: str) -> re.Pattern[str]:
    either = "|".join(
        word.replace("*", r"[^\W\d_]*").replace("_", r"\s+") for word in words.split()
    )
    return re.compile(rf"(?<![\w-])(?:{either})(?!\w)", re.IGNORECASE)
