"""Spaces lost, as in text taken from a PDF: how many are found again, and what that is worth.

    python -m benchmarks.words.gluing [--share 0.05] [--seeds 3] [--set NL EN]

From every sentence some of the spaces between two words are taken, at random. Told are how many of
them are found, how many are put where none was lost (there, and in the text as it is), and BLEU and
chrF of the translation, without a glossary: of the text as it is, of the text without the spaces as
it stands, and with the words told apart as `vertaal` does.
"""

from __future__ import annotations

import argparse
import random
import re
from pathlib import Path
from unittest.mock import patch

from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF

from vertaal.glossary.gluing import cuts
from vertaal.translation import inline
from vertaal.translation.catalogue import translator
from vertaal.translation.models import locate
from vertaal.translation.requests import Request
from vertaal.translation.translator import Translator

DATA = Path(__file__).parent.parent / "terms" / "data"
TELLS_APART = (inline, "cuts")
"""Where the product looks for spaces that were lost."""
_BETWEEN = re.compile(r"(?<=[^\W_]) (?=[^\W_])")


def glued(text: str, share: float, chance: random.Random) -> tuple[str, set[int]]:
    """The text without some of its spaces, and where they were, as offsets into what is left."""
    lost = [hit.start() for hit in _BETWEEN.finditer(text) if chance.random() < share]
    left = "".join(c for at, c in enumerate(text) if at not in lost)
    return left, {at - before for before, at in enumerate(lost)}


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.words.gluing", description=__doc__.splitlines()[0]
    )
    parser.add_argument("--share", type=float, default=0.05, help="of the spaces between words")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--set", nargs=2, type=Path, default=[DATA / "kamer.nl", DATA / "kamer.en"])
    arguments = parser.parse_args()
    texts, wanted = (path.read_text(encoding="utf-8").splitlines() for path in arguments.set)
    # Of their own each: a vocabulary remembers where it put spaces.
    worker, other, metrics = translator(locate()), translator(locate()), (BLEU(), CHRF())

    def score(sources: list[str], worker: Translator = worker) -> str:
        made = [each.target for each in worker.translate([Request(text) for text in sources])]
        scores = [metric.corpus_score(made, [wanted]).score for metric in metrics]
        return " / ".join(f"{value:.1f}" for value in scores)

    words = sum(len(text.split()) for text in texts)
    wrong = sum(len(cuts(text)) for text in texts)
    print(f"{len(texts)} sentences, {words} words; spaces put into the text as it is: {wrong}")
    print(f"BLEU / chrF of the text as it is: {score(texts)}")
    for seed in range(arguments.seeds):
        chance = random.Random(seed)
        pairs = [glued(text, arguments.share, chance) for text in texts]
        found = [set(cuts(text)) for text, _ in pairs]
        lost = sum(len(places) for _, places in pairs)
        right = sum(len(f & places) for f, (_, places) in zip(found, pairs, strict=True))
        sources = [text for text, _ in pairs]
        with patch.object(*TELLS_APART, lambda _: ()):
            before = score(sources, other)
        print(
            f"seed {seed}: {lost} spaces lost, {right} found, {sum(map(len, found)) - right} put "
            f"elsewhere; as it stands {before}, told apart {score(sources)}"
        )
    print(*(metric.get_signature() for metric in metrics), sep="\n")


if __name__ == "__main__":
    main()
