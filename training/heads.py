"""Which cross-attention aligns best: each layer's mean and each head, read when a word is written
and one step after.

    python training/heads.py PAIRS.tsv.xz [--pairs 150]

PAIRS holds Dutch and English by line, parted by tabs. All pairs train IBM Model 1 (`align.py`);
some are forced through the embedded model's decoder. The strongest link of a target word is right
where Model 1 says the same in both directions (content words), and for names and numbers that
stand once on either side.
"""

from __future__ import annotations

import argparse
import lzma
import random
from collections import Counter
from collections.abc import Sequence
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import torch
from align import Aligner, is_content, words
from corpus import Pair

from vertaal.translation.alignment import spread
from vertaal.translation.inline import InlineVocabulary
from vertaal.translation.marian import MarianEngine
from vertaal.translation.models import locate

SURE = 0.2
"""Probability that Model 1 must give a pair, in both directions."""

Span = tuple[int, int]
Gold = list[tuple[int, int, bool]]
"""(source word, target word, whether it is a name or a number)."""
Place = tuple[int, int, str]
"""(steps after the word was written, layer, head)."""


def gold(aligner: Aligner, source: str, target: str) -> Gold:
    ours, theirs = words(source), words(target)
    forward, backward = aligner.table(source, target)
    found: Gold = []
    for j, (start, end) in enumerate(theirs):
        i = int(forward[:, j].argmax())
        sure = min(forward[i, j], backward[i, j]) > SURE and int(backward[i].argmax()) == j
        content = is_content(source[slice(*ours[i])], "nl") and is_content(target[start:end], "en")
        if sure and content:
            found.append((i, j, False))
    dutch, english = [source[a:b] for a, b in ours], [target[a:b] for a, b in theirs]
    for i, word in enumerate(dutch):
        named = word.isdigit() or (word[0].isupper() and len(word) > 3)
        if named and dutch.count(word) == english.count(word) == 1:
            found.append((i, english.index(word), True))
    return found


def by_word(places: list[Span], spans: list[Span]) -> Any:
    """Pieces × words: 1 where the piece stands in the word."""
    return np.array([[a < end and start < b for start, end in spans] for a, b in places], float)


class Tally:
    """How often the strongest link was right, by the step at which it was read, layer and head."""

    def __init__(self) -> None:
        self.asked = Counter[bool]()
        self.right = Counter[tuple[Place, bool]]()

    def count(self, attention: Sequence[Any], ours: Any, theirs: Any, links: Gold) -> None:
        """Compare a pair's cross-attention, layer by layer, with its links. `ours` and `theirs`
        tell which pieces stand in which words.
        """
        self.asked.update(named for _, _, named in links)
        for layer, each in enumerate(attention, 1):
            heads = {"mean": each[0].mean(0), **{str(n): head for n, head in enumerate(each[0])}}
            for (head, weights), shift in product(heads.items(), (0, 1)):
                rows = weights.numpy()[shift : shift + len(theirs), : len(ours)]
                best = (theirs.T @ rows @ ours).argmax(1)
                place = (shift, layer, head)
                self.right.update((place, named) for i, j, named in links if best[j] == i)

    def show(self, most: int = 20) -> None:
        print(f"{self.asked[False]} content words, {self.asked[True]} names and numbers")
        places = {place for place, _ in self.right}
        for place in sorted(places, key=lambda each: (-self.right[each, False], each))[:most]:
            words, names = (self.right[place, n] / max(1, self.asked[n]) for n in (False, True))
            shift, layer, head = place
            when = "one step after" if shift else "when written"
            print(f"layer {layer} head {head:5}{when:16}{words:7.1%}{names:7.1%}")


def main() -> None:
    parser = argparse.ArgumentParser(description="Which cross-attention aligns best.")
    parser.add_argument("pairs_file", type=Path)
    parser.add_argument("--pairs", type=int, default=150)
    options = parser.parse_args()
    with lzma.open(options.pairs_file, "rt", encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    pairs: list[Pair] = [(row[0], row[1]) for row in rows]
    aligner = Aligner(pairs)
    model = locate()
    vocabulary, engine = InlineVocabulary(model.directory), MarianEngine(model)
    network: Any = engine._model  # Every layer is asked for, which no engine gives.
    start = network.config.decoder_start_token_id
    network.set_attn_implementation("eager")
    fit = [pair for pair in pairs if 8 < len(pair[0].split()) < 45]
    tally = Tally()
    for source, target in random.Random(3).sample(fit, min(options.pairs, len(fit))):
        written = vocabulary.english_ids(target)
        with torch.inference_mode():
            attention = network(
                input_ids=torch.tensor([vocabulary.encode_source(source)]),
                decoder_input_ids=torch.tensor([[start, *written]]),
                output_attentions=True,
            ).cross_attentions
        ours = by_word(vocabulary.source_places(source), words(source))
        theirs = by_word(spread([vocabulary.piece(i) for i in written], target), words(target))
        tally.count(attention, ours, theirs, gold(aligner, source, target))
    tally.show()


if __name__ == "__main__":
    main()
