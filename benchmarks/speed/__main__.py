"""How fast text is translated, against peers in the same run.

    python -m benchmarks.speed [FILE|DIR …] [--runs 5] [--peer NAME]

Every run translates the same sentences in turn by each contender, without a cache, so that drift
of the machine falls on all alike; ratios are taken run by run, and median and range are printed.
A sentence that comes twice is translated once, by everybody.

- *vertaal*: the default way, without a glossary; *with terms*: under the starter glossary;
- *transformers*: `MarianMTModel.generate` in float32 at the same beam, batches of 16, the sentences
  as they come; *by length*: sorted by it, as `vertaal` does;
- *bare*: CTranslate2 alone over the same token batches, which is the limit; *own batches*: the same
  tokens in batches that it makes itself, in which a translation depends on its neighbours;
- *argos*: `argostranslate` with the same model packed as its package (installed into a temporary
  folder; needs a package index).

What a document costs, stage by stage, and how that grows is measured by `benchmarks.scale`.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from benchmarks.letters import LETTERS
from benchmarks.speed.peers import PEERS, Peer
from vertaal.glossary import Matcher, load
from vertaal.glossary.starter import starter_glossary
from vertaal.jobs import jobs
from vertaal.parsing.document import parse
from vertaal.reading import read
from vertaal.segmentation import segment
from vertaal.translation.catalogue import translator
from vertaal.translation.models import locate
from vertaal.translation.requests import Request, request

TARGETS = {"transformers": 4.0, "bare": 0.8, "argos": 1.5}
"""Peer → how many times as fast as it `vertaal` should be."""


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.speed",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("sources", nargs="*", type=Path, help="default: the letters of the tests")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peer", action="append", choices=sorted(PEERS), help="default: all")
    parser.add_argument("--sentences", type=int, default=0, help="take so many; default: all")
    arguments = parser.parse_args()
    paths = [job.path for job in jobs(arguments.sources or [LETTERS])]
    texts = dict.fromkeys(each.source for path in paths for each in segment(parse(read(path))))
    chosen = list(texts)[: arguments.sentences or None]
    words = sum(len(text.split()) for text in chosen)
    print(f"{len(paths)} documents, {len(chosen)} sentences, {words} words, {arguments.runs} runs")
    compare(chosen, words, arguments.runs, arguments.peer or sorted(PEERS))
    unit = 2**20 if sys.platform == "darwin" else 2**10
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
    print(f"peak memory of this process: {peak:.0f} MB")


def compare(texts: Sequence[str], words: int, runs: int, names: Sequence[str]) -> None:
    """Each contender over the same sentences, in turn, `runs` times after a warm-up."""
    worker = translator(locate())
    matcher = Matcher(load([starter_glossary()]))
    asked = [request(text, matcher) for text in texts]
    plain = [Request(text) for text in texts]
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
    print(f"{'':14}{'words/s':>9}   vertaal is so many times as fast: median (range)")
    for name, times in seconds.items():
        ratios = sorted(t / v for t, v in zip(times, seconds["vertaal"], strict=True))
        wanted = f"   wanted: {TARGETS[name]}" if name in TARGETS else ""
        print(
            f"{name:14}{words / statistics.median(times):9.0f}   "
            f"{statistics.median(ratios):6.2f} ({ratios[0]:.2f}–{ratios[-1]:.2f}){wanted}"
        )


if __name__ == "__main__":
    main()
