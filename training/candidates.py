"""Translate a packed stream and say how good each hypothesis is, for ``train.py``.

    python training/candidates.py --model FOLDER --pack STREAM.npz --minutes 20 --out CANDIDATES.npz
    python training/candidates.py --best --model TEACHER --pack STREAM.npz … --out STREAM2.npz

For each example the hypotheses of the beam are kept with their gain, the mean of sentence BLEU
(exponential smoothing) and chrF against the reference, from 0 to 1. Examples whose hypotheses are
equally good teach nothing, and are left out. With ``--best`` the best takes the reference's place:
what a student learns (Kim and Rush 2016, "Sequence-level interpolation").
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

import numpy as np
import packed
from evaluate import Fast
from nlmodel import EOS
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

CHUNK = 1000


class Gain:
    """How near a hypothesis is to its reference, from 0 to 1."""

    def __init__(self) -> None:
        self.bleu, self.chrf = BLEU(effective_order=True), CHRF()

    def __call__(self, said: str, wanted: str) -> float:
        scores = (metric.sentence_score(said, [wanted]).score for metric in (self.bleu, self.chrf))
        return sum(scores) / 200


def telling(gains: list[float], count: int) -> list[int]:
    """So many places: of the likeliest, the best, the worst, and the next in likelihood."""
    places = range(len(gains))
    first = (0, max(places, key=gains.__getitem__), min(places, key=gains.__getitem__))
    return sorted(list(dict.fromkeys((*first, *places)))[:count])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", type=Path, required=True, help="exported folder")
    parser.add_argument("--pack", type=Path, required=True, help="stream written by pack.py")
    parser.add_argument("--beam", type=int, default=6, help="hypotheses of each source")
    parser.add_argument("--keep", type=int, default=3, help="hypotheses that are learnt from")
    parser.add_argument("--best", action="store_true", help="a stream of the best, without gains")
    parser.add_argument("--longest", type=int, default=70, help="ids in a source or target")
    parser.add_argument("--spread", type=float, default=0.03, help="least difference in gain")
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    fast, gain, stream = Fast(args.model), Gain(), packed.Pack(args.pack, 0)
    fit = np.flatnonzero((stream.width <= args.longest) & (stream.target_length > 4))
    end = time.time() + 60 * args.minutes
    sources: list[list[int]] = []
    targets: list[list[int]] = []
    gains: list[list[float]] = []
    read = 0
    best = first = 0.0
    for begin in range(0, len(fit), CHUNK):
        if time.time() >= end:
            break
        part = [int(i) for i in fit[begin : begin + CHUNK]]
        asked = [stream.source_of(i).tolist() for i in part]
        read += len(part)
        for place, source, found in zip(
            part, asked, fast.engine.search(asked, args.beam), strict=True
        ):
            target = stream.targets_of(place)[0].tolist()
            wanted = fast.codec.decode(target[:-1])
            rated = [gain(fast.codec.decode(each.ids), wanted) for each in found]
            best, first = best + max(rated), first + rated[0]
            if args.best:
                sources.append(source)
                targets.append([*found[rated.index(max(rated))].ids, EOS])
                gains.append([])
                continue
            if len(found) < args.beam or max(rated) - min(rated) < args.spread:
                continue
            kept = telling(rated, args.keep)
            sources.append(source)
            targets += [target, *([*found[i].ids, EOS] for i in kept)]
            gains.append([rated[i] for i in kept])
        print(
            f"{read} read, {len(sources)} kept; gain of the first {first / read:.4f}, "
            f"of the best {best / read:.4f}",
            flush=True,
        )
    packed.write(args.out, sources, targets, gains)


if __name__ == "__main__":
    main()
