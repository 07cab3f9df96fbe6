"""Who gets which documents, and what happens to those whose worker was lost.

The same for processes and for a cluster. Documents go out in batches, smaller and smaller towards
the end, so that no worker is left with a full one. When one dies, what it had not reported goes out
again, each document alone: the one that kills is known by that, and the others are made.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from vertaal.errors import InputError
from vertaal.jobs import Job
from vertaal.workshop import Outcome, Workshop, current

_BATCH = 12
"""Documents a batch at most: some 600 sentences, enough to sort by length."""
_LIVES = 3
"""Workers that may be lost over one document before it is given up."""


@dataclass(frozen=True, slots=True)
class Event:
    """News of a worker: an outcome; or that it was `lost`, and why; or, without either, that it is
    ready for a batch.
    """

    worker: int
    outcome: Outcome | None = None
    lost: str = ""


class Crew(Protocol):
    """Workers that make editions. A lost worker is replaced by the crew as far as it can be."""

    @property
    def size(self) -> int:
        """How many workers are at work, or nearly."""
        ...

    def give(self, worker: int, batch: Sequence[Job]) -> None:
        """Let a worker that is ready make the editions of `batch`."""
        ...

    def wait(self) -> Sequence[Event]:
        """The next events; raises `VertaalError` where no worker is left and none will come."""
        ...


def scan(todo: Iterable[Job], workshop: Workshop) -> Iterator[Job | Outcome]:
    """The jobs, those that are done already as their outcome."""
    for job in todo:
        try:
            done = current(job, workshop)
        except Exception:
            done = None  # What is the matter with it is told when it is built.
        yield done or job


def dispatch(
    found: Iterator[Job | Outcome], total: int, crew: Crew, workshop: Workshop
) -> Iterator[Outcome]:
    """The outcome of everything in `found`, `total` in number, in the order of their making."""
    ready: deque[int] = deque()
    held: dict[int, dict[str, Job]] = {}
    again: deque[Job] = deque()
    lost: Counter[str] = Counter()
    left = total
    exhausted = False
    while True:
        while ready and (again or not exhausted):
            if again:
                batch = [again.popleft()]
            else:
                size = max(1, min(_BATCH, left // (2 * max(crew.size, 1))))
                batch, taken = yield from next_jobs(found, size)
                left -= taken
                exhausted = len(batch) < size
            if batch:
                worker = ready.popleft()
                held[worker] = {job.name: job for job in batch}
                crew.give(worker, batch)
        if exhausted and not again and not any(held.values()):
            return
        for event in crew.wait():
            if event.outcome is not None:
                held[event.worker].pop(event.outcome.job.name, None)
                yield event.outcome
            elif event.lost:
                if event.worker in ready:
                    # Who takes its place says so itself: a batch given before would be forgotten.
                    ready.remove(event.worker)
                for name, job in held.pop(event.worker, {}).items():
                    lost[name] += 1
                    if lost[name] < _LIVES:
                        again.append(job)
                    else:
                        yield Outcome(job, workshop.output / name, failure=_fatal(job, event.lost))
            else:
                held.pop(event.worker, None)
                ready.append(event.worker)


def next_jobs(
    found: Iterator[Job | Outcome], size: int
) -> Generator[Outcome, None, tuple[list[Job], int]]:
    """The next `size` jobs, fewer only where there are no more, and how many were taken of `found`
    for them; passes on the outcomes in between.
    """
    batch: list[Job] = []
    taken = 0
    for each in found:
        taken += 1
        if isinstance(each, Outcome):
            yield each
            continue
        batch.append(each)
        if len(batch) == size:
            break
    return batch, taken


def _fatal(job: Job, why: str) -> InputError:
    return InputError(
        f"the process that worked on it died each time ({why}).",
        path=job.path,
        remedy="Is there memory enough for it? Build it alone to see.",
    )
