"""Workers on a Ray cluster: actors, each with its model warm. The only module that imports `ray`.

The nodes share the folders of sources and of editions, under the same paths; editions are written
where they are made, each file whole, under the edition's lock. So nothing but jobs and outcomes
travels, and a document that is made twice, because the first worker's last word was lost with its
node, is found made.
"""

from __future__ import annotations

import os
import secrets
import socket
import time
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

from vertaal import __version__
from vertaal.crew.dispatch import Event
from vertaal.crew.recipe import Recipe
from vertaal.errors import InputError, MissingDependency, VertaalError
from vertaal.files import write_whole
from vertaal.jobs import Job
from vertaal.pipeline import build
from vertaal.workshop import Outcome

_PATIENCE = 120.0
"""Seconds without any worker before the run is given up: a lost node may be replaced by then."""
_TRIES = 3
"""Actors a core that may die before they are ready to work."""


class Worker:
    """What runs in an actor."""

    def __init__(self, recipe: Recipe, token: Path, version: str, digest: str) -> None:
        self._recipe, self._token = recipe, token
        self._wanted = version, digest

    def ready(self) -> None:
        """Set up the workshop. Raises `InputError` where this node does not fit the run."""
        where = f"node {os.uname().nodename}" if hasattr(os, "uname") else "a node"
        if not self._token.is_file():
            raise InputError(
                f"is not seen from {where}.",
                path=self._token.parent,
                remedy="Sources and output must lie on storage that all nodes share.",
            )
        self._workshop = self._recipe.workshop()
        if (__version__, self._workshop.translator.model.digest) != self._wanted:
            raise InputError(
                f"{where} has another version of vertaal or of the model.",
                remedy="Install the same on all nodes.",
            )

    def work(self, batch: Sequence[Job]) -> list[Outcome]:
        return list(build(batch, self._workshop))


class Cluster:
    """A crew of actors, one a processor core of the cluster at `address`.

    Raises `MissingDependency` without Ray or a cluster to be reached.
    """

    def __init__(self, recipe: Recipe, address: str) -> None:
        self._ray = _connect(address)
        output, style = recipe.output.absolute(), recipe.style
        if style and style.reference_doc:
            style = replace(style, reference_doc=style.reference_doc.absolute())
        self._token = output / f".cluster-{secrets.token_hex(4)}"
        self._actors: dict[int, Any] = {}
        self._running: dict[Any, int] = {}
        self._begun: set[int] = set()
        self._next = 0
        self._stillborn = 0
        with ExitStack() as undo:
            undo.callback(self._ray.shutdown)
            undo.callback(self._token.unlink, missing_ok=True)
            write_whole(self._token, "")
            model = recipe.workshop().translator.model
            self._arguments = [
                self._ray.put(each)
                for each in (
                    replace(recipe, output=output, style=style),
                    self._token,
                    __version__,
                    model.digest,
                )
            ]
            self._class = self._ray.remote(num_cpus=1, max_restarts=0)(Worker)
            self._cores = max(1, int(self._ray.cluster_resources().get("CPU", 1)))
            for _ in range(self._cores):
                self._start()
            self._undo = undo.pop_all()

    @property
    def size(self) -> int:
        return max(1, len(self._begun))

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        with self._undo:
            for actor in self._actors.values():
                self._ray.kill(actor)

    def give(self, worker: int, batch: Sequence[Job]) -> None:
        there = [replace(job, path=job.path.absolute()) for job in batch]
        self._running[self._actors[worker].work.remote(there)] = worker

    def wait(self) -> list[Event]:
        begun = time.monotonic()
        while True:
            done, _ = self._ray.wait(list(self._running), num_returns=1, timeout=1.0)
            if done:
                return [event for ref in done for event in self._events(ref)]
            # Actors that wait for a free core are in `_running` too, and may wait for ever.
            if not self._begun and time.monotonic() - begun > _PATIENCE:
                raise MissingDependency(
                    "the cluster has no node that works.",
                    remedy="See 'ray status'. The next run goes on where this one stopped.",
                )

    def _events(self, ref: Any) -> list[Event]:
        worker = self._running.pop(ref)
        try:
            made: list[Outcome] = self._ray.get(ref) or []
        except self._ray.exceptions.RayTaskError as error:
            raise _told(error) from error
        except self._ray.exceptions.RayError as error:
            self._ray.kill(self._actors.pop(worker))
            self._stillborn += worker not in self._begun
            if self._stillborn > _TRIES * self._cores:
                raise InputError(
                    f"processes that should share the work die as they start ({error}).",
                    remedy="Have the nodes memory enough? See 'ray status'.",
                ) from error
            self._begun.discard(worker)
            self._start()
            return [Event(worker, lost=type(error).__name__)]
        self._begun.add(worker)
        return [*(Event(worker, outcome) for outcome in made), Event(worker)]

    def _start(self) -> None:
        """A new worker, ready as soon as a node has a core for it."""
        worker, self._next = self._next, self._next + 1
        actor = self._class.remote(*self._arguments)
        self._actors[worker] = actor
        self._running[actor.ready.remote()] = worker


def _connect(address: str) -> Any:
    # Ray tells its makers about its use unless told not to.
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
    try:
        import ray
    except ImportError as error:
        raise MissingDependency(
            f"ray is not available ({error}).",
            remedy="Install it with: pip install 'vertaal[cluster]'",
        ) from error
    try:
        host, _, port = address.removeprefix("ray://").rpartition(":")
        if port.isdigit():
            # Ray itself would wait minutes for an answer.
            socket.create_connection((host.strip("[]"), int(port)), timeout=10).close()
        ray.init(address=address, log_to_driver=False, logging_level="ERROR")
    except (OSError, RuntimeError, ValueError) as error:
        reason = str(error).strip().splitlines()[0]
        raise MissingDependency(
            f"there is no Ray cluster at '{address}' ({reason}).",
            remedy="Start one with 'ray start --head --disable-usage-stats', and join the other "
            "machines with 'ray start --address HOST:6379'.",
        ) from error
    return ray


def _told(error: Any) -> VertaalError:
    """What an actor raised, as itself."""
    cause = error.cause
    if isinstance(cause, VertaalError):
        return cause
    return InputError(
        f"a node of the cluster cannot work ({cause}).",
        remedy="See that every node has this version of vertaal, storage, memory and disk space.",
    )
