"""An archive: what a letter costs and in which stage, whether that grows, and what all would cost.

    python -m benchmarks.scale [--letters 100] [--growth 1 10 100 1000] [--runs 3]

1. *A hundred letters*, made by recombining real questions and answers, are built cold by one
   process with the real model: words a second, peak memory, the share of each stage.
2. *Workers*: the same letters by one process a core.
3. *Growth*: archives of growing size with a translator that costs nothing, so that everything else
   is seen: seconds a document and peak memory must stay as they are.
4. *The reckoning* for a whole archive, by a formula that is printed with its numbers.

Every measurement runs in a process of its own, without a cache. Medians and ranges are printed.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.letters import write_letters
from vertaal.cores import cores

LIGHT = ("parsing", "segmenting", "matching", "verifying", "checking", "assembling")
"""Stages that should together take at most a twentieth of a cold build."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one build: seconds, processor seconds, bytes of memory at most and bytes on disk."""

    documents: int
    words: int
    wall: float
    cpu: float
    peak: int
    disk: int
    stages: dict[str, tuple[float, float]]


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.scale",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--letters", type=int, default=100, help="with the real model; 0: none")
    parser.add_argument("--growth", type=int, nargs="*", default=[1, 10, 100, 1000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--archive", type=int, default=80_000, help="documents to reckon with")
    parser.add_argument("--cores", type=int, nargs="*", default=[2, 16, 256])
    arguments = parser.parse_args()
    if arguments.letters:
        alone = [measure(arguments.letters) for _ in range(arguments.runs)]
        told(f"{arguments.letters} letters, one process, cold", alone)
        stages(alone)
        if cores() > 1:
            many = [measure(arguments.letters, workers=cores()) for _ in range(arguments.runs)]
            told(f"the same by {cores()} processes", many)
            ratios = [a.wall / b.wall for a, b in zip(alone, many, strict=True)]
            print(f"  {spread(ratios)} times as fast as one")
    if arguments.growth:
        growth(arguments.growth, arguments.runs)
    if arguments.letters:
        reckoning(alone, arguments.archive, arguments.cores)


def measure(letters: int, *, free: bool = False, workers: int = 1) -> Cost:
    """Build that many letters in a new process, into a new folder."""
    with tempfile.TemporaryDirectory() as name:
        folder, output = Path(name, "letters"), Path(name, "editions")
        write_letters(folder, letters)
        done = subprocess.run(
            [sys.executable, "-m", "benchmarks.scale.one", str(folder), str(output),
             "--workers", str(workers), *(["--free"] if free else [])],
            check=True, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        found: dict[str, Any] = json.loads(done.stdout)
        if found["failures"]:
            raise SystemExit(f"failed: {found['failures'][0]}")
        return Cost(
            found["documents"],
            sum(len(path.read_text(encoding="utf-8").split()) for path in folder.rglob("*.txt")),
            found["wall"],
            found["cpu"],
            found["peak"],
            sum(path.stat().st_size for path in output.rglob("*") if path.is_file()),
            {stage: (wall, cpu) for stage, (wall, cpu) in found["stages"].items()},
        )


def spread(values: Sequence[float], form: str = ".2f") -> str:
    """Median and range."""
    return f"{statistics.median(values):{form}} ({min(values):{form}}–{max(values):{form}})"


def told(what: str, costs: Sequence[Cost]) -> None:
    print(f"{what}: {costs[0].words} words, {len(costs)} runs")
    print(f"  words a second      {spread([c.words / c.wall for c in costs], '.0f')}")
    print(f"  seconds a letter    {spread([c.wall / c.documents for c in costs])}")
    print(f"  core-seconds/letter {spread([c.cpu / c.documents for c in costs])}")
    print(f"  peak memory, MB     {spread([c.peak / 2**20 for c in costs], '.0f')} a process")


def stages(costs: Sequence[Cost]) -> None:
    """Shares of the stages, by the clock and by the processor."""
    print(f"  {'stage':12} share of the time: median (range)   of the processor time")
    names = sorted(costs[0].stages, key=lambda name: -costs[0].stages[name][0])
    shares = {
        name: (
            [100 * c.stages[name][0] / c.wall for c in costs],
            [100 * c.stages[name][1] / c.cpu for c in costs],
        )
        for name in names
    }
    for name, (wall, cpu) in shares.items():
        print(f"  {name:12} {spread(wall, '6.2f')}%  {spread(cpu, '6.2f')}%")
    light = [
        [sum(shares[name][i][run] for name in LIGHT) for run in range(len(costs))] for i in (0, 1)
    ]
    print(f"  {', '.join(LIGHT)}: {spread(light[0], '.2f')}%, {spread(light[1], '.2f')}%")


def growth(sizes: Sequence[int], runs: int) -> None:
    """Everything but translation, for archives of growing size, by one process. Word lists and the
    like are loaded once: what each further document costs is told apart.
    """
    print("growth, translation free, one process")
    print("  documents   core-ms a document: median (range)   a further one   peak memory, MB")
    before = (0, 0.0)
    for size in sizes:
        costs = [measure(size, free=True) for _ in range(runs if size < 1000 else 1)]
        each = spread([1000 * c.cpu / size for c in costs], ".0f")
        cpu = statistics.median(c.cpu for c in costs)
        further = 1000 * (cpu - before[1]) / max(size - before[0], 1) if before[0] else 0.0
        before = size, cpu
        print(
            f"  {size:9} {each:>36} {further:>15.0f}   "
            f"{spread([c.peak / 2**20 for c in costs], '.0f')}"
        )


def reckoning(costs: Sequence[Cost], archive: int, machines: Sequence[int]) -> None:
    """What the whole archive costs, from the medians of `costs`."""
    cpu = statistics.median(c.cpu / c.documents for c in costs)
    disk = statistics.median(c.disk / c.documents for c in costs)
    peak = max(c.peak for c in costs) / 2**30
    words = costs[0].words / costs[0].documents
    hours = archive * cpu / 3600
    print(f"the whole archive, {archive:,} letters of {words:.0f} words")
    print(f"  letters × core-seconds a letter ÷ 3600 = {archive:,} × {cpu:.2f} ÷ 3600")
    print(f"    = {hours:,.0f} core-hours")
    for number in machines:
        print(
            f"  on {number} cores: {hours:,.0f} ÷ {number} = {hours / number:,.1f} hours "
            f"({hours / number / 24:.1f} days), memory {number} × {peak:.1f} = "
            f"{number * peak:,.0f} GB"
        )
    print(
        f"  disk: letters × MB an edition = {archive:,} × {disk / 2**20:.2f} = "
        f"{archive * disk / 2**30:,.0f} GB"
    )


if __name__ == "__main__":
    main()
