"""How fast a letter and a set of letters are translated, against peers in the same run.

    python -m benchmarks.speed [FILE|DIR …] [--runs 5]

Every run translates the same segments in turn by each contender, without a cache, so that drift of
the machine falls on all alike; ratios are taken run by run, and median and range are printed:

- *vertaal*: the default way, glossary off and on;
- *transformers*: `MarianMTModel.generate` in float32 at the same beam, batches of 16 sorted by
  length, over the same token ids;
- *bare*: CTranslate2 alone over the same token batches: the limit.

Then the cost of each stage of a cold build, and the peak memory of the process.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from benchmarks.speed.peers import PEERS, Peer
from vertaal.checks import check
from vertaal.glossary import Matcher, load
from vertaal.parsing import parse
from vertaal.jobs import jobs
from vertaal.pipeline import Workshop, build
from vertaal.reading import read
from vertaal.segmentation import segment
from vertaal.translation.catalogue import translator
from vertaal.translation.models import locate
from vertaal.translation.requests import Request, request
from vertaal.translation.translator import proof

ROOT = Path(__file__).parents[2]
LETTERS = ROOT / "tests" / "data" / "letters"


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.speed", description=__doc__.splitlines()[0])
    parser.add_argument("sources", nargs="*", type=Path, help="default: the letters of the tests")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peer", action="append", choices=sorted(PEERS), help="default: all")
    arguments = parser.parse_args()
    paths = [job.path for job in jobs(arguments.sources or [LETTERS])]
    matcher = Matcher(load([ROOT / "glossary"]))
    asked = [request(each.source, matcher) for path in paths for each in segment(parse(read(path)))]
    words = sum(len(each.source.split()) for each in asked)
    print(f"{len(paths)} documents, {len(asked)} segments, {words} words, {arguments.runs} runs")
    compare(asked, words, arguments.runs, arguments.peer or sorted(PEERS))
    stages(paths[0], matcher)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"peak memory of this process: {peak / (1 if sys.platform == 'darwin' else 1024):.0f} MB")


def compare(asked: Sequence[Request], words: int, runs: int, names: Sequence[str]) -> None:
    """Each contender over the same segments, in turn, `runs` times after a warm-up."""
    worker = translator(locate())
    plain = [Request(each.source) for each in asked]
    peers: dict[str, Peer] = {name: PEERS[name]() for name in names}
    contenders: dict[str, Callable[[], object]] = {
        "vertaal": lambda: worker.translate(plain),
        "with terms": lambda: worker.translate(asked),
        **{name: partial(peer.translate, plain) for name, peer in peers.items()},
    }
    seconds: dict[str, list[float]] = {name: [] for name in contenders}
    worker.translate(asked[:8])
    for peer in peers.values():
        peer.translate(plain[:8])
    for _ in range(runs):
        for name, work in contenders.items():
            begun = time.perf_counter()
            work()
            seconds[name].append(time.perf_counter() - begun)
    print(f"{'':14}{'words/s':>9}   time as a ratio to vertaal: median (range)")
    for name, times in seconds.items():
        ratios = sorted(t / v for t, v in zip(times, seconds["vertaal"], strict=True))
        print(
            f"{name:14}{words / statistics.median(times):9.0f}   "
            f"{statistics.median(ratios):6.2f} ({ratios[0]:.2f}–{ratios[-1]:.2f})"
        )


def stages(path: Path, matcher: Matcher) -> None:
    """Where the time of a cold build goes, for one letter."""
    times: dict[str, float] = {}

    def clock(name: str, begun: float) -> float:
        now = time.perf_counter()
        times[name] = now - begun
        return now

    at = time.perf_counter()
    source = read(path)
    at = clock("read", at)
    document = parse(source)
    at = clock("parse", at)
    segments = segment(document)
    at = clock("segment", at)
    asked = [request(each.source, matcher) for each in segments]
    at = clock("match", at)
    worker = translator(locate())
    made = worker.translate(asked)
    at = clock("translate", at)
    for each, wish, translation in zip(segments, asked, made, strict=True):
        proof(each.id, wish, translation)
    clock("verify", at)
    with tempfile.TemporaryDirectory() as folder:
        shop = Workshop(Path(folder), worker, load([ROOT / "glossary"]))
        begun = time.perf_counter()
        [outcome] = build(jobs([path]), shop)
        whole = time.perf_counter() - begun
        from vertaal.editions import load as load_edition

        edition = load_edition(outcome.folder)
        at = time.perf_counter()
        check(edition)
        at = clock("check", at)
        from vertaal.publishing import documents

        documents(edition)
        clock("write", at)
    total = sum(times.values())
    print(f"stages of {path.name} ({len(segments)} segments; a second, warm build: {whole:.2f} s)")
    for name, spent in times.items():
        print(f"  {name:10}{spent:8.3f} s {spent / total:6.1%}")


if __name__ == "__main__":
    main()
