"""Workers on this machine: processes, each with its model warm and its share of the cores."""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
from collections.abc import Sequence
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING

from vertaal.cores import cores
from vertaal.crew.dispatch import Event
from vertaal.crew.recipe import Recipe
from vertaal.errors import InputError
from vertaal.jobs import Job
from vertaal.workshop import Outcome

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

_PATIENCE = 3
"""Processes that may die before they are ready to work."""


class Processes:
    """A crew of `size` processes. They end with this one, however it ends."""

    def __init__(self, recipe: Recipe, size: int) -> None:
        self.size = size
        self._recipe = recipe
        self._threads = max(1, cores() // size)
        self._context = multiprocessing.get_context("spawn")
        self._workers: dict[int, tuple[SpawnProcess, Connection]] = {}
        self._begun: set[int] = set()
        self._stillborn = 0
        for worker in range(size):
            self._start(worker)

    def __enter__(self) -> Processes:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        for process, connection in self._workers.values():
            connection.close()
            if kind is not None:
                process.terminate()
        for process, _ in self._workers.values():
            process.join()

    def give(self, worker: int, batch: Sequence[Job]) -> None:
        # A worker that has just died is told of by `wait`.
        with contextlib.suppress(OSError):
            self._workers[worker][1].send(batch)

    def wait(self) -> list[Event]:
        places = {connection: worker for worker, (_, connection) in self._workers.items()}
        return [self._event(places[ready]) for ready in wait(list(places)) if ready in places]

    def _event(self, worker: int) -> Event:
        process, connection = self._workers[worker]
        try:
            outcome: Outcome | None = connection.recv()
        except (EOFError, OSError):
            connection.close()
            process.join()
            cause = _cause(process.exitcode)
            if worker not in self._begun:
                self._stillborn += 1
                if self._stillborn > _PATIENCE:
                    raise InputError(
                        f"processes that should share the work die as they start ({cause}).",
                        remedy="Is there memory enough? Work in one with --jobs 1.",
                    ) from None
            self._start(worker)
            return Event(worker, lost=cause)
        self._begun.add(worker)
        return Event(worker, outcome)

    def _start(self, worker: int) -> None:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=_work, args=(theirs, self._recipe, self._threads), daemon=True
        )
        process.start()
        # Only then does the death of the process close the last end.
        theirs.close()
        self._workers[worker] = process, ours
        self._begun.discard(worker)


def _cause(code: int | None) -> str:
    if code is not None and code < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-code).name
    return f"exit code {code}"


def _work(connection: Connection, recipe: Recipe, threads: int) -> None:
    """Make the editions of one batch after the other until the other end is closed."""
    # An interrupt at the keyboard reaches all processes: the first one decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Read by OpenMP and by `cores.share`.
    os.environ["OMP_NUM_THREADS"] = str(threads)
    from vertaal.pipeline import build

    workshop = recipe.workshop()
    with contextlib.suppress(EOFError, OSError):
        while True:
            connection.send(None)
            for outcome in build(connection.recv(), workshop):
                connection.send(outcome)
