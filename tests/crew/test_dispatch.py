"""Sharing out, with workers that are played: nothing is lost, nothing is told twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from unittest.mock import Mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from echo import Echo
from vertaal.crew.dispatch import Event, dispatch, scan
from vertaal.glossary import Glossary
from vertaal.jobs import Job
from vertaal.workshop import Outcome, Workshop


class Played:
    """Workers that die by chance, before, between and after their documents; one always does."""

    def __init__(self, size: int, chance: Random, fatal: str = "") -> None:
        self.size = size
        self._chance, self._fatal = chance, fatal
        self._news = [Event(worker) for worker in range(size)]
        self.batches: list[int] = []

    def give(self, worker: int, batch: Sequence[Job]) -> None:
        self.batches.append(len(batch))
        for job in batch:
            if job.name == self._fatal or (not self._fatal and self._chance.random() < 0.05):
                self._news += [Event(worker, lost="SIGKILL"), Event(worker)]
                return
            self._news.append(Event(worker, Outcome(job, Path(job.name))))
        self._news.append(Event(worker))

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


class Dozing:
    """Two workers; one dies while it has nothing to do, and is begun anew under its number."""

    size = 2

    def __init__(self) -> None:
        self._news = [[Event(0), Event(1)]]
        self._given: list[int] = []

    def give(self, worker: int, batch: Sequence[Job]) -> None:
        self._given.append(worker)
        made = [Event(worker, Outcome(job, Path(job.name))) for job in batch]
        if len(self._given) == 2:
            self._news += [[Event(worker, lost="SIGKILL")] for worker in (0, 1)]
            self._news.append([Event(0)])
        if worker == 0:
            self._news.insert(0 if len(self._given) == 1 else len(self._news), [*made, Event(0)])

    def wait(self) -> list[Event]:
        return self._news.pop(0)


def test_no_document_is_forgotten_with_a_hand_that_died_idle() -> None:
    outcomes = list(dispatch(found(2, 0), 2, Dozing(), shop()))
    assert sorted(outcome.job.name for outcome in outcomes) == ["0", "1"]


def test_a_document_that_cannot_be_looked_at_stops_no_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("vertaal.crew.dispatch.current", Mock(side_effect=ValueError))
    jobs = [Job(Path("0.txt"), "0"), Job(Path("1.txt"), "1")]
    assert list(scan(jobs, shop())) == jobs, "it is told of where it is built"
