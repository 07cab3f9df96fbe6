"""Sharing out, with hands that are played: nothing is lost, nothing is told twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from echo import Echo
from vertaal.crew.dispatch import Event, dispatch
from vertaal.glossary import Glossary
from vertaal.jobs import Job
from vertaal.pipeline import Outcome, Workshop


class Played:
    """Hands that die by chance, before, between and after their documents; one always does."""

    def __init__(self, size: int, chance: Random, fatal: str = "") -> None:
        self.size = size
        self._chance, self._fatal = chance, fatal
        self._news = [Event(hand) for hand in range(size)]
        self.batches: list[int] = []

    def give(self, hand: int, batch: Sequence[Job]) -> None:
        self.batches.append(len(batch))
        for job in batch:
            if job.name == self._fatal or (not self._fatal and self._chance.random() < 0.05):
                self._news += [Event(hand, lost="SIGKILL"), Event(hand)]
                return
            self._news.append(Event(hand, Outcome(job, Path(job.name))))
        self._news.append(Event(hand))

    def wait(self) -> list[Event]:
        assert self._news, "nobody is waited for in vain"
        count = self._chance.randint(1, len(self._news))
        news, self._news = self._news[:count], self._news[count:]
        return news


def shop(tmp_path: Path = Path("out")) -> Workshop:
    return Workshop(tmp_path, Echo(), Glossary())


def found(count: int, done: int) -> Iterator[Job | Outcome]:
    for number in range(count):
        job = Job(Path(f"{number}.txt"), f"{number}")
        yield Outcome(job, Path(job.name), unchanged=True) if number < done else job


@settings(max_examples=60)
@given(st.integers(0, 120), st.integers(0, 120), st.integers(1, 9), st.integers())
def test_each_document_has_one_outcome(count: int, done: int, size: int, seed: int) -> None:
    crew = Played(size, Random(seed))
    outcomes = list(dispatch(found(count, done), count, crew, shop()))
    assert sorted(int(outcome.job.name) for outcome in outcomes) == list(range(count))
    assert all(size <= 12 for size in crew.batches)


def test_the_document_that_kills_is_the_only_one_that_fails() -> None:
    crew = Played(3, Random(1), fatal="17")
    outcomes = list(dispatch(found(60, 0), 60, crew, shop()))
    assert len(outcomes) == 60
    [failed] = [outcome for outcome in outcomes if outcome.failure]
    assert failed.job.name == "17"
    assert "SIGKILL" in str(failed.failure)
    assert crew.batches[0] == 10
    assert crew.batches[-1] == 1, "the last batches are small"
