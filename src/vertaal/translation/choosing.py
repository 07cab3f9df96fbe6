"""Which of several translations of a request stands: by its faults, and by how likely it is.

A fault is something that the translation is held to and lacks, a loop, a bracket or quotation mark
without its partner, or a word that there is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from vertaal.glossary import verify
from vertaal.glossary.gluing import opened
from vertaal.negation import misplaced, unbalanced
from vertaal.paired_marks import unpaired
from vertaal.translation.actors import turned
from vertaal.translation.fidelity import fidelity
from vertaal.translation.inventions import invented
from vertaal.translation.loops import repeats
from vertaal.translation.requests import Request
from vertaal.types import Occurrence, OccurrenceStatus, TermMatch, Translation

_FOR_LOSS = 0.2
"""Nats per piece that what is left out or made up counts for, at the weight at which it calls for a
look."""
GRACE = 3.0
"""How many margins a repair may cost that brings back a code, a number or a name, and any result
that takes the place of a loop. Constrained search gets no such grace for codes: under many
constraints it may write them all down and lose the sentence."""


def failing(requests: Sequence[Request], results: Sequence[Translation]) -> list[int]:
    """Places of the results that have a fault."""
    return [
        i
        for i, (request, result) in enumerate(zip(requests, results, strict=True))
        if faults(request, result)
    ]


def missed(request: Request, translation: Translation) -> tuple[TermMatch, ...]:
    """What the translation is held to and lacks."""
    found = verified(request, translation)
    return tuple(o.match for o in found if o.status is OccurrenceStatus.VIOLATED)


@lru_cache(maxsize=1024)
def verified(request: Request, translation: Translation) -> tuple[Occurrence, ...]:
    """What became of all that the translation is held to."""
    return verify("", request.bound, translation.target, translation.links)


def faults(request: Request, translation: Translation) -> int:
    """How many there are."""
    return sum(_lacks(request, translation)) + repeats(translation.target)


@lru_cache(maxsize=1024)  # A translation is judged when found, chosen, and after every repair.
def _lacks(request: Request, translation: Translation) -> tuple[int, ...]:
    """How much is missed, how many words are made up, how many brackets and quotation marks stand
    alone, and whether it denies more or less than the source, or something else, and whether
    two names changed places, each weighing less than the one before.
    """
    target = translation.target
    wanted = (form for match in request.bound for form in match.expected)
    made_up = sum(1 for _ in invented(request.source, target, wanted))
    alone = len(unpaired(request.source, target))
    source = opened(request.source).text
    denied = any(unbalanced(source, target)) or misplaced(source, target) is not None
    changed = turned(request.source, translation, verified(request, translation))
    return len(missed(request, translation)), made_up, alone, denied, changed


def stands(request: Request, likeliest: Translation) -> bool:
    """Whether the likeliest hypothesis may be taken unread of the others: it has no fault, leaves
    nothing out and puts nothing in.
    """
    return not faults(request, likeliest) and _loss(request, likeliest) < 1.0


def best(request: Request, options: Sequence[Translation]) -> Translation:
    """The option with the fewest faults, then the cheapest."""
    return min(options, key=lambda option: (faults(request, option), _cost(request, option)))


def _cost(request: Request, translation: Translation) -> float:
    """How unlikely it is, in nats per piece, what it leaves out and makes up counted in."""
    return _FOR_LOSS * _loss(request, translation) - translation.score


@lru_cache(maxsize=1024)
def _loss(request: Request, translation: Translation) -> float:
    """What is left out and, half as grave, made up: one word that takes three ('parket') looks so
    too; 1 calls for a look.
    """
    found = fidelity("", request.source, translation, verified(request, translation))
    return found.omitted + found.added / 2


def choose(request: Request, options: Sequence[Translation], margin: float) -> Translation:
    """The hypothesis with the fewest faults among those near the best, loops left out."""
    if not options:
        return Translation("", 0.0)
    sound = [option for option in options if not repeats(option.target)] or options
    highest = max(option.score for option in sound)
    return _least_lacking(request, [each for each in sound if each.score >= highest - margin])


def _least_lacking(request: Request, options: Sequence[Translation]) -> Translation:
    """The cheapest of those that lack least."""
    return min(options, key=lambda option: (_lacks(request, option), _cost(request, option)))


def prefer(
    request: Request,
    free: Translation,
    forced: Sequence[Translation],
    margin: float,
    grace: float = 1.0,
) -> Translation:
    """The forced result when it lacks less, repeats nothing and stays near the free one: within the
    margin, or `grace` margins where what is missed must come through to the letter.
    """
    broken = repeats(free.target)
    kept = any(match.keep for match in missed(request, free))
    limit = free.score - margin * (GRACE if broken else grace if kept else 1.0)
    fit = [each for each in forced if each.score >= limit and not repeats(each.target)]
    if not fit:
        return free
    chosen = _least_lacking(request, fit)
    return chosen if broken or _lacks(request, chosen) < _lacks(request, free) else free
