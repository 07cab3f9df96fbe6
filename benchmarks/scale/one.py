"""One measurement in a process of its own: builds a folder, prints what it cost as JSON.

python -m benchmarks.scale.one FOLDER OUTPUT [--free] [--workers 1]
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from vertaal import pipeline, style
from vertaal.crew import Recipe, run
from vertaal.glossary import load
from vertaal.glossary.starter import starter_glossary
from vertaal.jobs import jobs
from vertaal.translation.catalogue import translator
from vertaal.translation.models import locate
from vertaal.translation.requests import Request
from vertaal.translation.translator import Progress, Translator
from vertaal.types import Translation

STAGES: dict[str, tuple[tuple[object, str], ...]] = {
    "reading": ((pipeline, "read"),),
    "parsing": ((pipeline, "parse"),),
    "segmenting": ((pipeline, "segment"),),
    "matching": ((pipeline, "request"), (pipeline, "Matcher")),
    "translating": ((Translator, "translate"),),
    "verifying": ((pipeline, "proof"), (pipeline, "fidelity")),
    "checking": ((pipeline, "checked"),),
    "publishing": ((style, "documents"),),
    "storing": (
        (pipeline, "save"), (pipeline, "save_report"), (pipeline, "load"), (pipeline, "load_units"),
        (style, "put"),
    ),
}  # fmt: skip
"""Stage → where the function lies that does it, and its name there; all are called one after the
other. What remains is called assembling.
"""


class Free(Translator):
    """A translator without a cost: the Dutch stands for the English."""

    def translate(
        self, requests: Sequence[Request], progress: Progress | None = None
    ) -> list[Translation]:
        return [Translation(request.source, -0.5) for request in requests]


def real(free: bool) -> Translator:
    """The default translator without a cache, or one that is free."""
    made = translator(locate())
    if not free:
        return made
    return Free(made.model, made._make_engine, made._make_vocabulary, engine_name="free")


def spent() -> float:
    """Processor seconds of this process and of its children that have ended."""
    return sum(os.times()[:4])


class Clock:
    """Adds up the wall and the processor time of the functions that it stands around, without that
    of others inside them.
    """

    def __init__(self) -> None:
        self.wall: defaultdict[str, float] = defaultdict(float)
        self.cpu: defaultdict[str, float] = defaultdict(float)
        self._inside = [[0.0, 0.0]]

    def around(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any, **more: Any) -> Any:
            wall, cpu = time.perf_counter(), spent()
            self._inside.append([0.0, 0.0])
            try:
                return function(*args, **more)
            finally:
                wall, cpu = time.perf_counter() - wall, spent() - cpu
                inner = self._inside.pop()
                self.wall[stage] += wall - inner[0]
                self.cpu[stage] += cpu - inner[1]
                self._inside[-1][0] += wall
                self._inside[-1][1] += cpu

        return timed


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.scale.one", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--free", action="store_true", help="translation costs nothing")
    parser.add_argument("--workers", type=int, default=1, help="processes")
    arguments = parser.parse_args()
    clock = Clock()
    if arguments.workers == 1:
        for stage, places in STAGES.items():
            for owner, name in places:
                setattr(owner, name, clock.around(stage, getattr(owner, name)))
        setattr(Free, "translate", clock.around("translating", Free.translate))  # noqa: B010
    recipe = Recipe(arguments.output, partial(real, arguments.free), load([starter_glossary()]))
    todo = jobs([arguments.folder])
    begun, before = time.perf_counter(), spent()
    outcomes = list(run(todo, recipe, workers=arguments.workers))
    wall, cpu = time.perf_counter() - begun, spent() - before
    clock.wall["assembling"] = wall - sum(clock.wall.values())
    clock.cpu["assembling"] = cpu - sum(clock.cpu.values())
    unit = 1 if sys.platform == "darwin" else 1024
    print(
        json.dumps(
            {
                "documents": len(outcomes),
                "failures": [str(each.failure) for each in outcomes if each.failure],
                "segments": sum(each.segments for each in outcomes),
                "wall": wall,
                "cpu": cpu,
                "peak": max(
                    resource.getrusage(who).ru_maxrss * unit
                    for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
                ),
                "stages": {stage: [clock.wall[stage], clock.cpu[stage]] for stage in clock.wall}
                if arguments.workers == 1
                else {},
            }
        )
    )


if __name__ == "__main__":
    main()
