"""One run over any number of documents, by as many hands as pay."""

from __future__ import annotations

import itertools
from collections.abc import Generator, Iterator, Sequence

from vertaal.cores import cores
from vertaal.crew.dispatch import dispatch, scan
from vertaal.crew.recipe import Recipe
from vertaal.jobs import Job
from vertaal.pipeline import Outcome, Report, build

_WORTH = 4
"""Documents that a process must have before it: it takes some seconds to start."""


def run(
    todo: Sequence[Job],
    recipe: Recipe,
    *,
    hands: int = 0,
    cluster: str = "",
    report: Report | None = None,
) -> Generator[Outcome, None, None]:
    """Make the edition of each job: here in `hands` processes (0: as many as there are cores), or
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
    most = min(hands or len(todo) // _WORTH, len(todo))
    if most > 1:
        from vertaal.crew.processes import Processes

        most = min(most, hands or cores())
    if most < 2:
        yield from build(todo, workshop, report)
        return
    scanned = scan(todo, workshop)
    first: list[Job] = []
    done = 0
    for each in scanned:
        if isinstance(each, Outcome):
            done += 1
            yield each
            continue
        first.append(each)
        if len(first) == most * _WORTH:
            break
    size = min(most, len(first) // _WORTH if not hands else len(first))
    if size < 2:
        yield from build(first, workshop, report)
        return
    with Processes(recipe, size) as crew:
        left = itertools.chain(first, scanned)
        found = dispatch(left, len(todo) - done, crew, workshop)
        yield from _told(found, done, len(todo), report)


def _told(
    outcomes: Iterator[Outcome], done: int, total: int, report: Report | None
) -> Iterator[Outcome]:
    for number, outcome in enumerate(outcomes, done + 1):
        yield outcome
        if report:
            report("documents", number, total)
