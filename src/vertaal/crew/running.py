"""One run over any number of documents, by as many workers as pay."""

from __future__ import annotations

import itertools
from collections.abc import Generator, Iterator, Sequence
from typing import TYPE_CHECKING

from vertaal.cores import cores
from vertaal.crew.dispatch import dispatch, next_jobs, scan
from vertaal.crew.recipe import Recipe
from vertaal.jobs import Job
from vertaal.workshop import Outcome, Workshop

if TYPE_CHECKING:
    from vertaal.pipeline import Report

_WORTH = 4
"""Documents that a process must have before it: it takes some seconds to start."""


def run(
    todo: Sequence[Job],
    recipe: Recipe,
    *,
    workers: int = 0,
    cluster: str = "",
    report: Report | None = None,
) -> Generator[Outcome, None, None]:
    """Make the edition of each job: here in `workers` processes (0: as many as there are cores), or
    on the Ray cluster at the address `cluster`.

    What an earlier run has made is not made again. Outcomes come in the order of their making.
    Closing the generator ends the processes.
    """
    workshop = recipe.workshop()
    if cluster:
        from vertaal.crew.cluster import Cluster

        with Cluster(recipe, cluster) as crew:
            found = dispatch(scan(todo, workshop), len(todo), crew, workshop)
            yield from _told(found, 0, len(todo), report)
        return
    most = min(workers, len(todo)) if workers else min(len(todo) // _WORTH, cores())
    if most < 2:
        yield from _here(todo, workshop, report)
        return
    scanned = scan(todo, workshop)
    first, taken = yield from next_jobs(scanned, most * _WORTH)
    size = min(most, len(first) if workers else len(first) // _WORTH)
    if size < 2:
        yield from _here(first, workshop, report)
        return
    from vertaal.crew.processes import Processes

    with Processes(recipe, size) as crew:
        done = taken - len(first)
        left = itertools.chain(first, scanned)
        found = dispatch(left, len(todo) - done, crew, workshop)
        yield from _told(found, done, len(todo), report)


def _here(todo: Sequence[Job], workshop: Workshop, report: Report | None) -> Iterator[Outcome]:
    """By this process, which loads the pipeline once it comes to something to do."""
    for at, each in enumerate(scan(todo, workshop)):
        if not isinstance(each, Outcome):
            from vertaal.pipeline import build

            yield from build(todo[at:], workshop, report)
            return
        yield each


def _told(
    outcomes: Iterator[Outcome], done: int, total: int, report: Report | None
) -> Iterator[Outcome]:
    for number, outcome in enumerate(outcomes, done + 1):
        yield outcome
        if report:
            report("documents", number, total)
