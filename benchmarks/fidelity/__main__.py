"""Calibrate the fidelity signals on phrases left out and put in, and try them on the other half.

    python -m benchmarks.fidelity [--sentences N] [--seed N] [--list]

Sentences of 8 to 50 words are drawn from `tests/data/letters` and translated as `vertaal build`
does it, constrained search apart. From each translation a phrase is taken, and into each one a
phrase of another is put, twice each (`plants.py`); the spoilt texts are aligned with their source
by forced decoding. The model's translations as they stand count as sound, though some are not:
`--list` shows the worst of them.

On the sentences with an even number thresholds are set so that 5% of the sound ones lie above; on
the others this is measured:

- *AUC*: how often a spoilt text has more of the signal than a sound one;
- *recall* and *alarms*: spoilt and sound texts at or above the threshold;
- *precision* with as many spoilt as sound texts;
- *placed*: of the additions found, those whose named words overlap the phrase put in.

The model's score cannot be judged by this: what is spoilt is improbable for having been spoilt,
while what the model leaves out by itself it likes. So score and signals are compared with the
quality of translations of which there is a reference (`benchmarks/checks/pairs.tsv`): Spearman's
correlation with sentence chrF, and the mean chrF at and above the threshold against that below.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import sacrebleu

from benchmarks.checks.__main__ import PAIRS, read_pairs
from benchmarks.fidelity.plants import addition, omission
from benchmarks.letters import LETTERS
from vertaal.errors import InputError
from vertaal.glossary import Matcher, load
from vertaal.glossary.starter import starter_glossary
from vertaal.parsing.document import parse
from vertaal.reading import read
from vertaal.segmentation import segment
from vertaal.translation.catalogue import default_cache, translator
from vertaal.translation.fidelity import fidelity
from vertaal.translation.models import locate
from vertaal.translation.requests import Request, request
from vertaal.translation.translator import Decoding, Translator, proof
from vertaal.types import Fidelity, Span, Translation, overlap

ALARMS = 0.05
"""Share of sound translations that a threshold lets lie above it."""


@dataclass(frozen=True, slots=True)
class Case:
    """A translation, sound or spoilt, and its signals. `phrase` is where an added one stands."""

    number: int
    kind: str
    source: str
    target: str
    signals: Fidelity
    phrase: Span | None = None


def sentences(count: int, seed: int) -> list[str]:
    found: dict[str, None] = {}
    for path in sorted(LETTERS.glob("*.txt")):
        try:
            document = parse(read(path))
        except InputError:
            continue
        for each in segment(document):
            if 8 <= len(each.source.split()) <= 50:
                found[each.source] = None
    return random.Random(seed).sample(list(found), min(count, len(found)))


def cases(worker: Translator, asked: Sequence[Request], seed: int, rounds: int = 2) -> list[Case]:
    """The translations of `asked` with their signals, and those of their spoilt texts."""
    made = worker.translate(asked)
    sound = [
        Case(number, "sound", each.source, result.target, _signals(each, result))
        for number, (each, result) in enumerate(zip(asked, made, strict=True))
    ]
    targets = [result.target for result in made]
    spoilt: list[tuple[int, str, str, Span]] = []
    for number, target in enumerate(targets):
        rng = random.Random(f"{seed}-{number}")
        for _ in range(rounds):
            if less := omission(target, rng):
                spoilt.append((number, "omission", *less))
            if more := addition(target, targets, rng):
                spoilt.append((number, "addition", *more))
    links = worker.align([asked[n] for n, *_ in spoilt], [target for _, _, target, _ in spoilt])
    for (number, kind, target, place), found in zip(spoilt, links, strict=True):
        each = asked[number]
        signals = _signals(each, Translation(target, 0.0, links=found))
        phrase = place if kind == "addition" else None
        sound.append(Case(number, kind, each.source, target, signals, phrase))
    return sound


def _signals(asked: Request, translation: Translation) -> Fidelity:
    return fidelity("", asked.source, translation, proof("", asked, translation))


SIGNALS: dict[str, tuple[Callable[[Case], float], tuple[str, ...]]] = {
    "omitted": (lambda case: case.signals.omitted, ("omission",)),
    "added": (lambda case: case.signals.added, ("addition",)),
    "both": (
        lambda case: max(case.signals.omitted, case.signals.added),
        ("omission", "addition"),
    ),
}


def auc(spoilt: Sequence[float], sound: Sequence[float]) -> float:
    ours, theirs = np.asarray(spoilt)[:, None], np.asarray(sound)[None, :]
    return float((ours > theirs).mean() + 0.5 * (ours == theirs).mean())


def report(found: Sequence[Case]) -> None:
    tuning = [case for case in found if case.number % 2 == 0]
    trial = [case for case in found if case.number % 2]
    counts = {
        kind: sum(c.kind == kind for c in trial) for kind in ("sound", "omission", "addition")
    }
    print(f"tried on {counts}")
    heads = ("5% at", "AUC", "recall", "alarms", "precision", "placed")
    print(f"{'signal':9}" + "".join(f"{head:>10}" for head in heads))
    for name, (value, kinds) in SIGNALS.items():
        limit = float(np.quantile([value(c) for c in tuning if c.kind == "sound"], 1 - ALARMS))
        sound = [value(case) for case in trial if case.kind == "sound"]
        spoilt = [case for case in trial if case.kind in kinds]
        # The thresholds in use are 1 by definition.
        hits = [case for case in spoilt if value(case) >= 1]
        recall, alarms = len(hits) / len(spoilt), float(np.mean([one >= 1 for one in sound]))
        added = [case for case in hits if case.phrase]
        placed = f"{np.mean([_is_placed(case) for case in added]):10.1%}" if added else ""
        area = auc([value(case) for case in spoilt], sound)
        shares = (recall, alarms, recall / (recall + alarms))
        print(f"{name:9}{limit:10.2f}{area:10.3f}" + "".join(f"{x:10.1%}" for x in shares) + placed)


def _is_placed(case: Case) -> bool:
    return any(overlap(case.phrase or (0, 0), span) for span in case.signals.unfounded)


def worst(found: Sequence[Case], most: int = 30) -> None:
    """The sound translations with the highest risk."""
    sound = sorted((c for c in found if c.kind == "sound"), key=lambda c: -c.signals.risk)
    for case in sound[:most]:
        signals = case.signals
        lost = [case.source[a:b] for a, b in signals.uncovered]
        new = [case.target[a:b] for a, b in signals.unfounded]
        print(f"{signals.omitted:.2f} {lost} {signals.added:.2f} {new}")
        print(f"    nl: {case.source}\n    en: {case.target}")


def correlations(worker: Translator, matcher: Matcher, count: int) -> None:
    """Spearman's correlation of score and signals with the chrF of each sentence."""
    pairs = read_pairs(PAIRS)[:count]
    asked = [request(source, matcher) for source, _ in pairs]
    made = worker.translate(asked)
    quality = [
        sacrebleu.sentence_chrf(result.target, [reference]).score
        for result, (_, reference) in zip(made, pairs, strict=True)
    ]
    signals = [_signals(each, result) for each, result in zip(asked, made, strict=True)]
    print(f"against chrF on {len(made)} sentences:")
    for name in ("unsure", "omitted", "added", "risk"):
        values = [getattr(each, name) for each in signals]
        high = [score for score, value in zip(quality, values, strict=True) if value >= 1]
        low = [score for score, value in zip(quality, values, strict=True) if value < 1]
        means = f"mean {np.mean(high):.1f} against {np.mean(low):.1f}" if high else ""
        print(f"{name:9} {_spearman(values, quality):+.2f}, {len(high)} at 1 or more, {means}")


def _spearman(one: Sequence[float], other: Sequence[float]) -> float:
    return float(np.corrcoef(_ranks(one), _ranks(other))[0, 1])


def _ranks(values: Sequence[float]) -> list[float]:
    """Ranks from 0; equal values share theirs."""
    array = np.asarray(values)
    return [float((array < v).sum() + ((array == v).sum() - 1) / 2) for v in values]


def main() -> None:
    parser = argparse.ArgumentParser(description="Calibrate the fidelity signals.")
    parser.add_argument("--sentences", type=int, default=300)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--list", action="store_true", help="print the riskiest translations")
    options = parser.parse_args()
    matcher = Matcher(load([starter_glossary()]))
    # Constrained search, which repairs a few sentences, takes most of the time.
    worker = translator(locate(), cache=default_cache(), decoding=Decoding(constrain=False))
    asked = [request(each, matcher) for each in sentences(options.sentences, options.seed)]
    found = cases(worker, asked, options.seed)
    print(f"{len(asked)} sentences, seed {options.seed}")
    report(found)
    correlations(worker, matcher, options.sentences)
    if options.list:
        worst(found)


if __name__ == "__main__":
    main()
