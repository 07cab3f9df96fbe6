"""Phrases taken out of a translation, and phrases of another one put into it.

A phrase runs from one joint of the sentence to a later one: a comma or the like, or a word that
begins a phrase ('of', 'that', 'and'). It holds two words at least that carry meaning, and leaves
the larger part of the sentence standing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from vertaal.types import Span

_OPENERS = frozenset(
    re.findall(
        r"\w+",
        "and or but that which who whose where when while because although if whether as than of "
        "in on at by for from with without to into over under about after before between during "
        "against through within since until among towards including regarding concerning",
    )
)
_LIGHT = _OPENERS | frozenset(
    re.findall(
        r"\w+",
        "the a an this these those it its they their them he his she her we our you your i my is "
        "are was were be been being has have had do does did will would shall should can could may "
        "might must not no so there here also such any all both each more most other some what how "
        "why then only very been",
    )
)
_WORD = re.compile(r"[^\W_]+(?:[-'’.,][^\W_]+)*")


def phrases(text: str) -> list[Span]:
    """The phrases of `text`, white space before them included."""
    words = list(_WORD.finditer(text))
    joints = [
        at
        for at, word in enumerate(words)
        if at > 0
        and (
            word.group().lower() in _OPENERS
            or re.search(r"[,;:()]", text[words[at - 1].end() : word.start()])
        )
    ]
    ends = [*joints, len(words)]
    found = []
    for first in joints:
        for last in ends:
            if not 2 <= last - first <= 12 or last - first > len(words) / 2:
                continue
            inside = [word.group().lower() for word in words[first:last]]
            if sum(word not in _LIGHT and len(word) > 2 for word in inside) >= 2:
                found.append((words[first - 1].end(), words[last - 1].end()))
    return found


def omission(target: str, rng: Random) -> tuple[str, Span] | None:
    """The target without one of its phrases, and where that stood in `target`."""
    places = phrases(target)
    if not places:
        return None
    start, end = rng.choice(places)
    return target[:start] + target[end:], (start, end)


def addition(target: str, others: Sequence[str], rng: Random) -> tuple[str, Span] | None:
    """The target with a phrase of another text put in at a joint, and where it stands now."""
    places = [end for _, end in phrases(target)] + [start for start, _ in phrases(target)]
    source = rng.choice(others)
    donors = phrases(source)
    if not places or not donors or source == target:
        return None
    at = rng.choice(places)
    start, end = rng.choice(donors)
    phrase = " " + source[start:end].strip(" ,;:()")
    return target[:at] + phrase + target[at:], (at + 1, at + len(phrase))
