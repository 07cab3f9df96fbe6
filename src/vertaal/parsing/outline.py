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
class Reached:
    """How far the numbers of questions have come: to the `latest`, and some further `ahead`, as in
    '4, 5, 7 en 8', above question 6.
    """

    latest: QuestionNumber = 0
    ahead: frozenset[int] = frozenset()

    def takes(self, numbers: tuple[QuestionNumber, ...]) -> bool:
        """Whether a label with these numbers comes next."""
        return any(follows(numbers[0], x) for x in (self.latest, *sorted(self.ahead)[-1:]))

    def after(self, numbers: tuple[QuestionNumber, ...]) -> Reached:
        latest, ahead = numbers[0], set(self.ahead)
        for number in numbers[1:]:
            if follows(number, latest):
                latest = number
            else:
                ahead.add(base(number))
        while base(latest) + 1 in ahead:
            latest = base(latest) + 1
        return Reached(latest, frozenset(number for number in ahead if number > base(latest)))


@dataclass(frozen=True, slots=True)
class _State:
    """The upper numbers so far, and that of the list below them that is open (0: none)."""

    upper: Reached
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


def read_outline(items: list[Item], reached: Reached, last: int | None = None) -> Reading | None:
    """The upper numbers, which count on from those `reached`, to `last` where it is known.

    All others must make whole lists that begin at 1. Where that can be read in several ways, those
    are believed to be upper that ask, and of these the first. None where it cannot be read so.
    """
    readings = {_State(reached): Reading(0, ())}
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
        if state.closed and reading.upper and (last is None or base(state.upper.latest) == last)
    ]
    return min(ended, default=None)


def _steps(state: _State, item: Item, *, announced: bool) -> Iterable[_State]:
    if state.closed and state.upper.takes(item.numbers):
        yield _State(state.upper.after(item.numbers))
    if state.below and item.numbers == (state.below + 1,):
        yield _State(state.upper, state.below + 1, state.announced)
    if state.closed and item.numbers == (1,):
        yield _State(state.upper, 1, announced)
