"""What the glossary does to translation: term accuracy, quality, cost.

    python -m benchmarks.terms [--set kamer] [--limit N] [--engine ctranslate2]

For each test set (`data/NAME.nl`, `.en` and `.csv`, its glossary) and each way of steering:

- *accuracy*: Σ over segments and entries of min(occurrences in the source, allowed forms found in
  the target, each span once, longest first, on word boundaries) ÷ occurrences in the source;
  *exact* counts the preferred rendering alone;
- BLEU and chrF (sacreBLEU, signatures below), and their gain over no glossary;
- *over*: Σ max(0, allowed forms found − asked for), as a share of what was asked for;
- *touched*: segments without a term whose translation differs from that of no glossary;
- *time*: seconds against no glossary in the same run, the models loaded beforehand.

The *random* row gives every entry the rendering of another: a control for fluency. Its accuracy
says how obedient the search is; its score, repeated and BLEU show whether nonsense was forced.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import sacrebleu

from benchmarks.terms.counting import Count, count
from vertaal.glossary import Glossary, Matcher, load
from vertaal.translation.catalogue import DEFAULT, ENGINES, translator
from vertaal.translation.loops import repeats
from vertaal.translation.models import EMBEDDED, locate
from vertaal.translation.requests import Request, request
from vertaal.translation.translator import Decoding, Translator
from vertaal.types import TermStatus

DATA = Path(__file__).parent / "data"

# name of the row → how the terms are asked for; `None` is no glossary at all.
WAYS: dict[str, Decoding | None] = {
    "off": None,
    "inline": Decoding(inline=True, constrain=False),
    "search": Decoding(inline=False, constrain=True),
    "both": Decoding(inline=True, constrain=True),
}


@dataclass(frozen=True, slots=True)
class Row:
    """One way of steering on one test set."""

    name: str
    targets: list[str]
    score: float
    seconds: float
    counted: Count


def main() -> None:
    parser = argparse.ArgumentParser(prog="benchmarks.terms", description=__doc__.splitlines()[0])
    parser.add_argument("--set", action="append", help="test set; default: all")
    parser.add_argument("--limit", type=int, help="sentences of each set")
    parser.add_argument("--model", default=EMBEDDED)
    parser.add_argument("--engine", default=DEFAULT, choices=sorted(ENGINES))
    arguments = parser.parse_args()
    for name in arguments.set or sorted(path.stem for path in DATA.glob("*.nl")):
        run(name, arguments.limit, arguments.model, arguments.engine)


def run(name: str, limit: int | None, model: str, engine: str) -> None:
    """Translate one set in every way and print a row for each."""
    source = (DATA / f"{name}.nl").read_text(encoding="utf-8").splitlines()[:limit]
    reference = (DATA / f"{name}.en").read_text(encoding="utf-8").splitlines()[:limit]
    glossary = load([DATA / f"{name}.csv"])
    asked = requests(source, glossary)
    plain = [Request(text) for text in source]
    with_terms = sum(bool(each.asking) for each in asked)
    print(
        f"\n{name}: {len(source)} segments, {with_terms} with terms, "
        f"{sum(len(each.asking) for each in asked)} occurrences of {len(glossary.terms)} entries"
    )
    worker = translator(locate(model), engine, decoding=Decoding())
    rows = [translate("off", worker, plain, asked)]
    for way, decoding in WAYS.items():
        if decoding is not None:
            worker.decoding = decoding
            rows.append(translate(way, worker, asked, asked))
    shuffled = requests(source, shuffle(glossary))
    worker.decoding = Decoding()
    rows.append(translate("random", worker, shuffled, shuffled))
    show(rows, asked, reference)


def requests(source: Sequence[str], glossary: Glossary) -> list[Request]:
    matcher = Matcher(glossary)
    return [request(text, matcher) for text in source]


def shuffle(glossary: Glossary, seed: int = 1) -> Glossary:
    """Every preferred term with the rendering of another one."""
    terms = [term for term in glossary.terms if term.status is TermStatus.PREFERRED]
    targets = [term.target for term in terms]
    random.Random(seed).shuffle(targets)
    mixed = tuple(replace(t, target=new) for t, new in zip(terms, targets, strict=True))
    return Glossary(mixed, (), f"shuffled {seed}")


def translate(
    name: str, worker: Translator, asked: Sequence[Request], measured: Sequence[Request]
) -> Row:
    worker.translate(asked[:2])  # loads what this way needs
    begun = time.perf_counter()
    made = worker.translate(asked)
    seconds = time.perf_counter() - begun
    targets = [each.target for each in made]
    score = sum(each.score for each in made) / len(made)
    return Row(name, targets, score, seconds, count(measured, targets))


def show(rows: Sequence[Row], asked: Sequence[Request], reference: Sequence[str]) -> None:
    bleu, chrf = sacrebleu.BLEU(), sacrebleu.CHRF()
    off = rows[0]
    print(
        f"{'way':8}{'accuracy':>9}{'exact':>8}{'BLEU':>7}{'±':>7}{'chrF':>7}{'±':>7}"
        f"{'over':>7}{'touched':>9}{'score':>8}{'loops':>7}{'time':>7}"
    )
    b0 = bleu.corpus_score(off.targets, [list(reference)]).score
    c0 = chrf.corpus_score(off.targets, [list(reference)]).score
    free = [i for i, each in enumerate(asked) if not each.asking]
    for row in rows:
        b = bleu.corpus_score(row.targets, [list(reference)]).score
        c = chrf.corpus_score(row.targets, [list(reference)]).score
        touched = sum(row.targets[i] != off.targets[i] for i in free)
        print(
            f"{row.name:8}{row.counted.accuracy:9.1%}{row.counted.exact:8.1%}{b:7.1f}{b - b0:+7.1f}"
            f"{c:7.1f}{c - c0:+7.1f}{row.counted.over:7.1%}{touched:5}/{len(free):<3}"
            f"{row.score:8.3f}{sum(map(repeats, row.targets)):7}{row.seconds / off.seconds:7.2f}"
        )
    print(bleu.get_signature())
    print(chrf.get_signature())


if __name__ == "__main__":
    main()
