"""Numbers of two levels: those of questions or answers, and those of the lists inside these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vertaal.parsing.numbers import base, letter_of
from vertaal.types import QuestionNumber

_SHORTEST_LIST = 2


@dataclass(frozen=True, slots=True)
class Item:
    """A number at the head of a line, and what the text behind it does up to the next."""

    numbers: tuple[QuestionNumber, ...]
    asks: bool = False
    announces: bool = False
    """It is one paragraph that ends in a colon: a list follows."""


@dataclass(frozen=True, slots=True, order=True)
class Reading:
    """What speaks against it, and the places of the upper numbers: the least is the best."""

    against: int
    upper: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _State:
    """The latest upper number, and that of the list below it that is open (0: none)."""

    upper: QuestionNumber
    below: int = 0
    announced: bool = False

    @property
    def closed(self) -> bool:
        return self.below == 0 or self.below >= _SHORTEST_LIST


def follows(number: QuestionNumber, latest: QuestionNumber) -> bool:
    """Whether the number comes next: 2 after 1 or '1b', '1b' after '1a'."""
    if base(number) != base(latest):
        return base(number) == base(latest) + 1
    before, letter = letter_of(latest), letter_of(number)
    return bool(letter) and ord(letter) == (ord(before) + 1 if before else ord("a"))


def read_outline(
    items: list[Item], latest: QuestionNumber, last: int | None = None
) -> Reading | None:
    """The upper numbers, which count up from `latest`, to `last` where it is known.

    All others must make whole lists that begin at 1. Where that can be read in several ways, those
    are believed to be upper that ask, and of these the first. None where it cannot be read so.
    """
    readings = {_State(latest): Reading(0, ())}
    announced = False
    for place, item in enumerate(items):
        found: dict[_State, Reading] = {}
        for state, reading in readings.items():
            for after in _steps(state, item, announced=announced):
                upper = after.below == 0
                weight = -1 if upper else int(not after.announced)
                step = Reading(
                    reading.against + weight * item.asks,
                    (*reading.upper, place) if upper else reading.upper,
                )
                found[after] = min(step, found.get(after, step))
        readings = found
        announced = item.announces
    ended = [
        reading
        for state, reading in readings.items()
        if state.closed and reading.upper and (last is None or base(state.upper) == last)
    ]
    return min(ended, default=None)


def _steps(state: _State, item: Item, *, announced: bool) -> Iterable[_State]:
    if state.closed and follows(item.numbers[0], state.upper):
        yield _State(item.numbers[-1])
    if state.below and item.numbers == (state.below + 1,):
        yield _State(state.upper, state.below + 1, state.announced)
    if state.closed and item.numbers == (1,):
        yield _State(state.upper, 1, announced)
