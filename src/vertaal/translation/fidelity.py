"""How good a translation may be, by what the model gives away: its score, source words that
nothing aligns with, and target words that align with nothing of their own.

A source word is covered as far as the target word that leans on it most does so. A target word is
founded as far as it leans on source words of which no other target word has the greater part; a
phrase out of nothing leans on what the words around it lean on already. Words count by how much
they tell: those that every text is full of count for nothing, nor do those that Dutch needs for a
set phrase. Glossary terms whose rendering was found are left out: they have a proof of their own;
so are figures, codes and addresses, which have their checks.

The constants are tuned, and the thresholds set, by `python -m benchmarks.fidelity`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from vertaal.translation.alignment import TOKEN
from vertaal.types import Fidelity, Occurrence, OccurrenceStatus, Span, Translation, overlap
from vertaal.words import WORD, zipf

_COVERED = 0.20
"""Share of a target word's attention from which a source word is covered whole."""

_FOUNDED = 0.15
"""Foundation (see `_foundations`) from which a target word stands firm."""

_TELLING = 5.8
"""Zipf frequency at which a word begins to count; a word ten times rarer counts whole."""

OMITTED, ADDED = 0.6, 0.2
"""Weight of what lacks, and of what is out of nothing, from which a segment calls for a look."""

UNSURE = -0.55
"""Mean log-probability (nats per piece) below which one in twenty translations of the embedded
model lies. The score tells of wrong words rather than of missing ones: what a model leaves out it
leaves out in good conscience."""

_NAMED = 0.3
"""Weight from which a word is named."""

_SET_PHRASE = re.compile(
    r"(?:er|hier|daar|waar)(?:aan|bij|door|in|mee|na|naar|om|op|over|toe|uit|van|voor)"
    r"|aanzien|aanleiding|behoeve|euro|grond|hoogte|kader|mate|middel|opzichte|sprake|wijze|zake"
    r"|betreft|gebracht|geldt|stellen|gesteld|brengen",
    re.IGNORECASE,
)

_NEAR = 3
"""Words of no weight, in a row, over which a stretch goes on."""


def fidelity(
    segment: str, source: str, translation: Translation, occurrences: Sequence[Occurrence] = ()
) -> Fidelity:
    """The signals of a translation; the score's alone where its alignment is not known."""
    score, unsure = round(translation.score, 3), round(max(0.0, translation.score / UNSURE), 2)
    if not translation.links:
        return Fidelity(segment, score, unsure)
    proven = [(o.match.span, o.target_span) for o in occurrences if _is_proven(o)]
    asked = [here for here, there in proven if there]
    found = [there for _, there in proven if there]
    ours = [match.span() for match in TOKEN.finditer(source)]
    theirs = [match.span() for match in TOKEN.finditer(translation.target)]
    share = {(link[:2], link[2:4]): link[4] / 100 for link in translation.links}
    cover = dict.fromkeys(ours, 0.0)
    for (here, _), percent in share.items():
        cover[here] = max(cover.get(here, 0.0), percent)
    firm = _foundations(share)
    lacking = [_telling(source, word, "nl", asked, cover[word] / _COVERED) for word in ours]
    idle = [
        _telling(translation.target, word, "en", found, firm.get(word, 0.0) / _FOUNDED)
        for word in theirs
    ]
    return Fidelity(
        segment,
        score,
        unsure,
        round(sum(lacking) / OMITTED, 2),
        round(sum(idle) / ADDED, 2),
        _stretches(ours, lacking),
        _stretches(theirs, idle),
    )


def _is_proven(occurrence: Occurrence) -> bool:
    return occurrence.status is not OccurrenceStatus.VIOLATED and occurrence.confirmed is not False


def _foundations(share: dict[tuple[Span, Span], float]) -> dict[Span, float]:
    """For each target word, its attention to each source word times the part of all attention to
    that word that this is: 1 where it alone looks at what it looks at."""
    seen: dict[Span, float] = {}
    given: dict[Span, float] = {}
    for (here, there), percent in share.items():
        seen[here] = seen.get(here, 0.0) + percent
        given[there] = given.get(there, 0.0) + percent
    found: dict[Span, float] = {}
    for (here, there), percent in share.items():
        part = percent / seen[here] * percent / given[there]
        found[there] = found.get(there, 0.0) + part
    return found


def _telling(text: str, word: Span, language: str, proven: Iterable[Span], held: float) -> float:
    """How much the word tells, 0 to 1, as far as the other side does not hold it (1: whole);
    nothing inside what is proven.
    """
    if held >= 1.0 or any(overlap(word, span) for span in proven):
        return 0.0
    return _weight(text[slice(*word)], language) * (1.0 - held)


def _weight(form: str, language: str) -> float:
    if len(form) < 3 or not WORD.fullmatch(form) or _SET_PHRASE.fullmatch(form):
        return 0.0
    size = "small" if language == "en" else "best"
    return min(1.0, max(0.0, _TELLING - zipf(form.lower(), language, size)))


def _stretches(words: Sequence[Span], weights: Sequence[float]) -> tuple[Span, ...]:
    """The words of weight, those that stand together as one."""
    at = [i for i, weight in enumerate(weights) if weight >= _NAMED]
    if not at:
        return ()
    found = [words[at[0]]]
    for before, here in pairwise(at):
        if here - before == 1 or (here - before <= _NEAR and not any(weights[before + 1 : here])):
            found[-1] = (found[-1][0], words[here][1])
        else:
            found.append(words[here])
    return tuple(found)
